package adopt

import (
	"fmt"
	"slices"
	"strings"
)

// document is a file as it was found, before anything is made of it.
type document struct {
	name    string // of the file
	kind    string // "a workbook", for messages
	outline []line // what stands outside of tables
	grids   []*grid
	title   string // of the document's properties; "" where it has none
}

// line is a heading, an entry of a list, or a paragraph.
type line struct {
	kind  lineKind
	depth int    // of headings from 1, of entries from 0
	text  string // CommonMark, one paragraph
	at    place
	strong, boxed,
	numbered bool // all of it is bold; it begins with a box; it had a number
}

type lineKind uint8

const (
	paragraph lineKind = iota
	heading
	entry
)

// What is read of a file is bounded: nobody's framework comes near it.
const (
	mostBytes   = 32 << 20 // of a file
	mostRows    = 20_000   // of a table, and lines of an outline
	mostColumns = 200
	mostCells   = 400_000  // of a file
	mostText    = 64 << 10 // bytes of one text
	mostItems   = 20_000
)

// grid is a table: rows of cells, equally many in each, of which none is empty
// throughout.
type grid struct {
	name string // of the sheet, or the heading above the table
	noun string // "sheet" or "table"
	rows []row
}

// row is a row of a grid. gap says that an empty row stands above it.
type row struct {
	cells []cell
	at    place
	gap   bool
}

// cell is a cell of a grid. One that a merged cell covers has the text of the
// merged cell in over, and none of its own.
type cell struct {
	text   string // CommonMark
	over   string
	across int  // columns that it covers; 0 is 1
	boxed  bool // it has boxes to tick
	strong bool
	at     place
}

// shown is what a reader sees in a cell.
func (c cell) shown() string {
	if c.text == "" {
		return c.over
	}
	return c.text
}

func (r row) filled() int {
	n := 0
	for _, c := range r.cells {
		if c.text != "" {
			n++
		}
	}
	return n
}

// only is the one cell of a row that is not empty; false for any other row.
func (r row) only() (cell, bool) {
	if r.filled() != 1 {
		return cell{}, false
	}
	i := slices.IndexFunc(r.cells, func(c cell) bool { return c.text != "" })
	return r.cells[i], true
}

// newGrid makes a grid of rows of any lengths: empty rows and columns are left
// out, and the bounds are kept.
func newGrid(name, noun string, rows []row) (*grid, error) {
	g := &grid{name: name, noun: noun}
	forgetSigns(rows)
	gap := false
	for _, r := range rows {
		if r.filled() == 0 && !slices.ContainsFunc(r.cells, func(c cell) bool { return c.over != "" }) {
			gap = true
			continue
		}
		r.gap, gap = gap, false
		g.rows = append(g.rows, r)
	}
	if len(g.rows) > mostRows {
		return nil, fmt.Errorf("the %s %q has %d rows, and a framework at most %d: is it one?", noun, name, len(g.rows), mostRows)
	}
	used := usedColumns(g.rows)
	if len(used) > mostColumns {
		return nil, fmt.Errorf("the %s %q has %d columns, and at most %d are read: is it a framework?", noun, name, len(used), mostColumns)
	}
	for i := range g.rows {
		if err := g.rows[i].keep(used); err != nil {
			return nil, err
		}
	}
	return g, nil
}

// forgetSigns empties the cells in which nothing is to be read, such as those with a
// sign of markup alone.
func forgetSigns(rows []row) {
	for _, r := range rows {
		for i, c := range r.cells {
			if len(c.text) <= mostText && plainOf(c.text) == "" {
				r.cells[i].text = ""
			}
		}
	}
}

// usedColumns lists the columns in which anything stands.
func usedColumns(rows []row) []int {
	seen := map[int]bool{}
	for _, r := range rows {
		for i, c := range r.cells {
			if c.text != "" {
				seen[i] = true
			}
		}
	}
	var out []int
	for i := range seen {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// keep leaves only some columns of a row.
func (r *row) keep(columns []int) error {
	cells := make([]cell, len(columns))
	for i, column := range columns {
		if column < len(r.cells) {
			cells[i] = r.cells[column]
		}
		cells[i].at = r.at
		cells[i].at.column = column + 1
		if len(cells[i].text) > mostText {
			return errorAt(cells[i].at, "the text has %d KiB, and at most %d are read: is the file a framework?", len(cells[i].text)>>10, mostText>>10)
		}
	}
	r.cells = cells
	return nil
}

// place is the table as a whole.
func (g *grid) place() place {
	if len(g.rows) == 0 {
		return place{}
	}
	return place{in: g.rows[0].at.in}
}

// width is the number of columns.
func (g *grid) width() int {
	if len(g.rows) == 0 {
		return 0
	}
	return len(g.rows[0].cells)
}

// label names a grid in messages.
func (g *grid) label() string {
	if g.name == "" {
		return "the " + g.noun
	}
	return fmt.Sprintf("the %s %q", g.noun, plainOf(g.name))
}

// sameWords reports whether two texts differ in capitals, blanks and punctuation
// at most.
func sameWords(a, b string) bool { return keyOf(a) == keyOf(b) }

// keyOf is the same for texts of the same words.
func keyOf(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(plainOf(text)), notWord), " ")
}
