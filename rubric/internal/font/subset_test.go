package font_test

import (
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/internal/font"
)

// A subset is a font again, with the same letters, as wide as they were.
func TestSubsetIsAFont(t *testing.T) {
	f := regular(t)
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SliceOfDistinct(rapid.SampledFrom([]rune("AÄbçéñőœßfi…–•€½ Ωж")), rapid.ID).Draw(t, "letters")
		subset, numbers := f.NewSubset(), map[rune]uint16{}
		for _, r := range letters {
			if g, ok := f.Glyph(r); ok {
				numbers[r] = subset.Add(g)
			}
		}
		back, err := font.Parse(subset.File(numbers))
		if err != nil {
			t.Fatal(err)
		}
		for r, n := range numbers {
			g, ok := back.Glyph(r)
			if !ok || uint16(g) != n {
				t.Fatalf("%q has glyph %d (%t), want %d", r, g, ok, n)
			}
			was, _ := f.Glyph(r)
			if back.Advance(g) != f.Advance(was) || subset.Advance(n) != f.Advance(was) {
				t.Fatalf("%q is %v wide, was %v", r, back.Advance(g), f.Advance(was))
			}
		}
	})
}

// A composed letter brings what it is composed of, and a glyph that is added
// twice has two numbers.
func TestSubsetIsWhole(t *testing.T) {
	f := regular(t)
	plain, composed := f.NewSubset(), f.NewSubset()
	plain.Add(glyph(t, f, 'A'))
	composed.Add(glyph(t, f, 'Ǻ'))
	if len(composed.File(nil)) <= len(plain.File(nil)) {
		t.Error("a composed letter came without its parts")
	}
	if a, b := plain.Add(glyph(t, f, ' ')), plain.Add(glyph(t, f, ' ')); a == b || plain.Len() != 4 {
		t.Errorf("numbers %d and %d of %d", a, b, plain.Len())
	}
}
