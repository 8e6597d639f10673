package adopt

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// tableOf finds the table of a document that is to be read: the one that is told,
// the only one, or several with one header joined. nil where there is none.
func tableOf(doc *document, o Options, n *notes) (*view, error) {
	grids := doc.grids
	if o.Sheet != "" {
		g, err := toldGrid(doc, o.Sheet)
		if err != nil {
			return nil, err
		}
		grids = []*grid{g}
	}
	switch {
	case len(grids) == 0 || o.Shape == "outline":
		return nil, nil
	case len(grids) == 1:
		return settled(grids[0], o, n)
	}
	return oneOf(grids, o, n)
}

// settled looks at a table, and gives all its columns a role.
func settled(g *grid, o Options, n *notes) (*view, error) {
	v, err := look(g, o, n)
	if err == nil && len(g.rows) > 0 {
		v.settle()
	}
	return v, err
}

// toldGrid is the table of a name or a number.
func toldGrid(doc *document, told string) (*grid, error) {
	for _, g := range doc.grids {
		if sameWords(g.name, told) && g.name != "" {
			return g, nil
		}
	}
	if i, err := strconv.Atoi(told); err == nil && i > 0 && i <= len(doc.grids) {
		return doc.grids[i-1], nil
	}
	return nil, fmt.Errorf("--sheet: there is no table %q; there are: %s", told, gridNames(doc.grids))
}

func gridNames(grids []*grid) string {
	var out []string
	for i, g := range grids {
		name := fmt.Sprint(i + 1)
		if g.name != "" {
			name += fmt.Sprintf(" (%q)", plainOf(g.name))
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

// oneOf finds the table among several that is a framework, or joins those that are
// one.
func oneOf(grids []*grid, o Options, n *notes) (*view, error) {
	groups, order := map[string][]*grid{}, []string{}
	for _, g := range grids {
		v, err := look(g, o, &notes{})
		if err != nil {
			return nil, err
		}
		key := v.headKey()
		if key == "" {
			n.add(g.place(), "%s was left out, since the names of its columns tell of no framework", g.label())
			continue
		}
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], g)
	}
	switch {
	case len(order) == 0:
		return nil, fmt.Errorf("the file has %d tables, and it cannot be told which is the framework: say which with --sheet: %s", len(grids), gridNames(grids))
	case len(order) > 1:
		return nil, fmt.Errorf("several tables of the file could be the framework: say which with --sheet: %s", gridNames(grids))
	}
	return settled(joined(groups[order[0]], n), o, n)
}

// headKey is the same for tables with the same header; "" for one whose header
// tells nothing.
func (v *view) headKey() string {
	if v.header < 0 || known(v.columns) == 0 {
		return ""
	}
	var names []string
	for _, c := range v.columns {
		names = append(names, keyOf(c.name))
	}
	return strings.Join(names, "|")
}

// joined puts tables with one header below each other, each under its name.
func joined(grids []*grid, n *notes) *grid {
	if len(grids) == 1 {
		return grids[0]
	}
	out := &grid{noun: grids[0].noun}
	differ := slices.ContainsFunc(grids, func(g *grid) bool { return g.name != grids[0].name })
	for _, g := range grids {
		head := slices.IndexFunc(g.rows, func(r row) bool { return r.filled() > 1 })
		out.rows = append(out.rows, g.rows[:head+1]...)
		if differ && g.name != "" {
			out.rows = append(out.rows, nameRow(g))
		}
		out.rows = append(out.rows, g.rows[head+1:]...)
	}
	n.add(place{}, "%d tables with the same columns were joined: %s", len(grids), gridNames(grids))
	return out
}

// nameRow is a row over a whole table with its name.
func nameRow(g *grid) row {
	at := g.rows[0].at
	r := row{cells: make([]cell, g.width()), at: at}
	r.cells[0] = cell{text: escaped(plainOf(g.name)), across: g.width(), at: at}
	return r
}
