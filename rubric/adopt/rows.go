package adopt

import (
	"slices"
	"strings"
)

// tableReader makes nodes of the rows of a table.
type tableReader struct {
	*view
	labels   []int // columns of labels, from the top tier down
	levels   []int // columns of levels
	codes    map[int]int
	path     []*node // the open node of each label column; nil where none
	sections []*node
	nested   bool // sections stand within sections
	roots    []*node
	flat     []*node // every node that a row made, in order
	boxed    bool    // names of items have boxes before them
}

// nodes reads all rows of the table.
func (v *view) nodes() *tableReader {
	t := &tableReader{view: v, labels: v.all(roleLabel), levels: v.all(roleLevel), codes: v.codeColumns()}
	if len(t.labels) == 0 {
		if at := v.first(roleText); at >= 0 { // a text alone names the item
			t.labels = []int{at}
			v.columns[at].role = roleLabel
		} else if at := v.first(roleCode); at >= 0 {
			t.labels = []int{at}
		}
	}
	t.path = make([]*node, len(t.labels))
	for i, r := range v.data {
		switch {
		case v.isTotal(r):
			v.n.add(r.at, "left out, since it is a row of sums or to be filled in: %q", short(rowText(r)))
		case t.isSection(i):
			t.section(i)
		default:
			t.row(r)
		}
	}
	return t
}

func rowText(r row) string {
	var out []string
	for _, c := range r.cells {
		if c.text != "" {
			out = append(out, plainOf(c.text))
		}
	}
	return strings.Join(out, " ")
}

// codeColumns tells for each column of codes which label it belongs to: the next
// one, and a single one whose codes differ in every row to the last.
func (v *view) codeColumns() map[int]int {
	out := map[int]int{}
	labels, codes := v.all(roleLabel), v.all(roleCode)
	if len(labels) == 0 {
		for _, at := range codes {
			out[0] = at
		}
		return out
	}
	for _, at := range codes {
		next := slices.IndexFunc(labels, func(l int) bool { return l > at })
		if next < 0 || len(codes) == 1 && v.distinct(at) {
			next = len(labels) - 1
		}
		out[next] = at
	}
	return out
}

// distinct reports whether the texts of a column differ, one for each row.
func (v *view) distinct(column int) bool {
	seen := map[string]bool{}
	for _, t := range v.texts(column) {
		if seen[t] {
			return false
		}
		seen[t] = true
	}
	return true
}

// isSection reports whether a row heads those below: it has one text alone, in the
// only column of labels or over the whole table, and they have more.
func (t *tableReader) isSection(i int) bool {
	c, alone := t.data[i].only()
	if !alone || t.g.width() < 2 || t.has(roleParent) || t.has(roleDepth) || i+1 >= len(t.data) {
		return false
	}
	if t.wide(t.data[i]) {
		return true
	}
	inLabel := len(t.labels) == 1 && t.data[i].cells[t.labels[0]].text == c.text
	inFirst := t.data[i].cells[0].text == c.text
	if !inLabel && (!inFirst || len(t.labels) > 1) {
		return false
	}
	_, next := t.data[i+1].only()
	return !next || i+2 < len(t.data) && t.isSection(i+1)
}

// wide reports whether the only text of a row stands over most of the table.
func (t *tableReader) wide(r row) bool {
	return slices.ContainsFunc(r.cells, func(c cell) bool { return c.text != "" && c.across > 1 && c.across >= t.g.width()-1 })
}

// section begins a section. One right below another stands within it.
func (t *tableReader) section(i int) {
	c, _ := t.data[i].only()
	n := &node{label: c.text, at: c.at}
	nextIs := i+1 < len(t.data) && t.isSection(i+1)
	t.nested = t.nested || nextIs
	t.n.add(c.at, "taken for the heading of the rows below: %q", short(c.text))
	if t.nested && !nextIs && len(t.sections) > 0 {
		outer := t.sections[0]
		outer.kids = append(outer.kids, n)
		t.sections = []*node{outer, n}
	} else {
		t.roots = append(t.roots, n)
		t.sections = []*node{n}
	}
	t.path = make([]*node, len(t.labels))
}

// row reads a row of items: what it says belongs to the deepest that it names.
func (t *tableReader) row(r row) {
	named := t.named(r)
	if len(named) == 0 && t.coded(r) {
		named = []int{len(t.labels) - 1}
	}
	if len(named) == 0 {
		t.goOn(r)
		return
	}
	for _, i := range named {
		text := r.cells[t.labels[i]].text
		last := i == len(t.labels)-1
		t.boxed = t.boxed || last && r.cells[t.labels[i]].boxed
		if last && t.isList(text) {
			t.list(i, r)
			continue
		}
		t.put(i, &node{label: text, at: r.cells[t.labels[i]].at})
		if at, ok := t.codes[i]; ok {
			t.path[i].Code = plainOf(r.cells[at].shown())
			if t.labels[i] == at {
				t.path[i].label = ""
			}
		}
	}
	if n := t.path[named[len(named)-1]]; n != nil {
		t.fields(n, r)
	}
}

// named lists the label columns in which a row names something new: a name that
// repeats the one above, in a column that is not the last, is the same item.
func (t *tableReader) named(r row) []int {
	var out []int
	for i, at := range t.labels {
		text := r.cells[at].text
		same := t.path[i] != nil && sameWords(t.path[i].label, text) && i < len(t.labels)-1
		if text != "" && (!same || len(out) > 0) {
			out = append(out, i)
		}
	}
	return out
}

// coded reports whether a row has a code of its own, if no name.
func (t *tableReader) coded(r row) bool {
	at, ok := t.codes[len(t.labels)-1]
	return ok && r.cells[at].text != ""
}

// put hangs a node below the deepest one that is open above its column.
func (t *tableReader) put(i int, n *node) {
	clear(t.path[i:])
	t.path[i] = n
	t.flat = append(t.flat, n)
	for up := i - 1; up >= 0; up-- {
		if t.path[up] != nil {
			t.path[up].kids = append(t.path[up].kids, n)
			return
		}
	}
	if len(t.sections) > 0 {
		last := t.sections[len(t.sections)-1]
		last.kids = append(last.kids, n)
		return
	}
	t.roots = append(t.roots, n)
}

// isList reports whether a cell holds several statements: it is a list, and the
// table is one of statements under headings.
func (t *tableReader) isList(text string) bool {
	if len(t.labels) < 2 || len(t.levels) > 0 || !strings.HasPrefix(text, "- ") {
		return false
	}
	return !slices.ContainsFunc(strings.Split(text, "\n"), func(line string) bool { return line == "" || line[0] != '-' && line[0] != ' ' })
}

// list makes a node of each entry of a cell.
func (t *tableReader) list(i int, r row) {
	at := r.cells[t.labels[i]].at
	entries := strings.Split("\n"+r.cells[t.labels[i]].text, "\n- ")[1:]
	t.n.add(at, "%s of a list became items", many(len(entries), "entry", "entries"))
	for _, entry := range entries {
		first, rest, _ := strings.Cut(entry, "\n")
		t.put(i, &node{label: joinTexts(first, outdent(rest)), at: at})
	}
	clear(t.path[i:])
}

// outdent takes the indentation of an entry off what stands within it.
func outdent(text string) string {
	return strings.TrimPrefix(strings.ReplaceAll("\n"+text, "\n  ", "\n"), "\n")
}

// goOn adds a row without a name to the item above: a table that a page broke, or
// a merged cell.
func (t *tableReader) goOn(r row) {
	for i := len(t.path) - 1; i >= 0; i-- {
		if t.path[i] != nil {
			t.n.add(r.at, "taken for more of %q, since it names no item", short(firstOf(t.path[i].label, t.path[i].Code)))
			t.fields(t.path[i], r.own())
			return
		}
	}
	t.n.add(r.at, "left out, since it names no item: %q", short(rowText(r)))
}

// own is the row without what merged cells above it show in it.
func (r row) own() row {
	r.cells = slices.Clone(r.cells)
	for i := range r.cells {
		r.cells[i].over = ""
	}
	return r
}
