package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
)

// hostile is a text that every format would take for more than text.
const hostile = "=SUM(1) | [x](javascript:1) <b>*bold*</b> \x1b[31mred"

// compared is a comparison whose texts are hostile, or one of two versions.
func compared(mode diff.Mode) *diff.Comparison {
	a := &rubric.Framework{ID: "a", Title: "A " + hostile, Version: "1 \x1b[2J", Items: []*rubric.Item{
		{Code: "1", Title: "Lead", Items: []*rubric.Item{
			{Code: "1.1", Text: hostile + " coach teachers with feedback"}, {Code: "1.2", Text: "celebrate"},
		}},
	}}
	b := &rubric.Framework{ID: "b", Title: "B", Version: "2", Items: []*rubric.Item{
		{Code: "a-code-that-is-longer-than-many", Text: hostile + " and coach the teachers"}, {Code: "y", Text: "plan"},
	}}
	if mode == diff.Versions {
		b.ID = a.ID
	}
	a.Index()
	b.Index()
	return diff.Compare(a, b, diff.Options{})
}

var modes = []diff.Mode{diff.Frameworks, diff.Versions}

func written(t *testing.T, name string, c *diff.Comparison, o Options) string {
	t.Helper()
	format := Find(CoverageFormats(), name)
	if format == nil {
		t.Fatalf("there is no format %s", name)
	}
	var out bytes.Buffer
	if err := format.Write(&out, c, o); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What operates a terminal never reaches it from a text; colour is only there
// when asked for and adds nothing but itself.
func TestCoverageTable(t *testing.T) {
	ansi := regexp.MustCompile(`\x1b\[[0-9;]*m`)
	for _, mode := range modes {
		c := compared(mode)
		plain := written(t, "table", c, Options{Width: 60})
		if strings.Contains(plain, "\x1b") {
			t.Errorf("%s: the text holds an escape: %q", mode, plain)
		}
		if colored := written(t, "table", c, Options{Width: 60, Color: true}); ansi.ReplaceAllString(colored, "") != plain {
			t.Errorf("%s: colour changes the text", mode)
		}
	}
	for line := range strings.Lines(written(t, "table", compared(diff.Frameworks), Options{Width: 60})) {
		if utf8.RuneCountInString(line)-1 > 60 && !strings.Contains(line, "│") && !strings.Contains(line, "nothing similar") {
			t.Errorf("a line of %d columns: %s", utf8.RuneCountInString(line)-1, line)
		}
	}
}

// Nor does a document that is read on one.
func TestCoverageMarkdownHasNoControlCharacters(t *testing.T) {
	text := written(t, "md", compared(diff.Frameworks), Options{})
	if strings.ContainsFunc(text, func(r rune) bool { return r != '\n' && unicode.IsControl(r) }) {
		t.Errorf("the document holds a control character: %q", text)
	}
}

// Nothing claims more than was computed.
func TestCoverageWording(t *testing.T) {
	claims := regexp.MustCompile(`(?i)equivalen|\bcovers\b|covered|confirmed|missing|%`)
	for _, name := range []string{"table", "md"} {
		text := written(t, name, compared(diff.Frameworks), Options{Width: 200})
		for _, must := range []string{"nothing reviewed yet", "o similar wording found", "Similar wording is not the same expectation"} {
			if !strings.Contains(text, must) {
				t.Errorf("%s does not say %q", name, must)
			}
		}
		if claim := claims.FindString(text); claim != "" {
			t.Errorf("%s says %q", name, claim)
		}
	}
}

func TestCoverageMarkdownEscapesTexts(t *testing.T) {
	unescaped := regexp.MustCompile(`[^\\](<b>|\*bold|\[x)|\d \| x`)
	for _, mode := range modes {
		text := written(t, "md", compared(mode), Options{})
		if raw := unescaped.FindString(text); raw != "" || !strings.Contains(text, `\<b>`) {
			t.Errorf("%s: %q stands unescaped in\n%s", mode, raw, text)
		}
	}
}

func TestCoverageCSV(t *testing.T) {
	for _, mode := range modes {
		plain, excel := written(t, "csv", compared(mode), Options{}), written(t, "csv", compared(mode), Options{Excel: true})
		if !strings.Contains(plain, ",=SUM(1) ") || strings.Contains(excel, ",=SUM(1) ") || !strings.Contains(excel, ",'=SUM(1) ") {
			t.Errorf("%s: formulas:\n%s\nfor Excel:\n%s", mode, plain, excel)
		}
		rows, err := csv.NewReader(strings.NewReader(plain)).ReadAll()
		if err != nil || len(rows) < 3 {
			t.Errorf("%s: %d rows, %v", mode, len(rows), err)
		}
	}
}

// Every indicator and parent of both sides has a row, whether or not there is
// a candidate.
func TestCoverageCSVHasEveryItem(t *testing.T) {
	c := compared(diff.Frameworks)
	rows, err := csv.NewReader(strings.NewReader(written(t, "csv", c, Options{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		code := row[slices.Index(rows[0], row[0])] // the column that the first cell names
		seen[row[0]+" "+code] = true
	}
	for _, covered := range c.Coverage.Items {
		if key := string(covered.Side) + " " + covered.Item.Code; !seen[key] {
			t.Errorf("%s has no row", key)
		}
	}
}

// The field names are a promise; lists are never null.
func TestCoverageJSON(t *testing.T) {
	want := []string{"changes", "coverage", "gaps", "groups", "matches", "mode", "parents", "parents_reverse", "provenance", "ratings", "reverse", "stale", "unchanged"}
	for _, mode := range modes {
		var got map[string]any
		if err := json.Unmarshal([]byte(written(t, "json", compared(mode), Options{})), &got); err != nil {
			t.Fatal(err)
		}
		if keys := slices.Sorted(maps.Keys(got)); !slices.Equal(keys, want) {
			t.Errorf("%s: fields %v", mode, keys)
		}
		gaps, coverage := got["gaps"].(map[string]any), got["coverage"].(map[string]any)
		for _, list := range []any{got["matches"], got["reverse"], got["parents"], got["changes"], got["ratings"], got["stale"], got["groups"], gaps["source"], gaps["target"], coverage["items"]} {
			if list == nil {
				t.Errorf("%s: a list is null", mode)
			}
		}
		if got["mode"] != string(mode) {
			t.Errorf("mode %v, want %s", got["mode"], mode)
		}
	}
}

// An indicator is either read first or has candidates, and no candidate is
// worded like nothing.
func TestIndicatorsStandInOneList(t *testing.T) {
	a := &rubric.Framework{ID: "a", Items: []*rubric.Item{{Code: "1", Text: "coach teachers with weekly feedback"}, {Code: "2", Text: "celebrate"}}}
	b := &rubric.Framework{ID: "b", Items: []*rubric.Item{
		{Code: "x", Text: "weekly feedback to teachers"}, {Code: "y", Text: "visit classrooms, plan budgets, hire and coach staff"},
	}}
	a.Index()
	b.Index()
	d := direction{diff.Compare(a, b, diff.Options{}), diff.SourceSide}
	lists := d.candidates()
	if len(d.Matches) != 2 || len(lists) != 1 || len(lists[0]) != 1 || lists[0][0].Target.Code != "x" {
		t.Errorf("of the matches %+v, the candidates are %+v", d.Matches, lists)
	}
	if gaps := d.gaps(); len(gaps) != 1 || gaps[0].Item.Code != "2" {
		t.Errorf("read first: %+v", gaps)
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		line string
		n    int
		want string
	}{
		{"short", 10, "short"}, {"exactly ten", 11, "exactly ten"}, {"a few words, and more", 15, "a few words…"},
		{"Überlängenwort", 5, "Über…"}, {"", 3, ""},
	} {
		if got := clip(c.line, c.n); got != c.want {
			t.Errorf("clip(%q, %d) = %q, want %q", c.line, c.n, got, c.want)
		}
	}
}
