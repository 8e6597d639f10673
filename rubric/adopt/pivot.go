package adopt

import (
	"slices"
	"strings"
)

// isByLevel reports whether a table goes through the items level by level: a
// column names the level of each row, or sections are called like levels.
func isByLevel(v *view) bool {
	if v.has(roleLevel) {
		return false
	}
	return v.has(roleLevelOf) || len(v.levelSections()) > 1
}

// levelSections are the headings within a table, where all are called like levels.
func (v *view) levelSections() []cell {
	var out []cell
	for _, r := range v.data {
		c, alone := r.only()
		if !alone || r.cells[0].text == "" {
			continue
		}
		if !isLevelHeading(plainOf(c.text), v.o.Levels) {
			return nil
		}
		out = append(out, c)
	}
	return out
}

// readByLevel reads a table level by level.
func readByLevel(v *view, d *draft) error {
	quiet := *v
	quiet.n = &notes{}
	t := quiet.nodes()
	p := &pivot{o: v.o, n: v.n}
	if v.has(roleLevelOf) {
		p.longRows(t.roots, nil)
	} else {
		for _, section := range t.roots {
			p.section(section)
		}
	}
	return p.finish(d)
}

// pivot turns what stands level by level into items with descriptors.
type pivot struct {
	o      Options
	n      *notes
	levels []levelName
	roots  []*node
}

// level is the number of a level by its name.
func (p *pivot) level(name string, at place) int {
	i := slices.IndexFunc(p.levels, func(l levelName) bool { return sameWords(l.text, name) })
	if i < 0 {
		l, _ := parseLevel(name)
		l.at = at
		p.levels = append(p.levels, l)
		i = len(p.levels) - 1
	}
	return i
}

// section reads the items of one level.
func (p *pivot) section(section *node) {
	level := p.level(oneLine(plainOf(section.label)), section.at)
	p.merge(&p.roots, section.kids, level)
}

// merge finds or adds items, whose texts describe them on a level.
func (p *pivot) merge(to *[]*node, nodes []*node, level int) {
	for _, n := range nodes {
		name, text := n.label, n.Text
		if text == "" && (len(n.kids) == 0 || isListOf(n)) {
			name, text = nameAndText(n.label)
		}
		item := findNode(to, name, n)
		if len(n.kids) > 0 && !hasGrandchildren(n) && isListOf(n) {
			item.cell(level, joinTexts(text, listText(n.kids)))
			continue
		}
		if text != "" {
			item.cell(level, text)
		}
		p.merge(&item.kids, n.kids, level)
	}
}

// isListOf reports whether the nodes below one are a list in its text, and no
// items of their own: none has a name and a text.
func isListOf(n *node) bool {
	return !slices.ContainsFunc(n.kids, func(kid *node) bool {
		name, text := nameAndText(kid.label)
		return kid.Text != "" || name != "" && text != ""
	})
}

func hasGrandchildren(n *node) bool {
	return slices.ContainsFunc(n.kids, func(kid *node) bool { return len(kid.kids) > 0 })
}

// findNode is the item of a name, which is added where there is none.
func findNode(among *[]*node, name string, like *node) *node {
	i := slices.IndexFunc(*among, func(n *node) bool { return sameWords(n.label, name) && n.Code == like.Code })
	if i >= 0 {
		return (*among)[i]
	}
	n := &node{label: name, at: like.at}
	n.Code = like.Code
	*among = append(*among, n)
	return n
}

// nameAndText divides "Planning: plans ahead" at the colon, or behind a lead in
// bold. The text is "" where there is nothing to divide.
func nameAndText(label string) (name, text string) {
	if m := strongLead.FindStringSubmatch(label); m != nil {
		return m[1], strings.TrimSpace(label[len(m[0]):])
	}
	first, rest, _ := strings.Cut(label, "\n")
	before, after, found := strings.Cut(first, ": ")
	if !found || len(strings.Fields(before)) > 8 {
		return label, ""
	}
	return before, withBelow(strings.TrimSpace(after), rest)
}

// longRows reads a row for each level of each item.
func (p *pivot) longRows(nodes []*node, into *node) {
	for _, n := range nodes {
		among := &p.roots
		if into != nil {
			among = &into.kids
		}
		item := findNode(among, n.label, n)
		if n.levelOf != "" {
			item.cell(p.level(n.levelOf, n.at), n.Text)
		} else {
			item.Text = firstOf(item.Text, n.Text)
		}
		p.longRows(n.kids, item)
	}
}

// finish makes the draft.
func (p *pivot) finish(d *draft) error {
	if len(p.levels) < 2 {
		return errorAt(place{}, "only one level was found; a table or an outline level by level has a section, or rows, for each")
	}
	in, err := order(p.levels, p.o, p.n)
	if err != nil {
		return err
	}
	if d.scale, err = scaleOf(p.levels, in, p.n); err != nil {
		return err
	}
	walk(p.roots, 0, func(n *node, _ int) { n.reorder(in) })
	d.roots = p.roots
	return nil
}
