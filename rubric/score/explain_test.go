package score_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/score"
)

// treeOf writes an origin as nested brackets: words, value, what is left out,
// the lines of its ratings.
func treeOf(o score.Origin) string {
	out := o.Item + strings.TrimRight(":"+strings.Join([]string{o.Group, o.Rater, o.Occasion}, "."), ".:")
	out += "=" + o.Score.String()
	for _, v := range o.Ratings {
		out += fmt.Sprintf("@%d", v.At.Line)
	}
	if len(o.Parts) == 0 {
		return out
	}
	var parts []string
	for _, p := range o.Parts {
		part := treeOf(p.Origin)
		if p.Weight.String() != "1" {
			part += "×" + p.Weight.String()
		}
		if p.Left != "" {
			part += "!" + p.Left
		}
		if !p.Filled.IsNone() {
			part += "?" + p.Filled.String()
		}
		parts = append(parts, part)
	}
	return out + "[" + strings.Join(parts, " ") + "]"
}

func TestExplain(t *testing.T) {
	const worked = "ratee,rater,group,occasion,item,rating\nAda,s,sup,1,a,2\nAda,s,sup,2,a,3\nAda,t,peer,2,a,4\nAda,me,self,2,a,4\nAda,s,sup,2,b,Not observed\n"
	stages := "stages: [{over: occasion, how: latest}, {over: rater, how: mean}, {over: group, how: mean, weights: {self: 0, sup: 2, '*': 1}%s}, {over: Item, how: mean}]\nround: {places: 0, when: each_stage}"
	for _, c := range []struct{ name, group, want string }{
		{"an item", "", "a=3[a:self=4[a:self.me=4[a:self.me.2=4@5]]×0!weighs 0 a:sup=3[a:sup.s=3[a:sup.s.1=2@2!not the latest a:sup.s.2=3@3]]×2 a:peer=4[a:peer.t=4[a:peer.t.2=4@4]]]"},
		{"a group that is suppressed", ", min_raters: {peer: 2}", "a=3[a:self=4[a:self.me=4[a:self.me.2=4@5]]×0!weighs 0 a:sup=3[a:sup.s=3[a:sup.s.1=2@2!not the latest a:sup.s.2=3@3]]×2 a:peer=[a:peer.t=4[a:peer.t.2=4@4]]!suppressed:n=1<2]"},
	} {
		f := parseFramework(t, "framework.yaml", flat)
		p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\n"+fmt.Sprintf(stages, c.group)+"\n")
		e, err := score.Explain(f, p, table(t, f, "r.csv", worked), "Ada", "a")
		if err != nil {
			t.Fatal(err)
		}
		if got := treeOf(e.Origin); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// What stands for missing values, and what rounding changed.
func TestExplainFillsAndRounding(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\nstages: [{over: Item, how: mean, missing: lowest}]\nround: {places: 1, when: each_stage}\n")
	e, err := score.Explain(f, p, table(t, f, "r.csv", "ratee,rater,item,rating\nAda,s,a,4\nAda,s,b,4\nAda,s,d,N/A\n"), "Ada", rubric.Overall)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := treeOf(e.Origin), "overall:.s=3[a:.s=4@2 b:.s=4@3 c:.s=?1 d:.s=@4!not_applicable]"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	third, err := score.Explain(f, p, table(t, f, "r.csv", "ratee,item,rating\nAda,a,4\nAda,b,4\nAda,c,2\nAda,d,1\n"), "Ada", rubric.Overall)
	if err != nil {
		t.Fatal(err)
	}
	if o := third.Origin; o.Exactly.String() != "11/4" || o.Score.String() != "14/5" {
		t.Errorf("%v, before rounding %v", o.Score, o.Exactly)
	}
}

func TestExplainUnknown(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	book := table(t, f, "r.csv", "ratee,rater,item,rating\nAda,s,a,4\n")
	for _, c := range []struct{ ratee, item, want string }{
		{"Adaa", "a", `nobody named "Adaa" is rated in these files; did you mean "Ada"?`},
		{"Ada", "e", `no item "e" of flat has a score`},
	} {
		if _, err := score.Explain(f, score.DefaultPolicy(), book, c.ratee, c.item); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s, %s: %v, want %s", c.ratee, c.item, err, c.want)
		}
	}
}

// An explanation says what the result says, ends at ratings, and each of its
// means is the mean of the parts that count.
func TestExplanationsAgreeWithResults(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		p, r := drawDrawnPolicy(t).parse(t), drawRatings(t, f)
		for row := range compute(t, f, p, r).Rows() {
			book := rubric.BookOf(f, r)
			book.HasRater, book.HasGroup, book.HasOccasion = true, true, true
			e, err := score.Explain(f, p, book, row.Ratee, row.Item)
			if err != nil {
				t.Fatal(err)
			}
			if e.Row != row || e.Origin.Score.Cmp(row.Score) != 0 {
				t.Fatalf("%+v, explained as %+v, %s", row, e.Row, treeOf(e.Origin))
			}
			checkOrigin(t, e.Origin)
		}
	})
}

// checkOrigin holds what the parts of a plain mean say against its value.
func checkOrigin(t *rapid.T, o score.Origin) {
	for _, p := range o.Parts {
		checkOrigin(t, p.Origin)
	}
	if o.Stage == "" && len(o.Parts) == 0 && !o.Score.IsNone() && len(o.Ratings) == 0 {
		t.Fatalf("%s has a value and no rating", treeOf(o))
	}
	var total, weight exact.Sum
	for _, p := range o.Parts {
		if p.Left == "" && p.Filled.IsNone() {
			total.AddProduct(p.Weight, p.Score)
			weight.Add(p.Weight)
		}
	}
	plain := strings.Contains(o.Stage, " mean") && !strings.Contains(o.Stage, "rescale") && !strings.Contains(o.Stage, "missing")
	if plain && !o.Score.IsNone() && o.Exactly.IsNone() && total.Over(&weight).Cmp(o.Score) != 0 {
		t.Fatalf("%s is not the mean of what counts", treeOf(o))
	}
}
