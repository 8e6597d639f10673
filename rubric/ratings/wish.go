package ratings

import (
	"iter"

	"rubrickit/rubric/internal/rowset"
)

// wish is what a second look is for.
type wish struct {
	takes func(entry) bool
	// forms are those with a cell that is wanted, by key; by column, which these
	// are. Lines of other forms are passed over quickly. It is nil where a cell of
	// any form may be wanted.
	forms map[string][]bool
}

// wishFor is a wish for some cells of the book, by form and column.
func (s *session) wishFor(cells iter.Seq2[form, int], takes func(entry) bool) *wish {
	w := &wish{takes, map[string][]bool{}}
	var key rowset.Key
	for f, column := range cells {
		key = f.key(key[:0])
		if w.forms[string(key)] == nil {
			w.forms[string(key)] = make([]bool, len(s.book.Items()))
		}
		w.forms[string(key)][column] = true
		if 2*len(w.forms) > s.book.Forms() { // there is little to pass over
			return &wish{takes: takes}
		}
	}
	return w
}

// isQuick reports whether lines can be passed over quickly.
func (w *wish) isQuick() bool { return w == nil || w.forms != nil }

// of tells which columns are wanted of a form, by its parts; nil where none is.
func (w *wish) of(parts *[keyRoles][]byte) []bool {
	var room [128]byte
	k := rowset.Key(room[:0])
	for _, part := range parts {
		k = k.AppendPart(part)
	}
	return w.forms[string(k)]
}

// key is a key that no other form has.
func (f form) key(k rowset.Key) rowset.Key {
	return k.AppendText(f.ratee).AppendText(f.rater).AppendText(f.group).AppendText(f.occasion)
}
