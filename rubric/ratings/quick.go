package ratings

import (
	"rubrickit/rubric"
)

// quick reads records of the plainest kind: one line each, with as many cells
// as there are columns, and in those that matter texts that were met before.
// At whatever else it stops, and the worker reads that record as any is read.
type quick struct {
	*worker
	delimiter byte
	steps     []step
	fallback  [keyRoles][]byte // what stands for a blank cell
	anonymous bool             // who is not named is a rater of their own
	neutral   bool             // a cell may have an apostrophe that is not its own
	occasions map[string][]byte

	names *wordTable   // of items, in a long file: by text, the column + 1
	marks []*wordTable // by column of the book: by text, the mark + 1

	changed bool      // the form is another than that of the record before
	renew   bool      // the next record has another form whatever its keys say
	item    int       // that the record names: its column + 1; 0 in a wide file
	value   span      // its rating
	row     []putting // what it says
	keeping []keeping // of the columns to keep
}

// putting is a mark for a column of the book.
type putting struct {
	column int
	mark   rubric.Mark
}

// read reads records from the beginning of a text, moves the position on, and
// returns what is left: nothing, or a record for the worker.
func (q *quick) read(text []byte, at *position) []byte {
	q.forget()
	b, i := guarded(text), 0
	for i < len(text) {
		end := q.line(b, i)
		if end == 0 || q.changed && !q.begin(at) {
			break
		}
		for _, p := range q.row {
			q.sheets.Put(p.column, p.mark)
			q.count(p.mark)
		}
		i = end
		at.line++
		at.number++
		q.records++
	}
	return text[i:]
}

// forget makes the next record begin its form anew.
func (q *quick) forget() {
	for i := range q.steps {
		q.steps[i].last = nil
	}
}

// count accounts for a cell.
func (q *quick) count(m rubric.Mark) {
	q.cells++
	if m != rubric.MarkBlank {
		q.taken++
	}
	switch m {
	case rubric.MarkBlank, rubric.MarkMissing:
		q.ledger.Missing++
	case rubric.MarkNotApplicable:
		q.ledger.NotApplicable++
	case rubric.MarkNotObserved:
		q.ledger.NotObserved++
	default:
		q.ledger.Rated++
	}
	q.ledger.Cells++
}

// line reads the line at i into the row, and returns where it ends; 0 where it
// is not sure.
func (q *quick) line(b []byte, i int) int {
	q.row, q.changed, q.item = q.row[:0], q.renew, 0
	for n := range q.steps {
		s := &q.steps[n]
		// Mostly the form is that of the record before.
		if n := len(s.last); n > 0 && i+n <= len(b) && string(b[i:i+n]) == string(s.last) {
			i += n
			continue
		}
		if i = q.take(s, b, i); i == 0 {
			return 0
		}
	}
	if q.item > 0 && !q.put(b, q.value, q.item-1) {
		return 0
	}
	return i
}

// take reads the cells of a step, and returns where they end; 0 where it is
// not sure.
func (q *quick) take(s *step, b []byte, i int) int {
	if s.kind == stepKey {
		return q.takeKey(s, b, i)
	}
	end := find(b, i, q.delimiter) + 1
	if b[end-1] == '\n' != s.ends {
		return 0
	}
	cell := s.cell(b, i, end)
	ok := true
	switch s.kind {
	case stepItem:
		ok = q.named(b, cell)
	case stepValue:
		q.value = cell
	case stepCell:
		ok = q.put(b, cell, s.column)
	case stepBlank:
		ok = cell.from == cell.to
	case stepName:
		ok = q.isNamed(s, b[cell.from:cell.to])
		s.last = b[i:end]
	case stepSkip:
		ok = isWhole(b[cell.from:cell.to])
	}
	if !ok {
		return 0
	}
	return end
}

// takeKey reads the cells that say whose form it is.
func (q *quick) takeKey(s *step, b []byte, i int) int {
	end := i
	s.cuts = s.cuts[:0]
	for n := range s.roles {
		end = find(b, end, q.delimiter) + 1
		if b[end-1] == '\n' != (s.ends && n == len(s.roles)-1) {
			return 0
		}
		s.cuts = append(s.cuts, end-i)
	}
	s.last, q.changed = b[i:end], true
	return end
}

// named finds the item that a cell names.
func (q *quick) named(b []byte, cell span) bool {
	if q.item = q.names.get(b, cell); q.item == 0 {
		q.item = q.learnItem(b, cell)
	}
	return q.item > 0
}

// put adds what a cell says of an item to the row.
func (q *quick) put(b []byte, cell span, column int) bool {
	m := q.marks[column].get(b, cell)
	if m == 0 {
		if m = q.learnMark(b, cell, column); m == 0 {
			return false
		}
	}
	q.row = append(q.row, putting{column, rubric.Mark(m - 1)})
	return true
}

// learnItem reads the name of an item as any is read, and remembers it.
func (q *quick) learnItem(b []byte, cell span) int {
	text, ok := unquoted(b[cell.from:cell.to])
	if !ok {
		return 0
	}
	it, _ := q.items.find(string(text))
	column, rated := q.book.Column(it)
	if !rated {
		return 0
	}
	q.names.add(b, cell, column+1)
	return column + 1
}

// learnMark reads a rating as any is read, and remembers what it means.
func (q *quick) learnMark(b []byte, cell span, column int) int {
	text, ok := unquoted(b[cell.from:cell.to])
	if !ok {
		return 0
	}
	m := rubric.MarkBlank
	if clean(string(text)) != "" {
		means, p := q.matcher(q.book.Items()[column]).read(string(text))
		if p != nil {
			return 0
		}
		m = q.book.Mark(column, rubric.Meaning{State: means.state, Value: means.value})
	}
	q.marks[column].add(b, cell, int(m)+1)
	return int(m) + 1
}
