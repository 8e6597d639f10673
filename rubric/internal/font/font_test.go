package font_test

import (
	"testing"

	"rubrickit/rubric/internal/font"
)

func regular(t testing.TB) *font.Font {
	t.Helper()
	f, err := font.Regular()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func glyph(t testing.TB, f *font.Font, r rune) font.GlyphID {
	t.Helper()
	g, ok := f.Glyph(r)
	if !ok {
		t.Fatalf("no glyph for %q", r)
	}
	return g
}

// The measures are those that fontTools reads from the same file.
func TestMeasures(t *testing.T) {
	f := regular(t)
	for r, want := range map[rune]float64{' ': 200, 'A': 544, 'i': 246, 'B': 588, 'ß': 576, '–': 480, '•': 304, 'g': 504} {
		if got := f.Advance(glyph(t, f, r)); got != want {
			t.Errorf("%q is %v wide, want %v", r, got, want)
		}
	}
	if m := f.Metrics(); m.Ascent != 1000 || m.Descent != -326 || m.CapHeight != 660 || m.Box[0] >= m.Box[2] {
		t.Errorf("%+v", m)
	}
	if f.Name() != "SourceSans3-Regular" {
		t.Errorf("the font is named %s", f.Name())
	}
	if _, ok := f.Glyph('語'); ok {
		t.Error("a letter that the font does not have")
	}
}

func TestKern(t *testing.T) {
	f := regular(t)
	for pair, want := range map[string]float64{"To": -66, "AV": -14, "nn": 0, "Te": -66, "r.": -57, "P,": -112, "LT": -120, "Fa": -34} {
		left, right := rune(pair[0]), rune(pair[1])
		if got := f.Kern(glyph(t, f, left), glyph(t, f, right)); got != want {
			t.Errorf("%s: %v, want %v", pair, got, want)
		}
	}
}

func TestSemibold(t *testing.T) {
	f, err := font.Semibold()
	if err != nil {
		t.Fatal(err)
	}
	if thin, thick := regular(t).Advance(glyph(t, regular(t), 'm')), f.Advance(glyph(t, f, 'm')); thick <= thin {
		t.Errorf("m is %v wide in semibold, %v in regular", thick, thin)
	}
}
