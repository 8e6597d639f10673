package ratings

import (
	"encoding/binary"
	"iter"
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
	var key []byte
	for f, column := range cells {
		key = f.appendKey(key[:0])
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

// of tells which columns are wanted of a form; nil where none is.
func (w *wish) of(parts *[keyRoles][]byte) []bool {
	var room [128]byte
	return w.forms[string(appendKey(room[:0], parts))]
}

// appendKey appends the form's key, which no other form has.
func (f form) appendKey(to []byte) []byte {
	return appendKey(to, &[keyRoles][]byte{keyRatee: []byte(f.ratee), keyRater: []byte(f.rater), keyGroup: []byte(f.group), keyOccasion: []byte(f.occasion)})
}

func appendKey(to []byte, parts *[keyRoles][]byte) []byte {
	for _, part := range parts {
		to = append(binary.AppendUvarint(to, uint64(len(part))), part...)
	}
	return to
}
