package explain_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/score"
	"rubrickit/rubric/yamldoc"
)

// declared lists every code that a package of this module can report.
func declared() []diag.Code {
	codes := slices.Concat(yamldoc.Codes(), load.Codes(), ratings.Codes(), ratings.MappingCodes(), score.Codes(), crosswalk.Codes())
	for _, r := range lint.Rules() {
		codes = append(codes, r.Code)
	}
	return codes
}

// checkers run an example of a kind, the words after its fence, for a page, and
// return the code of everything that was found.
var checkers = map[string]func(t *testing.T, page diag.Code, text string) []diag.Code{
	"yaml": checkFramework,
	"yaml escaped": func(t *testing.T, page diag.Code, text string) []diag.Code {
		return checkFramework(t, page, unescape(text))
	},
	"yaml policy":    checkPolicy,
	"yaml mapping":   checkMapping,
	"yaml crosswalk": checkCrosswalk,
	"csv crosswalk":  checkCrosswalk,
	"csv": func(t *testing.T, _ diag.Code, text string) []diag.Code {
		return checkRatings(t, "teacher-leadership", text)
	},
	"csv cambridge": func(t *testing.T, _ diag.Code, text string) []diag.Code {
		return checkRatings(t, "cambridge", text)
	},
}

// checkFramework does what validate does with a framework file, the rule of
// the page selected besides those that are on by default.
func checkFramework(_ *testing.T, page diag.Code, text string) []diag.Code {
	f, findings := load.Framework("example.yaml", []byte(text))
	if f != nil {
		findings = append(findings, lint.RunWith(f, lint.Options{
			Select: append(lint.Default(), page), Source: []byte(text), Loaded: findings,
		})...)
	}
	return codesOf(findings)
}

// checkPolicy reads a policy and checks it against the framework of the
// worked example.
func checkPolicy(t *testing.T, _ diag.Code, text string) []diag.Code {
	data, err := os.ReadFile("../../testdata/gold/rules_worked_example_full_pipeline/framework.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, findings := score.ParsePolicy("example.yaml", []byte(text))
	if p != nil {
		findings = append(findings, p.Check(framework(t, data))...)
	}
	return codesOf(findings)
}

// checkMapping reads a mapping and checks it against a shipped framework.
func checkMapping(t *testing.T, _ diag.Code, text string) []diag.Code {
	data, err := frameworks.Read("cambridge")
	if err != nil {
		t.Fatal(err)
	}
	m, findings := ratings.ParseMapping("example.yaml", []byte(text))
	if m != nil {
		findings = append(findings, m.Check(framework(t, data))...)
	}
	return codesOf(findings)
}

// checkCrosswalk reads a crosswalk and holds it against two shipped frameworks.
func checkCrosswalk(t *testing.T, _ diag.Code, text string) []diag.Code {
	var both []*rubric.Framework
	for _, id := range []string{"mnps", "cambridge"} {
		data, err := frameworks.Read(id)
		if err != nil {
			t.Fatal(err)
		}
		both = append(both, framework(t, data))
	}
	c, findings := crosswalk.Parse("example", []byte(text))
	if c != nil {
		_, held := c.Hold(both[0], both[1])
		findings = append(findings, held...)
	}
	return codesOf(findings)
}

// checkRatings reads and scores ratings on a shipped framework. One slip may reject
// several cells, all for one reason.
func checkRatings(t *testing.T, id, text string) []diag.Code {
	data, err := frameworks.Read(id)
	if err != nil {
		t.Fatal(err)
	}
	files := []ratings.File{{Name: "example.csv", Data: []byte(text)}}
	f := framework(t, data)
	read, _, err := ratings.Read(f, files, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := score.Compute(f, score.DefaultPolicy(), read)
	if err != nil {
		t.Fatal(err)
	}
	var codes []diag.Code
	for _, r := range result.Rejects {
		codes = append(codes, diag.Code(r.Code))
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// framework loads one that has no errors.
func framework(t *testing.T, data []byte) *rubric.Framework {
	t.Helper()
	f, findings := load.Framework("framework.yaml", data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

func codesOf(findings diag.List) []diag.Code {
	var codes []diag.Code
	for _, d := range findings.Sorted() {
		codes = append(codes, d.Code)
	}
	return codes
}

var escaped = regexp.MustCompile(`\\x[0-9A-F]{2}`)

// unescape puts the byte in the place of each \xNN.
func unescape(text string) string {
	return escaped.ReplaceAllStringFunc(text, func(e string) string {
		b, err := strconv.ParseUint(e[2:], 16, 8)
		if err != nil {
			panic(err) // the pattern admits hexadecimal digits only
		}
		return string([]byte{byte(b)})
	})
}

func TestEveryCodeHasAPage(t *testing.T) {
	codes := declared()
	for i, code := range codes {
		if _, ok := explain.Find(code); !ok {
			t.Errorf("the code %s has no page", code)
		}
		if slices.Contains(codes[:i], code) {
			t.Errorf("the code %s is declared twice", code)
		}
	}
}

func TestEveryPageHasACode(t *testing.T) {
	for _, code := range explain.Codes() {
		if !slices.Contains(declared(), code) {
			t.Errorf("no package reports %s, which has a page", code)
		}
	}
}

// pageForm is the outline of every page: a title, prose, and the sections in
// this order.
var pageForm = regexp.MustCompile(`(?s)\A# [^\n]+\n\n[^\n#].*\n\n## What to do\n\n[^\n].*\n\n## Example\n\n.+\n\n## Mended\n\n.+\n\z`)

func TestPagesHaveOneForm(t *testing.T) {
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		if !pageForm.MatchString(page.Text) {
			t.Errorf("%s: the page is not: # title, prose, ## What to do, ## Example, ## Mended, with a blank line after each", code)
		}
		if strings.Contains(page.Title, string(code)) && strings.Contains(string(code), "-") {
			t.Errorf("%s: the title repeats the code", code)
		}
		if page.Title == "" || strings.HasSuffix(page.Title, ".") {
			t.Errorf("%s: the title %q is not a sentence without a final stop", code, page.Title)
		}
		for i, line := range proseLines(page.Text) {
			if n := utf8.RuneCountInString(line); n > 80 {
				t.Errorf("%s: line %d of the prose is %d characters wide, more than 80", code, i+1, n)
			}
		}
	}
}

// proseLines are the lines of a page that stand outside its examples.
func proseLines(text string) []string {
	var out []string
	fenced := false
	for line := range strings.SplitSeq(text, "\n") {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
		} else if !fenced {
			out = append(out, line)
		}
	}
	return out
}

// Each example yields the page's finding once and nothing else, so that one
// mistake is one message; each mended one yields nothing.
func TestExamples(t *testing.T) {
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		shown := map[string]int{}
		for _, e := range page.Examples() {
			shown[e.Section]++
			t.Run(fmt.Sprintf("%s/%s %d", code, e.Section, shown[e.Section]), func(t *testing.T) {
				check := checkers[e.Kind]
				if check == nil {
					t.Fatalf("no check for examples of the kind %q", e.Kind)
				}
				var want []diag.Code
				if e.Section == "Example" {
					want = []diag.Code{code}
				}
				if got := check(t, code, e.Text); !slices.Equal(got, want) {
					t.Errorf("findings %v, want %v", got, want)
				}
			})
		}
		if shown["Example"] == 0 || shown["Mended"] == 0 {
			t.Errorf("%s: %d examples and %d mended ones, want at least one of each", code, shown["Example"], shown["Mended"])
		}
	}
}

func TestFindKnowsOnlyItsPages(t *testing.T) {
	for _, code := range []diag.Code{"", "no-such-code", "../pages/anchor", "anchor.md"} {
		if page, ok := explain.Find(code); ok {
			t.Errorf("Find(%q) has the page %q", code, page.Title)
		}
	}
}
