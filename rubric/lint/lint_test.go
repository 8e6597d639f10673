package lint_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
)

// head is the first five lines of the frameworks of these tests: what a test
// gives begins in line 6.
const head = "rubric: v1\nid: coaching\ntitle: Coaching\nsource: {title: Handbook, rights: none stated}\nscale: four-levels\n"

// found lists what the rules find, each as "line:column code: message".
func found(t *testing.T, text string) []string {
	t.Helper()
	f, findings := load.Framework("f.yaml", []byte(text))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, d := range lint.Run(f) {
		out = append(out, fmt.Sprintf("%d:%d %s: %s", d.Start.Line, d.Start.Column, d.Code, d.Message))
	}
	return out
}

// example is a framework text and what the rules find in it.
type example struct {
	text string
	want []string
}

func checkExamples(t *testing.T, examples map[string]example) {
	for name, e := range examples {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(e.want, found(t, e.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEveryRuleIsDocumented(t *testing.T) {
	name := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	var codes []diag.Code
	for _, r := range lint.Rules() {
		if !name.MatchString(string(r.Code)) || slices.Contains(codes, r.Code) {
			t.Errorf("the code %q is no lower-case name of its own", r.Code)
		}
		codes = append(codes, r.Code)
		if r.About == "" || strings.Contains(r.About, "\n") {
			t.Errorf("%s: the line about the rule is %q", r.Code, r.About)
		}
		if r.Severity == diag.Error {
			t.Errorf("%s is an error, but what keeps a file from use is found by the loader", r.Code)
		}
		page, ok := explain.Find(r.Code)
		if !ok {
			t.Errorf("%s has no page", r.Code)
		} else if !strings.Contains(page.Text, "It is fine as it stands") {
			t.Errorf("the page of %s does not say when it is fine as it stands", r.Code)
		}
	}
}

// A finding of a rule has the rule's code and severity, a message and a hint.
func TestFindingsAreComplete(t *testing.T) {
	f, findings := load.Framework("f.yaml", []byte(everything))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	reported := map[diag.Code]bool{}
	severities := map[diag.Code]diag.Severity{}
	for _, r := range lint.Rules() {
		severities[r.Code] = r.Severity
	}
	list := lint.Run(f)
	for _, d := range list {
		reported[d.Code] = true
		if s, ok := severities[d.Code]; !ok || s != d.Severity {
			t.Errorf("%s: no rule has that code and severity", d)
		}
		if d.Message == "" || d.Hint == "" || d.Start.IsZero() || d.File != "f.yaml" {
			t.Errorf("%+v lacks words or a place", d)
		}
	}
	for code := range severities {
		if !reported[code] {
			t.Errorf("%s is not found in the text that breaks every rule", code)
		}
	}
	if diff := cmp.Diff(list.Sorted(), list); diff != "" {
		t.Errorf("the findings are not sorted:\n%s", diff)
	}
}

// everything breaks every rule once.
const everything = `rubric: v1
id: coaching
title: Coaching
tiers: [Area]
scale: four-levels
items:
  "1":
    title: Feedback
    items:
      "1.1": • Observes lessons
      "1.2": Gives <b>feedback</b>
      "1.10": Reflects
      "2.3": Reflects
`

// Run takes frameworks that were built by hand, which have no places.
func TestFrameworkWithoutPlaces(t *testing.T) {
	f := &rubric.Framework{ID: "x", Tiers: []string{"A", "B"}, Items: []*rubric.Item{
		{Code: "1", Text: "# Observes"}, {Code: "1.0", Text: "# observes"},
	}}
	f.Index()
	var got []diag.Code
	for _, d := range lint.Run(f) {
		got = append(got, d.Code)
	}
	slices.Sort(got)
	want := []diag.Code{"duplicate-text", "mergeable-codes", "missing-source", "tiers-depth", "unsupported-markup", "unsupported-markup"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
