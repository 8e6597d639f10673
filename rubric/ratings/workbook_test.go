package ratings_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// sheetXML is a sheet of a workbook that a test makes: cells in short, each
// row a line, "=…" a formula, "d:45720" a number shown as a date.
type sheetXML struct{ name, state, rows string }

// workbook makes an .xlsx file of sheets.
func workbook(t testing.TB, sheets ...sheetXML) ratings.File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	list, links := "", `<Relationship Id="st" Type="x/styles" Target="styles.xml"/>`
	for i, s := range sheets {
		list += fmt.Sprintf(`<sheet name="%s" state="%s" r:id="s%d"/>`, s.name, s.state, i)
		links += fmt.Sprintf(`<Relationship Id="s%d" Type="x/worksheet" Target="sheet%d.xml"/>`, i, i)
		add(fmt.Sprintf("xl/sheet%d.xml", i), "<worksheet><sheetData>"+rowsXML(s.rows)+"</sheetData></worksheet>")
	}
	add("_rels/.rels", `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns:r="r"><sheets>`+list+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships>`+links+`</Relationships>`)
	add("xl/styles.xml", `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return ratings.File{Name: "f.xlsx", Data: b.Bytes()}
}

// rowsXML writes rows; one that is blank is left out, and XML stays.
func rowsXML(rows string) string {
	if strings.HasPrefix(rows, "<") {
		return rows
	}
	var b strings.Builder
	for i, row := range strings.Split(rows, "\n") {
		if row == "" {
			continue
		}
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, cell := range strings.Split(row, ",") {
			if cell != "" {
				b.WriteString(cellXML(fmt.Sprintf("%c%d", 'A'+j, i+1), cell))
			}
		}
		b.WriteString("</row>")
	}
	return b.String()
}

func cellXML(at, cell string) string {
	kind, value, typed := strings.Cut(cell, ":")
	switch {
	case typed && kind == "d":
		return fmt.Sprintf(`<c r="%s" s="1"><v>%s</v></c>`, at, value)
	case typed && (kind == "b" || kind == "e"):
		return fmt.Sprintf(`<c r="%s" t="%s"><v>%s</v></c>`, at, kind, value)
	case strings.HasPrefix(cell, "="):
		return fmt.Sprintf(`<c r="%s"><f>%s</f></c>`, at, cell[1:])
	case strings.Trim(cell, "0123456789.") == "":
		return fmt.Sprintf(`<c r="%s"><v>%s</v></c>`, at, cell)
	}
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, cell)
}

// A workbook gives what is stored. A number shown as a date is a rating where
// the scale has it, and else the day that it shows.
func TestWorkbookCells(t *testing.T) {
	for cell, want := range map[string]string{
		"3": "1.1 3", "2.7000000000000002": "1.1 off-grid: 2.7", "3 - Proficient": "1.1 3", "": "1.1 missing",
		"d:3": "1.1 3", "d:45720": "1.1 looks-like-date: 2025-03-04", "b:1": "1.1 unknown-label: TRUE", "e:#N/A": "1.1 unknown-label: #N/A",
		"=1+2": "1.1 unknown-label: =1+2",
	} {
		r, report := read(t, eight(t), ratings.Options{}, workbook(t, sheetXML{"S", "", "ratee,date,1.1,1.2\nAda,d:45931," + cell + ",4"}))
		parts := strings.Split(rated(r), ", ")
		found := false
		for _, p := range parts {
			found = found || p == "Ada "+want
		}
		if !found || all(t, r)[0].Occasion != "2025-10-01" {
			t.Errorf("%s: %q", cell, parts)
		}
		notes := report.Files[0].Notes
		if strings.HasPrefix(cell, "=") != (len(notes) == 1 && strings.HasPrefix(notes[0], "row 2 holds the formula =1+2 without its value")) {
			t.Errorf("%s: %q", cell, notes)
		}
	}
	r, _ := read(t, eight(t), ratings.Options{}, workbook(t, sheetXML{"S", "", "ratee,rater,item,rating\nAda,s,1.1,d:3\nAda,s,1.2,d:45720"}))
	if got, want := rated(r), "Ada 1.1 3, Ada 1.2 looks-like-date: 2025-03-04"; got != want {
		t.Errorf("long: %s", got)
	}
	yes := framework(t, "../../frameworks/mastery.yaml")
	if r, _ := read(t, yes, ratings.Options{}, workbook(t, sheetXML{"S", "", "ratee,RE.1,RE.2\nAda,b:1,b:0"})); rated(r) != "Ada RE.1 1, Ada RE.2 0" {
		t.Error(rated(r))
	}
}

// All sheets with a header are read, and places carry the sheet; hidden ones
// and others are reported.
func TestWorkbookSheets(t *testing.T) {
	file := workbook(t,
		sheetXML{"Notes", "", "How to fill this in"},
		sheetXML{"One", "", "A title\n\n\nratee,rater,1.1,1.2\nAda,s,3,bogus\n\nBen,s,3"},
		sheetXML{"Hidden", "hidden", "ratee,rater,1.1,1.2\nCy,s,3,4"},
		sheetXML{"Two", "", "ratee,rater,item,rating\nAda,p,1.1,9\nAda,p,1.2,4"},
		sheetXML{"Empty", "", ""})
	r, report := read(t, eight(t), ratings.Options{}, file)
	want := "Ada 1.2 4, Ada 1.1 3, Ben 1.1 3, Ben 1.2 missing, Ada 1.2 unknown-label: bogus, Ada 1.1 out-of-range: 9"
	if got := rated(r); got != want {
		t.Errorf("%s", got)
	}
	if got := []string{r.Rejects[0].At.String(), r.Rejects[1].At.String()}; !cmp.Equal(got, []string{"f.xlsx[One]:5", "f.xlsx[Two]:2"}) {
		t.Errorf("%q", got)
	}
	if len(report.Files) != 2 || report.Files[0].Sheet != "One" || report.Files[0].Header != 4 || report.Files[1].Shape != "long" {
		t.Fatalf("%+v", report.Files)
	}
	notes := []string{
		`the sheet "Hidden" is hidden and is not read`,
		`the sheet "Notes" is not read: no row of it is a header for inputs`,
		"1 row is not read, line 1: above the header",
	}
	if diff := cmp.Diff(notes, report.Files[0].Notes); diff != "" {
		t.Error(diff)
	}
	if len(r.Inputs) != 1 || r.Inputs[0].Rows != 4 || r.Inputs[0].Rejects != 2 || r.Inputs[0].Bytes != int64(len(file.Data)) {
		t.Errorf("%+v", r.Inputs)
	}
	if r.Ledger != (rubric.Ledger{Cells: 6, Rated: 3, Missing: 1, Rejected: 2}) {
		t.Errorf("%+v", r.Ledger)
	}
}

// What is wrong with a workbook names the sheet.
func TestWorkbooksRefused(t *testing.T) {
	for want, file := range map[string]ratings.File{
		`the sheet "S": no row of it is a header for inputs`:                           workbook(t, sheetXML{"S", "", "a,b\n1,2"}),
		`its line 1 reads "a", "b"`:                                                    workbook(t, sheetXML{"S", "", "a,b\n1"}, sheetXML{"T", "", "a"}),
		`it holds no rows`:                                                             workbook(t, sheetXML{"S", "", ""}),
		`sheet "S": line 1: the columns "1.1" and "1.1" are both`:                      workbook(t, sheetXML{"S", "", "ratee,1.1,1.1\nAda,3,4"}),
		`sheet "S": part xl/sheet0.xml: the row "1" follows row 1`:                     workbook(t, sheetXML{"S", "", `<row r="1"/><row r="1"/>`}),
		`the cells lie too far apart`:                                                  workbook(t, sheetXML{"S", "", strings.Repeat(`<row><c r="XFC1"><v>1</v></c></row>`, 300)}),
		"it is a ZIP file and no workbook: it names no main document; unpack it first": {Name: "f", Data: zipOf(t, "a.txt")},
	} {
		_, _, err := ratings.Read(eight(t), []ratings.File{file}, ratings.Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// zipOf is a ZIP file of an empty file.
func zipOf(t testing.TB, name string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create(name); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
