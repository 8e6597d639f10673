package repair_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/diag"
)

// both joins two spoilt versions of a draft in one file, nil where they change
// more than a line each, or lines that are not well apart.
func both(d *draft, a, b *spoilt) *spoilt {
	const apart = 6
	was := d.texts()
	if a == nil || b == nil || len(a.lines) != len(was) || len(b.lines) != len(was) {
		return nil
	}
	out := &spoilt{lines: slices.Clone(a.lines), places: slices.Concat(a.places, b.places)}
	first, second := changed(was, a.lines), changed(was, b.lines)
	if len(first) != 1 || len(second) != 1 || max(first[0]-second[0], second[0]-first[0]) < apart {
		return nil
	}
	out.lines[second[0]] = b.lines[second[0]]
	return out
}

func changed(was, now []string) []int {
	var out []int
	for n := range was {
		if was[n] != now[n] {
			out = append(out, n)
		}
	}
	return out
}

// foundBoth reports whether each slip is among the errors, in its place or
// mended along with another of its kind, and nothing else is.
func foundBoth(a, b *spoilt, errors diag.List) bool {
	return len(errors) <= 2 && found(a, errors) && found(b, errors)
}

func found(s *spoilt, errors diag.List) bool {
	return slices.ContainsFunc(s.places, func(p place) bool {
		return slices.ContainsFunc(errors, func(d diag.Diagnostic) bool {
			return d.Start.Line == p.line || slices.ContainsFunc(d.Edits, func(e diag.Edit) bool { return e.Start.Line == p.line })
		})
	})
}

// TestTwoSlips spoils drafts in two ways at once: mostly both are found in one
// run, and nothing that is none.
func TestTwoSlips(t *testing.T) {
	const pairs, floor = 40, 80
	ds := drafts(t)
	r := rand.New(rand.NewPCG(7, 7))
	right := 0
	for tried := 0; tried < pairs; {
		d := ds[r.IntN(len(ds))]
		d.r = r
		a, b := kinds[r.IntN(len(kinds))].spoil(d), kinds[r.IntN(len(kinds))].spoil(d)
		s := both(d, a, b)
		if s == nil || readable(a) || readable(b) {
			continue
		}
		tried++
		if foundBoth(a, b, errorsOf(s.text())) {
			right++
		}
	}
	if 100*right < floor*pairs {
		t.Errorf("both slips found in %d of %d files, want %d %%", right, pairs, floor)
	}
}

// misspelt is the draft with two of its keys misspelt, which YAML does not
// mind.
func misspelt(d *draft) []string {
	out := d.texts()
	for range 2 {
		if n := d.pick(func(l line) bool { return l.part == keyed && strings.HasSuffix(l.text[:l.colon], "title") }); n >= 0 {
			out[n] = strings.Replace(out[n], "title", "titel", 1)
		}
	}
	return out
}

// TestSlipAmongOtherMistakes spoils drafts that have two other mistakes: they
// do not keep the slip from being found, and are found themselves.
func TestSlipAmongOtherMistakes(t *testing.T) {
	const files, floor = 25, 90
	ds := drafts(t)
	r := rand.New(rand.NewPCG(5, 5))
	right := 0
	for tried := 0; tried < files; {
		d := ds[r.IntN(len(ds))]
		d.r = r
		s := kinds[r.IntN(len(kinds))].spoil(d)
		other := &spoilt{lines: misspelt(d)}
		if s == nil || readable(s) || len(s.lines) != len(other.lines) {
			continue
		}
		was := d.texts()
		for _, n := range changed(was, s.lines) {
			other.lines[n] = s.lines[n]
		}
		tried++
		if found(s, errorsOf(other.text())) {
			right++
		}
	}
	if 100*right < floor*files {
		t.Errorf("the slip is found in %d of %d files, want %d %%", right, files, floor)
	}
}
