package ratings

import (
	"sync"

	"rubrickit/rubric"
)

// blankIsLevel reports whether a blank cell of an item means a level: a box
// that was not ticked.
func blankIsLevel(it *rubric.Item) bool {
	return it.Scale != nil && it.Scale.Level(it.Scale.Blank) != nil
}

// fillBlanks makes levels of the blanks of the one file that there is.
func (s *session) fillBlanks() {
	with := make([]rubric.Mark, len(s.book.Items()))
	for column, it := range s.book.Items() {
		if with[column] = rubric.MarkBlank; blankIsLevel(it) {
			with[column] = s.levelOfBlank(it, column)
		}
	}
	n := s.book.FillBlanks(with, func(f rubric.Form) bool { return s.entered[formOf(f)] })
	for _, file := range s.files {
		file.countFilled(n)
	}
}

// fillingBlanks is a wish that fills the blanks of several files on the way.
func (s *session) fillingBlanks(w *wish) *wish {
	var filling sync.Mutex // several workers look through a file
	return &wish{takes: func(e entry) bool {
		if e.blank {
			filling.Lock()
			s.fillBlank(e)
			filling.Unlock()
		}
		return w.takes(e)
	}}
}

// fillBlank makes a level of a blank cell of one of several files, if it is one.
// Of blanks of a spot in several files the first counts.
func (s *session) fillBlank(e entry) {
	f, column := e.form.public(), s.columnOf(e.item)
	if !blankIsLevel(e.item) || s.book.At(f, column) != rubric.MarkBlank || !s.entered[e.form] && !s.book.IsFilledIn(f) {
		return
	}
	s.book.Put(f, column, s.levelOfBlank(e.item, column))
	s.files[e.file].countFilled(1)
}

// levelOfBlank is the mark of the level that a blank cell of an item means.
func (s *session) levelOfBlank(it *rubric.Item, column int) rubric.Mark {
	return s.book.Mark(column, rubric.Meaning{State: rubric.Rated, Value: it.Scale.Level(it.Scale.Blank).Value})
}

// countFilled counts cells as rated that were blank.
func (r *fileReader) countFilled(n int) {
	r.ledger.Uncount(rubric.Missing, n)
	r.ledger.Count(rubric.Rated, n)
}
