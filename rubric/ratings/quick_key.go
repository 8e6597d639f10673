package ratings

import (
	"bytes"

	"rubrickit/rubric"
)

// The roles of a key, in the order of a form; columns to keep follow them.
const (
	keyRatee = iota
	keyRater
	keyGroup
	keyOccasion
	keyRoles
)

var keyOrder = [keyRoles]Role{Ratee, Rater, Group, Occasion}

// keyCell is a cell that says whose form it is.
type keyCell struct {
	role int
	ends bool // the line ends behind it
	// words are those that were met, where few are to be expected; the text
	// that a form has for each is in texts.
	words *wordTable
	texts [][]byte
}

func newKeyCell(role int) keyCell {
	c := keyCell{role: role}
	if role != keyRatee && role != keyRater {
		c.words = newWordTable()
	}
	return c
}

// takeKey reads the cells of a key, and returns where they end; 0 where it is
// not sure.
func (q *quick) takeKey(s *step, b []byte, i int) int {
	end := i
	for n := range s.key {
		if end = q.keyCell(&s.key[n], b, end); end == 0 {
			return 0
		}
	}
	s.last, q.changed = b[i:end], true
	return end
}

// keyCell reads one cell of a key.
func (q *quick) keyCell(c *keyCell, b []byte, i int) int {
	if c.words != nil {
		if w, end := c.words.at(b, i, q.delimiter); w != nil {
			q.setKey(c.role, c.texts[w.id])
			return end
		}
	} else if to := plain(b, i, q.delimiter); to >= 0 && b[to] == '\n' == c.ends {
		q.setKey(c.role, b[i:to])
		return to + 1
	}
	end, cell := q.cut(b, i, c.ends)
	if end == 0 {
		return 0
	}
	text, ok := q.keyText(c.role, cell)
	if !ok {
		return 0
	}
	if c.words != nil {
		text = roomy(text) // the block passes
		if c.words.add(b[i:end], len(c.texts)) {
			c.texts = append(c.texts, text)
		}
	}
	q.setKey(c.role, text)
	return end
}

// roomy is a copy of a text with the memory behind it that [rubric.SheetWriter]
// is quickest with.
func roomy[T string | []byte](text T) []byte {
	return append(make([]byte, 0, max(16, len(text))), text...)
}

// setKey sets a part of the form, or a text to keep.
func (q *quick) setKey(role int, text []byte) {
	switch {
	case role >= keyRoles:
		q.kept[role-keyRoles] = text
	case len(text) == 0:
		q.form[role] = q.fallback[role]
	default:
		q.form[role] = text
	}
}

// begin makes the form that the keys tell the current one. It reports false
// where it is not sure of them.
func (q *quick) begin(at *position) bool {
	if len(q.form[keyRatee]) == 0 {
		return false
	}
	q.key, q.told = q.form, nil
	if q.renew = len(q.key[keyRater]) == 0 && q.anonymous; q.renew {
		q.key[keyRater] = []byte(q.nameless(at.number))
	}
	if q.wish != nil {
		q.sought = q.wish.of(&q.key)
		return true
	}
	if len(q.kept) > 0 {
		q.keepAll(q.key[keyRatee], at)
	}
	q.sheets.BeginKey(q.key[keyRatee], q.key[keyRater], q.key[keyGroup], q.key[keyOccasion])
	return true
}

// formBefore is no form: what was written before is another's.
var formBefore = form{ratee: "\x00"}

// keepAll keeps what a record says of its ratee in the columns to keep.
func (q *quick) keepAll(ratee []byte, at *position) {
	for i, text := range q.kept {
		if len(text) > 0 {
			place := rubric.Place{File: q.file.Name, Line: at.line, Record: at.number}
			q.keepValue(keptKey{string(ratee), q.options.Keep[i]}, keptText{string(text), q.index, place})
		}
	}
}

// keyText is the text of a cell of a key as a form has it; empty where the cell
// is blank.
func (q *quick) keyText(role int, cell []byte) ([]byte, bool) {
	cell, ok := unquoted(cell)
	if !ok || q.neutral && bytes.HasPrefix(cell, []byte{'\''}) {
		return nil, false
	}
	if role == keyOccasion {
		return q.occasion(cell)
	}
	if isTidy(cell) {
		return cell, true
	}
	tidy := clean(string(cell))
	if role == keyRatee && tidy != "" {
		return cell, true // names stay as they are written
	}
	return []byte(tidy), true
}

// occasion reads an occasion as any is read. One that the file's order of
// dates does not fit is for the worker.
func (q *quick) occasion(cell []byte) ([]byte, bool) {
	var d dateEvidence
	text := clean(string(cell))
	d.add(text, 0)
	if !d.fits(q.report.Dates) {
		return nil, false
	}
	if text != "" {
		text = q.dates(text)
	}
	return []byte(text), true
}

// isNamed reports whether a cell names the framework at hand, or nothing.
func (q *quick) isNamed(s *step, cell []byte) bool {
	text, ok := unquoted(cell)
	return ok && agrees(s.role, clean(string(text)), s.want)
}

// unquoted is a cell without the quotes around it; it reports false for a part
// of a quoted cell, and for one with quotes in it.
func unquoted(cell []byte) ([]byte, bool) {
	if bytes.IndexByte(cell, '"') < 0 {
		return cell, true
	}
	if !isWhole(cell) {
		return nil, false
	}
	return cell[1 : len(cell)-1], true
}

// isWhole reports whether a cell is no part of a quoted one with a delimiter in
// it.
func isWhole(cell []byte) bool {
	n := bytes.Count(cell, []byte{'"'})
	return n == 0 || n == 2 && cell[0] == '"' && cell[len(cell)-1] == '"'
}
