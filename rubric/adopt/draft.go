package adopt

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
)

// draft is what a shape made of a file, before codes are given.
type draft struct {
	title  string // CommonMark; "" where the file has none
	intro  []string
	notes  []string // footnotes
	rights string
	tiers  map[int]string // the words for the tiers, as far as the file has them
	scale  *rubric.Scale  // nil where the file has no levels
	boxes  bool           // the statements have boxes to tick
	roots  []*node
}

// node is an item that is to be.
type node struct {
	rubric.Item        // its texts and levels; Items stays empty
	label       string // what the file calls it: to become its title or its text
	titled      bool   // the file says that the label is a title
	kids        []*node
	at          place
	cells       map[int]string // descriptors by the number of the level
	above       string         // the code of its parent, where the file gives one
	tier        string         // the word or number of its tier, where the file gives one
	levelOf     string         // the level that its text describes
}

// walk visits nodes, parents before their children.
func walk(nodes []*node, depth int, visit func(n *node, depth int)) {
	for _, n := range nodes {
		visit(n, depth)
		walk(n.kids, depth+1, visit)
	}
}

// result makes a framework of the draft.
func (d *draft) result(doc *document, o Options, n *notes) (*Result, error) {
	count := 0
	walk(d.roots, 0, func(*node, int) { count++ })
	switch {
	case count == 0:
		return nil, errors.New("no item was found in the file")
	case count > mostItems:
		return nil, fmt.Errorf("%d items were found, and a framework has %d at most: is it one?", count, mostItems)
	}
	d.giveCodes(n)
	if err := d.checkTexts(); err != nil {
		return nil, err
	}
	f := &rubric.Framework{Tiers: d.tierNames(n), Text: strings.Join(d.intro, "\n\n"), Notes: strings.Join(d.notes, "\n\n")}
	d.name(f, doc, o, n)
	if f.ID = o.ID; f.ID == "" {
		f.ID = idOf(f.Title, doc.name)
		n.add(place{}, "the id %s was made of the title; give another with --id", f.ID)
	}
	r := &Result{Framework: f, from: path.Base(strings.ReplaceAll(doc.name, `\`, "/"))}
	if err := d.giveScale(f, r, o, n); err != nil {
		return nil, err
	}
	for _, root := range d.roots {
		f.Items = append(f.Items, root.finish(d.scale))
	}
	f.Index()
	f.Source = d.source(f, r)
	r.Notes = n.list
	var err error
	r.Framework, err = r.validated()
	return r, err
}

// checkTexts refuses items that the file says nothing of.
func (d *draft) checkTexts() error {
	var all []error
	walk(d.roots, 0, func(n *node, _ int) {
		if strings.TrimSpace(n.label+n.Title+n.Text) == "" {
			all = append(all, errorAt(n.at, "the item %s has neither a text nor a title: write one, or take it away", n.Code))
		}
	})
	return errors.Join(all...)
}

// nameTier keeps the word for a tier.
func (d *draft) nameTier(depth int, word string) {
	if d.tiers == nil {
		d.tiers = map[int]string{}
	}
	d.tiers[depth] = word
}

// tierNames are the words for the tiers, where the file has one for each.
func (d *draft) tierNames(n *notes) []string {
	deepest := 0
	walk(d.roots, 0, func(_ *node, depth int) { deepest = max(deepest, depth+1) })
	var out []string
	for depth := range deepest {
		if d.tiers[depth] == "" {
			return nil
		}
		out = append(out, d.tiers[depth])
	}
	n.add(place{}, "the tiers are called by words of the file: %s", strings.Join(out, ", "))
	return out
}

// name gives the framework its title.
func (d *draft) name(f *rubric.Framework, doc *document, o Options, n *notes) {
	d.title = firstOf(d.title, doc.title)
	if f.Title = firstOf(o.Title, d.title); f.Title != "" {
		return
	}
	base := path.Base(strings.ReplaceAll(doc.name, `\`, "/"))
	if f.Title = oneLine(strings.NewReplacer("_", " ", "-", " ").Replace(strings.TrimSuffix(base, path.Ext(base)))); f.Title == "" || f.Title == "<stdin>" {
		f.Title = "Framework"
	}
	n.add(place{}, "the file has no title; %q was put in: give another with --title", f.Title)
}

// source is what the file says of itself.
func (d *draft) source(f *rubric.Framework, r *Result) rubric.Source {
	s := rubric.Source{Title: d.title, Rights: d.rights}
	if r.from != "<stdin>" && r.from != "." {
		s.Note = "Made from the file " + escaped(r.from) + "."
	}
	return s
}

// giveScale gives the framework the scale of the file, the one that was asked for,
// or one that is put in.
func (d *draft) giveScale(f *rubric.Framework, r *Result, o Options, n *notes) error {
	if f.Scale = d.scale; f.Scale != nil {
		if o.Scale != "" {
			return errors.New("the file has levels of its own: leave --scale out, or write another scale into the framework file")
		}
		return nil
	}
	name := o.Scale
	if name == "" {
		name = "four-levels"
		if d.boxes {
			name = "checklist"
			n.add(place{}, "the statements have boxes, so the scale is checklist; give another with --scale")
		} else {
			n.add(place{}, "the file has no levels; the scale %s was put in: give another with --scale", name)
		}
	}
	f.Scale, r.Scaled = load.Builtin(name), true
	return nil
}

// finish makes the item of a node: its label becomes the title where more is said
// of it, else the text.
func (n *node) finish(scale *rubric.Scale) *rubric.Item {
	it := &n.Item
	n.placeLabel()
	if scale != nil && !scale.Own {
		it.Levels = n.descriptors(scale)
	}
	for _, kid := range n.kids {
		it.Items = append(it.Items, kid.finish(scale))
	}
	return it
}

// descriptors are the cells of an item.
func (n *node) descriptors(scale *rubric.Scale) []rubric.Level {
	var out []rubric.Level
	for i, level := range scale.Levels {
		if text := n.cells[i]; text != "" {
			out = append(out, rubric.Level{Code: level.Code, Text: text})
		}
	}
	return out
}

// placeLabel puts the label where it belongs.
func (n *node) placeLabel() {
	title, rest := splitTitle(n.label)
	more := len(n.kids) > 0 || len(n.cells) > 0 || len(n.Levels) > 0 || n.Text != "" || rest != "" || n.titled
	switch {
	case n.label == "":
	case more && title != "":
		n.Title, n.Text = title, joinTexts(rest, n.Text)
	default:
		n.Text = joinTexts(n.label, n.Text)
	}
}
