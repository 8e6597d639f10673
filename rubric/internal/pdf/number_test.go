package pdf

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 1: "1", -0.0004: "0", 0.5: "0.5", -12.25: "-12.25", 1.0005: "1.001", 595.28: "595.28", 0.001: "0.001", math.Inf(1): "0", math.NaN(): "0"} {
		if got := decimal(v); got != want {
			t.Errorf("%v became %s, want %s", v, got, want)
		}
	}
}

func TestNumbersAreNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e6, 1e6).Draw(t, "v")
		back, err := strconv.ParseFloat(decimal(v), 64)
		if err != nil || math.Abs(back-v) > 0.000501 {
			t.Fatalf("%v became %s", v, decimal(v))
		}
	})
}
