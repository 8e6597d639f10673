package ratings

import (
	"slices"

	"rubrickit/rubric"
)

// step is what is to be done with a column; or with several side by side that
// together say whose form it is, or that each rate an item.
type step struct {
	kind    stepKind
	key     []keyCell    // of a key
	role    Role         // of a name
	want    string       // what it should be
	item    *rubric.Item // that comments are on; nil for the record's
	columns []int        // of the book, of cells
	cells   []*wordTable // of each of them: by rating, the mark
	first   int          // of cells: which of a record's marks the first one gives
	words   *wordTable   // of items: by name, the column + 1; of trials: what is no mark of one
	trial   *trialColumn // of trials
	ends    bool         // the line ends behind it
	last    []byte       // of a key or a name: its cells in the record before, with what ends them
	at      int          // where it begins in the last record
}

type stepKind uint8

const (
	stepSkip   stepKind = iota // nobody reads the column
	stepKey                    // ratee, rater, group or occasion
	stepItem                   // names the item
	stepValue                  // rates the item that is named
	stepCells                  // rate items of their own
	stepBlank                  // a text in it needs more care
	stepName                   // names the framework, as every record does
	stepRemark                 // has comments
	stepTrial                  // may say that the record is no answer
)

// newQuick lays the steps out; it is nil where the items are not named in a
// column, where one that may mark a record as no answer says more, and where
// several columns make a rating.
func newQuick(w *worker) *quick {
	t := w.plan.table
	long := t.shape.name == "long"
	if len(w.plan.joints) > 0 || long && t.of(ItemRole) < 0 || slices.ContainsFunc(t.trials, func(c trialColumn) bool { return !w.onlyTells(t, c) }) {
		return nil
	}
	q := &quick{
		worker: w, delimiter: uint64(t.delimiter) * ones, anonymous: !long, neutral: t.isNeutral(),
		kept: make([][]byte, len(w.options.Keep)), early: long && t.of(Value) < t.of(ItemRole),
	}
	if long {
		q.columns = make([]int, 1) // of whatever item a record names
	}
	for i := range t.columns {
		q.addStep(w.stepOf(t, i))
	}
	q.steps[len(q.steps)-1].end()
	q.marks = make([]rubric.Mark, len(q.columns))
	q.varying = q.runSteps()
	q.addWords()
	set := w.options.Set
	q.fallback = [keyRoles][]byte{roomy(set[Ratee]), roomy(clean(set[Rater])), roomy(clean(set[Group])), roomy(w.dates(clean(set[Occasion])))}
	q.form = q.fallback
	return q
}

// stepOf is what is to be done with a column.
func (w *worker) stepOf(t *table, i int) step {
	c := t.columns[i]
	key := slices.Index(keyOrder[:], c.Role)
	switch {
	case c.Role == Remark && t.of(RemarkOn) < 0 && t.trialIn(i) == nil:
		return step{kind: stepRemark, item: c.Item}
	case slices.Contains(w.plan.void, i), c.Role == Remark:
		return step{kind: stepBlank}
	case c.Role == Framework, c.Role == Version, c.Role == Print:
		return step{kind: stepName, role: c.Role, want: w.nameFor(c.Role)}
	case key >= 0 && t.of(c.Role) == i:
		return step{kind: stepKey, key: []keyCell{newKeyCell(key)}}
	case w.keptIn(i) >= 0:
		return step{kind: stepKey, key: []keyCell{newKeyCell(keyRoles + w.keptIn(i))}}
	case t.trialIn(i) != nil:
		return step{kind: stepTrial, words: newWordTable(), trial: t.trialIn(i)}
	case c.Role == ItemRole && t.of(c.Role) == i && t.shape.name == "long":
		return step{kind: stepItem, words: newWordTable()}
	case !slices.Contains(t.shape.cells(t), i):
		return step{kind: stepSkip}
	case c.Role == Value:
		return step{kind: stepValue}
	}
	column, _ := w.book.Column(c.Item)
	return step{kind: stepCells, columns: []int{column}}
}

// onlyTells reports whether a column tells of its records that they are answers,
// or nothing.
func (w *worker) onlyTells(t *table, c trialColumn) bool {
	kind := w.stepOf(t, c.column).kind
	return kind == stepTrial || kind == stepBlank
}

// addStep adds a step, to the one beside it where both are of keys or cells.
func (q *quick) addStep(s step) {
	s.first = len(q.columns)
	q.columns = append(q.columns, s.columns...)
	if n := len(q.steps); n > 0 && s.kind == q.steps[n-1].kind && (s.kind == stepKey || s.kind == stepCells) {
		last := &q.steps[n-1]
		last.key, last.columns = append(last.key, s.key...), append(last.columns, s.columns...)
		return
	}
	q.steps = append(q.steps, s)
}

// end says that the line ends behind the step.
func (s *step) end() {
	s.ends = true
	if n := len(s.key); n > 0 {
		s.key[n-1].ends = true
	}
}

// addWords gives the columns of a vocabulary their words. The last column has
// some of its own, which end in a line end.
func (q *quick) addWords() {
	type kind struct {
		vocabulary
		ends bool
	}
	shared := map[kind]*wordTable{}
	words := func(column int, ends bool) *wordTable {
		k := kind{vocabularyOf(q.book.Items()[column]), ends}
		if shared[k] == nil {
			shared[k] = newWordTable()
		}
		return shared[k]
	}
	for i := range q.steps {
		switch s := &q.steps[i]; s.kind {
		case stepCells:
			for n, column := range s.columns {
				s.cells = append(s.cells, words(column, s.ends && n == len(s.columns)-1))
			}
		case stepValue:
			q.valueEnds = s.ends
			for column := range q.book.Items() {
				q.ratings = append(q.ratings, words(column, s.ends))
			}
		}
	}
	q.after = slices.Repeat([]word{noWord}, len(q.book.Items())+1)
}

// keptIn is which of the columns to keep a column is; -1 where it is none.
func (w *worker) keptIn(column int) int {
	return slices.IndexFunc(w.options.Keep, func(name string) bool {
		return slices.IndexFunc(w.plan.table.columns, func(c Column) bool { return clean(c.Name) == clean(name) }) == column
	})
}
