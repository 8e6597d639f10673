package flow

import "rubrickit/rubric/internal/pdf"

// Piece is what a page cannot break: a line of text, a field, a gap. Draw draws
// it with its top left corner at a place; nil for a gap.
type Piece struct {
	Height float64
	Keep   bool // whether the next piece follows on the same page
	Draw   func(p *pdf.Page, x, y float64)
}

// Gap is a piece of nothing.
func Gap(height float64) Piece { return Piece{Height: height} }

// Cell is a column of pieces in a row. Its place is from the left edge of the
// area that rows fill.
type Cell struct {
	X      float64
	Pieces []Piece
	Align  Align
}

// Align is where the pieces of a cell stand in a higher row.
type Align uint8

// Top, Middle and Bottom are the places; only what stands at the top can go on
// on the next page.
const (
	Top Align = iota
	Middle
	Bottom
)

// free is the part of a row's free height that is above the pieces.
func (a Align) free(height float64) float64 { return height * float64(a) / 2 }

func (c *Cell) height() float64 {
	h := 0.0
	for _, p := range c.Pieces {
		h += p.Height
	}
	return h
}

// Row is a row of cells side by side.
type Row struct {
	Cells  []Cell
	Space  float64 // above the row, but not at the top of a page
	Pad    float64 // within the row, above and below its cells
	Keep   bool    // whether the next row follows on the same page
	Loose  bool    // whether a page may end within the row though it would fit on one
	Least  float64 // how high it is at least
	Behind func(p *pdf.Page, x, y, height float64)
	// Again makes the row the head of a table: the row that it returns stands at
	// the top of the pages that follow, until [Flow.EndTable]. Nil for others.
	Again func() Row
}

// height is without the space above.
func (r *Row) height() float64 {
	h := 0.0
	for i := range r.Cells {
		h = max(h, r.Cells[i].height())
	}
	return max(h+2*r.Pad, r.Least)
}

// split divides a row at a height: pieces that do not fit go to the second
// part, and those that belong to them. It reports whether any stays.
func (r *Row) split(room float64) (first, rest Row, ok bool) {
	first, rest = r.divide(func(c *Cell) int { return c.together(c.fitting(room - 2*r.Pad)) })
	for i, c := range first.Cells {
		ok = ok || len(c.Pieces) > 0 && r.Cells[i].Align == Top
	}
	return first, rest, ok
}

// cut divides a row at a height without regard to what belongs together; the
// first part has a piece of each cell at least.
func (r *Row) cut(room float64) (first, rest Row) {
	return r.divide(func(c *Cell) int { return min(max(c.fitting(room-2*r.Pad), 1), len(c.Pieces)) })
}

// divide gives the first pieces of each cell, as many as count says, to one
// row, and the rest to another.
func (r *Row) divide(count func(c *Cell) int) (first, rest Row) {
	first, rest = *r, *r
	first.Cells, rest.Cells = make([]Cell, len(r.Cells)), make([]Cell, len(r.Cells))
	first.Least, rest.Least, rest.Space = 0, 0, 0
	for i, c := range r.Cells {
		n := len(c.Pieces)
		if c.Align == Top {
			n = count(&c)
		}
		first.Cells[i], rest.Cells[i] = c, c
		first.Cells[i].Pieces, rest.Cells[i].Pieces = c.Pieces[:n], c.Pieces[n:]
	}
	return first, rest
}

// isEmpty reports whether nothing is left of a row.
func (r *Row) isEmpty() bool {
	for _, c := range r.Cells {
		if len(c.Pieces) > 0 {
			return false
		}
	}
	return true
}

// fitting counts the pieces that fit into a height.
func (c *Cell) fitting(room float64) int {
	n := 0
	for ; n < len(c.Pieces) && c.Pieces[n].Height <= room+hair; n++ {
		room -= c.Pieces[n].Height
	}
	return n
}

// together reduces a number of first pieces so that none is parted from the one
// it stays with, and no single one is left alone before or after.
func (c *Cell) together(n int) int {
	if n == len(c.Pieces)-1 && n > 2 {
		n--
	}
	for n > 0 && n < len(c.Pieces) && c.Pieces[n-1].Keep {
		n--
	}
	if n == 1 && len(c.Pieces) > 2 {
		n = 0
	}
	return n
}

// draw draws the row with its top left corner at a place.
func (r *Row) draw(p *pdf.Page, x, y float64) {
	height := r.height()
	if r.Behind != nil {
		p.Artifact()
		r.Behind(p, x, y, height)
	}
	for i := range r.Cells {
		c := &r.Cells[i]
		at := y + r.Pad + c.Align.free(height-2*r.Pad-c.height())
		for _, piece := range c.Pieces {
			if piece.Draw != nil {
				piece.Draw(p, x+c.X, at)
			}
			at += piece.Height
		}
	}
}
