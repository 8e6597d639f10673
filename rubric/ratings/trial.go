package ratings

import "slices"

// trial is a mark of records that are no answers: of a person who only tried a
// form.
type trial struct {
	column string // its name, in small letters
	values []string
}

// trial says by which mark a record is no answer; "" for an answer.
func (l layout) trial(columns []Column, rec record) string {
	for _, mark := range l.trials {
		i := slices.IndexFunc(columns, func(c Column) bool { return plainKey(c.Name) == mark.column })
		if i >= 0 && slices.Contains(mark.values, plainKey(rec.at(i))) {
			return "a preview and no answer, by its " + columns[i].Name + " " + clean(rec.at(i))
		}
	}
	return ""
}

// trialRows are records that are no answers, by why, in the order of the file.
type trialRows struct {
	whys []string
	rows map[string][]record
}

func (t *trialRows) add(rec record, why string) {
	if t.rows == nil {
		t.rows = map[string][]record{}
	}
	if t.rows[why] == nil {
		t.whys = append(t.whys, why)
	}
	t.rows[why] = append(t.rows[why], rec)
}
