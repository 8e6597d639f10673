package ooxml_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"iter"
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/internal/ooxml"
)

// sheetXML is a sheet as a program that knows the format reads it.
type sheetXML struct {
	Pane struct {
		YSplit int    `xml:"ySplit,attr"`
		State  string `xml:"state,attr"`
	} `xml:"sheetViews>sheetView>pane"`
	Rows []struct {
		Number int       `xml:"r,attr"`
		Cells  []cellXML `xml:"c"`
	} `xml:"sheetData>row"`
	Filter struct {
		Ref string `xml:"ref,attr"`
	} `xml:"autoFilter"`
}

type cellXML struct {
	Place   string `xml:"r,attr"`
	Type    string `xml:"t,attr"`
	Style   int    `xml:"s,attr"`
	Value   string `xml:"v"`
	Inline  string `xml:"is>t"`
	Formula string `xml:"f"`
}

func written(t testing.TB, sheets ...ooxml.Sheet) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := ooxml.WriteXLSX(&out, sheets); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// part reads a file of the archive.
func part(t testing.TB, workbook []byte, name string, to any) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(data, to); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func sheet(name string, rows ...[]ooxml.Cell) ooxml.Sheet {
	return ooxml.Sheet{Name: name, Columns: []ooxml.Column{{Name: "ratee", Width: 20}, {Name: "score", Width: 8}}, Rows: slices.Values(rows)}
}

// A number is a number with its decimals, a text is a text whatever it begins
// with, an empty cell is none, and the header stays in sight.
func TestSheet(t *testing.T) {
	workbook := written(t, sheet("scores",
		[]ooxml.Cell{ooxml.Text("Ada"), ooxml.Number("2.50")},
		[]ooxml.Cell{ooxml.Text("=1+1"), ooxml.Number("-3")},
		[]ooxml.Cell{ooxml.Text(" 007 "), ooxml.Number("")},
	))
	var got sheetXML
	part(t, workbook, "xl/worksheets/sheet1.xml", &got)
	type cell struct{ place, kind, text string }
	var cells []cell
	for _, row := range got.Rows {
		for _, c := range row.Cells {
			if c.Formula != "" {
				t.Errorf("%s has a formula", c.Place)
			}
			cells = append(cells, cell{c.Place, c.Type, c.Inline + c.Value})
		}
	}
	want := []cell{
		{"A1", "inlineStr", "ratee"}, {"B1", "inlineStr", "score"},
		{"A2", "inlineStr", "Ada"}, {"B2", "", "2.50"},
		{"A3", "inlineStr", "=1+1"}, {"B3", "", "-3"},
		{"A4", "inlineStr", " 007 "},
	}
	if diff := cmp.Diff(want, cells, cmp.AllowUnexported(cell{})); diff != "" {
		t.Error(diff)
	}
	if got.Pane.YSplit != 1 || got.Pane.State != "frozen" || got.Filter.Ref != "A1:B4" {
		t.Errorf("pane %+v, filter %+v", got.Pane, got.Filter)
	}
	if code := format(t, workbook, got.Rows[1].Cells[1].Style); code != "0.00" {
		t.Errorf("2.50 is shown as %s", code)
	}
	if code := format(t, workbook, got.Rows[2].Cells[1].Style); code != "0" {
		t.Errorf("-3 is shown as %s", code)
	}
}

// format is the number format of a style.
func format(t *testing.T, workbook []byte, style int) string {
	t.Helper()
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	part(t, workbook, "xl/styles.xml", &styles)
	for _, f := range styles.Formats {
		if f.ID == styles.Cells[style].Format {
			return f.Code
		}
	}
	return ""
}

// The parts refer to each other: every sheet is in the workbook, under its
// name and in order, and every part has a type.
func TestPartsBelongTogether(t *testing.T) {
	workbook := written(t, sheet("scores"), sheet("A & B"))
	var book struct {
		Sheets []struct {
			Name     string `xml:"name,attr"`
			Relation string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var relations struct {
		Raw []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	part(t, workbook, "xl/workbook.xml", &book)
	part(t, workbook, "xl/_rels/workbook.xml.rels", &relations)
	var got []string
	for _, s := range book.Sheets {
		for _, r := range relations.Raw {
			if r.ID == s.Relation {
				got = append(got, s.Name+" → "+r.Target)
				part(t, workbook, "xl/"+r.Target, &sheetXML{})
			}
		}
	}
	if diff := cmp.Diff([]string{"scores → worksheets/sheet1.xml", "A & B → worksheets/sheet2.xml"}, got); diff != "" {
		t.Error(diff)
	}
	var types struct {
		Overrides []struct {
			Name string `xml:"PartName,attr"`
		} `xml:"Override"`
	}
	part(t, workbook, "[Content_Types].xml", &types)
	for _, o := range types.Overrides {
		part(t, workbook, strings.TrimPrefix(o.Name, "/"), &struct{ XMLName xml.Name }{})
	}
	if len(types.Overrides) != 4 {
		t.Errorf("%d parts have a type, want workbook, styles and two sheets", len(types.Overrides))
	}
}

// What a workbook cannot hold is an error that says so.
func TestWriteRefuses(t *testing.T) {
	cell := []ooxml.Cell{ooxml.Text("x")}
	endless := func(yield func([]ooxml.Cell) bool) {
		for yield(nil) {
		}
	}
	wide := ooxml.Sheet{Name: "wide", Columns: make([]ooxml.Column, 16_385), Rows: slices.Values([][]ooxml.Cell{})}
	for name, c := range map[string]struct {
		want   string
		sheets []ooxml.Sheet
	}{
		"no sheet":       {"needs a sheet", nil},
		"no name":        {"cannot be the name", []ooxml.Sheet{sheet("")}},
		"long name":      {"cannot be the name", []ooxml.Sheet{sheet(strings.Repeat("é", 32))}},
		"forbidden name": {"cannot be the name", []ooxml.Sheet{sheet("a/b")}},
		"one name twice": {"two sheets", []ooxml.Sheet{sheet("a"), sheet("A")}},
		"many columns":   {"16385 columns", []ooxml.Sheet{wide}},
		"a long row":     {"3 cells", []ooxml.Sheet{sheet("a", slices.Repeat(cell, 3))}},
		"no number":      {`"NaN" is no decimal number`, []ooxml.Sheet{sheet("a", []ooxml.Cell{ooxml.Number("NaN")})}},
		"many rows":      {"more than 1048576 rows", []ooxml.Sheet{{Name: "a", Columns: make([]ooxml.Column, 1), Rows: iter.Seq[[]ooxml.Cell](endless)}}},
	} {
		err := ooxml.WriteXLSX(io.Discard, c.sheets)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// Numbers are what a spreadsheet takes for one, and nothing else.
func TestNumbers(t *testing.T) {
	for text, ok := range map[string]bool{"0": true, "-0.5": true, "12.345": true, ".5": false, "1.": false, "1e3": false, "--1": false, "-": false, "1,5": false, " 1": false} {
		err := ooxml.WriteXLSX(io.Discard, []ooxml.Sheet{sheet("a", []ooxml.Cell{ooxml.Number(text)})})
		if (err == nil) != ok {
			t.Errorf("%q: error %v", text, err)
		}
	}
}

// unescaped reads the escapes of a text in a workbook.
func unescaped(text string) string {
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		var r rune
		if rest := text[i:]; len(rest) >= 7 && rest[1] == 'x' && rest[6] == '_' && rest[0] == '_' {
			if n, ok := hexadecimal(rest[2:6]); ok {
				r = n
				out.WriteRune(r)
				i += 6
				continue
			}
		}
		out.WriteByte(text[i])
	}
	return out.String()
}

func hexadecimal(text string) (rune, bool) {
	n := rune(0)
	for _, c := range text {
		at := strings.IndexRune("0123456789ABCDEF", c)
		if at < 0 {
			at = strings.IndexRune("0123456789abcdef", c)
		}
		if at < 0 {
			return 0, false
		}
		n = n*16 + rune(at)
	}
	return n, true
}

// Any text comes out of a workbook as it went in.
func TestTextsSurvive(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`(_x00[0-9a-fA-F]{2}_|[\x00-\x1f]|[_x&<>"']|\r\n){1,8}`)).Draw(r, "text")
		var got sheetXML
		part(t, written(t, sheet("s", []ooxml.Cell{ooxml.Text(text)})), "xl/worksheets/sheet1.xml", &got)
		back := ""
		if len(got.Rows[1].Cells) > 0 {
			back = unescaped(got.Rows[1].Cells[0].Inline)
		}
		if back != text {
			r.Fatalf("%q comes back as %q", text, back)
		}
	})
}

// A text that no cell can hold is cut, and says so; one that just fits is not.
func TestLongTexts(t *testing.T) {
	const most = 32_767
	for text, cut := range map[string]bool{
		strings.Repeat("a", most):     false,
		strings.Repeat("a", most+1):   true,
		strings.Repeat("é", most):     false,
		strings.Repeat("😀", most/2):   false,
		strings.Repeat("😀", most/2+1): true,
	} {
		var got sheetXML
		part(t, written(t, sheet("s", []ooxml.Cell{ooxml.Text(text)})), "xl/worksheets/sheet1.xml", &got)
		back := got.Rows[1].Cells[0].Inline
		if units := len(utf16.Encode([]rune(back))); units > most || cut == (back == text) || cut != strings.Contains(back, "holds no more") {
			t.Errorf("%d bytes: %d code units come back, cut: %v", len(text), units, back != text)
		}
	}
}

func TestSameBytes(t *testing.T) {
	row := []ooxml.Cell{ooxml.Text("Ada"), ooxml.Number("1.0")}
	if first, second := written(t, sheet("s", row)), written(t, sheet("s", row)); !bytes.Equal(first, second) {
		t.Error("the same sheet gives two files")
	}
}

// The last columns of a wide sheet have the names that spreadsheets give them.
func TestColumnLetters(t *testing.T) {
	wide := ooxml.Sheet{Name: "s", Columns: make([]ooxml.Column, 16_384), Rows: slices.Values([][]ooxml.Cell{slices.Repeat([]ooxml.Cell{ooxml.Number("1")}, 16_384)})}
	var got sheetXML
	part(t, written(t, wide), "xl/worksheets/sheet1.xml", &got)
	for at, want := range map[int]string{0: "A2", 25: "Z2", 26: "AA2", 701: "ZZ2", 702: "AAA2", 16_383: "XFD2"} {
		if place := got.Rows[1].Cells[at].Place; place != want {
			t.Errorf("column %d is called %s, want %s", at+1, place, want)
		}
	}
}

// What is written, the reader of this package reads as it was.
func TestWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringN(1, 20, -1).Draw(r, "text")
		number := rapid.StringMatching(`-?(0|[1-9][0-9]{0,6})(\.[0-9]{1,4})?`).Draw(r, "number")
		workbook := written(t, sheet("first"), sheet("s", []ooxml.Cell{ooxml.Text(text), ooxml.Number(number)}))
		book, err := ooxml.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
		if err != nil {
			r.Fatal(err)
		}
		var got []string
		for _, s := range book.Sheets() {
			err := book.Rows(s, func(record ooxml.Record) error {
				for _, f := range record.Fields {
					got = append(got, f.Text)
				}
				return nil
			})
			if err != nil {
				r.Fatal(err)
			}
		}
		if diff := cmp.Diff([]string{"ratee", "score", "ratee", "score", text}, got[:len(got)-1]); diff != "" {
			r.Fatal(diff)
		}
		want, _ := new(big.Rat).SetString(number)
		if back, ok := new(big.Rat).SetString(got[len(got)-1]); !ok || back.Cmp(want) != 0 {
			r.Fatalf("%s comes back as %s", number, got[len(got)-1])
		}
	})
}
