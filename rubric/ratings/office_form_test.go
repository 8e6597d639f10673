package ratings_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// sheetOf is a page of a workbook that is a form: the row that nobody sees, then
// rows of three cells.
func sheetOf(identity string, rows ...string) string {
	cell := func(text string) string {
		if text == "" {
			return "<c/>"
		}
		return `<c t="inlineStr"><is><t>` + strings.NewReplacer("&", "&amp;", "<", "&lt;").Replace(text) + `</t></is></c>`
	}
	out := "<row>" + cell(identity) + cell("entry") + cell("rating") + cell("points") + cell("comment") + "</row>"
	for _, row := range rows {
		out += "<row>"
		for _, text := range strings.Split(row, "|") {
			out += cell(text)
		}
		out += "</row>"
	}
	return out
}

// wordFile is a text document with a body and properties.
func wordFile(t testing.TB, identity, body string) ratings.File {
	t.Helper()
	return zipFile(t, "f.docx", map[string]string{
		"_rels/.rels":       `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="x/custom-properties" Target="custom.xml"/></Relationships>`,
		"word/document.xml": `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
		"custom.xml":        `<Properties><property name="RubricID"><lpwstr>` + strings.ReplaceAll(identity, `"`, "&quot;") + `</lpwstr></property></Properties>`,
	})
}

// zipFile is a ZIP file of parts.
func zipFile(t testing.TB, name string, parts map[string]string) ratings.File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(part)
		if err == nil {
			_, err = w.Write([]byte(parts[part]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return ratings.File{Name: name, Data: b.Bytes()}
}

// boxed is a control of a box, textual one of a text.
func boxed(tag string, ticked int) string {
	return fmt.Sprintf(`<w:sdt><w:sdtPr><w:tag w:val="%s"/><w14:checkbox><w14:checked w14:val="%d"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>%c</w:t></w:r></w:sdtContent></w:sdt>`, tag, ticked, []rune("☐☒")[ticked])
}

func textual(tag, text string) string {
	return `<w:p><w:sdt><w:sdtPr><w:tag w:val="` + tag + `"/></w:sdtPr><w:sdtContent><w:r><w:t>` + text + `</w:t></w:r></w:sdtContent></w:sdt></w:p>`
}

// officeRead lists what a form is read as.
func officeRead(f *rubric.Framework, file ratings.File, o ratings.Options) []string {
	book, report, err := ratings.Read(f, []ratings.File{file}, o)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for r := range book.All() {
		out = append(out, strings.TrimSuffix(fmt.Sprint(r.Ratee, "/", r.Rater, "/", r.Group, "/", r.Occasion, " ", r.Item.Code, " ", r.State, " ", r.Value), " 0"))
	}
	for _, r := range book.Rejects {
		out = append(out, fmt.Sprintf("line %d: %s %s %q", r.At.Line, r.Code, r.Item, r.Value))
	}
	for _, c := range book.Comments {
		out = append(out, fmt.Sprintf("line %d: %s of %s: %q", c.At.Line, c.Item, c.Ratee, c.Text))
	}
	return append(out, report.Files[0].Notes...)
}

func TestWorkbookForms(t *testing.T) {
	f := eight(t)
	id := identity(f)
	who := []string{"ratee|Ada", "rater|Lund"}
	sheet := func(rows ...string) sheetXML { return sheetXML{"Rating", "", sheetOf(id, append(who, rows...)...)} }
	for name, c := range map[string]struct {
		sheets []sheetXML
		want   []string
	}{
		"chosen":           {[]sheetXML{sheet("rate_1_1||3 - Proficient")}, []string{"Ada/Lund// 1.1 rated 3"}},
		"a null state":     {[]sheetXML{sheet("rate_1_1||N/A")}, []string{"Ada/Lund// 1.1 not_applicable"}},
		"nothing":          {[]sheetXML{sheet("rate_1_1")}, []string{"Ada/Lund// 1.1 missing"}},
		"pasted":           {[]sheetXML{sheet("rate_1_1||great")}, []string{`line 4: unknown-label 1.1 "great"`}},
		"a row of nowhere": {[]sheetXML{sheet("rate_1_1||3", "rate_9_9||3")}, []string{"Ada/Lund// 1.1 rated 3", `line 5: unknown-item 9.9 "9.9"`}},
		"comments": {[]sheetXML{sheet("rate_1_1||3||'=1", "notes|all", "mine|x")}, []string{
			"Ada/Lund// 1.1 rated 3", `line 4: 1.1 of Ada: "'=1"`, `line 5:  of Ada: "all"`}},
		"pages beside it": {[]sheetXML{{"How", "", `<row><c t="inlineStr"><is><t>` + id + `</t></is></c></row>`}, sheet("rate_1_1||3"), {"Levels", "veryHidden", "a"}}, []string{"Ada/Lund// 1.1 rated 3"}},
		"another's page":  {[]sheetXML{sheet("rate_1_1||3"), {"Mine", "", "hello,you"}}, []string{"Ada/Lund// 1.1 rated 3", `the sheet "Mine" is not read: no row of it is a header for inputs`}},
		"a blank copy":    {[]sheetXML{sheet("rate_1_1||3"), {"Copy", "", sheetOf(id, "ratee", "rate_1_1")}}, []string{"Ada/Lund// 1.1 rated 3", `the sheet "Copy" is a form that is not filled in`}},
		"two forms":       {[]sheetXML{sheet("rate_1_1||3"), {"Copy", "", sheetOf(id, "ratee|Ben", "rate_1_1||4")}}, []string{"Ada/Lund// 1.1 rated 3", "Ben/f.xlsx, record 2// 1.1 rated 4"}},
		"blank":           {[]sheetXML{{"Rating", "", sheetOf(id, "ratee", "rate_1_1")}}, []string{"f.xlsx: nobody is named and nothing is marked in this form: was it saved after it was filled in?"}},
	} {
		if diff := cmp.Diff(c.want, officeRead(f, workbook(t, c.sheets...), ratings.Options{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	got := officeRead(f, workbook(t, sheetXML{"Rating", "", sheetOf(`{"framework":"cms","fingerprint":"01"}`, "ratee|Ada", "rate_1_1||3")}), ratings.Options{})
	if len(got) != 1 || !strings.Contains(got[0], `names the framework "cms", and the framework at hand has "inputs"`) {
		t.Errorf("%q", got)
	}
}

func TestDocumentForms(t *testing.T) {
	f := eight(t)
	who := textual("ratee", "Ada") + textual("rater", "Lund")
	three := func(ticked int) string { return "<w:p>" + boxed("rate_1_1.3", ticked) + "</w:p>" }
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"marked":       {who + three(1), []string{"Ada/Lund// 1.1 rated 3"}},
		"nothing":      {who + three(0), []string{"Ada/Lund// 1.1 missing"}},
		"a null state": {who + "<w:p>" + boxed("rate_1_1.N__2f_A", 1) + "</w:p>", []string{"Ada/Lund// 1.1 not_applicable"}},
		"two marks": {who + three(1) + "<w:p>" + boxed("rate_1_1.2", 1) + "</w:p>", []string{
			`line 3: multiple-values 1.1 "3;2"`, "more than one choice is marked for 1.1: ask which one was meant, leave that, and save the form"}},
		"comments": {who + three(1) + textual("comment_1_1", "a</w:t><w:br/><w:t>b") + textual("notes", "all"), []string{
			"Ada/Lund// 1.1 rated 3", `line 4: 1.1 of Ada: "a\nb"`, `line 5:  of Ada: "all"`}},
		"paragraphs within": {who + three(1) + `<w:sdt><w:sdtPr><w:tag w:val="notes"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:sdtContent></w:sdt>`, []string{
			"Ada/Lund// 1.1 rated 3", `line 3:  of Ada: "a\nb"`}},
		"a placeholder": {who + three(1) + strings.Replace(textual("notes", "write here"), "</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>", 1), []string{"Ada/Lund// 1.1 rated 3"}},
		"a day chosen":  {who + three(1) + strings.Replace(textual("occasion", "1 March"), "</w:sdtPr>", `<w:date w:fullDate="2026-03-01T00:00:00Z"/></w:sdtPr>`, 1), []string{"Ada/Lund//2026-03-01 1.1 rated 3"}},
		"deleted text":  {who + three(1) + textual("notes", `a</w:t></w:r><w:del><w:r><w:t>b</w:t></w:r></w:del><w:r><w:t>c`), []string{"Ada/Lund// 1.1 rated 3", `line 4:  of Ada: "ac"`}},
		"other fields":  {who + three(1) + textual("mine", "x"), []string{"Ada/Lund// 1.1 rated 3", "not read, since a form has no fields of these names: mine"}},
		"blank":         {three(0), []string{"f.docx: nobody is named and nothing is marked in this form: was it saved after it was filled in?"}},
		"no boxes":      {who, []string{"f.docx: this document has no boxes of a form: were they replaced by plain text? Fill in the form as it was rendered, and save it as .docx"}},
	} {
		if diff := cmp.Diff(c.want, officeRead(f, wordFile(t, identity(f), c.body), ratings.Options{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// A document without its properties is known by the foot of its pages.
func TestDocumentWithoutProperties(t *testing.T) {
	f := eight(t)
	file := func(foot string) ratings.File {
		return zipFile(t, "f.docx", map[string]string{
			"_rels/.rels":                  `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
			"word/_rels/document.xml.rels": `<Relationships><Relationship Id="a" Type="x/footer" Target="footer1.xml"/></Relationships>`,
			"word/document.xml":            `<w:document><w:body>` + textual("ratee", "Ada") + textual("rater", "Lund") + "<w:p>" + boxed("rate_1_1.3", 1) + `</w:p></w:body></w:document>`,
			"word/footer1.xml":             `<w:ftr><w:p><w:pPr><w:tabs><w:tab w:val="right"/></w:tabs></w:pPr><w:r><w:t>` + foot + `</w:t><w:tab/><w:t>Page 1 of 2</w:t></w:r></w:p></w:ftr>`,
		})
	}
	short := f.Fingerprint()[:8]
	if got := officeRead(f, file("inputs · "+short), ratings.Options{}); !cmp.Equal(got, []string{"Ada/Lund// 1.1 rated 3"}) {
		t.Errorf("%q", got)
	}
	if got := officeRead(f, file("cms 2 · "+short), ratings.Options{}); len(got) != 1 || !strings.Contains(got[0], `names the framework "cms"`) {
		t.Errorf("%q", got)
	}
}

// Without tags, boxes count by their places in the rows of tables.
func TestUntaggedDocuments(t *testing.T) {
	f := eight(t)
	row := func(cells ...string) string {
		out := "<w:tr>"
		for _, c := range cells {
			out += "<w:tc>"
			for _, p := range strings.Split(c, "|") {
				out += "<w:p><w:r><w:t>" + p + "</w:t></w:r></w:p>"
			}
			out += "</w:tc>"
		}
		return out + "</w:tr>"
	}
	head := "<w:tbl>" + row("Name", "Ada", "Rater", "Lund") + "</w:tbl>"
	boxes := strings.Count(strings.Join(officeChoices(t, f), ""), ";")
	marks := func(at int) string {
		signs := strings.Repeat("☐ ", boxes)
		return strings.Replace(signs, strings.Repeat("☐ ", at)+"☐", strings.Repeat("☐ ", at)+"☒", 1)
	}
	dropped := "a program has dropped the names of the fields, so the form was read by the rows of its tables"
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"a row":       {head + "<w:tbl>" + row("1.1", "leads|"+marks(2)) + "</w:tbl>", []string{"Ada/Lund// 1.1 rated 3", dropped}},
		"rows below":  {head + "<w:tbl>" + row("1.1", "leads") + row("", marks(1)) + row("Comment:|well|done") + "</w:tbl>", []string{"Ada/Lund// 1.1 rated 2", `line 9: 1.1 of Ada: "well\ndone"`, dropped}},
		"too few":     {head + "<w:tbl>" + row("1.1", "☐ ☒") + "</w:tbl>", []string{`line 5: unknown-label 1.1 "box 2 of 2"`, dropped}},
		"long codes":  {head + "<w:tbl>" + row("leads|1.1|"+marks(0)) + "</w:tbl>", []string{"Ada/Lund// 1.1 rated 1", dropped}},
		"signed":      {head + "<w:tbl>" + row("1.1", marks(0)) + "</w:tbl><w:tbl>" + row("Notes", "all") + row("Signature", "x", "Date", "2026-01-01") + "</w:tbl>", []string{"Ada/Lund// 1.1 rated 1", `line 8:  of Ada: "all"`, dropped}},
		"plain boxes": {head + "<w:p><w:r><w:t>☒ 1.1</w:t></w:r></w:p>", []string{"f.docx: this document has no boxes of a form: were they replaced by plain text? Fill in the form as it was rendered, and save it as .docx"}},
	} {
		if diff := cmp.Diff(c.want, officeRead(f, wordFile(t, identity(f), c.body), ratings.Options{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// officeChoices are the levels and null states of the first item, a ";" behind each.
func officeChoices(t testing.TB, f *rubric.Framework) []string {
	t.Helper()
	scale := f.Indicators()[0].Scale
	var out []string
	for _, l := range scale.Levels {
		out = append(out, l.Code+";")
	}
	for _, n := range scale.Nulls {
		out = append(out, n.Words[0]+";")
	}
	return out
}

// What is no form of the framework at hand says what it is, and what to do.
func TestDocumentsRefused(t *testing.T) {
	f := eight(t)
	body := textual("ratee", "Ada") + "<w:p>" + boxed("rate_1_1.3", 1) + "</w:p>"
	for want, file := range map[string]ratings.File{
		`names the framework "cms", and the framework at hand has "inputs"`: wordFile(t, `{"framework":"cms","fingerprint":"01"}`, body),
		`names the fingerprint "01"`:                                        wordFile(t, `{"framework":"inputs","fingerprint":"01"}`, body),
		"which lacks an id or a fingerprint":                                wordFile(t, `{}`, body),
		"this document does not say which framework it is a form of":        wordFile(t, "", body),
		"part word/document.xml: it ends in the middle":                     wordFile(t, identity(f), "<w:p>"),
		"it has a document type":                                            wordFile(t, identity(f), `<!DOCTYPE x [<!ENTITY a "b">]>`+body),
		"it has the entity &b;":                                             wordFile(t, identity(f), textual("notes", "&b;")),
		"it has more than 300000 paragraphs":                                wordFile(t, identity(f), strings.Repeat("<w:p/>", 300_001)),
		"unpacks to more than 200 times its size":                           wordFile(t, identity(f), textual("notes", strings.Repeat("x", 24<<20))),
	} {
		got := officeRead(f, file, ratings.Options{})
		if len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%.300q, want %q", got, want)
		}
	}
}

// FuzzDocumentForms: whatever stands in a document, it is read twice alike, and
// every cell is accounted for.
func FuzzDocumentForms(f *testing.F) {
	fw := eight(f)
	f.Add(textual("ratee", "Ada") + textual("rater", "Lund") + "<w:p>" + boxed("rate_1_1.3", 1) + "</w:p>" + textual("points_1_1", "3") + textual("comment_1_1", "c"))
	f.Add("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1.1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>☐ ☒ ☐</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
	f.Add("<w:sdt><w:sdt><w:sdtContent><w:p></w:sdtContent></w:sdt></w:sdt></w:p>")
	f.Fuzz(func(t *testing.T, body string) {
		file := wordFile(t, identity(fw), body)
		read := func() string {
			book, _, err := ratings.Read(fw, []ratings.File{file}, ratings.Options{})
			if err != nil {
				return err.Error()
			}
			if !book.Ledger.Balanced() {
				t.Errorf("the ledger does not balance: %+v", book.Ledger)
			}
			return fmt.Sprint(statements(book), book.Rejects, book.Comments)
		}
		if first, again := read(), read(); first != again {
			t.Errorf("a second reading differs:\n%s\n%s", first, again)
		}
	})
}
