package adopt_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rubrickit/rubric/adopt"
)

// What is too large, or no framework at all, ends in an error that says so.
func TestRefused(t *testing.T) {
	wide := strings.Repeat("a,", 300) + "a\n"
	for name, c := range map[string]struct{ file, text, want string }{
		"nothing":            {"f.csv", "", "nothing is written in the file"},
		"blanks":             {"f.md", " \n\t\n", "nothing is written in the file"},
		"a PDF":              {"f.pdf", "%PDF-1.7\n", "it is a PDF"},
		"old Office":         {"f.doc", "\xD0\xCF\x11\xE0\xA1\xB1", "old Office format"},
		"another ZIP":        {"f.zip", zipped(t, map[string]string{"a.txt": "x"}), "neither a workbook (.xlsx) nor a text document"},
		"a torn ZIP":         {"f.docx", zipped(t, map[string]string{"word/document.xml": "<a/>"})[:60], "ZIP file"},
		"no text":            {"f.csv", "a\x00b", "it is no text"},
		"a framework":        {"f.yaml", "rubric: v1\nid: x\n", "a framework file already"},
		"a web page":         {"f.html", "<!DOCTYPE html><p>", "a web page"},
		"too many rows":      {"f.csv", "Code,Title\n" + strings.Repeat("1,One\n", 30_000), "at most 20000"},
		"too many lines":     {"f.md", "# T\n" + strings.Repeat("- one\n", 30_000), "at most 20000"},
		"too many columns":   {"f.csv", wide + wide, "at most 200"},
		"a long text":        {"f.csv", "Code,Title\n1," + strings.Repeat("x", 70<<10) + "\n", "line 2, column B: the text has 70 KiB"},
		"a form of ours":     {"f.md", "# F\n\n**1** One\n\n- [ ] Yes\n\ncms 2.1 · 160d0a0b\n", "a form that `rubric render` made"},
		"our form as CSV":    {"f.csv", "ratee,item,rating,framework,version,fingerprint\n,1,,cms,,160d0a0b\n", "a form that `rubric render` made"},
		"an open quote":      {"f.csv", "Code,Title\n1,\"One\n2,Two\n", "line 2: the quotes of a cell"},
		"too large":          {"f.txt", strings.Repeat("x", 33<<20), "at most 32"},
		"several tables":     {"f.md", "# A\n| Code | Title |\n|--|--|\n| 1 | One |\n# B\n| No | Name |\n|--|--|\n| 1 | One |\n", "say which with --sheet: 1 (\"A\"), 2 (\"B\")"},
		"an unknown parent":  {"f.csv", "Code,Parent,Title\n1,,One\n2,7,Two\n", `line 3, column C: the parent "7" of "2" stands nowhere`},
		"a doubled parent":   {"f.csv", "Code,Parent,Title\n1,,One\n1,,Uno\n2,1,Two\n", "the code of several rows, in line 2, column C and in line 3, column C"},
		"overlapping points": {"f.csv", "Criterion,Good (5-9),Fair (3-6)\nA,b,c\n", `the points of "Fair (3-6)" and of "Good (5-9)" overlap`},
		"twin levels":        {"f.csv", "Criterion,Good,Good\nA,b,c\n", "it cannot be told which of the levels Good, Good is the lowest"},
		"order unknown":      {"f.csv", "Criterion,Good (yes),Proficient,Meets\nA,b,c,d\n", "with --levels"},
		"several rubrics":    {"f.csv", "Rubric Name,Criteria Name,Rating Name,Rating Description,Rating Points\nA,x,Full,,1\nB,y,Full,,1\n", "2 rubrics (A, B)"},
		"no points":          {"f.csv", "Criteria Name,Rating Name,Rating Description,Rating Points\nx,Full,,many\n", `line 2, column D: "many" is no number of points`},
		"two trees":          {"f.csv", "Code,Type,Domain,Standard\n1,Standard,One,Two\n", "line 1, column B: this column says what stands below what"},
		"a code alone":       {"f.csv", "Code,Parent,Title\nA,B,One\nB,,\n", "line 3, column C: the item B has neither a text nor a title"},
		"no ratings":         {"f.csv", "Criteria Name,Rating Name,Rating Description,Rating Points\nx,,,\n", "line 2: the criterion has no ratings"},
		"twin points":        {"f.csv", "Criteria Name,Rating Name,Rating Description,Rating Points,Rating Name,Rating Description,Rating Points\nx,Full,,1,Half,,1.0\n", "two ratings have 1"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := adopt.File(c.file, []byte(c.text), adopt.Options{}); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// Options that name what is not there are errors that list what is.
func TestOptionsRefused(t *testing.T) {
	const table = "Criterion,Low,High\nA,b,c\n"
	for want, o := range map[string]adopt.Options{
		`there is no shape "matirx"; did you mean "matrix"?`:           {Shape: "matirx"},
		`there is no scale "frequent"; did you mean "frequency"?`:      {Scale: "frequent"},
		`--sheet: there is no table "Two"; there are: 1`:               {Sheet: "Two"},
		`--header: nothing stands in line 9`:                           {Header: "9"},
		`--header takes the number of a row`:                           {Header: "first"},
		`--levels names "Middle", which is no level of the file`:       {Levels: []string{"Low", "Middle", "High"}},
		`nothing that can be read as the shape outline`:                {Shape: "outline"},
		`the columns of Canvas are not there`:                          {Shape: "canvas"},
		`the file has levels of its own: leave --scale out`:            {Levels: []string{"Low", "High"}, Scale: "yes-no"},
		`the framework made of it has an error: "a b" cannot be an id`: {Levels: []string{"Low", "High"}, ID: "a b"},
	} {
		if _, err := adopt.File("f.csv", []byte(table), o); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v: got %v, want %q", o, err, want)
		}
	}
}

// zipped is a ZIP file of parts.
func zipped(t testing.TB, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// office is a text document of a body.
func office(t testing.TB, body string) string {
	return zipped(t, map[string]string{
		"_rels/.rels":       `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": body,
	})
}

// Documents that were made to harm end in an error, in little time and memory.
func TestHostileDocuments(t *testing.T) {
	paragraph := "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
	for name, c := range map[string]struct{ body, want string }{
		"a bomb":            {"<w:document>" + strings.Repeat(" ", 34<<20) + "</w:document>", "unpacks to more than 32 MiB"},
		"entities":          {`<!DOCTYPE d [<!ENTITY a "aa">]><w:document>&a;</w:document>`, "document type"},
		"an unknown entity": {`<w:document><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>`, "has the entity &a;"},
		"deep elements":     {strings.Repeat("<a>", 10_000), "deep in each other"},
		"cut off":           {"<w:document><w:body>" + paragraph, "ends in the middle"},
		"unopened":          {"</w:document>", "which is not open"},
		"many paragraphs":   {"<w:document>" + strings.Repeat(paragraph, 30_000) + "</w:document>", "at most 20000"},
		"a long run":        {"<w:document><w:tbl><w:tr><w:tc><w:p><w:r><w:t>" + strings.Repeat("x", 1<<20) + "</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>", "at most 64 are read"},
		"a wide cell":       {"<w:document><w:tbl><w:tr>" + strings.Repeat(`<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>`+paragraph+"</w:tc>", 500) + "</w:tr></w:tbl></w:document>", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := adopt.File("f.docx", []byte(office(t, c.body)), adopt.Options{})
			if c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// Whatever bytes of a real file are changed, cut or doubled, reading ends in a
// framework or in an error.
func TestMutatedFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(folder, "*.[dx]*x"))
	if err != nil || len(files) < 4 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 12 {
			at := (i*7919 + 13) % len(data)
			changed := bytes.Clone(data)
			changed[at] ^= byte(1 + i)
			for _, mutant := range [][]byte{changed, data[:at], append(bytes.Clone(data[at:]), data...)} {
				if r, err := adopt.File(filepath.Base(file), mutant, adopt.Options{}); err == nil {
					checkLayout(t, text(t, r))
				}
			}
		}
	}
}

func text(t testing.TB, r *adopt.Result) string {
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Any text is read as a table without a panic, and what comes of it is a framework
// in the layout of the house.
func FuzzTable(f *testing.F) {
	seeds(f, "*.csv", "*.tsv")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "f.csv", data) })
}

// The same for outlines and tables in Markdown.
func FuzzMarkdown(f *testing.F) {
	seeds(f, "*.md", "*.txt")
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "f.md", data) })
}

// The same for the body of a text document.
func FuzzDocument(f *testing.F) {
	f.Add([]byte(`<w:document><w:p><w:pPr><w:pStyle w:val="Heading1"/><w:outlineLvl w:val="0"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>A</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p></w:document>`))
	f.Add([]byte(`<w:document><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Criterion</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>x</w:t><w:br/><w:t>y</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:document>`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "f.docx", []byte(office(t, string(data)))) })
}

func seeds(f *testing.F, patterns ...string) {
	for _, pattern := range patterns {
		files, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil || len(files) == 0 {
			f.Fatalf("%s: %d files: %v", pattern, len(files), err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
}

func fuzzed(t *testing.T, name string, data []byte) {
	r, err := adopt.File(name, data, adopt.Options{})
	if err != nil {
		if strings.Contains(err.Error(), "the framework made of it has an error") {
			t.Fatal(err)
		}
		return
	}
	checkLayout(t, text(t, r))
	again, err := adopt.File(name, data, adopt.Options{})
	if err != nil || text(t, again) != text(t, r) || fmt.Sprint(again.Notes) != fmt.Sprint(r.Notes) {
		t.Fatalf("the same bytes give something else (%v)", err)
	}
}
