package score_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// leadingStages are the stages that a lead takes, by how many it takes.
var leadingStages = map[int][]string{
	0: {
		"{over: occasion, how: latest}",
		"{over: [occasion, rater], how: mean, need: 2}",
		"{over: [occasion, rater, group], how: mean, weights: {self: 0, '*': 1}}",
		"{over: rater, how: median}", "{over: group, how: sum}", "{over: group, how: mean, missing: zero}", "{over: occasion, how: mean, rescale: [0, 10]}",
		"{over: [occasion, rater, group, items], how: mean}",
		"{over: rater, how: mean}, {over: group, how: mean, min_raters: {peer: 2}}",
	},
	1: {
		"{over: rater, how: mean}", "{over: occasion, how: mean}", "{over: [rater, group], how: mean}", "{over: [occasion, rater, group], how: mean}",
		"{over: rater, how: mean}, {over: group, how: max}",
		"{over: rater, how: mean}, {over: occasion, how: latest}",
		"{over: rater, how: mean}, {over: group, how: mean, need: 2}",
		"{over: rater, how: mean}, {over: group, how: mean, weights: {self: 0, peer: 0.0001, teacher: 0.0001, '*': 1}}",
		"{over: group, how: mean}, {over: [occasion, rater], how: mean, weights: {'2': 3, '*': 1}}",
		"{over: rater, how: mean}, {over: [occasion, group], how: mean, weights: {'2': 3, self: 0, '*': 1}}",
	},
	2: {
		"{over: occasion, how: latest}, {over: rater, how: mean}",
		"{over: occasion, how: latest}, {over: [rater, group], how: mean}, {over: items, how: min}",
		"{over: occasion, how: latest}, {over: [rater, group], how: mean}, {over: items, how: mean, need: 50%}",
		"{over: [occasion, rater], how: mean}, {over: group, how: mean, weights: {self: 0, '*': 0.25, peer: 1.5}}",
		"{over: group, how: mean}, {over: [occasion, rater], how: mean}",
		"{over: occasion, how: mean}, {over: group, how: mean, weights: {self: 0, '*': 1}}, {over: rater, how: mean}",
		"{over: rater, how: mean}, {over: occasion, how: mean}, {over: group, how: mean, weights: {self: 0, '*': 1}}",
	},
	3: {
		"{over: occasion, how: latest}, {over: rater, how: mean}, {over: group, how: mean, weights: {self: 0, '*': 1}}",
		"{over: occasion, how: latest}, {over: group, how: mean}, {over: rater, how: mean}",
		"{over: occasion, how: latest, order: ['2', '30', '030', '10', '2026-01-01', '2026-02-01']}, {over: rater, how: mean}, {over: group, how: mean, weights: {'*': 0}}",
		"{over: rater, how: mean}, {over: items, how: mean}, {over: group, how: max}",
		"{over: occasion, how: latest}, {over: rater, how: mean}, {over: [tier-1, tier-2], how: mean}, {over: group, how: mean}",
	},
	4: {
		"{over: rater, how: mean}, {over: group, how: mean, weights: {self: 0, '*': 1}}, {over: items, how: mean}",
		"{over: occasion, how: latest}, {over: [rater, group], how: mean}, {over: items, how: mean}",
	},
	5: {
		"{over: occasion, how: latest}, {over: rater, how: mean}, {over: group, how: mean, weights: {self: 0, '*': 1}}, {over: items, how: mean, weights: {'*': 2.5}}",
	},
}

// What a lead takes is what is meant: the cases above would else say nothing.
func TestStepsOfLead(t *testing.T) {
	f := crowdFramework()
	for want, cases := range leadingStages {
		for _, stages := range cases {
			p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\nstages: ["+stages+"]\n")
			if got, err := score.StepsOfLead(f, p, crowd(f, 1)); err != nil || got != want {
				t.Errorf("%s: the lead takes %d steps, want %d (%v)", stages, got, want, err)
			}
		}
	}
}

// policyThatBegins makes a policy that begins with some stages, and goes on as
// it likes.
func policyThatBegins(t *rapid.T, stages string) *score.Policy {
	then := rapid.SampledFrom([]string{
		"", "bands: {Low: 1, Mid: 2, High: 3}\n", "bands: {Low: 1, Mid: 2}\nround: {places: 1, when: before_bands}\n", "round: {places: 1, when: each_stage}\n",
	}).Draw(t, "then")
	p, findings := score.ParsePolicy("p.yaml", []byte("policy: v1\nid: p\nstages: ["+stages+"]\n"+then))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return p
}

// drawScales gives some items a scale of other numbers, among them numbers that
// a lead cannot add, and scales of so many steps that marks take more bits.
func drawScales(t *rapid.T, f *rubric.Framework) {
	scales := []*rubric.Scale{nil}
	for _, start := range []rubric.Decimal{rubric.NewDecimal(-15, 1), rubric.NewDecimal(1, 3), rubric.NewDecimal(1, 18), rubric.NewDecimal(1<<40, 0)} {
		scales = append(scales, &rubric.Scale{Levels: []rubric.Level{{Code: "a", Value: start}, {Code: "b", Value: rubric.NewDecimal(1<<41, 0)}, {Code: "z", Value: rubric.NewDecimal(7, 0)}}[:rapid.IntRange(1, 3).Draw(t, "levels")]})
	}
	for _, places := range []uint8{2, 5} {
		scales = append(scales, &rubric.Scale{Step: rubric.NewDecimal(1, places), Levels: []rubric.Level{{Code: "1", Value: rubric.NewDecimal(1, 0)}, {Code: "4", Value: rubric.NewDecimal(4, 0)}}})
	}
	for _, it := range f.Indicators() {
		if s := sometimes(t, "scale", scales...); s != nil {
			it.Scale = s
		}
	}
}

// A lead comes to what its steps come to one by one.
func TestLeadAgainstSteps(t *testing.T) {
	for _, cases := range leadingStages {
		for _, stages := range cases {
			rapid.Check(t, func(t *rapid.T) {
				f := drawFramework(t)
				drawScales(t, f)
				againstSteps(t, f, policyThatBegins(t, stages), drawBook(t, f))
			})
		}
	}
}

// An item that the ratings have no column for is missing on every form.
func TestLeadWithoutColumn(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	fewer := parseFramework(t, "fewer.yaml", strings.Replace(flat, "{a: A, b: B, c: C, d: D}", "{a: A, b: B}", 1))
	againstSteps(t, f, score.DefaultPolicy(), table(t, fewer, "r.csv", "ratee,rater,item,rating\nAda,r,a,3\nAda,s,b,2\n"))
}

// More forms than the lanes of a word can count are counted all the same.
func TestLeadOfManyForms(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	const raters = 600
	var text strings.Builder
	text.WriteString("ratee,rater,occasion,item,rating\n")
	for i := range raters {
		fmt.Fprintf(&text, "Ada,r%d,1,a,%d\nAda,r%d,2,a,%d\nAda,r%d,2,b,Not observed\n", i, 1+i%4, i, 1+i%3, i)
	}
	book := table(t, f, "r.csv", text.String())
	againstSteps(t, f, score.DefaultPolicy(), book)
	r, err := score.Compute(f, score.DefaultPolicy(), book)
	if err != nil {
		t.Fatal(err)
	}
	if row := find(t, r, "Ada", "a"); row.Score.String() != "2" || counts(row) != "1200/0/0/0" {
		t.Errorf("a: %v of %s, want 2 of 1200/0/0/0", row.Score, counts(row))
	}
	if row := find(t, r, "Ada", "b"); counts(row) != "0/0/600/600" {
		t.Errorf("b: %s, want 0/0/600/600", counts(row))
	}
}

// againstSteps demands the same rows, notes, rejects and errors with a lead and
// without.
func againstSteps(t rapid.TB, f *rubric.Framework, p *score.Policy, book *rubric.Book) {
	t.Helper()
	got, gotErr := score.Compute(f, p, book)
	want, wantErr := score.ComputeStepByStep(f, p, book)
	if fmt.Sprint(gotErr) != fmt.Sprint(wantErr) {
		t.Fatalf("%v, step by step %v", gotErr, wantErr)
	}
	if gotErr == nil && (text(got) != text(want) || got.Ledger != want.Ledger) {
		t.Fatalf("%+v\n%s\nstep by step %+v\n%s", got.Ledger, text(got), want.Ledger, text(want))
	}
}

// drawBook makes a book of ratings, in which some dimensions may be missing and
// some cells hold two ratings.
func drawBook(t *rapid.T, f *rubric.Framework) *rubric.Book {
	book := rubric.NewBook(f)
	book.HasRater, book.HasGroup, book.HasOccasion = rapid.Bool().Draw(t, "has rater"), rapid.Bool().Draw(t, "has group"), rapid.Bool().Draw(t, "has occasion")
	w := book.Writer()
	without := rapid.SampledFrom([]string{"", "", "", "rater", "group", "occasion"}).Draw(t, "without")
	for _, v := range drawRatings(t, f) {
		form := v.Form()
		switch without {
		case "rater":
			form.Rater = ""
		case "group":
			form.Group = ""
		case "occasion":
			form.Occasion = ""
		}
		column, _ := book.Column(v.Item)
		mark := book.Mark(column, rubric.Meaning{State: v.State, Value: v.Value})
		w.Begin(form)
		w.Put(column, mark)
	}
	w.Flush()
	if rapid.IntRange(0, 3).Draw(t, "settled") > 0 {
		for form, column := range book.Clashes() {
			book.Put(form, column, rubric.MarkAbsent)
		}
	}
	return book
}
