package ratings

import (
	"errors"
	"fmt"

	"rubrickit/rubric"
)

// grid is the rows that a container gives: of a sheet, or of a list of objects.
type grid struct {
	sheet   string // its name, where a file has several
	what    string // what the grid is, in messages: "sheet", "list"
	records []record
	// keyed says that the first record holds the keys of objects, and is no row
	// of the file.
	keyed bool
	notes []string
}

// inWords names the grid in messages.
func (g grid) inWords() string { return fmt.Sprintf("the %s %q", g.what, g.sheet) }

// tableIn finds the table in a grid; nil where it has no header.
func (r *fileReader) tableIn(g grid) *table {
	within := headerWithin
	if g.keyed {
		within = 1
	}
	r.options.witness.splits(r, g.records, 0)
	t := r.splitWithin(g.records, within)
	if t == nil {
		return nil
	}
	if g.keyed {
		t.headerLines = nil
	}
	t.sheet, t.kind = g.sheet, g.what
	t.notes = append(t.notes, g.notes...)
	r.settleDays(t)
	return t
}

// tablesOf returns the tables that were found, and reports the grids that have
// none. Without any it says what stands in the fullest grid.
func (r *fileReader) tablesOf(tables []*table, others []grid) ([]*table, error) {
	if len(tables) == 0 {
		return nil, r.noTable(others)
	}
	for _, g := range others {
		r.note("%s is not read: no row of it is a header for %s", g.inWords(), r.framework.ID)
	}
	return tables, nil
}

// noTable says why a file has no table, by the grid whose first rows hold most.
func (r *fileReader) noTable(grids []grid) error {
	var first *record
	var in grid
	for _, g := range grids {
		for i, rec := range g.records[:min(len(g.records), headerWithin)] {
			if first == nil || rec.filled() > first.filled() {
				first, in = &g.records[i], g
			}
		}
	}
	switch {
	case first == nil:
		return errors.New("it holds no rows")
	case in.sheet == "":
		return errors.New(r.noHeader(first, nil))
	}
	return fmt.Errorf("%s: %s", in.inWords(), r.noHeader(first, nil))
}

// settleDays decides about the numbers that are shown as dates. A rating that
// its scale accepts stays the number that is stored; anything else is the day:
// an occasion, or a rating that a spreadsheet made a date of.
func (r *fileReader) settleDays(t *table) {
	for _, rec := range t.records {
		for column, day := range rec.days {
			if it := r.itemAt(t, rec, column); it == nil || !r.accepts(it, rec.at(column)) {
				rec.fields[column] = day
			}
		}
	}
}

// itemAt is the item whose rating a cell holds; nil where it holds none.
func (r *fileReader) itemAt(t *table, rec record, column int) *rubric.Item {
	if column >= len(t.columns) {
		return nil
	}
	switch c := t.columns[column]; c.Role {
	case "":
		return c.Item
	case Value:
		it, _ := r.items.find(r.itemName(t, rec))
		return it
	}
	return nil
}

// accepts reports whether a text is a rating or a null state of an item.
func (r *fileReader) accepts(it *rubric.Item, text string) bool {
	_, p := r.matcher(it).read(text)
	return p == nil
}

// A file's grids may have so many cells for each that holds something, and so
// many more: few cells in far-off columns do not make a large table.
const (
	mostColumns = 16_384
	roomAlways  = 1 << 22
	roomEach    = 8
)

// room bounds the cells of a file's grids, blank ones included.
type room struct {
	left int // that may lie between cells that hold something
	held int // that may be held at all
}

func newRoom() *room { return &room{roomAlways, mostHeldCells} }

// take asks for a row of so many cells, of which some hold something.
func (r *room) take(cells, filled int) error {
	r.left += roomEach*filled - cells
	r.held -= cells
	switch {
	case r.held < 0:
		return fmt.Errorf("it has more than %d million cells, the most that are held in memory: save it as CSV, which is read piece by piece", mostHeldCells/1_000_000)
	case cells > mostColumns:
		return fmt.Errorf("it has %d columns; a table of ratings has at most %d", cells, mostColumns)
	case r.left < 0:
		return fmt.Errorf("the cells lie too far apart for a table: rows fill very few of %d columns", cells)
	}
	return nil
}
