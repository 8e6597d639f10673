package ratings

import (
	"fmt"
	"slices"
	"strings"
)

// objectTables makes tables of the objects in a text: a row an object, a
// column a key.
func objectTables(parse func(string, func(node) error) error) func(*fileReader, source) ([]*table, error) {
	return func(r *fileReader, src source) ([]*table, error) {
		b := newObjectReader(r)
		if err := parse(src.text, b.top); err != nil {
			return nil, err
		}
		var tables []*table
		var others []grid
		for _, g := range b.order {
			if t := r.tableIn(g.grid()); t != nil {
				tables = append(tables, t)
			} else if !g.envelope || len(b.order) == 1 {
				others = append(others, g.grid())
			}
		}
		if len(tables) == 1 {
			tables[0].sheet = "" // lines are places enough
		}
		return r.tablesOf(tables, others)
	}
}

// objectReader sorts objects into grids: those of one list stand in one grid.
type objectReader struct {
	*fileReader
	grids map[string]*objectGrid // by the keys that lead to their list
	order []*objectGrid
	room  *room
	cells []cellOf // of the last object
}

func newObjectReader(r *fileReader) *objectReader {
	return &objectReader{fileReader: r, grids: map[string]*objectGrid{}, room: newRoom()}
}

// objectGrid is a grid that grows by objects.
type objectGrid struct {
	path     string // keys that lead to the list; "" at the top
	keys     []string
	lines    []int // of the first object with a key
	columns  map[string]int
	records  []record
	envelope bool // its objects hold lists of objects
}

func (g *objectGrid) grid() grid {
	header := record{fields: g.keys, lines: g.lines, line: 1, span: 1, open: true}
	if len(g.records) > 0 {
		header.line = g.records[0].line
	}
	return grid{sheet: g.path, what: "list", keyed: true, records: append([]record{header}, g.records...)}
}

// top takes a value at the top of a text.
func (b *objectReader) top(n node) error {
	if n.kind != objectNode {
		return fmt.Errorf("line %d: %s stands where an object is expected: a row of ratings is an object such as {\"ratee\": …, \"rater\": …, \"item\": …, \"rating\": …}", n.line, n.inWords())
	}
	return b.object(n, "", nil)
}

func (n node) inWords() string { return [...]string{"a text", "a list", "an object"}[n.kind] }

// cellOf is a cell of an object that becomes a row.
type cellOf struct {
	key  string
	text string
	line int
}

// object takes an object of the list to which a path leads. Rows of the lists
// within it have its cells too, ratings aside.
func (b *objectReader) object(n node, path string, inherited []cellOf) error {
	row := rowOfObject{cells: append(b.cells[:0], inherited...)}
	if err := row.flatten(n, ""); err != nil {
		return err
	}
	b.cells = row.cells // the next object takes their place
	g := b.at(path)
	if err := b.add(g, n.line, row.cells); err != nil || len(row.lists) == 0 {
		return err
	}
	g.envelope = true
	return b.lists(row, path)
}

// lists takes the lists of objects within an object.
func (b *objectReader) lists(row rowOfObject, path string) error {
	handed := slices.DeleteFunc(slices.Clone(row.cells), func(c cellOf) bool { return b.column(c.key).Item != nil })
	for _, l := range row.lists {
		for _, item := range l.node.items {
			if item.kind != objectNode {
				return fmt.Errorf("line %d: %s stands in a list of objects", item.line, item.inWords())
			}
			if err := b.object(item, strings.TrimPrefix(path+"."+l.key, "."), handed); err != nil {
				return err
			}
		}
	}
	return nil
}

// at is the grid of a path.
func (b *objectReader) at(path string) *objectGrid {
	g := b.grids[path]
	if g == nil {
		g = &objectGrid{path: path, columns: map[string]int{}}
		b.grids[path] = g
		b.order = append(b.order, g)
	}
	return g
}

// add makes a record of cells.
func (b *objectReader) add(g *objectGrid, line int, cells []cellOf) error {
	rec := g.record(line, cells)
	if err := b.room.take(len(rec.fields), len(cells)); err != nil {
		return fmt.Errorf("line %d: %w", line, err)
	}
	g.records = append(g.records, rec)
	return nil
}

// column is the index of a key, which it adds where it is new.
func (g *objectGrid) column(c cellOf) int {
	i, known := g.columns[c.key]
	if !known {
		i = len(g.keys)
		g.columns[c.key] = i
		g.keys, g.lines = append(g.keys, c.key), append(g.lines, c.line)
	}
	return i
}

// record makes a record of the cells of an object.
func (g *objectGrid) record(line int, cells []cellOf) record {
	width := 0
	for _, c := range cells {
		width = max(width, g.column(c)+1)
	}
	rec := record{line: line, span: 1, open: true, fields: make([]string, width), has: make([]bool, width)}
	for _, c := range cells {
		i := g.columns[c.key]
		rec.fields[i], rec.has[i] = c.text, true
		if c.line != line && rec.lines == nil {
			rec.lines = slices.Repeat([]int{line}, width)
		}
		if rec.lines != nil {
			rec.lines[i] = c.line
		}
	}
	return rec
}

// rowOfObject collects the cells of an object and the lists of objects in it.
type rowOfObject struct {
	cells []cellOf
	lists []keyedList
	known map[string]bool // the keys of the cells, once there are many
}

// has reports whether there is a cell with a key.
func (row *rowOfObject) has(key string) bool {
	if len(row.cells) < fewKeys {
		return slices.ContainsFunc(row.cells, func(c cellOf) bool { return c.key == key })
	}
	if row.known == nil {
		row.known = map[string]bool{}
		for _, c := range row.cells {
			row.known[c.key] = true
		}
	}
	return row.known[key]
}

// add adds a cell.
func (row *rowOfObject) add(c cellOf) {
	row.cells = append(row.cells, c)
	if row.known != nil {
		row.known[c.key] = true
	}
}

type keyedList struct {
	key  string
	node node
}

// flatten takes the values of an object; those of objects within it too.
func (row *rowOfObject) flatten(n node, outer string) error {
	for i, key := range n.keys {
		value := n.items[i]
		name := columnName(outer, key)
		switch {
		case value.kind == objectNode:
			if err := row.flatten(value, name); err != nil {
				return err
			}
			continue
		case value.isRows():
			row.lists = append(row.lists, keyedList{name, value})
			continue
		}
		if row.has(name) {
			return fmt.Errorf("line %d: the object has two values for %q; rename one of the keys", value.line, name)
		}
		text, err := value.cell()
		if err != nil {
			return err
		}
		row.add(cellOf{name, text, value.line})
	}
	return nil
}

// cell is the text of a value; the texts of a list stand behind each other, as
// several answers to one question.
func (n node) cell() (string, error) {
	if n.kind == textNode {
		return n.text, nil
	}
	var texts []string
	for _, item := range n.items {
		if item.kind != textNode {
			return "", fmt.Errorf("line %d: %s stands in a list of texts", item.line, item.inWords())
		}
		texts = append(texts, item.text)
	}
	return strings.Join(texts, ";"), nil
}

// bundles are keys that only hold together what stands in them.
var bundles = []string{"ratings", "scores", "levels", "answers", "responses", "values", "items", "indicators", "form", "data"}

// columnName names the column of a key in an object that itself stands under
// a key: {"ratings": {"1.1": 3}} and {"1.1": {"rating": 3}} are columns 1.1,
// {"1.1": {"comment": "…"}} is "1.1 comment".
func columnName(outer, key string) string {
	switch {
	case outer == "" || slices.Contains(bundles, plainKey(outer)):
		return key
	case rowOf(Value).rank(key) >= 0:
		return outer
	}
	return outer + " " + key
}
