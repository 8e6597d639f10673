package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/report"
)

// span is a stretch of one line of a.yaml; one without end where it is 0.
func span(line, column, end int) diag.Span {
	s := diag.Span{File: "a.yaml", Start: diag.Pos{Line: line, Column: column}}
	if end > 0 {
		s.End = diag.Pos{Line: line, Column: end}
	}
	return s
}

// found is four findings in two of three files: with all that a finding can
// have, over several lines, of an unknown end, and about a file as a whole.
func found() report.Findings {
	return report.Findings{
		List: diag.List{
			{
				Span: span(2, 3, 8), Severity: diag.Error, Code: "duplicate-code", Message: "the code 1.1 is used twice", Hint: "give it another",
				Related: []diag.Related{{Span: span(1, 3, 0), Message: "first used here"}},
				Edits:   []diag.Edit{{Span: span(2, 3, 6), Text: "1.2"}, {Span: span(2, 8, 8), Text: ":"}},
			},
			{Span: diag.Span{File: "a.yaml", Start: diag.Pos{Line: 3, Column: 1}, End: diag.Pos{Line: 5, Column: 2}}, Severity: diag.Warning, Code: "duplicate-text", Message: "said before"},
			{Span: span(7, 1, 0), Severity: diag.Warning, Code: "duplicate-text", Message: "and again", Edits: []diag.Edit{{Span: span(7, 1, 0), Text: "- "}}},
			{Span: diag.Span{File: "sub/b.yaml"}, Severity: diag.Note, Code: "empty-file", Message: "the file is empty"},
		},
		Sources: map[string][]byte{"a.yaml": nil, "sub/b.yaml": nil, "clean.yaml": nil},
		Rules:   map[diag.Code]report.Rule{"duplicate-code": {Title: "Two items have the same code", Help: "A code is _unique_."}},
		Tool:    report.Tool{Name: "rubric", Version: "0"},
	}
}

func writeFindings(t rapid.TB, format string, f report.Findings) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Find(report.FindingsFormats(), format).Write(&b, f, report.Options{Width: 80}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Every format says what it is for and takes no findings as well as many.
func TestFindingsFormats(t *testing.T) {
	for _, format := range report.FindingsFormats() {
		if format.About == "" {
			t.Errorf("%s does not say what it is for", format.Name)
		}
		none := report.Findings{Sources: map[string][]byte{"clean.yaml": nil}}
		if empty, full := writeFindings(t, format.Name, none), writeFindings(t, format.Name, found()); len(empty) >= len(full) {
			t.Errorf("%s writes as much for nothing as for findings:\n%s", format.Name, empty)
		}
	}
}

func TestFindingsGitHub(t *testing.T) {
	want := `::error file=a.yaml,line=2,col=3,endColumn=8,title=duplicate-code::the code 1.1 is used twice%0Agive it another
::warning file=a.yaml,line=3,endLine=5,title=duplicate-text::said before
::warning file=a.yaml,line=7,col=1,title=duplicate-text::and again
::notice file=sub/b.yaml,title=empty-file::the file is empty
`
	if diff := cmp.Diff(want, writeFindings(t, "github", found())); diff != "" {
		t.Error(diff)
	}
}

func TestFindingsCSV(t *testing.T) {
	want := `file,line,column,end_line,end_column,severity,code,message,hint
a.yaml,2,3,2,8,error,duplicate-code,the code 1.1 is used twice,give it another
a.yaml,3,1,5,2,warning,duplicate-text,said before,
a.yaml,7,1,,,warning,duplicate-text,and again,
sub/b.yaml,,,,,note,empty-file,the file is empty,
`
	if diff := cmp.Diff(want, writeFindings(t, "csv", found())); diff != "" {
		t.Error(diff)
	}
}

func TestFindingsJUnit(t *testing.T) {
	want := `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1">
  <testsuite name="rubric validate" tests="3" failures="1" errors="0" skipped="0">
    <testcase classname="rubric.validate" name="a.yaml">
      <failure type="duplicate-code" message="a.yaml:2:3: error[duplicate-code]: the code 1.1 is used twice">a.yaml:2:3: error[duplicate-code]: the code 1.1 is used twice&#xA;  give it another&#xA;</failure>
      <system-out>a.yaml:3:1: warning[duplicate-text]: said before&#xA;a.yaml:7:1: warning[duplicate-text]: and again&#xA;</system-out>
    </testcase>
    <testcase classname="rubric.validate" name="clean.yaml"></testcase>
    <testcase classname="rubric.validate" name="sub/b.yaml">
      <system-out>sub/b.yaml: note[empty-file]: the file is empty&#xA;</system-out>
    </testcase>
  </testsuite>
</testsuites>
`
	if diff := cmp.Diff(want, writeFindings(t, "junit", found())); diff != "" {
		t.Error(diff)
	}
}

// Several errors of a file are one failure, which holds all of them.
func TestFindingsJUnitCountsFiles(t *testing.T) {
	f := found()
	for i := range f.List {
		f.List[i].Severity = diag.Error
	}
	got := writeFindings(t, "junit", f)
	if !strings.Contains(got, `<testsuites tests="3" failures="2">`) || strings.Count(got, "<failure ") != 2 || strings.Contains(got, "system-out") {
		t.Errorf("want two failures in three files:\n%s", got)
	}
	if !strings.Contains(got, "used twice (and 2 more)") || !strings.Contains(got, "said before") {
		t.Errorf("a failure must hold every error of its file:\n%s", got)
	}
}

// hostile are texts that formats take for more than text.
var hostile = []string{
	"100% of\r\n::error file=x::y", "a,b:c%2C", "<b>&amp;]]>", "=cmd|' /C calc'!A0", "{0} {{1}}", "[click](https://example.org) [a\\](1)",
	"nul\x00 bell\a esc\x1b[31m", "half \xff\xc3", "\ufeff\u2028\u202e\uffff", `"quoted", 'too' \`, "", " ", "::endgroup::",
}

// hostileFindings draws findings whose every text comes from a stranger.
func hostileFindings(t *rapid.T) report.Findings {
	text := rapid.OneOf(rapid.SampledFrom(hostile), rapid.String())
	where := rapid.Custom(func(t *rapid.T) diag.Span {
		line, column := rapid.IntRange(0, 9).Draw(t, "line"), rapid.IntRange(1, 9).Draw(t, "column")
		s := diag.Span{File: text.Draw(t, "file")}
		if line > 0 {
			s.Start = diag.Pos{Line: line, Column: column}
		}
		if line > 0 && rapid.Bool().Draw(t, "ends") {
			s.End = diag.Pos{Line: line + rapid.IntRange(0, 1).Draw(t, "lines"), Column: column + 1}
		}
		return s
	})
	f := report.Findings{Sources: map[string][]byte{}, Rules: map[diag.Code]report.Rule{}, Tool: report.Tool{Name: "rubric", Version: "0"}}
	for range rapid.IntRange(0, 4).Draw(t, "findings") {
		d := diag.Diagnostic{
			Span: where.Draw(t, "where"), Severity: diag.Severity(rapid.IntRange(0, 2).Draw(t, "severity")),
			Code: diag.Code(rapid.StringMatching(`[a-z]+(-[a-z]+)?`).Draw(t, "code")), Message: text.Draw(t, "message"), Hint: text.Draw(t, "hint"),
		}
		for range rapid.IntRange(0, 2).Draw(t, "others") {
			d.Related = append(d.Related, diag.Related{Span: where.Draw(t, "also"), Message: text.Draw(t, "why")})
			d.Edits = append(d.Edits, diag.Edit{Span: where.Draw(t, "edited"), Text: text.Draw(t, "new")})
		}
		f.List.Add(d)
		f.Sources[d.File] = nil
		f.Rules[d.Code] = report.Rule{Title: text.Draw(t, "title"), Help: text.Draw(t, "help")}
	}
	return f
}

// Whatever stands in a checked file, a format holds it as text: one command
// a finding for GitHub, one row a finding in CSV, well-formed XML.
func TestFindingsOfStrangers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := hostileFindings(t)
		list := f.List.Sorted()
		checkCommands(t, list, writeFindings(t, "github", f))
		checkRows(t, list, writeFindings(t, "csv", f))
		checkXML(t, f, writeFindings(t, "junit", f))
		for _, format := range []string{"json", "sarif"} {
			if out := writeFindings(t, format, f); !json.Valid([]byte(out)) {
				t.Errorf("%s is no JSON:\n%s", format, out)
			}
		}
	})
}

// checkCommands reads workflow commands as GitHub's runner does.
func checkCommands(t *rapid.T, list diag.List, out string) {
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	lines := strings.FieldsFunc(out, func(r rune) bool { return r == '\n' || r == '\r' })
	if len(lines) != len(list) {
		t.Fatalf("%d findings became %d lines:\n%s", len(list), len(lines), out)
	}
	for i, d := range list {
		command, message, _ := strings.Cut(strings.TrimPrefix(lines[i], "::"), "::")
		kind, properties, _ := strings.Cut(command, " ")
		if !slices.Contains([]string{"error", "warning", "notice"}, kind) {
			t.Errorf("the command is %q: %s", kind, lines[i])
		}
		file, _, _ := strings.Cut(strings.TrimPrefix(properties, "file="), ",")
		if got := unescape.Replace(file); got != d.File {
			t.Errorf("the file %q became %q", d.File, got)
		}
		if got := unescape.Replace(message); !strings.HasPrefix(got, d.Message) || !strings.HasSuffix(got, d.Hint) {
			t.Errorf("%q and %q became %q", d.Message, d.Hint, got)
		}
	}
}

func checkRows(t *rapid.T, list diag.List, out string) {
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) != len(list)+1 {
		t.Fatalf("%d findings became %d rows: %v", len(list), len(rows)-1, err)
	}
	for i, d := range list {
		// a CSV reader of Go takes \r\n in a cell for \n
		want := strings.ReplaceAll(d.Message, "\r\n", "\n")
		if row := rows[i+1]; row[7] != want {
			t.Errorf("the message %q became %q", want, row[7])
		}
	}
}

// checkXML reads the report with a strict parser, and counts.
func checkXML(t *rapid.T, f report.Findings, out string) {
	if !utf8.ValidString(out) {
		t.Errorf("not UTF-8: %q", out)
	}
	cases := 0
	for decoder := xml.NewDecoder(strings.NewReader(out)); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "testcase" {
			cases++
		}
	}
	if cases != len(f.Sources) {
		t.Errorf("%d files became %d test cases", len(f.Sources), cases)
	}
}

func TestPlural(t *testing.T) {
	for noun, want := range map[string]string{
		"": "", "standard": "standards", "competency": "competencies", "survey": "surveys", "class": "classes", "box": "boxes", "Criterion": "Criteria", "criterion": "criteria",
	} {
		if got := report.Plural(noun); got != want {
			t.Errorf("several of %q are %q, want %q", noun, got, want)
		}
	}
}
