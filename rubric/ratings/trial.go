package ratings

import (
	"cmp"
	"maps"
	"slices"
)

// trial is a mark of records that are no answers: of a person who only tried a
// form.
type trial struct {
	column string // its name, in small letters
	values []string
}

// trialColumn is the column of a table that may hold such a mark.
type trialColumn struct {
	column int
	name   string
	values []string
}

// trialsIn finds the columns by whose marks records are no answers.
func (l layout) trialsIn(columns []Column) []trialColumn {
	var out []trialColumn
	for _, mark := range l.trials {
		i := slices.IndexFunc(columns, func(c Column) bool { return plainKey(c.Name) == mark.column })
		if i >= 0 {
			out = append(out, trialColumn{i, columns[i].Name, mark.values})
		}
	}
	return out
}

// marks reports whether a cell says that its record is no answer.
func (t trialColumn) marks(cell string) bool { return slices.Contains(t.values, plainKey(cell)) }

// trial says by which mark a record is no answer; "" for an answer.
func (t *table) trial(rec record) string {
	for _, mark := range t.trials {
		if cell := rec.at(mark.column); mark.marks(cell) {
			return "a preview and no answer, by its " + mark.name + " " + clean(cell)
		}
	}
	return ""
}

// trialIn is the mark that may stand in a column; nil for none.
func (t *table) trialIn(column int) *trialColumn {
	i := slices.IndexFunc(t.trials, func(c trialColumn) bool { return c.column == column })
	if i < 0 {
		return nil
	}
	return &t.trials[i]
}

// trialRows are the records that are no answers, by why.
type trialRows map[string]rowCount

func (t trialRows) add(line int, why string) { t.join(trialRows{why: {1, line, line}}) }

func (t trialRows) join(other trialRows) {
	for why, rows := range other {
		all := t[why]
		all.join(rows)
		t[why] = all
	}
}

// whys are the reasons, in the order in which the first record of each stands.
func (t trialRows) whys() []string {
	return slices.SortedFunc(maps.Keys(t), func(a, b string) int { return cmp.Compare(t[a].first, t[b].first) })
}
