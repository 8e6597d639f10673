package flow

import "rubrickit/rubric/internal/pdf"

// Sheet is the size of a page and of its margins, in points.
type Sheet struct {
	Width, Height            float64
	Left, Right, Top, Bottom float64
}

// Inner is the width that rows fill.
func (s Sheet) Inner() float64 { return s.Width - s.Left - s.Right }

// Flow puts rows on pages, one below the other.
type Flow struct {
	document *pdf.Document
	sheet    Sheet
	page     *pdf.Page
	y        float64    // where the next row begins
	fresh    bool       // whether nothing is on the page but the repeated head
	head     func() Row // of the table that goes on, nil outside
	waiting  []Row      // rows that stay with the one that follows
}

// New starts a flow on a first page.
func New(d *pdf.Document, s Sheet) *Flow {
	f := &Flow{document: d, sheet: s}
	f.newPage()
	return f
}

// Sheet returns the size of the pages.
func (f *Flow) Sheet() Sheet { return f.sheet }

// Add puts a row below the others, on the next page where it does not fit. A
// row that is kept with the next one waits for that.
func (f *Flow) Add(r Row) {
	f.waiting = append(f.waiting, r)
	if !r.Keep {
		f.Flush()
	}
}

// Flush puts on the page what waits for rows to follow.
func (f *Flow) Flush() {
	group := f.waiting
	f.waiting = nil
	if len(group) == 0 {
		return
	}
	if height := f.heightOf(group); height > f.room()+hair && !f.fresh && f.isBetterOnNext(group, height) {
		f.newPage()
	}
	for _, r := range group {
		f.put(r)
	}
}

// isBetterOnNext reports whether a group that does not fit goes to the next
// page as a whole: it fits there, or hardly any of it fits here.
func (f *Flow) isBetterOnNext(group []Row, height float64) bool {
	last := group[len(group)-1]
	if last.Loose {
		above := height - last.height()
		_, _, ok := last.split(f.room() - above - last.Space)
		return !ok
	}
	return height <= f.fullRoom()+hair || f.room() < f.fullRoom()/3
}

// heightOf is the height of rows with the spaces between them, but not the one
// above at the top of a page.
func (f *Flow) heightOf(rows []Row) float64 {
	h := 0.0
	for i := range rows {
		if i > 0 || !f.fresh {
			h += rows[i].Space
		}
		h += rows[i].height()
	}
	return h
}

// put draws a row, over as many pages as it needs.
func (f *Flow) put(r Row) {
	for {
		space := r.Space
		if f.fresh {
			space = 0
		}
		if space+r.height() <= f.room()+hair {
			f.draw(&r, space)
			return
		}
		first, rest, ok := r.split(f.room() - space)
		if !f.fresh && (!ok || !r.Loose && r.height() <= f.fullRoom()+hair) {
			f.newPage()
			continue
		}
		if !ok { // what should not be parted does not fit on any page
			first, rest = r.cut(f.room())
		}
		f.draw(&first, space)
		if rest.isEmpty() {
			return
		}
		f.newPage()
		r = rest
	}
}

func (f *Flow) draw(r *Row, space float64) {
	f.y += space
	r.draw(f.page, f.sheet.Left, f.y)
	f.y += r.height()
	f.fresh = false
	if r.Again != nil {
		f.head = r.Again
	}
}

// EndTable ends the table whose head is repeated.
func (f *Flow) EndTable() {
	f.Flush()
	f.head = nil
}

func (f *Flow) newPage() {
	f.page = f.document.NewPage(f.sheet.Width, f.sheet.Height)
	f.y = f.sheet.Top
	if f.head != nil {
		head := f.head()
		f.draw(&head, 0)
	}
	f.fresh = true
}

// room is the height that is left on the page.
func (f *Flow) room() float64 { return f.sheet.Height - f.sheet.Bottom - f.y }

// fullRoom is the height of a page without the repeated head.
func (f *Flow) fullRoom() float64 {
	room := f.sheet.Height - f.sheet.Top - f.sheet.Bottom
	if f.head != nil {
		head := f.head()
		room -= head.height()
	}
	return room
}
