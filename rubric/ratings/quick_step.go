package ratings

import (
	"bytes"
	"slices"

	"rubrickit/rubric"
)

// step is what is to be done with a column; or with several side by side that
// together say whose form it is.
type step struct {
	kind   stepKind
	roles  []int  // of the columns of a key; from keyRoles on, the columns to keep
	role   Role   // of a name
	want   string // what it should be
	column int    // of the book, of a cell
	ends   bool   // the line ends behind it
	cuts   []int  // of a key: where its last cells end
	last   []byte // of a key or a name: its cells in the record before, with what ends them
}

type stepKind uint8

const (
	stepSkip  stepKind = iota // nobody reads the column
	stepKey                   // ratee, rater, group or occasion
	stepItem                  // names the item
	stepValue                 // rates the item that is named
	stepCell                  // rates an item of its own
	stepBlank                 // a text in it needs more care
	stepName                  // names the framework, as every record does
)

// The roles of a key, in the order of a form.
const (
	keyRatee = iota
	keyRater
	keyGroup
	keyOccasion
	keyRoles
)

var keyOrder = [keyRoles]Role{Ratee, Rater, Group, Occasion}

// newQuick lays the steps out; it is nil where the columns are of another kind.
func newQuick(w *worker) *quick {
	t := w.plan.table
	q := &quick{worker: w, delimiter: byte(t.delimiter), occasions: map[string][]byte{}, anonymous: t.shape.name == "wide", neutral: t.isNeutral()}
	for i := range t.columns {
		q.addStep(w.stepOf(t, i))
	}
	q.steps[len(q.steps)-1].ends = true
	set := w.options.Set
	q.fallback = [keyRoles][]byte{[]byte(set[Ratee]), []byte(clean(set[Rater])), []byte(clean(set[Group])), []byte(w.dates(clean(set[Occasion])))}
	q.names = &wordTable{}
	shared := map[vocabulary]*wordTable{}
	for _, it := range q.book.Items() {
		v := vocabularyOf(it)
		if shared[v] == nil {
			shared[v] = &wordTable{}
		}
		q.marks = append(q.marks, shared[v])
	}
	return q
}

// stepOf is what is to be done with a column.
func (w *worker) stepOf(t *table, i int) step {
	c := t.columns[i]
	column, _ := w.book.Column(c.Item)
	key := slices.Index(keyOrder[:], c.Role)
	switch {
	case slices.Contains(w.plan.void, i), c.Role == Remark:
		return step{kind: stepBlank}
	case c.Role == Framework, c.Role == Version, c.Role == Print:
		return step{kind: stepName, role: c.Role, want: w.nameFor(c.Role)}
	case key >= 0 && t.of(c.Role) == i:
		return step{kind: stepKey, roles: []int{key}}
	case w.keptIn(i) >= 0:
		return step{kind: stepKey, roles: []int{keyRoles + w.keptIn(i)}}
	case c.Role == ItemRole && t.of(c.Role) == i:
		return step{kind: stepItem}
	case !slices.Contains(t.shape.cells(t), i):
		return step{kind: stepSkip}
	case c.Role == Value:
		return step{kind: stepValue}
	}
	return step{kind: stepCell, column: column}
}

// addStep adds a step, to the key beside it where it is one.
func (q *quick) addStep(s step) {
	if n := len(q.steps); n > 0 && s.kind == stepKey && q.steps[n-1].kind == stepKey {
		q.steps[n-1].roles = append(q.steps[n-1].roles, s.roles...)
		return
	}
	q.steps = append(q.steps, s)
}

// cell is the text from i to the end of a step, without what ends it.
func (s *step) cell(b []byte, i, end int) span {
	end--
	if s.ends && end > i && b[end-1] == '\r' {
		end--
	}
	return span{i, end}
}

// begin makes the form that the keys tell the current one. It reports false
// where it is not sure of them.
func (q *quick) begin(at *position) bool {
	var form [keyRoles][]byte
	q.keeping = q.keeping[:0]
	for n := range q.steps {
		s := &q.steps[n]
		i := 0
		for k, role := range s.roles {
			end := s.cuts[k]
			last := step{ends: s.ends && k == len(s.roles)-1}
			cell := last.cell(s.last, i, end)
			text, ok := q.keyText(role, s.last[cell.from:cell.to])
			switch {
			case !ok:
				return false
			case role < keyRoles:
				form[role] = text
			case len(text) > 0:
				q.keeping = append(q.keeping, keeping{q.options.Keep[role-keyRoles], text})
			}
			i = end
		}
	}
	return q.beginForm(form, at)
}

// beginForm begins a form once blank cells are filled.
func (q *quick) beginForm(form [keyRoles][]byte, at *position) bool {
	for role := range form {
		if len(form[role]) == 0 {
			form[role] = q.fallback[role]
		}
	}
	if len(form[keyRatee]) == 0 {
		return false
	}
	if q.renew = len(form[keyRater]) == 0 && q.anonymous; q.renew {
		form[keyRater] = []byte(q.nameless(at.number))
	}
	for _, k := range q.keeping {
		place := rubric.Place{File: q.file.Name, Line: at.line, Record: at.number}
		q.keepValue(keptKey{string(form[keyRatee]), k.column}, keptText{string(k.text), q.index, place})
	}
	q.current = formBefore
	q.sheets.BeginKey(form[keyRatee], form[keyRater], form[keyGroup], form[keyOccasion])
	return true
}

// keeping is what a record says of its ratee in a column to keep.
type keeping struct {
	column string
	text   []byte
}

// keptIn is which of the columns to keep a column is; -1 where it is none.
func (w *worker) keptIn(column int) int {
	return slices.IndexFunc(w.options.Keep, func(name string) bool {
		return slices.IndexFunc(w.plan.table.columns, func(c Column) bool { return clean(c.Name) == clean(name) }) == column
	})
}

// isNamed reports whether a cell names the framework at hand, or nothing.
func (q *quick) isNamed(s *step, cell []byte) bool {
	text, ok := unquoted(cell)
	return ok && agrees(s.role, clean(string(text)), s.want)
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

// mostOccasions bounds the occasions that are remembered.
const mostOccasions = 10_000

// occasion reads an occasion as any is read, and remembers it. One that the
// file's order of dates does not fit is for the worker.
func (q *quick) occasion(cell []byte) ([]byte, bool) {
	if known, met := q.occasions[string(cell)]; met {
		return known, true
	}
	var d dateEvidence
	text := clean(string(cell))
	d.add(text, 0)
	if !d.fits(q.report.Dates) {
		return nil, false
	}
	if text != "" {
		text = q.dates(text)
	}
	if len(q.occasions) < mostOccasions {
		q.occasions[string(cell)] = []byte(text)
	}
	return []byte(text), true
}

// formBefore is no form: what was written before is another's.
var formBefore = form{ratee: "\x00"}

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
