package ratings

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
)

// Role is what a column is about, besides the items of a wide file.
type Role string

// The roles of columns.
const (
	Ratee     Role = "ratee"
	Rater     Role = "rater"
	Group     Role = "group"
	Occasion  Role = "occasion"
	ItemRole  Role = "item"
	Value     Role = "rating"
	Remark    Role = "comment"
	Framework Role = "framework"
	Version   Role = "version"
	Print     Role = "fingerprint"
)

// role is a row of the table of roles: the usual names of its column.
type role struct {
	role  Role
	names []string
}

// roles are the roles with the headers by which they are found, in any case.
var roles = []role{
	{Ratee, []string{"ratee", "leader", "teacher", "principal", "employee", "participant", "person rated", "name", "subject"}},
	{Rater, []string{"rater", "observer", "evaluator", "reviewer", "assessor", "coach", "rated by"}},
	{Group, []string{"group", "rater group", "relationship", "role"}},
	{Occasion, []string{"occasion", "date", "period", "term", "round", "wave"}},
	{ItemRole, []string{"item", "indicator", "code", "criterion", "statement", "standard", "competency"}},
	{Value, []string{"rating", "score", "level", "value", "answer", "response", "mark"}},
	{Remark, []string{"comment", "comments", "note", "notes", "remark", "remarks", "evidence", "feedback"}},
	{Framework, []string{"framework", "framework id"}},
	{Version, []string{"version", "framework version"}},
	{Print, []string{"fingerprint"}},
}

// Roles lists the roles that a column can be told to have.
func Roles() []string {
	var names []string
	for _, r := range roles {
		names = append(names, string(r.role))
	}
	return names
}

// Column is a column of a file and what it was taken for.
type Column struct {
	Name string // as in the header
	Role Role   // "" for an item's column or one that was not recognised
	Item *rubric.Item
	How  string // why it was taken so; "" where it was not recognised
}

// itemIndex finds the item that a header or a cell names.
type itemIndex struct {
	byCode map[string]*rubric.Item
	byText map[string]*rubric.Item // nil where two items have the text
}

func indexItems(f *rubric.Framework) itemIndex {
	x := itemIndex{byCode: map[string]*rubric.Item{}, byText: map[string]*rubric.Item{}}
	for it := range f.All() {
		x.byCode[it.Code] = it
	}
	for _, it := range f.Indicators() {
		for _, text := range []string{it.Title, it.Text} {
			key := plainKey(text)
			if other, taken := x.byText[key]; taken && other != it {
				x.byText[key] = nil
				continue
			}
			x.byText[key] = it
		}
	}
	delete(x.byText, "")
	return x
}

// find returns the item that a text names: by its code, by its title or text,
// or by its code followed by one of them; and how it was found.
func (x itemIndex) find(text string) (*rubric.Item, string) {
	text = clean(text)
	if it := x.byCode[text]; it != nil {
		return it, "its name is the item's code"
	}
	if it := x.byText[plainKey(text)]; it != nil {
		return it, "its name is the item's text"
	}
	code, rest, found := strings.Cut(text, " ")
	if it := x.byCode[strings.TrimRight(code, ".:)-–")]; found && it != nil && x.byText[plainKey(strings.TrimLeft(rest, ".:)-– "))] == it {
		return it, "its name is the item's code and text"
	}
	return nil, ""
}

// recognise finds what each cell of a header is; nil when the row is no
// header: fewer than two items (or all there are), and no columns of a long
// file either.
func (r *fileReader) recognise(cells []string) []Column {
	columns := make([]Column, len(cells))
	rated, known := 0, map[Role]bool{}
	for i, cell := range cells {
		columns[i] = r.column(cell)
		if columns[i].Role != "" {
			known[columns[i].Role] = true
		} else if it := columns[i].Item; it != nil && it.IsRated() {
			rated++
		}
	}
	wide := rated >= min(2, len(r.framework.Indicators())) && rated > 0
	long := known[ItemRole] && known[Value]
	if !wide && !long {
		return nil
	}
	return columns
}

// column decides about one header cell.
func (r *fileReader) column(name string) Column {
	c := Column{Name: name}
	for role, mapped := range r.options.Map {
		if clean(mapped) == clean(name) {
			c.Role, c.How = role, "told by --map"
			return c
		}
	}
	if it, how := r.items.find(name); it != nil {
		c.Item, c.How = it, how
		return c
	}
	if it := r.remarkOn(name); it != nil {
		c.Role, c.Item, c.How = Remark, it, "comments on item "+it.Code
		return c
	}
	key := plainKey(name)
	for _, row := range roles {
		if _, told := r.options.Map[row.role]; !told && slices.Contains(row.names, key) {
			c.Role, c.How = row.role, "by its name"
		}
	}
	return c
}

// remarkOn finds the item that a column such as "1.1 comment" is about.
func (r *fileReader) remarkOn(name string) *rubric.Item {
	first, last, found := strings.Cut(clean(name), " ")
	if !found {
		return nil
	}
	remarks := roles[slices.IndexFunc(roles, func(row role) bool { return row.role == Remark })].names
	switch {
	case slices.Contains(remarks, strings.ToLower(last)):
		return r.items.byCode[first]
	case slices.Contains(remarks, strings.ToLower(first)):
		return r.items.byCode[last]
	}
	return nil
}

// columnsError reports two columns for one role or item, and a column that
// was told and is not there.
func (r *fileReader) columnsError(t *table) error {
	first := map[string]string{}
	for _, c := range t.columns {
		key := string(c.Role)
		if c.Item != nil {
			key += " " + c.Item.Code
		}
		if key == "" {
			continue
		}
		if other, taken := first[key]; taken {
			return fmt.Errorf("line %d: the columns %q and %q are both taken for %s; say which one it is with --map, or rename the other", t.header.line, other, c.Name, strings.TrimSpace("the "+key))
		}
		first[key] = c.Name
	}
	for _, row := range roles {
		if name, told := r.options.Map[row.role]; told && first[string(row.role)] == "" {
			return fmt.Errorf("line %d: there is no column %q for --map %s; columns: %s", t.header.line, name, row.role, strings.Join(t.header.fields, ", "))
		}
	}
	return nil
}

// of returns the index of the column with a role, -1 where there is none.
func (t *table) of(role Role) int {
	return slices.IndexFunc(t.columns, func(c Column) bool { return c.Role == role && c.Item == nil })
}
