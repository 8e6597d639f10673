package ratings

import (
	"fmt"
	"iter"
	"maps"
	"slices"

	"rubrickit/rubric"
)

// spot is what one rating is about.
type spot struct {
	form form
	item *rubric.Item
}

// settle decides about the cells that no record could decide alone, once all
// files are read: of several ratings of a spot that are equal one counts; where
// they differ all are rejected; a blank in a form that was filled in may mean a
// level. What these cells say, and where they stand, a second look finds, so
// that places cost nothing where all is well.
func (s *session) settle(files []File) error {
	s.sheets.Flush()
	searched := s.blanks && len(s.files) > 1 // which of the files has a blank, the book does not know
	if s.blanks && !searched {
		s.fillBlanks()
	}
	if !s.book.Repeated() && !searched {
		return nil
	}
	repeats, example := s.repeats()
	clashes := map[spot]bool{}
	for f, column := range s.book.Clashes() {
		clashes[spot{formOf(f), s.book.Items()[column]}] = true
	}
	sought := maps.Clone(clashes)
	if example.item != nil {
		sought[example] = true
	}
	w := s.wishFor(s.cellsAt(sought), func(e entry) bool { return sought[spot{e.form, e.item}] })
	if searched {
		w = s.fillingBlanks(w)
	}
	found, err := s.look(files, w)
	if err != nil {
		return err
	}
	s.settleFound(found, clashes, example, repeats)
	return nil
}

// cellsAt visits the cells of spots.
func (s *session) cellsAt(spots map[spot]bool) iter.Seq2[form, int] {
	return func(yield func(form, int) bool) {
		for at := range spots {
			if !yield(at.form, s.columnOf(at.item)) {
				return
			}
		}
	}
}

// settleFound settles what a second look has found, spot by spot.
func (s *session) settleFound(found []entry, clashes map[spot]bool, example spot, repeats int) {
	bySpot := map[spot][]entry{}
	var order []spot
	for _, e := range found {
		at := spot{e.form, e.item}
		if bySpot[at] == nil {
			order = append(order, at)
		}
		bySpot[at] = append(bySpot[at], e)
	}
	for _, at := range order {
		if clashes[at] {
			repeats -= s.refuseSpot(bySpot[at])
		}
	}
	s.noteRepeats(repeats, said(bySpot[example]))
}

// said are the entries of a spot that say something: a blank beside a rating
// does not.
func said(same []entry) []entry {
	return slices.DeleteFunc(slices.Clone(same), func(e entry) bool { return e.state == rubric.Missing })
}

// refuseSpot rejects the entries of a spot that contradict each other, and says
// by how many they were more than one.
func (s *session) refuseSpot(same []entry) int {
	say := said(same)
	for _, e := range say {
		s.reject(e.cell, e.item.Code, contradiction(e, say[contradicting(say, e)]))
		s.files[e.file].ledger.Uncount(e.state, 1)
		s.book.Put(e.form.public(), s.columnOf(e.item), rubric.MarkAbsent)
	}
	return len(say) - 1
}

func (s *session) columnOf(it *rubric.Item) int {
	column, _ := s.book.Column(it)
	return column
}

// contradicting is the index of the first entry that says something else.
func contradicting(say []entry, e entry) int {
	return slices.IndexFunc(say, func(other entry) bool {
		return other.state != e.state || other.value.Cmp(e.value) != 0
	})
}

func contradiction(e, other entry) problem {
	return problem{code: CodeDuplicateRating, message: fmt.Sprintf("%s for %s is rated twice by the same rater: %q here, and %q at %s",
		e.item.Code, e.form.ratee, cut(clean(e.text), 60), cut(clean(other.text), 60), other.at)}
}

// repeats counts the ratings that stand more than once, in the book as it was
// written, and picks one of them as an example: the first by form and item.
func (s *session) repeats() (int, spot) {
	written, example := 0, spot{}
	for _, file := range s.files {
		written += file.ledger.Rated + file.ledger.NotApplicable + file.ledger.NotObserved
	}
	kept, first, column := s.book.Repeats()
	if column >= 0 {
		example = spot{formOf(first), s.book.Items()[column]}
	}
	return written - kept, example
}

// noteRepeats reports the ratings that stand a second time.
func (s *session) noteRepeats(repeats int, example []entry) {
	if repeats == 0 {
		return
	}
	n := fmt.Sprintf("%d ratings stand", repeats)
	if repeats == 1 {
		n = "1 rating stands"
	}
	where := ""
	if len(example) > 1 {
		where = fmt.Sprintf(" (%s for %s at %s)", example[1].item.Code, example[1].form.ratee, example[1].at)
	}
	s.notes = append(s.notes, fmt.Sprintf("%s a second time with the same value: counted once%s", n, where))
}
