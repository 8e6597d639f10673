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

// foundWith lists what rules find, each as "line:column code: message".
func foundWith(t *testing.T, text string, o lint.Options) []string {
	t.Helper()
	f, findings := load.Framework("f.yaml", []byte(text))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	o.Source = []byte(text)
	var out []string
	for _, d := range lint.RunWith(f, o) {
		out = append(out, fmt.Sprintf("%d:%d %s: %s", d.Start.Line, d.Start.Column, d.Code, d.Message))
	}
	return out
}

// example is a framework text and what a rule finds in it.
type example struct {
	text string
	want []string
}

// checkExamples runs one rule; what it should find is given without its code.
func checkExamples(t *testing.T, code diag.Code, examples map[string]example) {
	t.Helper()
	for name, e := range examples {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range foundWith(t, e.text, lint.Options{Select: []diag.Code{code}}) {
				got = append(got, strings.Replace(f, string(code)+": ", "", 1))
			}
			if diff := cmp.Diff(e.want, got); diff != "" {
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
			continue
		}
		if !strings.Contains(page.Text, "It is fine as it stands") {
			t.Errorf("the page of %s does not say when it is fine as it stands", r.Code)
		}
		if says := strings.Contains(page.Text, "off by default"); says != r.Off {
			t.Errorf("%s is off: %t, and its page says so: %t", r.Code, r.Off, says)
		}
	}
}

// A finding has its rule's code and severity, a message, a hint and a place
// with both ends. The examples of the pages are one text for each rule.
func TestFindingsAreComplete(t *testing.T) {
	for _, r := range lint.Rules() {
		page, _ := explain.Find(r.Code)
		text := strings.ReplaceAll(page.Examples()[0].Text, `\xC2\xA0`, "\u00a0")
		f, findings := load.Framework("f.yaml", []byte(text))
		list := lint.RunWith(f, lint.Options{Select: append(lint.Default(), r.Code), Source: []byte(text), Loaded: findings})
		if len(list) != 1 {
			t.Errorf("%s: %d findings in its example", r.Code, len(list))
			continue
		}
		d := list[0]
		if d.Code != r.Code || d.Severity != r.Severity || d.Message == "" || d.Hint == "" {
			t.Errorf("%s: the finding is %+v", r.Code, d)
		}
		if d.Start.IsZero() || d.End.IsZero() || d.File != "f.yaml" {
			t.Errorf("%s lacks a place: %+v", r.Code, d.Span)
		}
	}
}

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

func TestOptions(t *testing.T) {
	const text = head + "items: {a: Always gives • feedback, A: Plans lessons}\n"
	const glyph, codes, absolute = "6:25 stray-glyph: the text of a holds the sign •, which looks copied from a list",
		"6:37 mergeable-codes: other programs may take the code A for a",
		"6:12 absolute-word: the text of a admits no exception: \"Always\""
	for name, c := range map[string]struct {
		o    lint.Options
		want []string
	}{
		"those on by default": {lint.Options{}, []string{glyph, codes}},
		"all":                 {lint.Options{Select: lint.All()}, []string{absolute, glyph, codes}},
		"one":                 {lint.Options{Select: []diag.Code{"absolute-word"}}, []string{absolute}},
		"none":                {lint.Options{Select: []diag.Code{}}, nil},
		"all but one":         {lint.Options{Ignore: []diag.Code{"stray-glyph"}}, []string{codes}},
		"ignored wins":        {lint.Options{Select: lint.All(), Ignore: lint.All()}, nil},
		"an error in the place": {lint.Options{Loaded: diag.List{
			{Span: diag.Span{Start: diag.Pos{Line: 6, Column: 25}}, Severity: diag.Error},
		}}, []string{codes}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, foundWith(t, text, c.o)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What is missing may be what could not be read.
func TestAbsenceWaitsForErrors(t *testing.T) {
	const text = head + "items: {a: {title: A, items: {a1: Plans}}}\n"
	only := []diag.Code{"single-child"}
	if got := foundWith(t, text, lint.Options{Select: only}); len(got) != 1 {
		t.Errorf("without errors: %q, want a single child", got)
	}
	loaded := diag.List{{Span: diag.Span{Start: diag.Pos{Line: 1, Column: 1}}, Severity: diag.Error}}
	if got := foundWith(t, text, lint.Options{Select: only, Loaded: loaded}); len(got) != 0 {
		t.Errorf("with an error elsewhere: %q", got)
	}
}
