package diff

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
)

// reviewed is a comparison of two frameworks, a and b, with a crosswalk whose
// pairs are these lines of YAML.
func reviewed(t rapid.TB, a, b *rubric.Framework, pairs string) *Comparison {
	t.Helper()
	return Compare(a, b, Options{Review: reviewOf(t, a, b, pairs)})
}

func reviewOf(t rapid.TB, a, b *rubric.Framework, pairs string) *Review {
	t.Helper()
	text := "crosswalk: v1\nsource: " + a.ID + "\ntarget: " + b.ID + "\npairs:\n"
	for line := range strings.Lines(pairs) {
		text += "  - {" + strings.TrimSpace(line) + "}\n"
	}
	c, findings := crosswalk.Parse("c.yaml", []byte(text))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	rows, findings := c.Hold(a, b)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return &Review{Crosswalk: c, Rows: rows}
}

func coveredItem(t rapid.TB, c *Comparison, s Side, code string) Covered {
	t.Helper()
	for _, covered := range c.Coverage.Items {
		if covered.Side == s && covered.Item.Code == code {
			return covered
		}
	}
	t.Fatalf("%s %s is not covered", s, code)
	return Covered{}
}

// What people found outranks what is computed, in both directions.
func TestReviewOutranksTheComputed(t *testing.T) {
	a, b := pair(schools, offices)
	c := reviewed(t, a, b, "source: '1.1', target: B1, relation: broader\nsource: '1.1', target: A1, relation: none\nsource: '2.1', relation: none, note: not asked\n")
	one := coveredItem(t, c, SourceSide, "1.1")
	if one.Standing() != FoundByReview || one.Matches[0].Target.Code != "B1" || one.Matches[0].Row.Relation != crosswalk.Broader {
		t.Errorf("1.1 stands as %s with %+v", one.Standing(), one.Matches)
	}
	if slices.ContainsFunc(one.Matches, func(m Match) bool { return m.Target.Code == "A1" }) {
		t.Error("a rejected pair is a candidate all the same")
	}
	gap := coveredItem(t, c, SourceSide, "2.1")
	if gap.Standing() != ConfirmedGap || gap.Gap.Note != "not asked" || c.Gaps.Source[0].Item.Code != "2.1" {
		t.Errorf("2.1 stands as %s; the gaps are %v", gap.Standing(), codes(c.Gaps.Source))
	}
	if back := coveredItem(t, c, TargetSide, "B1"); back.Standing() != FoundByReview {
		t.Errorf("B1 stands as %s", back.Standing())
	}
	if back := coveredItem(t, c, TargetSide, "A1"); slices.ContainsFunc(back.Matches, func(m Match) bool { return m.Source.Code == "1.1" }) {
		t.Error("seen from the target, a rejected pair is a candidate all the same")
	}
	n := c.Coverage.Source
	if n.Of(FoundByReview) != 1 || n.Of(ConfirmedGap) != 1 || n.AtLeast(FoundByReview) != 1 || n.AtLeast(SeemsNothing) != n.Indicators-1 {
		t.Errorf("counts %+v", n)
	}
	if p := c.Provenance.Crosswalk; p.Rows != 3 || p.Matches != 1 || p.Gaps != 1 || p.Rejected != 1 {
		t.Errorf("the crosswalk is said to be %+v", p)
	}
}

// A row whose text has changed does not count, and is listed.
func TestStaleRowsDoNotCount(t *testing.T) {
	a, b := pair(schools, offices)
	c := reviewed(t, a, b, "source: '1.1', target: B1, relation: same, source_text: aaaaaaaa\nsource: '2.1', relation: none, source_text: bbbbbbbb\n")
	if one := coveredItem(t, c, SourceSide, "1.1"); one.Standing() == FoundByReview || one.Matches[0].Status != Stale {
		t.Errorf("1.1 stands as %s with %+v", one.Standing(), one.Matches)
	}
	if gap := coveredItem(t, c, SourceSide, "2.1"); gap.Gap != nil {
		t.Error("a stale none is a confirmed gap")
	}
	if len(c.Stale()) != 2 || c.Coverage.Source.Of(FoundByReview)+c.Coverage.Source.Of(ConfirmedGap) != 0 {
		t.Errorf("stale %+v, counts %+v", c.Stale(), c.Coverage.Source)
	}
}

// What follows from other crosswalks stands between the two, and never beside
// what people said of the pair.
func TestDerivedStandsBetween(t *testing.T) {
	a, b := pair(schools, offices)
	chain := reviewOf(t, a, b, "source: '1.1', target: A2, relation: related\nsource: '1.2', target: A2, relation: narrower\n")
	c := Compare(a, b, Options{Chain: chain, Review: reviewOf(t, a, b, "source: '1.1', target: A2, relation: none\n")})
	if one := coveredItem(t, c, SourceSide, "1.1"); len(one.With(Derived)) != 0 {
		t.Errorf("rejected by people, and derived: %+v", one.Matches)
	}
	if two := coveredItem(t, c, SourceSide, "1.2"); two.Standing() != FoundByChain || two.Matches[0].Row.Relation != crosswalk.Narrower {
		t.Errorf("1.2 stands as %s with %+v", two.Standing(), two.Matches)
	}
}

// An item has as many candidates as were asked for, however many of the best
// people have rejected.
func TestRejectedCandidatesAreReplaced(t *testing.T) {
	a, b := pair("1 coach teachers with feedback\n", "x coach teachers\ny teachers with feedback\nz coach\n")
	c := Compare(a, b, Options{Top: 2, Review: reviewOf(t, a, b, "source: 1, target: x, relation: none\n")})
	var got []string
	for _, m := range c.Matches {
		got = append(got, m.Target.Code)
	}
	if !slices.Equal(got, []string{"y", "z"}) {
		t.Errorf("candidates %v", got)
	}
}

// decide draws a decision for some rows of a draft.
func decide(t *rapid.T, d crosswalk.Draft) crosswalk.Draft {
	gaps, matched := map[string]bool{}, map[string]bool{}
	for i := range d.Lines {
		l := &d.Lines[i]
		names := []string{"s" + l.Source, "t" + l.Target}
		none := l.Source == "" || l.Target == ""
		switch {
		case none && !matched[names[0]] && !matched[names[1]] && rapid.IntRange(0, 5).Draw(t, "gap") == 0:
			l.Relation, gaps[names[0]], gaps[names[1]] = crosswalk.None, l.Source != "", l.Target != ""
		case !none && rapid.IntRange(0, 3).Draw(t, "decision") == 0 && !gaps[names[0]] && !gaps[names[1]]:
			l.Relation = rapid.SampledFrom(crosswalk.Relations()[:6]).Draw(t, "relation")
			if l.Relation != crosswalk.None {
				matched[names[0]], matched[names[1]] = true, true
			}
		}
	}
	return d
}

// Whatever people decide in a draft, in whichever form: the next draft has every
// decision as it was, the same again the next time, and each indicator is named.
func TestDraftsKeepDecisions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pair(worded(t), worded(t))
		a.Language = "fr" // compared by words alone, which is quicker
		format := rapid.SampledFrom(crosswalk.Formats()).Draw(t, "format")
		first := decide(t, Compare(a, b, Options{Top: 2}).Draft(nil))
		second := redraft(t, a, b, format, first)
		third := redraft(t, a, b, format, second)
		if one, two := written(t, format, second), written(t, format, third); !bytes.Equal(one, two) {
			t.Errorf("a draft of a draft is another:\n%s\n%s", one, two)
		}
		if d := decisions(first); !slices.Equal(d, decisions(second)) {
			t.Errorf("decided %q, kept %q", d, decisions(second))
		}
		named := map[string]bool{}
		for _, l := range second.Lines {
			named["s"+l.Source], named["t"+l.Target] = true, true
		}
		for _, it := range a.Indicators() {
			if !named["s"+it.Code] {
				t.Errorf("no line is about source %s", it.Code)
			}
		}
		for _, it := range b.Indicators() {
			if !named["t"+it.Code] {
				t.Errorf("no line is about target %s", it.Code)
			}
		}
	})
}

func redraft(t *rapid.T, a, b *rubric.Framework, f crosswalk.Format, d crosswalk.Draft) crosswalk.Draft {
	c, findings := crosswalk.Parse("draft", written(t, f, d))
	if err := findings.Err(); err != nil {
		t.Fatalf("%v\n%s", err, written(t, f, d))
	}
	rows, findings := c.Hold(a, b)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return Compare(a, b, Options{Top: 2, Review: &Review{c, rows}}).Draft(rows)
}

func written(t *rapid.T, f crosswalk.Format, d crosswalk.Draft) []byte {
	var out bytes.Buffer
	if err := f.Write(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func decisions(d crosswalk.Draft) []string {
	var out []string
	for _, l := range d.Lines {
		if l.IsDecided() {
			out = append(out, fmt.Sprintf("%s %s %s %s %s", l.Source, l.Target, l.Relation, l.SourceText, l.TargetText))
		}
	}
	slices.Sort(out)
	return out
}
