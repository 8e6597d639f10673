package ooxml

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Book is a workbook whose pages are laid out for people: with styles, joined
// cells, lists to choose from, and set up for paper. What is to be one page of
// many rows without looks is a [Sheet].
type Book struct {
	Info
	Pages []Page
	Names []Name // of cells; the pages' own for printing are added
}

// Name names cells of a page, so that checks can refer to them.
type Name struct {
	Name string
	Page int // its place in the book
	Area Area
}

// Page is a sheet of a book.
type Page struct {
	Name    string // as that of a [Sheet]
	Hidden  bool   // even from the list of hidden sheets
	Columns []PageColumn
	Rows    []PageRow
	Frozen  int  // how many rows stay in sight
	Filter  Area // the header and the rows of a table whose rows can be filtered; none where it is zero
	Joined  []Area
	Checks  []Check
	Locked  bool // only cells whose style is open take what is typed; without a password
	Print   *Print
	Breaks  []int // rows below which a sheet of paper ends, rising
	Picture *Placed
}

// PageColumn is a column of a page.
type PageColumn struct {
	Width  float64 // in points
	Hidden bool
}

// PageRow is a row of a page.
type PageRow struct {
	Height float64 // in points; 0 lets the program decide
	Hidden bool
	Cells  []PageCell // by rising columns
}

// PageCell is a cell with a text in runs, which is never a formula.
type PageCell struct {
	Column int
	Runs   []Run
	Style  CellStyle
}

// Run is a stretch of a text in one look.
type Run struct {
	Text string
	Font Font
}

// Area is a rectangle of cells, its corners included.
type Area struct{ Left, Top, Right, Bottom int } // columns from 0, rows from 1

// Check says what cells take. Whatever else is typed is refused.
type Check struct {
	Areas []Area
	List  string // name of the cells that list what is taken; "" for a number
	// From and To bound a number, both included.
	From, To string
	Title    string // of what is shown beside a selected cell, and above a refusal
	Prompt   string // what both say
}

// Print is how a page is put on paper.
type Print struct {
	Area      Area
	Titles    int // row that each sheet of paper repeats; 0 for none
	Landscape bool
	Paper     int // its number in [PaperNumber]
	Margins   Margins
	Left      string // of the footer
	Page, Of  string // words of the footer around the number of the page: "Page", "of"
	Size      int    // of the footer's type, in points
}

// Margins are the edges of paper, in points.
type Margins struct{ Left, Right, Top, Bottom float64 }

// Placed is a picture whose upper left corner is that of a cell.
type Placed struct {
	Picture
	Column, Row int
}

// The numbers of papers (ECMA-376, 18.3.1.63).
const (
	PaperLetter = 1
	PaperA4     = 9
)

// WriteBook writes a book. The same book gives the same bytes. The error says
// what does not fit into a workbook, or is the writer's.
func WriteBook(w io.Writer, b *Book) error {
	if err := checkPages(b.Pages); err != nil {
		return err
	}
	tables := &bookTables{styles: newStyles(), texts: &sharedTexts{}}
	all := []typed{{"xl/workbook.xml", typePrefix + "sheet.main+xml", textPart(b.workbook())}}
	all = append(all, typed{"xl/_rels/workbook.xml.rels", "", textPart(relationships(b.relations()))})
	var pictures []*Picture
	for i := range b.Pages {
		p := &b.Pages[i]
		all = append(all, typed{"xl/" + sheetFile(i), typePrefix + "worksheet+xml", textPart(pageXML(p, tables, i == 0))})
		if p.Picture != nil {
			pictures = append(pictures, &p.Picture.Picture)
			all = append(all, drawingParts(i, p.Picture)...)
		}
	}
	all = append(all,
		typed{"xl/styles.xml", typePrefix + "styles+xml", textPart(tables.styles.xml())},
		typed{"xl/sharedStrings.xml", typePrefix + "sharedStrings+xml", textPart(tables.texts.xml())},
		typed{"xl/theme/theme1.xml", typeTheme, textPart(theme())})
	all = append(all, infoParts(b.Info)...)
	return writePackage(w, packageParts("xl/workbook.xml", all, pictures...))
}

// checkPages refuses pages that a spreadsheet program would not open.
func checkPages(pages []Page) error {
	var sheets []Sheet
	for _, p := range pages {
		if len(p.Rows) > mostRows {
			return fmt.Errorf("the sheet %q would have %w", p.Name, ErrRows)
		}
		sheets = append(sheets, Sheet{Name: p.Name, Columns: make([]Column, len(p.Columns))})
	}
	return checkSheets(sheets)
}

func (b *Book) relations() []relation {
	var out []relation
	for i := range b.Pages {
		out = append(out, relation{"worksheet", sheetFile(i)})
	}
	return append(out, relation{"styles", "styles.xml"}, relation{"sharedStrings", "sharedStrings.xml"}, relation{kindTheme, "theme/theme1.xml"})
}

// bookTables are what the pages of a book share.
type bookTables struct {
	styles *styleTable
	texts  *sharedTexts
}

func (b *Book) workbook() string {
	var out strings.Builder
	out.WriteString(`<workbook xmlns="` + nsSheet + `" xmlns:r="` + nsRels + `"><bookViews><workbookView/></bookViews><sheets>`)
	for i, p := range b.Pages {
		state := ""
		if p.Hidden {
			state = ` state="veryHidden"`
		}
		fmt.Fprintf(&out, `<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, escape(p.Name), i+1, state, i+1)
	}
	out.WriteString(`</sheets>` + b.names() + `</workbook>`)
	return out.String()
}

// names defines the names of cells, and which part of a page is printed.
func (b *Book) names() string {
	var out strings.Builder
	for i, p := range b.Pages {
		if p.Print == nil {
			continue
		}
		b.define(&out, "_xlnm.Print_Area", i, true, p.Print.Area.fixed())
		if n := p.Print.Titles; n > 0 {
			b.define(&out, "_xlnm.Print_Titles", i, true, fmt.Sprintf("$%d:$%d", n, n))
		}
	}
	for _, n := range b.Names {
		b.define(&out, n.Name, n.Page, false, n.Area.fixed())
	}
	if out.Len() == 0 {
		return ""
	}
	return `<definedNames>` + out.String() + `</definedNames>`
}

func (b *Book) define(out *strings.Builder, name string, page int, local bool, cells string) {
	scope := ""
	if local {
		scope = ` localSheetId="` + strconv.Itoa(page) + `"`
	}
	quoted := "'" + strings.ReplaceAll(b.Pages[page].Name, "'", "''") + "'!" + cells
	fmt.Fprintf(out, `<definedName name="%s"%s>%s</definedName>`, escape(name), scope, escape(quoted))
}

// reference names a cell: B7.
func reference(column, row int) string { return letters(column) + strconv.Itoa(row) }

// String names the area: B2:C7, or B2 where it is one cell.
func (a Area) String() string {
	first := reference(a.Left, a.Top)
	if a.Left == a.Right && a.Top == a.Bottom {
		return first
	}
	return first + ":" + reference(a.Right, a.Bottom)
}

// fixed names the area so that it is the same from everywhere: $B$2:$C$7.
func (a Area) fixed() string {
	return fmt.Sprintf("$%s$%d:$%s$%d", letters(a.Left), a.Top, letters(a.Right), a.Bottom)
}

// clipped is a text of at most so many UTF-16 code units, as attributes of checks
// and footers are bounded.
func clipped(text string, most int) string {
	units := 0
	for i, r := range text {
		n := 1
		if r > 0xFFFF {
			n = 2
		}
		if units+n > most-1 && i+utf8.RuneLen(r) < len(text) {
			return text[:i] + "…"
		}
		units += n
	}
	return text
}
