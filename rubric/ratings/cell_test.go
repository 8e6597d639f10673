package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
)

// parse loads a framework that a test writes itself.
func parse(t testing.TB, text string) *rubric.Framework {
	t.Helper()
	f, findings := load.Framework("test.yaml", []byte(text))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

// halves is a scale with half points, words for its null states, and one item
// whose cells have labels of their own.
const halves = `
rubric: v1
id: halves
title: Halves
scale:
  levels: {1: {label: Poor, aliases: [Weak, "☹"]}, 2: Fair, 3: {label: Very good}, 4: {label: Strongly agree, from: 3.5}}
  step: 0.5
  nulls: {not_applicable: [N/A, "-"], not_observed: [NO]}
items:
  a: {text: Any item}
  b: {text: Own words, levels: {1: {label: Novice, text: …}, 4: {label: Expert, text: …}}}
`

// What a cell means, or the code of its reject and what is suggested.
func TestCells(t *testing.T) {
	for text, want := range map[string]string{
		"3": "3", "3.0": "3", "3,0": "3", "03": "3", "3.5": "7/2", "3,50": "7/2", "2.5": "5/2",
		"Very good": "3", " VERY\u00a0 good\u200b": "3", "weak": "1", "☹": "1", "poor": "1",
		"3 - Very good": "3", "3: very good": "3", "3. Very good": "3", "3) Very good": "3", "3=Very good": "3", "3 Very good": "3",
		"3,0 – Very good": "3", "(3) Very good": "3", "Very good (3)": "3", "Strongly agree [4]": "4", "Strongly agree - 4": "4", "Fair - Fair": "2",
		"n/a": "not_applicable", "-": "not_applicable", "no": "not_observed", "NOT OBSERVED": "not_observed", "no answer": "missing",
		"3 - Fair": "ambiguous-level", "Fair (3)": "ambiguous-level",
		"3;4": "multiple-values", "3; 7": "multiple-values", "3/4": "multiple-values", "3-4": "multiple-values", "3 4": "multiple-values", "2 and 3": "multiple-values",
		"Poor, Fair": "multiple-values", "Poor\nFair": "multiple-values", "Poor - Fair": "multiple-values", "1 to 4": "multiple-values",
		"4-Mar": "looks-like-date", "Mar-4": "looks-like-date", "4. Mrz": "looks-like-date", "4-mars": "looks-like-date", "04-Mar-25": "looks-like-date",
		"1-1-19": "looks-like-date", "2025-10-01": "looks-like-date", "10/1/2025": "looks-like-date",
		"0.5": "out-of-range", "-1": "out-of-range", "\u22121": "out-of-range", "4.5": "out-of-range", "400000000000000000": "out-of-range",
		"2.75": "off-grid", "2,25": "off-grid",
		"Fiar": "unknown-label Fair", "4 - Strongly agre": "unknown-label Strongly agree", "true": "unknown-label", "NA": "unknown-label N/A", "NX": "unknown-label", "a": "unknown-label",
		"Expert": "unknown-label", "3.": "unknown-label", "1e0": "unknown-label", "3%": "unknown-label", "#N/A": "unknown-label N/A", "\"": "unknown-label",
	} {
		if got := meaningOf(t, "a", text); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
	for text, want := range map[string]string{"Novice": "1", "expert": "4", "4 - Expert": "4", "Fair": "2", "Strongly agree": "4", "1 - Expert": "ambiguous-level"} {
		if got := meaningOf(t, "b", text); got != want {
			t.Errorf("%q is %s for an item with words of its own, want %s", text, got, want)
		}
	}
}

// meaningOf reads one cell of an item.
func meaningOf(t *testing.T, item, text string) string {
	t.Helper()
	file := line("ratee", "rater", "item", "rating") + line("Ada", "r", item, text)
	r, _ := read(t, parse(t, halves), ratings.Options{}, csv(file))
	switch {
	case len(r.Rejects) == 1 && len(all(t, r)) == 0:
		return strings.TrimSpace(r.Rejects[0].Code + " " + r.Rejects[0].Suggestion)
	case len(all(t, r)) != 1 || len(r.Rejects) > 0:
		return fmt.Sprintf("%+v", r)
	case all(t, r)[0].State != rubric.Rated:
		return all(t, r)[0].State.String()
	}
	return all(t, r)[0].Value.Rat().RatString()
}

// What the caller tells comes before everything that the scale says.
func TestToldNullsComeFirst(t *testing.T) {
	o := ratings.Options{Nulls: map[string]rubric.State{"0": rubric.NotObserved, "Poor": rubric.Missing}}
	r, _ := read(t, parse(t, halves), o, csv("ratee,a,b\nAda,0,POOR\n"))
	if want := (rubric.Ledger{Cells: 2, NotObserved: 1, Missing: 1}); r.Ledger != want {
		t.Errorf("%+v", r.Ledger)
	}
}

// A cell of any length gives a message that can be read.
func TestLongCells(t *testing.T) {
	r, _ := read(t, parse(t, halves), ratings.Options{}, csv("ratee,a,b\nAda,"+strings.Repeat("x", 1<<16)+",3\n"))
	if len(r.Rejects) != 1 || len(r.Rejects[0].Message) > 300 || len(r.Rejects[0].Value) > 300 {
		t.Errorf("%.400v", r.Rejects)
	}
}
