package ratings

import (
	"slices"

	"rubrickit/rubric"
)

// piece is what a column gives to the rating of its item, where several
// columns make one rating.
type piece struct {
	way  *way
	item *rubric.Item
	text string // which of the pieces it is
}

// way is how pieces make a rating.
type way struct {
	about string // what the later columns are, in reports
	join  func(r *fileReader, it *rubric.Item, parts []part) string
}

// part is the cell of a piece in one record.
type part struct {
	text string // of its piece
	cell string
}

// join makes one rating of the columns that hold pieces of it. It stands in
// the first of them; the others are read with it.
func (r *fileReader) join(t *table) {
	columns := map[*rubric.Item][]int{}
	var items []*rubric.Item
	for i, c := range t.columns {
		if c.piece == nil {
			continue
		}
		it := c.piece.item
		if columns[it] == nil {
			items = append(items, it)
		}
		columns[it] = append(columns[it], i)
	}
	for _, it := range items {
		r.joinColumns(t, it, columns[it])
	}
}

func (r *fileReader) joinColumns(t *table, it *rubric.Item, columns []int) {
	join := t.columns[columns[0]].piece.way.join
	for _, rec := range t.records {
		if rec.fields == nil || !t.fits(rec) {
			continue
		}
		var parts []part
		for _, i := range columns {
			parts = append(parts, part{t.columns[i].piece.text, rec.at(i)})
		}
		if first := columns[0]; first < len(rec.fields) {
			rec.fields[first] = join(r, it, parts)
		}
	}
}

// settlePieces leaves an item to the first of the columns that hold pieces of
// its rating; the others are parts of it.
func settlePieces(columns []Column) {
	var met []*rubric.Item
	for i, c := range columns {
		switch {
		case c.piece == nil:
		case slices.Contains(met, c.Item):
			columns[i].Item, columns[i].Part, columns[i].How = nil, true, c.piece.way.about+" of item "+c.Item.Code
		default:
			met = append(met, c.Item)
		}
	}
}
