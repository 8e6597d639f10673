package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric/diag"
)

// Findings is the product of checking files.
type Findings struct {
	List diag.List
	// Sources are the files that were checked, by the name used in places.
	Sources map[string][]byte
	// Rules are the texts of codes, for formats that explain what they name.
	Rules map[diag.Code]Rule
	Tool  Tool // the program that checked
}

// Rule is what is said about a kind of finding, whatever file it is in.
type Rule struct {
	Title string // one line without a final stop
	Help  string // Markdown
}

// FindingsFormats are the formats of findings.
func FindingsFormats() []Format[Findings] {
	return []Format[Findings]{
		{Name: "text", About: "for people: place, message, snippet and hint", Write: writeFindingsText},
		{Name: "json", About: "for programs: {diagnostics: […]}", Write: writeFindingsJSON},
		{Name: "sarif", About: "for code scanning and editors: SARIF 2.1.0, with repairs", Write: writeFindingsSARIF},
		{Name: "github", About: "annotations of a pull request, in GitHub Actions", Write: writeFindingsGitHub},
		{Name: "junit", About: "for build servers: a test case for each file", Write: writeFindingsJUnit},
		{Name: "csv", About: "for a spreadsheet or a script: a row for each finding", Write: writeFindingsCSV},
	}
}

// Summary counts findings in words: "2 errors, 1 warning in 1 file".
func (f Findings) Summary() string {
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Note} {
		if n := f.List.Count(s); n > 0 {
			parts = append(parts, Count(n, s.String()))
		}
	}
	found := "no problems"
	if len(parts) > 0 {
		found = strings.Join(parts, ", ")
	}
	return found + " in " + Count(len(f.Sources), "file")
}

// Count writes a number with its English noun: "1 file", "2 files", "3
// competencies".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%s %s", Thousands(n), Plural(noun))
}

// Plural is the regular English plural of a noun.
func Plural(noun string) string {
	end := len(noun) - 1
	switch {
	case noun == "":
		return ""
	case strings.HasSuffix(noun, "riterion"): // criterion, Criterion
		return noun[:end-1] + "a"
	case noun[end] == 'y' && end > 0 && !strings.ContainsRune("aeiou", rune(noun[end-1])):
		return noun[:end] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	default:
		return noun + "s"
	}
}

// Thousands writes a whole number with a comma between groups of three
// digits, whatever the locale.
func Thousands(n int) string {
	if n < 0 {
		return "-" + Thousands(-n)
	}
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", Thousands(n/1000), n%1000)
}

// The JSON forms of findings. Field names are a promise.
type (
	jsonFindings struct {
		Diagnostics []jsonFinding `json:"diagnostics"`
	}
	jsonFinding struct {
		File string `json:"file"`
		jsonSpan
		Severity string        `json:"severity"`
		Code     diag.Code     `json:"code"`
		Message  string        `json:"message"`
		Hint     string        `json:"hint"`
		Related  []jsonRelated `json:"related"`
		Edits    []jsonEdit    `json:"edits"`
	}
	jsonSpan struct {
		Line      int `json:"line"`
		Column    int `json:"column"`
		EndLine   int `json:"end_line"`
		EndColumn int `json:"end_column"`
	}
	jsonRelated struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Message string `json:"message"`
	}
	jsonEdit struct {
		jsonSpan
		Text string `json:"text"`
	}
)

func writeFindingsJSON(w io.Writer, f Findings, _ Options) error {
	out := jsonFindings{Diagnostics: []jsonFinding{}}
	for _, d := range f.List.Sorted() {
		out.Diagnostics = append(out.Diagnostics, findingJSON(d))
	}
	return writeJSON(w, out)
}

func findingJSON(d diag.Diagnostic) jsonFinding {
	j := jsonFinding{
		File: d.File, jsonSpan: spanJSON(d.Span), Severity: d.Severity.String(), Code: d.Code,
		Message: d.Message, Hint: d.Hint, Related: []jsonRelated{}, Edits: []jsonEdit{},
	}
	for _, r := range d.Related {
		j.Related = append(j.Related, jsonRelated{r.File, r.Start.Line, r.Start.Column, r.Message})
	}
	for _, e := range d.Edits {
		j.Edits = append(j.Edits, jsonEdit{spanJSON(e.Span), e.Text})
	}
	return j
}

func spanJSON(s diag.Span) jsonSpan {
	return jsonSpan{s.Start.Line, s.Start.Column, s.End.Line, s.End.Column}
}

// writeJSON writes any product as indented JSON, with <, > and & as they are.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
