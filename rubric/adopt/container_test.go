package adopt_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric/adopt"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/load"
)

// A table comes to the same framework whichever file it stands in.
func TestSameInEveryContainer(t *testing.T) {
	for _, l := range layouts() {
		if !strings.HasSuffix(l.file, "sv") {
			continue
		}
		for _, id := range frameworks.IDs() {
			data, err := frameworks.Read(id)
			if err != nil {
				t.Fatal(err)
			}
			f, _ := load.Framework(id, data)
			if !l.fits(f) {
				continue
			}
			text := l.write(f)
			o := adopt.Options{Levels: levelLabels(f), ID: "same", Title: "Same"}
			for name, file := range map[string]string{"f.xlsx": workbook(t, text), "f.docx": office(t, body(t, text))} {
				t.Run(l.name+"/"+id+"/"+name, func(t *testing.T) {
					want, err := adopt.File(l.file, []byte(text), o)
					if err != nil {
						t.Fatal(err)
					}
					got, err := adopt.File(name, []byte(file), o)
					if err != nil {
						t.Fatal(err)
					}
					if diff := cmp.Diff(project(want.Framework.Items, l), project(got.Framework.Items, l)); diff != "" {
						t.Error(diff)
					}
				})
			}
		}
	}
}

// cells are the cells of separated values.
func cells(t *testing.T, text string) [][]string {
	t.Helper()
	for _, comma := range "\t;," {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.FieldsPerRecord = comma, -1
		if rows, err := r.ReadAll(); err == nil && len(rows[len(rows)-1]) > 1 {
			return rows
		}
	}
	t.Fatalf("no table: %s", text)
	return nil
}

func workbook(t *testing.T, text string) string {
	t.Helper()
	var rows [][]ooxml.Cell
	columns := 0
	for _, row := range cells(t, text) {
		var out []ooxml.Cell
		for _, c := range row {
			out = append(out, ooxml.Text(c))
		}
		rows, columns = append(rows, out), max(columns, len(out))
	}
	head := cells(t, text)[0]
	sheet := ooxml.Sheet{Name: "Framework", Rows: slices.Values(rows[1:])}
	for i := range columns {
		name := ""
		if i < len(head) {
			name = head[i]
		}
		sheet.Columns = append(sheet.Columns, ooxml.Column{Name: name, Width: 10})
	}
	var b bytes.Buffer
	if err := ooxml.WriteXLSX(&b, []ooxml.Sheet{sheet}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// body is a table of a text document, a paragraph for each line of a cell, whose
// bullets are typed.
func body(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("<w:document><w:body><w:tbl>")
	for _, row := range cells(t, text) {
		b.WriteString("<w:tr>")
		for _, c := range row {
			b.WriteString("<w:tc>")
			for line := range strings.SplitSeq(c, "\n") {
				b.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
				if err := xml.EscapeText(&b, []byte(line)); err != nil {
					t.Fatal(err)
				}
				b.WriteString("</w:t></w:r></w:p>")
			}
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	return b.String() + "</w:tbl></w:body></w:document>"
}
