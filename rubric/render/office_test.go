package render_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/render"
)

// unzipped are the parts of a package.
func unzipped(t testing.TB, data string) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range archive.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(text)
	}
	return out
}

// withPart is a package with another text of a part.
func withPart(t testing.TB, data, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for part, old := range unzipped(t, data) {
		if part == name {
			old = text
		}
		out, err := w.Create(part)
		if err == nil {
			_, err = io.WriteString(out, old)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// xmlEscape writes a text as XML.
func xmlEscape(t testing.TB, text string) string {
	t.Helper()
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const formSheet = "xl/worksheets/sheet1.xml"

// fillXLSX writes what a person has chosen and typed into the cells of a workbook.
func (f filled) fillXLSX(t testing.TB, workbook string) []byte {
	t.Helper()
	book, err := ooxml.NewReader(strings.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	columns, rows := map[string]int{}, map[string]int{}
	err = book.Rows(book.Sheets()[0], func(row ooxml.Record) error {
		for _, c := range row.Fields {
			switch {
			case row.Number == 1:
				columns[c.Text] = c.Column
			case c.Column == 0:
				rows[c.Text] = row.Number
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sheet := unzipped(t, workbook)[formSheet]
	put := func(field, column, text string) {
		place := fmt.Sprintf(`<c r="%c%d" s="`, 'A'+columns[column], rows[field])
		at := strings.Index(sheet, place)
		if at < 0 {
			t.Fatalf("no cell %s for %s of %s", place, column, field)
		}
		end := at + strings.Index(sheet[at:], "/>")
		sheet = sheet[:end] + ` t="inlineStr"><is><t xml:space="preserve">` + xmlEscape(t, text) + `</t></is></c>` + sheet[end+2:]
	}
	for name, text := range f.head {
		put(name, form.EntryColumn, text)
	}
	put(form.Notes, form.EntryColumn, f.notes)
	for _, a := range f.answers {
		if a.choice != nil {
			entry := a.choice.Entry
			if a.row.Box {
				entry = a.choice.Label
			}
			put(a.row.Field, form.RatingColumn, entry)
		}
		put(a.row.Field, form.CommentColumn, a.comment)
	}
	return withPart(t, workbook, formSheet, sheet)
}

// A workbook comes back, whatever was filled in.
func TestXLSXComesBack(t *testing.T) {
	everyFilled(t, func(t *testing.T, framework *rubric.Framework, f *form.Form, in filled) {
		checkBack(t, framework, in, "filled.xlsx", in.fillXLSX(t, written(t, f, "xlsx", render.Options{})))
	})
}

const documentPart = "word/document.xml"

var tagElement = regexp.MustCompile(`<w:tag w:val="[^"]*"/>`)

// fillDOCX marks boxes and writes into the controls of a document.
func (f filled) fillDOCX(t *testing.T, document string) []byte {
	t.Helper()
	marked, texts := map[string]bool{}, map[string]string{form.Tag(form.Notes): f.notes}
	for name, text := range f.head {
		texts[form.Tag(name)] = text
	}
	for _, a := range f.answers {
		if a.choice != nil {
			marked[form.Tag(form.BoxName(a.row.Code, a.choice.Cell))] = true
		}
		texts[form.Tag(form.CommentName(a.row.Code))] = a.comment
	}
	controls := strings.Split(unzipped(t, document)[documentPart], "<w:sdt>")
	done := 0
	for i, c := range controls[1:] {
		_, rest, _ := strings.Cut(c, `<w:tag w:val="`)
		tag, _, _ := strings.Cut(rest, `"`)
		switch text := texts[tag]; {
		case marked[tag]:
			c = replaceOnce(t, c, `<w14:checked w14:val="0"/>`, `<w14:checked w14:val="1"/>`)
			c = replaceOnce(t, c, ooxml.Unticked, ooxml.Ticked)
			done++
		case text != "":
			c = replaceOnce(t, c, `<w:showingPlcHdr/>`, ``)
			lines := strings.ReplaceAll(xmlEscape(t, text), "&#xA;", `</w:t><w:br/><w:t xml:space="preserve">`)
			c = replaceOnce(t, c, strings.Repeat("\u2002", 8), lines)
		}
		controls[1+i] = c
	}
	if done != len(marked) {
		t.Fatalf("%d of %d boxes were found", done, len(marked))
	}
	return withPart(t, document, documentPart, strings.Join(controls, "<w:sdt>"))
}

// A document comes back, whatever was filled in, with its tags and without.
func TestDOCXComesBack(t *testing.T) {
	everyFilled(t, func(t *testing.T, framework *rubric.Framework, f *form.Form, in filled) {
		data := in.fillDOCX(t, written(t, f, "docx", render.Options{}))
		checkBack(t, framework, in, "filled.docx", data)
		body := unzipped(t, string(data))[documentPart]
		checkBack(t, framework, in, "untagged.docx", withPart(t, string(data), documentPart, tagElement.ReplaceAllString(body, "")))
	})
}

// A workbook's rows are as high as what they hold needs, and none higher than
// programs allow; texts that need more go on in the row below.
func TestXLSXHeights(t *testing.T) {
	long := strings.Repeat("Lorem ipsum dolor sit amet. ", 400)
	one := rubric.NewDecimal(1, 0)
	framework := &rubric.Framework{ID: "x", Title: "X", Items: []*rubric.Item{{Code: "1", Text: long}, {Code: "2", Text: "short"}}}
	framework.Scale = &rubric.Scale{Levels: []rubric.Level{{Code: "1", Value: one}}}
	framework.Index()
	for it := range framework.All() {
		it.Scale = framework.Scale
	}
	workbook := written(t, blank(t, framework, form.Options{}), "xlsx", render.Options{Large: true})
	var sheet struct {
		Rows []struct {
			Height float64 `xml:"ht,attr"`
		} `xml:"sheetData>row"`
	}
	if err := xml.Unmarshal([]byte(unzipped(t, workbook)[formSheet]), &sheet); err != nil {
		t.Fatal(err)
	}
	total := 0.0
	for i, row := range sheet.Rows[1:] {
		if row.Height < 8 || row.Height > 409 {
			t.Errorf("row %d is %v points high", i+2, row.Height)
		}
		total += row.Height
	}
	// 11,200 characters of some 9 points in a column of 380 points, 23 points a line.
	if total < 11_200*9/380*23*0.8 {
		t.Errorf("all rows are %v points high", total)
	}
	book, err := ooxml.NewReader(strings.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	if err := book.Rows(book.Sheets()[0], func(row ooxml.Record) error {
		for _, c := range row.Fields {
			text.WriteString(c.Text)
		}
		return nil
	}); err != nil || strings.Count(squeezed(text.String()), "Loremipsumdolorsitamet.") != 400 {
		t.Errorf("%d sentences (%v)", strings.Count(squeezed(text.String()), "Loremipsumdolorsitamet."), err)
	}
}

// A document has a heading for every section, at its depth, and tables whose first
// rows are repeated where the levels stand in columns.
func TestDOCXStructure(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) {
		parts := unzipped(t, written(t, f, "docx", render.Options{}))
		var body struct {
			Styles []struct {
				ID string `xml:"val,attr"`
			} `xml:"body>p>pPr>pStyle"`
		}
		if err := xml.Unmarshal([]byte(parts[documentPart]), &body); err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for _, s := range body.Styles {
			if strings.HasPrefix(s.ID, "Heading") {
				got = append(got, s.ID)
			}
		}
		if len(f.Guidance) > 0 {
			want = append(want, "Heading1")
		}
		for range f.Keys {
			want = append(want, "Heading1")
		}
		for _, s := range f.Sections {
			if s.Code != "" {
				want = append(want, fmt.Sprintf("Heading%d", min(s.Depth+1, 5)))
			}
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("headings %q, want %q", got, want)
		}
		if !strings.Contains(parts["docProps/custom.xml"], f.Identity.Fingerprint) {
			t.Error("the document does not name its framework")
		}
	})
}

// Texts of a framework never become markup of a document, nor a formula of a
// workbook: what is written is read again as it was.
func TestOfficeHostileTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := hostileText().Draw(t, "text")
		f, err := form.New(hostile(text), form.Options{Comments: true, Guidance: true, Layout: "grid"})
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range []string{"xlsx", "docx"} {
			archive, err := zip.NewReader(strings.NewReader(written(t, f, format, render.Options{})), int64(len(written(t, f, format, render.Options{}))))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range archive.File {
				part, err := file.Open()
				if err != nil {
					t.Fatal(err)
				}
				for d := xml.NewDecoder(part); ; {
					token, err := d.Token()
					if err == io.EOF {
						break
					}
					if e, ok := token.(xml.StartElement); err != nil || ok && (e.Name.Local == "f" || e.Name.Local == "script") {
						t.Fatalf("%s of %s: %v %v", file.Name, format, token, err)
					}
				}
			}
		}
	})
}
