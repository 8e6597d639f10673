package ratings

import (
	"slices"

	"rubrickit/rubric"
)

// quick reads records of the plainest kind: with as many cells as there are
// columns, and in those that matter texts that were met before, or comments,
// which alone may go on over several lines. At whatever else it stops, and the
// worker reads that record as any is read.
type quick struct {
	*worker
	delimiter uint64 // eight times
	steps     []step
	fallback  [keyRoles][]byte // what stands for a blank cell
	anonymous bool             // who is not named is a rater of their own
	neutral   bool             // a cell may have an apostrophe that is not its own

	// Of a long file:
	ratings   []*wordTable // by column of the book: by rating, the mark
	after     []word       // by column + 1: the item that was named after that one, a short word, or [noWord]
	early     bool         // the rating stands before the item
	varying   *[2]int      // the steps of the item and the rating, where lines stand in runs; else nil
	valueEnds bool         // the line ends behind the rating
	item      int          // that the last record named: its column + 1
	value     int          // where an early rating stands
	// Room for what a run says.
	runColumns []int
	runMarks   []rubric.Mark

	form    [keyRoles][]byte // what the last cells of the keys say
	key     [keyRoles][]byte // of the current form, which has a rater even where no cell names one
	told    *form            // the current form, once somebody has asked
	kept    [][]byte         // by column to keep: what its last cell says
	changed bool             // the form is another than that of the record before
	renew   bool             // the next record has another form whatever its keys say
	columns []int            // of the book, that a record rates: one, or in a wide file always the same
	marks   []rubric.Mark    // that the record has for them
	tally   [tallied]int     // of the cells, by mark; all values are one
	remarks []quickRemark    // of the record
	breaks  int              // line ends within its cells
	sought  []bool           // in a second look: by column, what is wanted of the form; nil for nothing
}

// tallied is the number of marks that are counted apart.
const tallied = rubric.MarkNotObserved + 2

// read reads records from the beginning of a text, moves the position on, and
// returns what is left: nothing, or a record for the worker.
func (q *quick) read(text []byte, at *position) []byte {
	q.forget()
	b, i := guarded(text), 0
	from := at.number
	for i < len(text) {
		end := q.line(b, i)
		if end == 0 || q.changed && !q.begin(at) || q.seeks() {
			break
		}
		q.put(q.columns, q.marks)
		q.keepRemarks(at)
		records := 1
		if q.standsInRun() {
			more, to := q.run(b, i, end, len(text))
			records, end = records+more, to
		}
		i = end
		at.line += records + q.breaks
		at.number += records
	}
	q.records += at.number - from
	q.count()
	return text[i:]
}

// put takes up marks for columns of the book; in a second look, which is for
// others, none.
func (q *quick) put(columns []int, marks []rubric.Mark) {
	switch {
	case q.wish != nil:
		return
	case len(marks) == 1:
		q.sheets.Put(columns[0], marks[0])
	default:
		q.sheets.PutAll(columns, marks)
	}
	for _, m := range marks {
		q.tally[min(m, tallied-1)]++
	}
}

// seeks reports whether the record has a cell that a second look is for, which
// the worker reads.
func (q *quick) seeks() bool {
	return q.sought != nil && slices.ContainsFunc(q.columns, func(column int) bool { return q.sought[column] })
}

// forget makes the next record begin its form anew, whoever reads it.
func (q *quick) forget() {
	q.current = formBefore
	for i := range q.steps {
		q.steps[i].last = nil
	}
}

// count accounts for the cells of the tally.
func (q *quick) count() {
	for m, n := range q.tally {
		q.cells += n
		q.ledger.Cells += n
		if m := rubric.Mark(m); m != rubric.MarkBlank {
			q.taken += n
		}
		switch rubric.Mark(m) {
		case rubric.MarkBlank, rubric.MarkMissing:
			q.ledger.Missing += n
		case rubric.MarkNotApplicable:
			q.ledger.NotApplicable += n
		case rubric.MarkNotObserved:
			q.ledger.NotObserved += n
		default:
			q.ledger.Rated += n
		}
	}
	clear(q.tally[:])
}

// line reads what the line at i says of items, and returns where it ends; 0
// where it is not sure.
func (q *quick) line(b []byte, i int) int {
	q.changed, q.remarks, q.breaks = q.renew, q.remarks[:0], 0
	for n := range q.steps {
		s := &q.steps[n]
		s.at = i
		// Often the form is that of the record before.
		if n := len(s.last); n > 0 && i+n <= len(b) && string(b[i:i+n]) == string(s.last) {
			i += n
			continue
		}
		if i = q.take(s, b, i); i == 0 {
			return 0
		}
	}
	if q.early && q.rated(q.ratings[q.item-1], 0, q.valueEnds, b, q.value) == 0 {
		return 0
	}
	return i
}

// take reads the cells of a step, and returns where they end; 0 where it is
// not sure.
func (q *quick) take(s *step, b []byte, i int) int {
	switch s.kind {
	case stepCells:
		return q.rateAll(s, b, i)
	case stepItem:
		return q.named(s, b, i)
	case stepValue:
		return q.valued(s, b, i)
	case stepKey:
		return q.takeKey(s, b, i)
	case stepTrial:
		return q.tried(s, b, i)
	case stepRemark:
		return q.remarkCell(s, b, i)
	default:
		return q.other(s, b, i)
	}
}

// tried reads a cell that may say that its record is no answer; then it is not
// sure.
func (q *quick) tried(s *step, b []byte, i int) int {
	if w, end := s.words.at(b, i, q.delimiter); w != nil {
		return end
	}
	end, cell := q.cut(b, i, s.ends)
	text, ok := unquoted(cell)
	if end == 0 || !ok || s.trial.marks(string(text)) {
		return 0
	}
	s.words.add(b[i:end], 0)
	return end
}

// other reads a cell that neither rates nor says whose form it is.
func (q *quick) other(s *step, b []byte, i int) int {
	end, cell := q.cut(b, i, s.ends)
	if end == 0 {
		return 0
	}
	ok := true
	switch s.kind {
	case stepBlank:
		ok = len(cell) == 0
	case stepName:
		ok = q.isNamed(s, cell)
		s.last = b[i:end]
	case stepSkip:
		ok = isWhole(cell)
	}
	if !ok {
		return 0
	}
	return end
}

// cut is the cell at i and where the next begins; 0 where the line does not
// end as it should.
func (q *quick) cut(b []byte, i int, ends bool) (end int, cell []byte) {
	to := find(b, i, q.delimiter)
	if b[to] == '\n' != ends {
		return 0, nil
	}
	end = to + 1
	if ends && to > i && b[to-1] == '\r' {
		to--
	}
	return end, b[i:to]
}

// named reads the name of an item.
func (q *quick) named(s *step, b []byte, i int) int {
	w, end := s.words.at(b, i, q.delimiter)
	if w == nil {
		return q.learnItem(s, b, i)
	}
	if w.size <= 8 {
		q.after[q.item] = *w
	}
	q.item, q.columns[0] = int(w.id), int(w.id)-1
	return end
}

// valued reads the rating of the item that is named, or passes it by until the
// item is.
func (q *quick) valued(s *step, b []byte, i int) int {
	if !q.early {
		return q.rated(q.ratings[q.item-1], 0, s.ends, b, i)
	}
	q.value = i
	end, _ := q.cut(b, i, s.ends)
	return end
}

// rateAll reads what neighbouring cells say, each of an item of its own.
func (q *quick) rateAll(s *step, b []byte, i int) int {
	marks := q.marks[s.first:][:len(s.cells)]
	for n := range marks {
		words := s.cells[n]
		w, end := words.at(b, i, q.delimiter)
		if w == nil {
			if i = q.learnMark(words, s.first+n, s.ends && n == len(marks)-1, b, i); i == 0 {
				return 0
			}
			continue
		}
		marks[n] = rubric.Mark(w.id)
		i = end
	}
	return i
}

// rated reads what a cell says of an item, which is one of those that the
// record rates.
func (q *quick) rated(words *wordTable, nth int, ends bool, b []byte, i int) int {
	w, end := words.at(b, i, q.delimiter)
	if w == nil {
		return q.learnMark(words, nth, ends, b, i)
	}
	q.marks[nth] = rubric.Mark(w.id)
	return end
}

// learnItem reads the name of an item as any is read, and remembers it.
func (q *quick) learnItem(s *step, b []byte, i int) int {
	end, cell := q.cut(b, i, s.ends)
	text, ok := unquoted(cell)
	if end == 0 || !ok {
		return 0
	}
	it, _ := q.itemNamed(string(text))
	column, rated := q.book.Column(it)
	if !rated {
		return 0
	}
	q.item, q.columns[0] = column+1, column
	s.words.add(b[i:end], q.item)
	return end
}

// learnMark reads a rating as any is read, and remembers what it means.
func (q *quick) learnMark(words *wordTable, nth int, ends bool, b []byte, i int) int {
	end, cell := q.cut(b, i, ends)
	text, ok := unquoted(cell)
	if end == 0 || !ok {
		return 0
	}
	column, m := q.columns[nth], rubric.MarkBlank
	if clean(string(text)) != "" {
		means, p := q.matcher(q.book.Items()[column]).read(string(text))
		if p != nil {
			return 0
		}
		m = q.book.Mark(column, rubric.Meaning{State: means.state, Value: means.value})
	}
	q.marks[nth] = m
	words.add(b[i:end], int(m))
	return end
}
