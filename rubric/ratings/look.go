package ratings

import (
	"errors"
	"iter"
	"slices"

	"rubrickit/rubric"
)

// look reads the files again for the cells of a wish, in the order in which they
// stand there.
func (s *session) look(files []File, w *wish) ([]entry, error) {
	o := s.options
	o.witness = nil
	found, err := s.lookWith(o, files, w)
	if errors.Is(err, errWhole) {
		o.whole = true
		found, err = s.lookWith(o, files, w)
	}
	return found, err
}

func (s *session) lookWith(o Options, files []File, w *wish) ([]entry, error) {
	second := newSession(s.framework, o)
	second.wish = w
	for _, file := range files {
		if err := second.read(file); err != nil {
			return nil, err
		}
	}
	return second.entries, nil
}

// find returns what the book holds of the wanted ratings, with their places:
// where one stands several times, the first of them.
func (s *session) find(files []File, wanted func(rubric.Form, *rubric.Item) bool) ([]rubric.Rating, error) {
	entries, err := s.look(files, s.wishFor(s.cells(wanted), func(e entry) bool { return wanted(e.form.public(), e.item) }))
	if err != nil {
		return nil, err
	}
	seen := map[spot]bool{}
	var out []rubric.Rating
	for _, e := range entries {
		at, column := spot{e.form, e.item}, s.columnOf(e.item)
		holds := s.book.Meaning(column, s.book.At(e.form.public(), column))
		if seen[at] || !s.isHeld(e, holds) {
			continue
		}
		seen[at] = true
		out = append(out, rubric.Rating{
			Ratee: e.form.ratee, Rater: e.form.rater, Group: e.form.group, Occasion: e.form.occasion,
			Item: e.item, State: holds.State, Value: holds.Value, At: e.at,
		})
	}
	return slices.Clip(out), nil
}

// cells visits the cells that are wanted of the forms of the book.
func (s *session) cells(wanted func(rubric.Form, *rubric.Item) bool) iter.Seq2[form, int] {
	return func(yield func(form, int) bool) {
		for f := range s.book.EachForm() {
			for column, it := range s.book.Items() {
				if wanted(f, it) && !yield(formOf(f), column) {
					return
				}
			}
		}
	}
}

// isHeld reports whether an entry is what the book holds of its spot.
func (s *session) isHeld(e entry, holds rubric.Meaning) bool {
	if s.book.At(e.form.public(), s.columnOf(e.item)) == rubric.MarkAbsent {
		return false
	}
	return e.blank || e.state == holds.State && e.value.Cmp(holds.Value) == 0
}
