package explain_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/score"
	"rubrickit/rubric/yamldoc"
)

var update = flag.Bool("update", false, "rewrite FINDINGS.md from the pages")

// document is the file with all pages.
const document = "FINDINGS.md"

const introduction = `# Findings

Everything that ` + "`rubric`" + ` can say about a file, as ` + "`rubric explain CODE`" + ` says it. A code is stable: it never
gets another meaning. This file is made of the pages in ` + "`pages/`" + `; after a change there,
` + "`go test ./rubric/explain -update`" + ` writes it anew.
`

// chapter is the findings of one package.
type chapter struct {
	title string
	about string
	codes []diag.Code
	kind  func(diag.Code) string // what stands beside a code
}

func always(kind string) func(diag.Code) string {
	return func(diag.Code) string { return kind }
}

// ofCrosswalk: what was reviewed and has changed since is no error.
func ofCrosswalk(code diag.Code) string {
	switch code {
	case crosswalk.CodeStale:
		return "warning"
	case crosswalk.CodeFramework:
		return "error, or a warning about another version"
	default:
		return "error"
	}
}

func chapters() []chapter {
	rules := map[diag.Code]lint.Rule{}
	var codes []diag.Code
	for _, r := range lint.Rules() {
		rules[r.Code] = r
		codes = append(codes, r.Code)
	}
	ofRule := func(code diag.Code) string {
		if rules[code].Off {
			return rules[code].Severity.String() + ", only where it is selected"
		}
		return rules[code].Severity.String()
	}
	return []chapter{
		{"Reading YAML", "The file is no YAML, or not of the kind that is read.", yamldoc.Codes(), always("error")},
		{"The framework", "The file is YAML, and no framework as it stands.", load.Codes(), always("error")},
		{"The text and the instrument", "The framework can be used; an editor should look at it.", codes, ofRule},
		{"Ratings", "A cell of a file of ratings cannot be taken.", ratings.Codes(), always("rejected cell")},
		{"Mappings", "A mapping of rating files cannot be used as it stands.", ratings.MappingCodes(), always("error")},
		{"Crosswalks", "A file of reviewed pairs cannot be used as it stands, or has to be looked at again.", crosswalk.Codes(), ofCrosswalk},
		{"Policies", "A policy cannot be applied as it stands.", score.Codes(), always("error")},
	}
}

// makeDocument puts the pages of all chapters into one Markdown file, with a
// list of them before.
func makeDocument() string {
	var contents, pages strings.Builder
	for _, c := range chapters() {
		fmt.Fprintf(&contents, "\n## %s\n\n%s\n\n", c.title, c.about)
		slices.Sort(c.codes)
		for _, code := range c.codes {
			page, ok := explain.Find(code)
			if !ok {
				continue // TestEveryCodeHasAPage reports it
			}
			fmt.Fprintf(&contents, "- [%s](#%s): %s\n", code, code, page.Title)
			_, text, _ := strings.Cut(page.Text, "\n")
			fmt.Fprintf(&pages, "\n## %s\n\n**%s** (%s).\n%s", code, page.Title, c.kind(code), lowered(text))
		}
	}
	return introduction + contents.String() + pages.String()
}

// lowered puts the headings of a page one level down, but not what looks like
// one in an example.
func lowered(text string) string {
	lines := strings.SplitAfter(text, "\n")
	fenced := false
	for i, line := range lines {
		switch {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
		case !fenced && strings.HasPrefix(line, "#"):
			lines[i] = "#" + line
		}
	}
	return strings.Join(lines, "")
}

func TestDocument(t *testing.T) {
	want := makeDocument()
	if *update {
		if err := os.WriteFile(document, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the pages say; go test ./rubric/explain -update writes it", document)
	}
	for _, code := range explain.Codes() {
		if !strings.Contains(want, "\n## "+string(code)+"\n") || !strings.Contains(want, "](#"+string(code)+")") {
			t.Errorf("%s is not in %s", code, document)
		}
	}
}
