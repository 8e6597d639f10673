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
	// Ignored says that the mapping leaves the column out.
	Ignored bool
	// Part says that the column is read with an earlier one of its item: the
	// two make one rating.
	Part bool

	worded bool   // named by more than the item's own words
	piece  *piece // nil for a column that is a whole rating
}

// Why a column is what it is, where a person has said so.
const (
	byFlag    = "told by --map"
	byMapping = "told by the mapping"
)

// column decides about one header cell. While the header is looked for, the
// same cells are asked about again and again.
func (r *fileReader) column(name string) Column {
	c, known := r.known[name]
	if !known {
		c = r.newColumn(name)
		if len(r.known) < mostKnown {
			r.known[name] = c
		}
	}
	return c
}

// What files say many times is remembered. The texts of each kind are bounded.
const (
	mostKnown    = 10_000
	longestKnown = 100 // bytes of a text, but for headers
)

// newColumn decides about a header cell: what was told comes first, then the
// framework's own words, then the usual names of roles.
func (r *fileReader) newColumn(name string) Column {
	for _, row := range roles {
		if column, told := r.options.Map[row.role]; told && clean(column) == clean(name) {
			return Column{Name: name, Role: row.role, How: byFlag}
		}
	}
	if c, told := r.mappedColumn(name); told {
		return c
	}
	if it, how := r.items.find(name); how != "" {
		return itemColumn(name, it, how)
	}
	if it, how := r.remarkOn(name); it != nil {
		return Column{Name: name, Role: Remark, Item: it, How: "comments on item " + it.Code}
	} else if how == leftOut {
		return itemColumn(name, nil, how)
	}
	for _, row := range roles {
		if (row.many || !r.hasTold(row.role)) && row.rank(name) >= 0 {
			return Column{Name: name, Role: row.role, How: "by its name"}
		}
	}
	if r.options.keeps(name) {
		return Column{Name: name, How: byKeep, Ignored: true}
	}
	return Column{Name: name}
}

// itemColumn is a column that names an item, or what the mapping leaves out.
func itemColumn(name string, it *rubric.Item, how string) Column {
	return Column{Name: name, Item: it, How: how, Ignored: how == leftOut}
}

// mappedColumn is what the mapping says of a column, and whether it says
// anything. A role that --map gives to a column is no other column's.
func (r *fileReader) mappedColumn(name string) (Column, bool) {
	line := r.options.Mapping.column(name)
	if line == nil {
		return Column{}, false
	}
	role := Role(line.means.text)
	if role == ignored {
		return Column{Name: name, How: leftOut, Ignored: true}, true
	}
	if _, outranked := r.options.Map[role]; outranked && !rowOf(role).many {
		return Column{Name: name}, true
	}
	return Column{Name: name, Role: role, Item: r.framework.Item(line.item.text), How: byMapping}, true
}

// hasTold reports whether the caller or the mapping says which column has a role.
func (r *fileReader) hasTold(role Role) bool {
	_, told := r.options.Map[role]
	return told || r.options.Mapping.hasColumn(role)
}

// remarkOn finds the item that a column such as "1.1 comment" is about, and how.
func (r *fileReader) remarkOn(name string) (*rubric.Item, string) {
	words := strings.Fields(strings.ReplaceAll(name, "_", " "))
	if len(words) < 2 {
		return nil, ""
	}
	remark, last := rowOf(Remark), len(words)-1
	rest := ""
	switch {
	case remark.rank(words[last]) >= 0:
		rest = strings.Join(words[:last], " ")
	case remark.rank(words[0]) >= 0:
		rest = strings.Join(words[1:], " ")
	}
	return r.items.find(strings.Trim(rest, " -–—:()"))
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
	return errors.Join(append(problems, r.absentColumns(t)...)...)
}

// absentColumns reports the columns that were told and are not there.
func (r *fileReader) absentColumns(t *table) []error {
	names := map[string]bool{}
	for _, c := range t.columns {
		names[clean(c.Name)] = true
	}
	var problems []error
	report := func(name, by string) {
		if !names[clean(name)] {
			problems = append(problems, fmt.Errorf("line %d: there is no column %q for %s; columns: %s", t.header.line, name, by, quoteCells(t.header.fields)))
		}
	}
	for _, row := range roles {
		if name, told := r.options.Map[row.role]; told {
			report(name, "--map "+string(row.role))
		}
	}
	for _, line := range r.options.Mapping.needed(r.has(t, ItemRole)) {
		report(line.name.text, fmt.Sprintf("%s, which the mapping has in its line %d", line.means.text, line.name.at.Start.Line))
	}
	return problems
}

// of returns the index of the column with a role, -1 where there is none.
func (t *table) of(role Role) int {
	return slices.IndexFunc(t.columns, func(c Column) bool { return c.Role == role && c.Item == nil })
}
