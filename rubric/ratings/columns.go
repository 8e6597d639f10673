package ratings

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
)

// Column is a column of a file and what it was taken for.
type Column struct {
	Name string // as in the header
	Role Role   // "" for an item's column or one that was not recognised
	// Item is the item whose ratings, or with the role comment whose
	// comments, stand in the column.
	Item *rubric.Item
	How  string // why it was taken so; "" where it was not recognised
}

// column decides about one header cell: what was told comes first, then the
// framework's own words, then the usual names of roles.
func (r *fileReader) column(name string) Column {
	for _, row := range roles {
		if mapped, told := r.options.Map[row.role]; told && clean(mapped) == clean(name) {
			return Column{Name: name, Role: row.role, How: "told by --map"}
		}
	}
	if it, how := r.items.find(name); it != nil {
		return Column{Name: name, Item: it, How: how}
	}
	if it := r.remarkOn(name); it != nil {
		return Column{Name: name, Role: Remark, Item: it, How: "comments on item " + it.Code}
	}
	for _, row := range roles {
		if _, told := r.options.Map[row.role]; (!told || row.many) && row.rank(name) >= 0 {
			return Column{Name: name, Role: row.role, How: "by its name"}
		}
	}
	return Column{Name: name}
}

// remarkOn finds the item that a column such as "1.1 comment" is about.
func (r *fileReader) remarkOn(name string) *rubric.Item {
	words := strings.Fields(strings.ReplaceAll(name, "_", " "))
	if len(words) < 2 {
		return nil
	}
	remark, last := rowOf(Remark), len(words)-1
	rest := ""
	switch {
	case remark.rank(words[last]) >= 0:
		rest = strings.Join(words[:last], " ")
	case remark.rank(words[0]) >= 0:
		rest = strings.Join(words[1:], " ")
	}
	it, _ := r.items.find(strings.Trim(rest, " -–—:()"))
	return it
}

// settleRoles takes a role from columns where another has a more telling name
// for it.
func (r *fileReader) settleRoles(columns []Column) {
	for _, row := range roles {
		best := len(row.ranks)
		for _, c := range columns {
			if c.Role == row.role && c.Item == nil {
				best = min(best, row.rank(c.Name))
			}
		}
		for i, c := range columns {
			if c.Role == row.role && c.Item == nil && !row.many && row.rank(c.Name) > best {
				columns[i] = Column{Name: c.Name}
			}
		}
	}
}

// checkColumns reports two columns for one role or item, and a column that
// was told and is not there.
func (r *fileReader) checkColumns(t *table) error {
	first := map[string]string{}
	var problems []error
	for _, c := range t.columns {
		key := string(c.Role)
		if c.Item != nil {
			key = strings.TrimSpace(key + " of item " + c.Item.Code)
		}
		if key == "" || c.Role != "" && rowOf(c.Role).many {
			continue
		}
		if other, taken := first[key]; taken {
			problems = append(problems, fmt.Errorf("line %d: the columns %q and %q are both taken for the %s; say which one it is with --map, or rename the other", t.header.line, other, c.Name, strings.TrimPrefix(key, "of ")))
			continue
		}
		first[key] = c.Name
	}
	for _, row := range roles {
		if name, told := r.options.Map[row.role]; told && !slices.ContainsFunc(t.columns, func(c Column) bool { return clean(c.Name) == clean(name) }) {
			problems = append(problems, fmt.Errorf("line %d: there is no column %q for --map %s; columns: %s", t.header.line, name, row.role, strings.Join(t.header.fields, ", ")))
		}
	}
	return errors.Join(problems...)
}

// of returns the index of the column with a role, -1 where there is none.
func (t *table) of(role Role) int {
	return slices.IndexFunc(t.columns, func(c Column) bool { return c.Role == role && c.Item == nil })
}
