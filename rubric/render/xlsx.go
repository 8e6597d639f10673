package render

import (
	"io"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/markup"
)

// writeXLSX writes a form as a workbook: a locked page with a cell to choose each
// rating in, and, where there is something to read before, a page of that. The
// first row and column of the form, which nobody sees, say what stands where when
// it comes back; their names are those of package form.
func writeXLSX(w io.Writer, f *form.Form, o Options) error {
	paper, err := FindPaper(o.Paper)
	if err != nil {
		return err
	}
	x := &xlsxWriter{leads: map[int]bool{}, form: f, paper: paper, logo: o.Logo, look: newXLSXLook(o.Large), longCodes: hasLongCodes(f)}
	x.columns = x.newColumns()
	pages := []ooxml.Page{x.formPage()}
	if guide := x.guidePage(); guide != nil {
		pages = append(pages, *guide)
	}
	lists, names := x.listPage(len(pages))
	return ooxml.WriteBook(w, &ooxml.Book{
		Info:  officeInfo(f),
		Pages: append(pages, lists),
		Names: names,
	})
}

// officeInfo is what an office document says of itself.
func officeInfo(f *form.Form) ooxml.Info {
	return ooxml.Info{
		Title:      strings.Join(strings.Fields(markup.PlainRuns(f.Title)), " "),
		Language:   f.Language,
		Properties: []ooxml.Property{{Name: form.IdentityProperty, Text: f.Identity.JSON()}},
	}
}

// officePicture is a logo as documents hold it, within a room beside the title.
func officePicture(l *Logo, words form.Words) ooxml.Picture {
	scale := min(logoWidth/float64(l.Width), logoHeight/float64(l.Height))
	return ooxml.Picture{
		Data: l.Data, Extension: strings.TrimPrefix(l.Type, "image/"), Alt: words.Logo,
		Width: scale * float64(l.Width), Height: scale * float64(l.Height),
	}
}

// xlsxWriter lays one form out.
type xlsxWriter struct {
	form      *form.Form
	paper     Paper
	logo      *Logo // nil for none
	look      *xlsxLook
	longCodes bool
	columns   *xlsxColumns
	rows      []ooxml.PageRow
	joined    []ooxml.Area
	leads     map[int]bool // the numbers of rows that stay with the next
	lists     []*xlsxList
	numbers   []ooxml.Check // of points
}

// formPage is the page to fill in.
func (x *xlsxWriter) formPage() ooxml.Page {
	f := x.form
	x.machineRow()
	x.head()
	head := len(x.rows)
	for i := range f.Sections {
		x.section(&f.Sections[i])
	}
	x.foot()
	page := ooxml.Page{
		Name: sheetName(f.Words.Rating), Columns: x.columns.page(), Rows: x.rows, Frozen: head, Joined: x.joined,
		Checks: append(x.listChecks(), x.numbers...), Locked: true,
		Print: x.print(len(x.rows), head), Breaks: x.breaks(head),
	}
	if x.logo != nil {
		picture := officePicture(x.logo, f.Words)
		page.Picture = &ooxml.Placed{Picture: picture, Column: x.columns.rating, Row: titleRow}
	}
	return page
}

// sheetName is a word as the name of a sheet, another than that of the lists.
func sheetName(word string) string {
	word = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return ' '
		}
		return r
	}, word)
	if strings.EqualFold(word, form.ListsSheet) {
		return word + " "
	}
	return word
}

// print sets a page up for paper: as wide as that, so many rows long.
func (x *xlsxWriter) print(rows, titles int) *ooxml.Print {
	paper := ooxml.PaperA4
	if x.paper.Name == "letter" {
		paper = ooxml.PaperLetter
	}
	w := x.form.Words
	return &ooxml.Print{
		Area: ooxml.Area{Left: 1, Top: titleRow, Right: x.columns.last, Bottom: rows}, Titles: titles,
		Landscape: x.columns.landscape, Paper: paper,
		Margins: x.margins(),
		Left:    x.form.Identity.String(), Page: w.Page, Of: w.PageOf, Size: int(8 * (1 + x.look.scale) / 2),
	}
}

// machineRow is the first row, by which the form is known when it comes back.
func (x *xlsxWriter) machineRow() {
	row := ooxml.PageRow{Hidden: true}
	for i, name := range x.columns.names() {
		if name != "" {
			row.Cells = append(row.Cells, ooxml.PageCell{Column: i, Runs: []ooxml.Run{{Text: name}}, Style: ooxml.CellStyle{Font: x.look.small}})
		}
	}
	row.Cells[0].Runs[0].Text = x.form.Identity.JSON()
	x.rows = append(x.rows, row)
}
