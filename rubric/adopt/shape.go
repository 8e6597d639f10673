package adopt

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
)

// shape is a way in which people lay frameworks out. It recognises itself on a
// table, on an outline, or on both.
type shape struct {
	name, about string
	fits        func(*view) bool
	read        func(*view, *draft) error
	fitsOutline func(*outline) bool
	readOutline func(*outline, *draft) error
	// certain says that nothing else looks like it, so that text around such a
	// table is not taken for an outline.
	certain bool
}

// shapes is the table of them; the first that fits is taken.
func shapes() []shape {
	return []shape{
		{name: "canvas", about: "Canvas's rubric file: triples of rating name, description and points", fits: isCanvas, read: readCanvas, certain: true},
		{name: "levels", about: "level by level: a section, a table or a row for each level, in which the items repeat", fits: isByLevel, read: readByLevel,
			fitsOutline: isOutlineByLevel, readOutline: readOutlineByLevel, certain: true},
		{name: "matrix", about: "a row an item, a column a level", fits: isMatrix, read: readMatrix, certain: true},
		{name: "rows", about: "a row an item, with a column of codes, parents or tiers", fits: isRows, read: readTabular},
		{name: "staircase", about: "a column a tier; a blank repeats what stands above", fits: isStaircase, read: readTabular},
		{name: "outline", about: "headings, lists and paragraphs", fitsOutline: isOutline, readOutline: readOutline},
	}
}

// Shapes lists the names of the shapes, and what each looks like.
func Shapes() (names, about []string) {
	for _, s := range shapes() {
		names, about = append(names, s.name), append(about, s.about)
	}
	return names, about
}

// checkOptions refuses names that nothing has.
func checkOptions(o Options) error {
	names, _ := Shapes()
	if o.Shape != "" && !slices.Contains(names, o.Shape) {
		return fmt.Errorf("there is no shape %q; %s", o.Shape, diag.Suggest(o.Shape, names, "shapes: "+strings.Join(names, ", ")))
	}
	if scales := load.BuiltinNames(); o.Scale != "" && !slices.Contains(scales, o.Scale) {
		return fmt.Errorf("there is no scale %q; %s", o.Scale, diag.Suggest(o.Scale, scales, "scales: "+strings.Join(scales, ", ")))
	}
	return nil
}

// allows reports whether a shape may be tried.
func (o Options) allows(s shape) bool { return o.Shape == "" || o.Shape == s.name }

// draftOf finds the shape of a document and reads it.
func draftOf(doc *document, o Options, n *notes) (*draft, error) {
	if isForm(doc) {
		return nil, errForm
	}
	v, err := tableOf(doc, o, n)
	if err != nil {
		return nil, err
	}
	if v != nil {
		if s := v.shape(); s != nil && !preferOutline(doc, *s, o) {
			return v.draft(doc, *s)
		}
	}
	return outlineDraft(doc, v, o, n)
}

// shape is the first shape that fits the table; nil where none does.
func (v *view) shape() *shape {
	for _, s := range shapes() {
		if s.fits != nil && v.o.allows(s) && (v.o.Shape != "" || s.fits(v)) {
			return &s
		}
	}
	return nil
}

// preferOutline reports whether a document is rather the outline around a table.
func preferOutline(doc *document, s shape, o Options) bool {
	if o.Shape != "" || o.Sheet != "" || s.certain {
		return false
	}
	items, rows := 0, 0
	for _, l := range doc.outline {
		if l.kind == entry {
			items++
		}
	}
	for _, g := range doc.grids {
		rows += len(g.rows)
	}
	return items > rows
}

// draft reads the table as a shape.
func (v *view) draft(doc *document, s shape) (*draft, error) {
	d := &draft{}
	v.n.add(v.g.place(), "%s is read as the shape %s: %s", v.g.label(), s.name, s.about)
	if v.header >= 0 {
		v.n.add(v.g.rows[v.header].at, "the names of the columns: %s", v.names())
	}
	if s.name != "canvas" {
		v.n.list = append(v.n.list, v.settled.list...)
	}
	v.around(doc, d)
	v.surroundings(d)
	if err := s.read(v, d); err != nil {
		return nil, err
	}
	v.nulls(d)
	return d, nil
}

// names lists the names of the columns.
func (v *view) names() string {
	var out []string
	for _, c := range v.columns {
		if c.name != "" {
			out = append(out, c.name)
		}
	}
	return strings.Join(out, ", ")
}

// around takes the title and the introduction from the text around a table.
func (v *view) around(doc *document, d *draft) {
	for _, l := range doc.outline {
		isName := slices.ContainsFunc(doc.grids, func(g *grid) bool { return g.name == l.text })
		if l.kind != heading || !isName || len(doc.grids) == 1 {
			v.leadText(d, cell{text: l.text, at: l.at})
		}
	}
}

// nulls adds the columns that are no levels to the scale.
func (v *view) nulls(d *draft) {
	for _, i := range v.all(roleNull) {
		c := v.columns[i]
		if d.scale == nil {
			continue
		}
		addNull(d.scale, nullWords[keyOf(c.name)], c.name)
		v.n.add(c.at, "%q is no level: it leaves a rating out, and stands in `nulls`", c.name)
	}
}

// outlineDraft reads the text of a document.
func outlineDraft(doc *document, v *view, o Options, n *notes) (*draft, error) {
	tree := newOutline(doc, o, n)
	for _, s := range shapes() {
		if s.fitsOutline == nil || !o.allows(s) || o.Shape == "" && !s.fitsOutline(tree) {
			continue
		}
		if len(tree.roots) == 0 {
			break
		}
		n.add(place{}, "the text is read as the shape %s: %s", s.name, s.about)
		d := tree.draft()
		return d, s.readOutline(tree, d)
	}
	return nil, noShape(doc, v, o)
}

// noShape says why nothing could be read.
func noShape(doc *document, v *view, o Options) error {
	names, _ := Shapes()
	switch {
	case o.Shape != "":
		return fmt.Errorf("%s has nothing that can be read as the shape %s", doc.kind, o.Shape)
	case v != nil:
		return v.noShape(names)
	}
	return errors.New("no table, no headings and no lists were found in the file: a framework needs items")
}

// noShape says what to add for a table whose columns could be one thing or another.
func (v *view) noShape(names []string) error {
	var others []string
	for _, i := range v.all(roleFurther) {
		others = append(others, v.columns[i].name)
	}
	at := v.g.place()
	if v.header >= 0 {
		at = v.g.rows[v.header].at
	}
	if len(others) > 1 {
		return errorAt(at, "the columns %s may be levels or something else: name them lowest first if they are levels, with --levels %q; else say --shape rows", strings.Join(others, ", "), strings.Join(others, ","))
	}
	return errorAt(at, "it cannot be told how the table is laid out: say it with --shape (%s)", strings.Join(names, ", "))
}
