package ratings

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Kept is what further columns of the files say of each ratee: by the ratee,
// then by the name of the column as the options give it. What no file says is
// not there.
type Kept map[string]map[string]string

// keptKey is what a value is of.
type keptKey struct{ ratee, column string }

// keptValue is the first value of a ratee in a column, and the first that says
// something else.
type keptValue struct {
	first, other keptText
}

// keptText is a text that stands in a cell; "" is none.
type keptText struct {
	text string
	file int // among the tables of all files
	at   rubric.Place
}

func (a keptText) before(b keptText) bool {
	return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.at.Line, b.at.Line)) < 0
}

// byKeep is why a column is kept that is none of ratings.
const byKeep = "kept to group ratees"

// keeps reports whether a column is one that the options ask to keep.
func (o Options) keeps(name string) bool {
	return slices.ContainsFunc(o.Keep, func(column string) bool { return clean(column) == clean(name) })
}

// keep takes up what the further columns of a record say of its ratee.
func (r *fileReader) keep(t *table, rec record, ratee string) {
	if ratee == "" || r.wish != nil {
		return
	}
	for _, column := range r.options.Keep {
		i := slices.IndexFunc(t.columns, func(c Column) bool { return clean(c.Name) == clean(column) })
		if i < 0 {
			continue
		}
		if text := clean(rec.at(i)); text != "" {
			r.keepValue(keptKey{ratee, column}, keptText{text, r.index, r.place(rec, i)})
		}
	}
}

func (s *session) keepValue(key keptKey, v keptText) {
	if s.kept == nil {
		s.kept = map[keptKey]keptValue{}
	}
	s.kept[key] = s.kept[key].with(v)
}

// joinKept takes over what a worker has kept.
func (s *session) joinKept(kept map[keptKey]keptValue) {
	for key, v := range kept {
		s.keepValue(key, v.first)
		if v.other.text != "" {
			s.keepValue(key, v.other)
		}
	}
}

// with adds a value. In whatever order they come, the first and the first that
// differs from it are kept.
func (k keptValue) with(v keptText) keptValue {
	switch {
	case k.first.text == "" || v.before(k.first) && v.text == k.first.text:
		k.first = v
	case v.before(k.first):
		k.first, k.other = v, k.first
	case v.text != k.first.text && (k.other.text == "" || v.before(k.other)):
		k.other = v
	}
	return k
}

// settleKept hands out what was kept. The errors are about a column that no
// file has, and about ratees of whom the files say two things.
func (s *session) settleKept() (Kept, error) {
	if len(s.options.Keep) == 0 {
		return nil, nil
	}
	failed := s.missingColumns()
	out := Kept{}
	keys := slices.SortedFunc(maps.Keys(s.kept), func(a, b keptKey) int {
		return cmp.Or(strings.Compare(a.column, b.column), strings.Compare(a.ratee, b.ratee))
	})
	clashes := 0
	for _, key := range keys {
		v := s.kept[key]
		if v.other.text != "" {
			if clashes++; clashes <= fewClashes {
				failed = append(failed, fmt.Errorf("%s has two values in the column %q: %q (%s) and %q (%s); a ratee can be in one group only",
					key.ratee, key.column, cut(v.first.text, longestValue), v.first.at, cut(v.other.text, longestValue), v.other.at))
			}
			continue
		}
		if out[key.ratee] == nil {
			out[key.ratee] = map[string]string{}
		}
		out[key.ratee][key.column] = v.first.text
	}
	if more := clashes - fewClashes; more > 0 {
		failed = append(failed, fmt.Errorf("… %d more with two values in one column", more))
	}
	return out, errors.Join(failed...)
}

// fewClashes is how many ratees with two values are named.
const fewClashes = 5

// missingColumns are errors about columns that no file has.
func (s *session) missingColumns() []error {
	var have []string
	for _, file := range s.files {
		for _, c := range file.report.Columns {
			if name := clean(c.Name); name != "" && !slices.Contains(have, name) {
				have = append(have, name)
			}
		}
	}
	var out []error
	for _, column := range s.options.Keep {
		if !slices.Contains(have, clean(column)) {
			out = append(out, fmt.Errorf("no file has a column %q (%s)", column, diag.Suggest(clean(column), have, "columns: "+strings.Join(have, ", "))))
		}
	}
	return out
}
