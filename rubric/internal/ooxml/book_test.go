package ooxml_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/internal/ooxml"
)

// book is a book with a page of the given cells, a row each.
func book(texts ...[]ooxml.Run) *ooxml.Book {
	page := ooxml.Page{Name: "It's one", Columns: []ooxml.PageColumn{{Width: 40, Hidden: true}, {Width: 105}}, Locked: true, Frozen: 1}
	for _, runs := range texts {
		page.Rows = append(page.Rows, ooxml.PageRow{Height: 20, Cells: []ooxml.PageCell{{Column: 1, Runs: runs, Style: ooxml.CellStyle{Font: ooxml.Font{Size: 10}, Open: true, Format: ooxml.FormatText}}}})
	}
	return &ooxml.Book{Info: ooxml.Info{Title: "A & B", Language: "en", Properties: []ooxml.Property{{Name: "Own", Text: `{"a":"<b>"}`}}}, Pages: []ooxml.Page{page}}
}

func bookBytes(t interface{ Fatal(...any) }, b *ooxml.Book) []byte {
	var out bytes.Buffer
	if err := ooxml.WriteBook(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Texts of pages come back as they are, whatever they hold, and never as a formula.
func TestBookTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("=+-@'a<&>\"\n\t\r_x0041_é评👍 \x01")), 1, 40, -1).Draw(t, "text")
		cut := rapid.IntRange(0, len(text)).Draw(t, "cut")
		runs := []ooxml.Run{{Text: strings.ToValidUTF8(text[:cut], "")}, {Text: strings.ToValidUTF8(text[cut:], ""), Font: ooxml.Font{Size: 9, Bold: true}}}
		want := runs[0].Text + runs[1].Text
		got, err := rowsOf(bookBytes(t, book(runs)))
		if err != nil || want != "" && !cmp.Equal(got, []string{"1B=" + want}) {
			t.Fatalf("%q (%v), want %q", got, err, want)
		}
	})
}

// The parts of a book say what it is to do: as encoding/xml reads them.
func TestBookParts(t *testing.T) {
	b := book([]ooxml.Run{{Text: "=1+1"}}, nil)
	p := &b.Pages[0]
	p.Joined = []ooxml.Area{{Left: 0, Top: 2, Right: 1, Bottom: 2}}
	p.Checks = []ooxml.Check{
		{Areas: []ooxml.Area{{Left: 1, Top: 1, Right: 1, Bottom: 1}, {Left: 1, Top: 2, Right: 1, Bottom: 2}, {Left: 1, Top: 4, Right: 1, Bottom: 4}}, List: "levels_1", Title: strings.Repeat("t", 40), Prompt: strings.Repeat("p", 300)},
		{Areas: []ooxml.Area{{Left: 0, Top: 1, Right: 0, Bottom: 1}}, From: "0", To: "2.5"},
	}
	p.Breaks = []int{1}
	p.Filter = ooxml.Area{Left: 0, Top: 1, Right: 1, Bottom: 2}
	p.Print = &ooxml.Print{Area: ooxml.Area{Left: 1, Top: 1, Right: 1, Bottom: 2}, Titles: 1, Landscape: true, Paper: ooxml.PaperA4, Left: "a & b", Page: "Page", Of: "of", Size: 8}
	b.Names = []ooxml.Name{{Name: "levels_1", Area: ooxml.Area{Left: 1, Top: 1, Right: 1, Bottom: 2}}}
	data := bookBytes(t, b)
	var sheet struct {
		Protection struct {
			Sheet string `xml:"sheet,attr"`
		} `xml:"sheetProtection"`
		Filter struct {
			Cells string `xml:"ref,attr"`
		} `xml:"autoFilter"`
		Checks []struct {
			Type  string `xml:"type,attr"`
			Error string `xml:"error,attr"`
			Title string `xml:"errorTitle,attr"`
			Cells string `xml:"sqref,attr"`
			From  string `xml:"formula1"`
			To    string `xml:"formula2"`
		} `xml:"dataValidations>dataValidation"`
		Footer string `xml:"headerFooter>oddFooter"`
		Breaks []struct {
			ID int `xml:"id,attr"`
		} `xml:"rowBreaks>brk"`
	}
	part(t, data, "xl/worksheets/sheet1.xml", &sheet)
	var workbook struct {
		Names []struct {
			Name string `xml:"name,attr"`
			Text string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	part(t, data, "xl/workbook.xml", &workbook)
	got := fmt.Sprint(sheet.Protection.Sheet, sheet.Filter.Cells, sheet.Footer, sheet.Breaks, workbook.Names)
	want := "1A1:B2&L&8 a && b&R&8 Page &P of &N[{1}] " +
		"[{_xlnm.Print_Area 'It''s one'!$B$1:$B$2} {_xlnm.Print_Titles 'It''s one'!$1:$1} {levels_1 'It''s one'!$B$1:$B$2}]"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	first, second := sheet.Checks[0], sheet.Checks[1]
	if first.Cells != "B1:B2 B4" || first.Type != "list" || first.From != "levels_1" || len([]rune(first.Error)) != 255 || len([]rune(first.Title)) != 32 {
		t.Errorf("%+v", first)
	}
	if second.Type != "decimal" || second.From != "0" || second.To != "2.5" {
		t.Errorf("%+v", second)
	}
}

// A cell that takes texts keeps them: open, as a text, and quoted where it would be
// calculated.
func TestBookStyles(t *testing.T) {
	var styles struct {
		Cells []struct {
			Format int    `xml:"numFmtId,attr"`
			Quoted string `xml:"quotePrefix,attr"`
			Locked struct {
				Locked string `xml:"locked,attr"`
			} `xml:"protection"`
		} `xml:"cellXfs>xf"`
	}
	part(t, bookBytes(t, book([]ooxml.Run{{Text: "=1"}}, []ooxml.Run{{Text: "1"}})), "xl/styles.xml", &styles)
	got := fmt.Sprintf("%+v", styles.Cells[1:])
	if want := "[{Format:49 Quoted:1 Locked:{Locked:0}} {Format:49 Quoted: Locked:{Locked:0}}]"; got != want {
		t.Error(got)
	}
}

// What a workbook cannot hold is an error.
func TestBookRefuses(t *testing.T) {
	b := book()
	b.Pages = append(b.Pages, b.Pages[0])
	if err := ooxml.WriteBook(io.Discard, b); err == nil || !strings.Contains(err.Error(), "two sheets") {
		t.Error(err)
	}
}

// A document comes back as it was written: fields with their tags, texts in their
// rows, properties, the foot.
func TestDocument(t *testing.T) {
	control := func(kind ooxml.ControlKind, tag string) []ooxml.Inline {
		return []ooxml.Inline{{Text: "at "}, {Control: &ooxml.Control{Kind: kind, Tag: tag, Alias: strings.Repeat("é", 70)}}}
	}
	d := &ooxml.Document{
		Info:   ooxml.Info{Properties: []ooxml.Property{{Name: "Own", Text: "a<b"}}},
		Styles: []ooxml.ParagraphStyle{{ID: "Normal", Name: "Normal"}, {ID: "Heading1", Name: "heading 1", Outline: 1}},
		Footer: ooxml.Footer{Style: "Normal", Left: "left", Page: "Page", Of: "of"}, Width: 500, Height: 400,
	}
	table := &ooxml.Table{Widths: []float64{50, 100}, Rows: []ooxml.TableRow{
		{Header: true, Whole: true, Cells: []ooxml.TableCell{{Span: 2, Blocks: []ooxml.Block{&ooxml.Paragraph{Inlines: control(ooxml.CheckBox, "box")}}}}},
		{Cells: []ooxml.TableCell{{Blocks: []ooxml.Block{&ooxml.Paragraph{Inlines: []ooxml.Inline{{Text: "a & b\n\tc"}}}}}, {}}},
	}}
	d.Body = []ooxml.Block{&ooxml.Paragraph{Style: "Heading1", List: d.Numbers(0, 3), Inlines: []ooxml.Inline{{Text: "Title"}}}, table, table, &ooxml.Paragraph{Inlines: control(ooxml.TextBox, "text")}}
	var out bytes.Buffer
	if err := ooxml.WriteDocument(&out, d); err != nil {
		t.Fatal(err)
	}
	got, err := ooxml.ReadDocument(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	want := &ooxml.Contents{
		Properties: map[string]string{"Own": "a<b"},
		Controls:   []ooxml.Filled{{Tag: "box", Kind: ooxml.CheckBox, Line: 2}, {Tag: "box", Kind: ooxml.CheckBox, Line: 6}, {Tag: "text", Kind: ooxml.TextBox, Line: 9}},
		Paragraphs: []ooxml.Line{
			{Text: "Title", Number: 1}, {Text: "at ☐", Number: 2, Row: 1, Cell: 1}, {Text: "a & b\n\tc", Number: 3, Row: 2, Cell: 1},
			{Text: "at ☐", Number: 6, Row: 3, Cell: 1}, {Text: "a & b\n\tc", Number: 7, Row: 4, Cell: 1}, {Text: "at ", Number: 9},
		},
		Footers: []string{"left\tPage 1 of 1"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if kind := ooxml.Kind(bytes.NewReader(out.Bytes()), int64(out.Len())); kind != "document" {
		t.Error(kind)
	}
	var body struct {
		Aliases []struct {
			Text string `xml:"val,attr"`
		} `xml:"body>p>sdt>sdtPr>alias"`
	}
	part(t, out.Bytes(), "word/document.xml", &body)
	if n := len([]rune(body.Aliases[0].Text)); n > ooxml.LongestTag {
		t.Errorf("an alias of %d characters", n)
	}
}

// FuzzReadDocument: whatever stands in a document, it is read twice alike, its
// paragraphs in order.
func FuzzReadDocument(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>a</w:t><w:br/></w:r></w:p><w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>`)
	f.Add(`<w:tr><w:tc><w:tr><w:tc><w:p></w:tc></w:p></w:tr></w:sdtContent><w:sdt></w:sdt></w:del>`)
	f.Fuzz(func(t *testing.T, body string) {
		data := packed(t, map[string]string{
			"_rels/.rels": `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="d.xml"/></Relationships>`,
			"d.xml":       "<w:document>" + body + "</w:document>",
		})
		got, err := ooxml.ReadDocument(bytes.NewReader(data), int64(len(data)))
		again, errAgain := ooxml.ReadDocument(bytes.NewReader(data), int64(len(data)))
		if !cmp.Equal(got, again) || fmt.Sprint(err) != fmt.Sprint(errAgain) {
			t.Errorf("%+v %v, then %+v %v", got, err, again, errAgain)
		}
		if err != nil {
			return
		}
		for i, l := range got.Paragraphs {
			if strings.TrimSpace(l.Text) == "" || i > 0 && l.Number < got.Paragraphs[i-1].Number {
				t.Errorf("%+v", got.Paragraphs)
			}
		}
	})
}
