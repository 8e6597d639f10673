package match

import (
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestLn(t *testing.T) {
	if ln(1) != 0 {
		t.Errorf("ln 1 = %g", ln(1))
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(1e-9, 1e9).Draw(t, "x")
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 4e-16*max(1, math.Abs(want)) {
			t.Errorf("ln %g = %.17g, want %.17g", x, got, want)
		}
	})
}

func TestScore(t *testing.T) {
	for _, c := range []struct {
		similarity float64
		want       string
	}{{0, "0.0000"}, {0.00004, "0.0000"}, {0.42135, "0.4214"}, {0.5, "0.5000"}, {0.99999, "1.0000"}, {1, "1.0000"}} {
		s := cosine(math.Round(c.similarity * float64(one))).score(1)
		if s.String() != c.want {
			t.Errorf("%g is %s, want %s", c.similarity, s, c.want)
		}
		data, err := json.Marshal(s)
		if err != nil || string(data) != c.want {
			t.Errorf("%g as JSON is %s (%v), want %s", c.similarity, data, err, c.want)
		}
	}
}

// Words are read as they are written, and in no other way.
func TestWords(t *testing.T) {
	for _, w := range Words() {
		if parsed, ok := ParseWord(w.String()); !ok || parsed != w {
			t.Errorf("%q is read as %s", w, parsed)
		}
	}
	if _, ok := ParseWord("Likely"); ok {
		t.Error("words are lower case")
	}
}
