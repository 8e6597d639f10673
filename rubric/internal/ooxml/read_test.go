package ooxml_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/internal/ooxml"
)

// bare are the parts of a workbook with one sheet, which a test fills in.
func bare(rows string) map[string]string {
	return map[string]string{
		"_rels/.rels": `<Relationships xmlns="p"><Relationship Id="a" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml": `<?xml version="1.0" encoding="UTF-8"?>` +
			`<workbook xmlns:r="http://x"><workbookPr/><sheets><sheet name="A &amp; B" sheetId="1" r:id="s1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="s2" Type="http://purl.org/sharedStrings" Target="texts.xml"/><Relationship Id="s3" Type="http://x/styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml": `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>` + rows + `</sheetData></worksheet>`,
		"xl/texts.xml":             `<sst/>`,
		"xl/styles.xml":            `<styleSheet/>`,
	}
}

// packed puts parts into a ZIP file.
func packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rowsOf reads the cells of all visible sheets: "3B=text".
func rowsOf(data []byte) ([]string, error) {
	book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	var out []string
	for _, sheet := range book.Sheets() {
		err := book.Rows(sheet, func(row ooxml.Record) error {
			for _, f := range row.Fields {
				cell := fmt.Sprintf("%d%c=%s", row.Number, 'A'+f.Column, f.Text)
				if f.Date != "" {
					cell += " (" + f.Date + ")"
				}
				if f.Uncomputed {
					cell += " uncomputed"
				}
				out = append(out, cell)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Every kind of cell gives what is stored, not what is shown.
func TestKindsOfCells(t *testing.T) {
	for cell, want := range map[string]string{
		`<c r="A1"><v>3</v></c>`:                                                     "3",
		`<c r="A1"><v>3.0</v></c>`:                                                   "3",
		`<c r="A1"><v>2.7000000000000002</v></c>`:                                    "2.7",
		`<c r="A1"><v>-0</v></c>`:                                                    "0",
		`<c r="A1"><v>1.5E-3</v></c>`:                                                "0.0015",
		`<c r="A1"><v>1.2345678901234568E+16</v></c>`:                                "12345678901234568",
		`<c r="A1"><v>1E+300</v></c>`:                                                "1E+300",
		`<c r="A1"><v>NaN</v></c>`:                                                   "NaN",
		`<c r="A1" t="n"><v>7</v></c>`:                                               "7",
		`<c r="A1" t="b"><v>1</v></c>`:                                               "TRUE",
		`<c r="A1" t="b"><v>0</v></c>`:                                               "FALSE",
		`<c r="A1" t="e"><v>#N/A</v></c>`:                                            "#N/A",
		`<c r="A1" t="str"><f>B1&amp;"x"</f><v>yx</v></c>`:                           "yx",
		`<c r="A1"><f>1+2</f><v>3</v></c>`:                                           "3",
		`<c r="A1"><f>1+2</f></c>`:                                                   "=1+2 uncomputed",
		`<c r="A1" t="d"><v>2026-02-01T00:00:00Z</v></c>`:                            "2026-02-01 (2026-02-01)",
		`<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a&#10;b </t></is></c>`: " a\nb ",
		`<c r="A1" t="inlineStr"><is><r><t>a</t></r><rPh><t>NO</t></rPh><r><t>b</t></r></is></c>`: "ab",
		`<c r="A1" t="inlineStr"><is><t>_x0041__x005F_x0042__xD83D_</t></is></c>`:                 "A_x0042__xD83D_",
		`<c r="A1" t="s"><v>1</v></c>`:         "Rich text",
		`<x:c r="A1" t="s"><x:v>0</x:v></x:c>`: "plain",
		`<c><v>4</v></c>`:                      "4",
	} {
		parts := bare(`<row r="1">` + cell + `<c r="B1"/><c r="C1" t="s"/></row><row/><row r="9"><c r="C9" t="inlineStr"><is><t></t></is></c></row>`)
		parts["xl/texts.xml"] = `<sst><si><t>plain</t></si><si><r><rPr><b/></rPr><t>Rich</t></r><r><t xml:space="preserve"> text</t></r><rPh sb="0"><t>NO</t></rPh></si></sst>`
		got, err := rowsOf(packed(t, parts))
		if diff := cmp.Diff([]string{"1A=" + want}, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", cell, err, diff)
		}
	}
}

// A number is a date by the format of its cell alone, in both calendars.
func TestDates(t *testing.T) {
	styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\-mmm\-yy;@"/><numFmt numFmtId="165" formatCode="0.0 &quot;days&quot;"/>` +
		`<numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="General"/><numFmt numFmtId="168" formatCode="[Red]0_d"/><numFmt numFmtId="15" formatCode="0.00"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="168"/><xf numFmtId="15"/></cellXfs></styleSheet>`
	for cell, want := range map[string]string{
		`s="1"><v>45720`: "45720 (2025-03-04)", `s="2"><v>45720`: "45720 (2025-03-04)", `s="7"><v>45720.586805555555`: "45720.586805555555 (2025-03-04T14:05)",
		`s="7"><v>45720.58686`: "45720.58686 (2025-03-04T14:05:05)", `s="1"><v>45720.999999999`: "45720.999999999 (2025-03-05)",
		`s="1"><v>1`: "1 (1900-01-01)", `s="1"><v>59`: "59 (1900-02-28)", `s="1"><v>60`: "60", `s="1"><v>61`: "61 (1900-03-01)",
		`s="1"><v>2958465`: "2958465 (9999-12-31)", `s="1"><v>0`: "0", `s="1"><v>-3`: "-3", `s="1"><v>1e9`: "1000000000",
		`s="0"><v>45720`: "45720", `><v>45720`: "45720", `s="3"><v>45720`: "45720", `s="4"><v>2.5`: "2.5", `s="5"><v>45720`: "45720",
		`s="6"><v>0.5`: "0.5", `s="8"><v>45720`: "45720", `s="9"><v>45720`: "45720", `s="99"><v>45720`: "45720", `s="-1"><v>45720`: "45720",
	} {
		parts := bare(`<row r="1"><c r="A1" ` + cell + `</v></c></row>`)
		parts["xl/styles.xml"] = styles
		got, err := rowsOf(packed(t, parts))
		if diff := cmp.Diff([]string{"1A=" + want}, got); err != nil || diff != "" {
			t.Errorf("%s: %v %s", cell, err, diff)
		}
	}
	parts := bare(`<row r="1"><c r="A1" s="1"><v>44258</v></c></row>`)
	parts["xl/styles.xml"] = styles
	parts["xl/workbook.xml"] = strings.Replace(parts["xl/workbook.xml"], "<workbookPr/>", `<workbookPr date1904="1"/>`, 1)
	if got, err := rowsOf(packed(t, parts)); err != nil || got[0] != "1A=44258 (2025-03-04)" {
		t.Errorf("%v %v", got, err)
	}
}

// Rows and cells without a reference follow the ones before.
func TestReferencesLeftOut(t *testing.T) {
	got, err := rowsOf(packed(t, bare(`<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c r="B5"><v>4</v></c></row><row><c><v>5</v></c></row>`)))
	if diff := cmp.Diff([]string{"1A=1", "1C=2", "1D=3", "5B=4", "6A=5"}, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
}

// The sheets of a workbook: charts are none, and hidden ones are told.
func TestSheets(t *testing.T) {
	parts := bare(``)
	parts["xl/workbook.xml"] = `<workbook xmlns:r="r"><sheets><sheet name="One" r:id="s1"/><sheet name="Chart" r:id="c"/><sheet name="Two" state="hidden" r:id="s1"/>` +
		`<sheet name="Three" state="veryHidden" r:id="s1"/><sheet name="None" r:id="zz"/></sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Rel", `<Relationship Id="c" Type="http://x/chartsheet" Target="c.xml"/></Rel`, 1)
	data := packed(t, parts)
	book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range book.Sheets() {
		got = append(got, fmt.Sprint(s.Name, " ", s.Hidden))
	}
	if diff := cmp.Diff([]string{"One false", "Two true", "Three true"}, got); diff != "" {
		t.Error(diff)
	}
}

// What is no workbook, or a hostile one, ends in an error that says why.
func TestRefused(t *testing.T) {
	row := func(text string) map[string]string { return bare(text) }
	with := func(name, text string) map[string]string {
		parts := bare(``)
		parts[name] = text
		return parts
	}
	lacking := func(name string) map[string]string {
		parts := bare(``)
		delete(parts, name)
		return parts
	}
	many := map[string]string{}
	for i := range 10_001 {
		many[fmt.Sprint(i)] = ""
	}
	for want, parts := range map[string]map[string]string{
		"it names no main document":                                  {"a.txt": "x"},
		"no workbook: its main document is":                          with("xl/workbook.xml", `<document/>`),
		"does not have it: is it complete?":                          lacking("xl/worksheets/sheet1.xml"),
		"the part xl/styles.xml":                                     lacking("xl/styles.xml"),
		"it has a document type":                                     with("xl/texts.xml", `<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`),
		"it has the entity &b;, which":                               with("xl/texts.xml", `<sst><si><t>&b;</t></si></sst>`),
		"part xl/styles.xml: it ends in the midd":                    with("xl/styles.xml", `<styleSheet><cellXfs>`),
		`the row "2" follows row 5`:                                  row(`<row r="5"><c r="A5"><v>1</v></c></row><row r="2"/>`),
		`the row "1048577" follows row 0`:                            row(`<row r="1048577"/>`),
		`the row "x" follows row 0`:                                  row(`<row r="x"/>`),
		`the cell "A1" in row 1 does not stand`:                      row(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`),
		`the cell "XFE1" in row 1`:                                   row(`<row r="1"><c r="XFE1"><v>1</v></c></row>`),
		`the cell "AAAAAAAAAAAAAAAAAAA1"`:                            row(`<row r="1"><c r="AAAAAAAAAAAAAAAAAAA1"><v>1</v></c></row>`),
		`the cell "a1" in row 1`:                                     row(`<row r="1"><c r="a1"><v>1</v></c></row>`),
		`row 1, column B: it names the shared text "4"; there are 0`: row(`<row r="1"><c r="B1" t="s"><v>4</v></c></row>`),
		`it names the shared text "-1"`:                              row(`<row r="1"><c r="B1" t="s"><v>-1</v></c></row>`),
		"unpacks to more than 200 times its size":                    row(`<row r="1"><c r="A1"><v>` + strings.Repeat("0", 24<<20) + `</v></c></row>`),
		"it has 10001 parts":                                         many,
	} {
		_, err := rowsOf(packed(t, parts))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	if _, err := rowsOf([]byte("PK\x03\x04")); err == nil || !strings.Contains(err.Error(), "is it complete?") {
		t.Error(err)
	}
}

// An error of the caller comes back.
func TestErrorOfTheCaller(t *testing.T) {
	data := packed(t, bare(`<row r="1"><c r="A1"><v>1</v></c></row>`))
	book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	enough := errors.New("enough")
	if err := book.Rows(book.Sheets()[0], func(ooxml.Record) error { return enough }); !errors.Is(err, enough) {
		t.Error(err)
	}
}

// FuzzRead: whatever bytes arrive, rows rise, columns rise, and reading again
// says the same.
func FuzzRead(f *testing.F) {
	f.Add(packed(f, bare(`<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>`)), "")
	f.Add([]byte("PK"), "")
	f.Add([]byte(nil), `<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="7"><c s="1"><v>4e4</v></c></row>`)
	f.Fuzz(func(t *testing.T, data []byte, rows string) {
		if rows != "" {
			data = packed(t, bare(rows))
		}
		got, err := rowsOf(data)
		again, errAgain := rowsOf(data)
		if !slices.Equal(got, again) || fmt.Sprint(err) != fmt.Sprint(errAgain) {
			t.Errorf("%v %v, then %v %v", got, err, again, errAgain)
		}
		checkOrder(t, data)
	})
}

func checkOrder(t *testing.T, data []byte) {
	book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return
	}
	for _, sheet := range book.Sheets() {
		before := 0
		_ = book.Rows(sheet, func(row ooxml.Record) error {
			if row.Number <= before || len(row.Fields) == 0 {
				t.Errorf("row %d after %d with %d fields", row.Number, before, len(row.Fields))
			}
			before = row.Number
			for i, f := range row.Fields {
				if f.Text == "" || f.Column < 0 || f.Column >= 16_384 || i > 0 && f.Column <= row.Fields[i-1].Column {
					t.Errorf("row %d: %+v", row.Number, row.Fields)
				}
			}
			return nil
		})
	}
}
