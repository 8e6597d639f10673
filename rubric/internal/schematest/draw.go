package schematest

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/yamldoc"
)

// Some draws each of the given pairs, or leaves it out.
func Some(t *rapid.T, pairs ...yamldoc.Pair) []yamldoc.Pair {
	return slices.DeleteFunc(pairs, func(p yamldoc.Pair) bool { return rapid.Bool().Draw(t, "without "+p.Key.Value) })
}

// Slips is what slips into places where it does not belong.
type Slips struct {
	Values func() []*yamldoc.Node
	Keys   []string
}

// OddValues are values that are wrong in most places.
func OddValues() []*yamldoc.Node {
	return []*yamldoc.Node{
		Plain(""), Quoted(""), Quoted(" "), Quoted("\n"), Plain("0"), Plain("-1"), Plain("2"), Plain("0.5"), Quoted("3"), Quoted(".5"), Plain("1e3"), Plain("007"),
		Plain("true"), Plain("yes"), Quoted("true"), Plain("v2"), List(), List(Plain("a")), List(Plain("")), List(Mapping()), Mapping(),
	}
}

// slip changes one place of a tree as an editor might.
func (s Slips) slip(t *rapid.T, root *yamldoc.Node) {
	n := rapid.SampledFrom(nodes(root)).Draw(t, "place")
	if n.Kind != yamldoc.Map || len(n.Pairs) == 0 || rapid.Bool().Draw(t, "value") {
		*n = *rapid.SampledFrom(s.Values()).Draw(t, "odd value")
		return
	}
	i, key := rapid.IntRange(0, len(n.Pairs)-1).Draw(t, "pair"), rapid.SampledFrom(s.Keys).Draw(t, "odd key")
	switch rapid.IntRange(0, 2).Draw(t, "change") {
	case 0:
		n.Pairs = slices.Delete(n.Pairs, i, i+1)
	case 1:
		n.Pairs[i].Key = Quoted(key)
	default:
		n.Pairs = append(n.Pairs, Pair(key, rapid.SampledFrom(s.Values()).Draw(t, "odd value")))
	}
}

// AgreeOverTrees tests that the reader and the schema agree over files that are
// drawn, with and without slips.
func (r Reader) AgreeOverTrees(t *testing.T, draw func(*rapid.T) *yamldoc.Node, slips Slips) {
	t.Helper()
	r.AgreeOver(t, func(t *rapid.T) []byte {
		root := draw(t)
		for range rapid.IntRange(0, 2).Draw(t, "slips") {
			slips.slip(t, root)
		}
		return []byte(Emit(root))
	})
}

// AgreeOver tests that the reader and the schema agree over files that are drawn,
// and that there are files of both kinds: such as are taken, and such as are refused.
func (r Reader) AgreeOver(t *testing.T, draw func(*rapid.T) []byte) {
	t.Helper()
	var taken, refused int
	rapid.Check(t, func(t *rapid.T) {
		data := draw(t)
		r.Agree(t, data)
		if r.Read(data).HasErrors() {
			refused++
		} else {
			taken++
		}
	})
	if taken == 0 || refused == 0 {
		t.Errorf("%d files without errors and %d with: both are needed", taken, refused)
	}
}

// ReadAsDrawn tests that what is drawn is read as it was drawn: no slip is lost on
// the way.
func ReadAsDrawn(t *testing.T, draw func(*rapid.T) *yamldoc.Node) {
	t.Helper()
	rapid.Check(t, func(t *rapid.T) {
		root := draw(t)
		again, findings := yamldoc.Parse("f.yaml", []byte(Emit(root)))
		if len(findings) > 0 || Emit(again) != Emit(root) {
			t.Errorf("%v\n%s\nbecame\n%s", findings, Emit(root), Emit(again))
		}
	})
}
