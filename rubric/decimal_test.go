package rubric_test

import (
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
)

func TestParseDecimal(t *testing.T) {
	for text, want := range map[string]string{"3": "3", "0.10": "1/10", "-2.50": "-5/2", ".5": "1/2", "007": "7", "123456789012345678": "123456789012345678"} {
		d, err := rubric.ParseDecimal(text)
		if err != nil || d.Rat().RatString() != want {
			t.Errorf("%s: %s, %v; want %s", text, d.Rat().RatString(), err, want)
		}
	}
	for _, text := range []string{"", "-", ".", "5.", "1e3", "0x1", "1,5", "+1", " 1", "--1", "1.2.3", "1234567890123456789", "٣"} {
		if d, err := rubric.ParseDecimal(text); err == nil {
			t.Errorf("%q was read as %s", text, d)
		}
	}
}

// A decimal prints as it was written, and compares as the number it is.
func TestDecimalProperties(t *testing.T) {
	written := rapid.StringMatching(`-?(0|[1-9][0-9]{0,6})(\.[0-9]{1,6})?`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := written.Draw(t, "a"), written.Draw(t, "b")
		x, errX := rubric.ParseDecimal(a)
		y, errY := rubric.ParseDecimal(b)
		if errX != nil || errY != nil {
			t.Fatal(errX, errY)
		}
		if x.String() != a && x.Sign() != 0 {
			t.Fatalf("%s prints as %s", a, x)
		}
		if x.Cmp(y) != x.Rat().Cmp(y.Rat()) || x.Sign() != x.Rat().Sign() {
			t.Fatalf("%s and %s compare as %d", a, b, x.Cmp(y))
		}
	})
}
