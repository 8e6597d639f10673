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

// joint is the columns that together make the rating of an item, in their order.
type joint struct {
	item    *rubric.Item
	columns []int
}

// joints are the joints among columns.
func joints(columns []Column) []joint {
	var out []joint
	at := map[*rubric.Item]int{}
	for i, c := range columns {
		if c.piece == nil {
			continue
		}
		n, known := at[c.piece.item]
		if !known {
			n, at[c.piece.item] = len(out), len(out)
			out = append(out, joint{item: c.piece.item})
		}
		out[n].columns = append(out[n].columns, i)
	}
	return out
}

// join makes one rating of the columns that hold pieces of it. It stands in
// the first of them; the others are read with it.
func (r *fileReader) join(t *table, all []joint) {
	for _, rec := range t.records {
		if rec.fields == nil || !t.fits(rec) {
			continue
		}
		for _, j := range all {
			r.joinColumns(t, rec, j)
		}
	}
}

func (r *fileReader) joinColumns(t *table, rec record, j joint) {
	first := j.columns[0]
	if first >= len(rec.fields) {
		return
	}
	var parts []part
	for _, i := range j.columns {
		parts = append(parts, part{t.columns[i].piece.text, rec.at(i)})
	}
	rec.fields[first] = t.columns[first].piece.way.join(r, j.item, parts)
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
