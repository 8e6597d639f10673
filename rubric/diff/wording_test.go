package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/match"
)

// pair builds two frameworks of different ids.
func pair(source, target string) (a, b *rubric.Framework) {
	a, b = tree(source), tree(target)
	a.ID, b.ID = "a", "b"
	return a, b
}

const (
	schools = "1 Lead people\n  1.1 coach teachers with weekly feedback\n  1.2 celebrate success\n  1.3 (retired) coach teachers with weekly feedback\n2 Lead systems\n  2.1 plan the budget\n"
	offices = "A Staff\n  A1 give weekly feedback and coach teachers\n  A2 hire fairly\nB Money\n  B1 plan a budget every year\n"
)

func TestWording(t *testing.T) {
	a, b := pair(schools, offices)
	c := Compare(a, b, Options{Top: 2})
	if c.Mode != Frameworks || len(c.Changes) != 0 {
		t.Fatalf("mode %s, changes %v", c.Mode, c.Changes)
	}
	first := c.Matches[0]
	if first.Source.Code != "1.1" || first.Target.Code != "A1" || first.Rank != 1 || first.Status != Computed || first.Word < match.Likely || len(first.Evidence) == 0 {
		t.Errorf("first match %+v", first)
	}
	if got := codes(c.Gaps.Source); !slices.Equal(got, []string{"1.2"}) {
		t.Errorf("nothing similar for %v", got)
	}
	if got := codes(c.Gaps.Target); !slices.Equal(got, []string{"A2"}) {
		t.Errorf("nothing similar in the other direction for %v", got)
	}
	if best := c.Gaps.Source[0].Best(); best == nil || best.Word != match.Nothing {
		t.Errorf("what came nearest, and fell short: %+v", best)
	}
	for _, m := range slices.Concat(c.Matches, c.Reverse, c.Parents) {
		if m.Source.IsRetired() || m.Rank > 2 {
			t.Errorf("match %+v", m)
		}
	}
}

func codes(list []Covered) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.Item.Code)
	}
	return out
}

func TestCoverageOfParents(t *testing.T) {
	a, b := pair(schools, offices)
	c := Compare(a, b, Options{})
	var got []string
	for _, covered := range c.Coverage.Items {
		got = append(got, string(covered.Side)+" "+covered.Item.Code)
		if covered.Item.Code == "1" && (covered.Indicators != 2 || covered.AtLeast(SeemsLikely) != 1 || covered.Of(SeemsNothing) != 1) {
			t.Errorf("the counts of 1 are %+v", covered.Counts)
		}
		if covered.Item.Code == "B" && (covered.Best() == nil || covered.Best().Source.Code != "2") {
			t.Errorf("the part most like B is %+v", covered.Best())
		}
	}
	want := []string{"source 1", "source 1.1", "source 1.2", "source 2", "source 2.1", "target A", "target A1", "target A2", "target B", "target B1"}
	if !slices.Equal(got, want) {
		t.Errorf("covered %v", got)
	}
}

// worded draws a tree whose items share some words, and so are more or less
// similar.
func worded(t *rapid.T) string {
	word := rapid.SampledFrom(strings.Fields("coach plan trust data goals feedback teams budgets vision staff hire listen growth schools"))
	var b strings.Builder
	for line := range strings.Lines(items(t)) {
		text := rapid.SliceOfN(word, 1, 8).Draw(t, "text")
		fmt.Fprintf(&b, "%s %s\n", strings.TrimSuffix(line, "\n"), strings.Join(text, " "))
	}
	return b.String()
}

// The counts of a framework, of its parents at one depth, and its list of gaps
// agree, whatever is compared.
func TestCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pair(worded(t), worded(t))
		c := Compare(a, b, Options{Top: 3})
		for _, side := range []struct {
			name Side
			of   *rubric.Framework
			all  Counts
			gaps []Covered
		}{{SourceSide, a, c.Coverage.Source, c.Gaps.Source}, {TargetSide, b, c.Coverage.Target, c.Gaps.Target}} {
			total := 0
			for _, w := range Standings() {
				total += side.all.Of(w)
			}
			if n := len(side.of.Indicators()); side.all.Indicators != n || total != n || side.all.AtLeast(SeemsNothing) != n {
				t.Errorf("%s: %d indicators, counts %+v", side.name, n, side.all)
			}
			if len(side.gaps) != side.all.Of(SeemsNothing) {
				t.Errorf("%s: %d gaps, counts %+v", side.name, len(side.gaps), side.all)
			}
			if !slices.IsSortedFunc(side.gaps, func(a, b Covered) int { return int(a.score() - b.score()) }) {
				t.Errorf("%s: the least similar does not stand first", side.name)
			}
			tops := 0
			for _, covered := range c.Coverage.Items {
				if covered.Side == side.name && covered.Item.Depth() == 0 {
					tops += covered.Indicators
				}
			}
			if tops != side.all.Indicators {
				t.Errorf("%s: the tops count %d of %d indicators", side.name, tops, side.all.Indicators)
			}
		}
	})
}

func TestFlatFrameworks(t *testing.T) {
	a, b := pair("1 coach teachers\n2 plan\n", "x plan budgets\n")
	if c := Compare(a, b, Options{}); len(c.Parents) != 0 || len(c.Matches) != 2 {
		t.Errorf("parents %v, matches %v", c.Parents, c.Matches)
	}
	a, b = pair("1 coach teachers\n", offices)
	c := Compare(a, b, Options{})
	if len(c.Parents) != 2 || c.Parents[0].Target.Code != "A" {
		t.Errorf("a flat framework beside the parents of the other: %+v", c.Parents)
	}
}

func TestReaches(t *testing.T) {
	var c Counts
	for _, w := range []Standing{SeemsClose, SeemsPossible, SeemsNothing} {
		c.add(w)
	}
	for _, tt := range []struct {
		percent string
		word    Standing
		want    bool
	}{
		{"33.3", SeemsClose, true}, {"33.33333333333333", SeemsClose, true}, {"33.4", SeemsClose, false},
		{"33.4", SeemsLikely, false}, {"66.6", SeemsPossible, true}, {"66.7", SeemsPossible, false}, {"0", SeemsClose, true},
	} {
		if got := c.Reaches(number(tt.percent), tt.word); got != tt.want {
			t.Errorf("%s%% %s: %t", tt.percent, tt.word, got)
		}
	}
	if (Counts{}).Reaches(number("0"), SeemsPossible) {
		t.Error("without indicators nothing is reached")
	}
}

func TestExplain(t *testing.T) {
	a, b := pair(schools, offices)
	c := Compare(a, b, Options{})
	for _, tt := range []struct {
		code  string
		known bool
		first string
	}{{"1.1", true, "A1"}, {"2", true, "B"}, {"1.2", true, "A1"}, {"1.3", false, ""}, {"A1", false, ""}, {"9", false, ""}} {
		e, ok := c.Explain(tt.code)
		first := ""
		if len(e.Found.Matches) > 0 {
			first = e.Found.Matches[0].Target.Code
		}
		if ok != tt.known || first != tt.first {
			t.Errorf("%s: %t, first candidate %q", tt.code, ok, first)
		}
	}
}

func TestProvenance(t *testing.T) {
	a, b := pair(schools, offices)
	b.Language, b.Version, b.SHA256 = "fr", "2", "abc"
	p := Compare(a, b, Options{Top: 7}).Provenance
	if p.Target.ID != "b" || p.Target.Version != "2" || p.Target.SHA256 != "abc" || p.Target.Fingerprint != b.Fingerprint() {
		t.Errorf("target %+v", p.Target)
	}
	if p.Method.Name != "words" || p.Method.Pairs != 9 || p.Method.Median == nil || p.Method.Candidates != 7 || len(p.Method.Words) != 4 || len(p.Method.Notes) != 2 {
		t.Errorf("method %+v", p.Method)
	}
	b.Language, b.Items = "", nil
	b.Index()
	if notes := Compare(a, b, Options{}).Provenance.Method.Notes; !slices.Equal(notes, []string{noteEmpty}) {
		t.Errorf("notes %q", notes)
	}
	if p := Compare(a, a, Options{}).Provenance; p.Method.Name != "codes" || p.Method.Candidates != 0 {
		t.Errorf("method %+v", p.Method)
	}
}
