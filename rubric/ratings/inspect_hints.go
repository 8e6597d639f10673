package ratings

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

// Hint is what a column that was not recognised could be. It is never applied.
type Hint struct {
	Role Role         // "" for a column of an item
	Item *rubric.Item // nil for a role, and where nothing says which item
	Why  string
}

// Columns are judged by so many records, and by so many of 100 cells with a
// text: a few slips do not hide what a column is.
const (
	hintRecords = 1000
	hintShare   = 80
)

// hints looks for what the columns without a role and an item could be.
func (r *fileReader) hints(columns []Column, records []record) map[int]Hint {
	out := map[int]Hint{}
	taken := takenRoles(columns)
	records = records[:min(len(records), hintRecords)]
	for i, c := range columns {
		if c.Role != "" || c.Item != nil || c.Ignored || c.Part {
			continue
		}
		if h := r.hint(clean(c.Name), i, records); h.Why != "" && !taken[h.Role] {
			out[i] = h
		}
	}
	r.hintAlike(columns, out)
	hintValue(columns, out)
	return out
}

// hintValue makes a column of levels the ratings of a file in which another
// column names the items; in any other file it could be any item's.
func hintValue(columns []Column, hints map[int]Hint) {
	named := slices.ContainsFunc(columns, func(c Column) bool { return c.Role == ItemRole })
	for _, h := range hints {
		named = named || h.Role == ItemRole
	}
	for i, h := range hints {
		if named && h.Role == "" && h.Item == nil {
			h.Role = Value
			hints[i] = h
		}
	}
}

// takenRoles are the roles of columns that no other column can have as well.
func takenRoles(columns []Column) map[Role]bool {
	taken := map[Role]bool{}
	for _, c := range columns {
		if c.Role != "" && !rowOf(c.Role).many {
			taken[c.Role] = true
		}
	}
	return taken
}

// hintAlike gives the columns without a hint that are named like one with a
// number, the number aside, a hint by theirs: what Q1_1 is, Q1_2 will be too.
func (r *fileReader) hintAlike(columns []Column, hints map[int]Hint) {
	forms := map[string]bool{}
	for i, h := range hints {
		if h.Why == byNumbers {
			forms[numberRuns.ReplaceAllString(clean(columns[i].Name), "#")] = true
		}
	}
	for i, c := range columns {
		name := clean(c.Name)
		h := hints[i]
		if c.isKnown() || c.Ignored || h.Role != "" || h.Item != nil || !forms[numberRuns.ReplaceAllString(name, "#")] {
			continue
		}
		if it := r.sameNumbers(name); it != nil {
			hints[i] = Hint{Item: it, Why: "its name has the numbers of the item's code, as others beside it"}
		}
	}
}

// byNumbers is why a column could be an item's.
const byNumbers = "its name has the numbers of the item's code, and its cells are levels"

// hint judges a column by its name and by what stands in it.
func (r *fileReader) hint(name string, column int, records []record) Hint {
	levels := r.holdsRatings(records, column)
	near := r.framework.Item(r.nearItem(name))
	numbered := r.sameNumbers(name)
	switch {
	case !levels && share(records, column, r.namesItem):
		return Hint{Role: ItemRole, Why: "its cells name items"}
	case near != nil:
		return Hint{Item: near, Why: "its name is nearly the item's text"}
	case levels && numbered != nil:
		return Hint{Item: numbered, Why: byNumbers}
	case nearRole(name) != "":
		return Hint{Role: nearRole(name), Why: "its name is nearly a usual one"}
	case levels:
		return Hint{Why: "its cells are levels"}
	}
	return Hint{}
}

// share reports whether nearly all cells of a column with a text are such.
func share(records []record, column int, such func(string) bool) bool {
	is, of := 0, 0
	for _, rec := range records {
		if text := clean(rec.at(column)); text != "" {
			of++
			if such(text) {
				is++
			}
		}
	}
	return of > 0 && is*100 >= hintShare*of
}

// holdsRatings reports whether a column holds levels of any scale in use, null
// states aside.
func (r *fileReader) holdsRatings(records []record, column int) bool {
	scales, levels := r.scales(), 0
	return share(records, column, func(text string) bool {
		for _, m := range scales {
			if means, p := m.read(text); p == nil {
				if means.state == rubric.Rated {
					levels++
				}
				return true
			}
		}
		return false
	}) && levels > 0
}

func (r *fileReader) namesItem(text string) bool {
	it, _ := r.items.find(text)
	return it != nil && it.IsRated()
}

// numberRuns finds the numbers of a name: 1 and 2 of "Q1_2".
var numberRuns = lazyregexp.New(`\d+`)

// sameNumbers is the only rated item whose code has the numbers of a name, in
// their order.
func (r *fileReader) sameNumbers(name string) *rubric.Item {
	want := numbersOf(name)
	if want == "" {
		return nil
	}
	var found *rubric.Item
	for _, it := range r.framework.Indicators() {
		if numbersOf(it.Code) != want {
			continue
		}
		if found != nil {
			return nil
		}
		found = it
	}
	return found
}

// numbersOf joins the numbers of a text, without zeros before them.
func numbersOf(text string) string {
	runs := numberRuns.FindAllString(text, -1)
	for i, run := range runs {
		runs[i] = strings.TrimLeft(run, "0")
	}
	return strings.Join(runs, ".")
}

// nearRole is the role with a usual name that is nearly this one; "" for none.
func nearRole(name string) Role {
	key := roleKey(name)
	if n := utf8.RuneCountInString(key); n < shortestNear || n > longestNear {
		return ""
	}
	byName := map[string]Role{}
	var names []string
	for _, row := range roles {
		for _, usual := range slices.Concat(row.ranks...) {
			byName[usual] = row.role
			names = append(names, usual)
		}
	}
	return byName[diag.Nearest(key, names)]
}

// mostSamples is how many texts of a column are shown.
const mostSamples = 3

// samples are the first different texts of each column.
func samples(columns []Column, records []record) [][]string {
	out := make([][]string, len(columns))
	for _, rec := range records[:min(len(records), hintRecords)] {
		for i := range out {
			text := cut(clean(rec.at(i)), longestValue)
			if text != "" && len(out[i]) < mostSamples && !slices.Contains(out[i], text) {
				out[i] = append(out[i], text)
			}
		}
	}
	return out
}
