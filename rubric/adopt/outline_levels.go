package adopt

import (
	"slices"
	"strings"
)

// innerLevels are the names of levels that stand below items; none where they are
// not the same below most of them.
func (t *outline) innerLevels() []levelName {
	var names []levelName
	above, stand := 0, 0
	walk(t.roots, 0, func(n *node, _ int) {
		if !t.levelsBelow(n) {
			return
		}
		above, stand = above+1, stand+len(n.kids)
		for _, kid := range n.kids {
			name, _ := levelAndText(kid)
			if !slices.ContainsFunc(names, func(l levelName) bool { return sameWords(l.text, name) }) {
				l, _ := parseLevel(name)
				l.at = kid.at
				names = append(names, l)
			}
		}
	})
	if stand*2 <= len(names)*above {
		return nil
	}
	return names
}

// levelsBelow reports whether most of what stands below a node is called like
// levels, and all of it where names are told.
func (t *outline) levelsBelow(n *node) bool {
	known := 0
	for _, kid := range n.kids {
		name, _ := levelAndText(kid)
		if isLevelHeading(name, t.o.Levels) {
			known++
		} else if len(t.o.Levels) > 0 || len(strings.Fields(name)) > 4 {
			return false
		}
	}
	return len(n.kids) > 1 && known*2 > len(n.kids)
}

// levelAndText divides a node into the name of a level and its descriptor.
func levelAndText(n *node) (name, text string) {
	name, text = nameAndText(n.label)
	if text == "" {
		name = n.label
	}
	return oneLine(plainOf(name)), joinTexts(text, n.Text, listText(n.kids))
}

// takeLevels makes descriptors of the nodes that are called like levels.
func (n *node) takeLevels(names []levelName) {
	number := func(kid *node) int {
		name, _ := levelAndText(kid)
		return slices.IndexFunc(names, func(l levelName) bool { return sameWords(l.text, name) })
	}
	if len(n.kids) < 2 || slices.ContainsFunc(n.kids, func(kid *node) bool { return number(kid) < 0 }) {
		return
	}
	for _, kid := range n.kids {
		_, text := levelAndText(kid)
		if text != "" {
			n.cell(number(kid), text)
		}
	}
	n.kids, n.titled = nil, true
}

// listText is a tree of nodes as a list in CommonMark.
func listText(nodes []*node) string {
	w := &blockWriter{}
	var write func(nodes []*node, depth int)
	write = func(nodes []*node, depth int) {
		for _, n := range nodes {
			w.entry(depth, false, oneLine(joinTexts(n.label, n.Text)))
			write(n.kids, depth+1)
		}
	}
	write(nodes, 0)
	return w.text()
}

// isOutlineByLevel reports whether the headings at the top are called like levels
// and the same items stand below each.
func isOutlineByLevel(t *outline) bool {
	if len(t.roots) < 2 {
		return false
	}
	for _, n := range t.roots {
		if !isLevelHeading(oneLine(plainOf(n.label)), t.o.Levels) || len(n.kids) == 0 {
			return false
		}
	}
	return sameItems(t.roots[0].kids, t.roots[1].kids)
}

// sameItems reports whether most nodes are called like those of another section.
func sameItems(a, b []*node) bool {
	same := 0
	for _, n := range a {
		name, _ := nameAndText(n.label)
		if slices.ContainsFunc(b, func(m *node) bool {
			other, _ := nameAndText(m.label)
			return sameWords(name, other)
		}) {
			same++
		}
	}
	return same*2 > len(a)
}

// readOutlineByLevel reads a section for each level.
func readOutlineByLevel(t *outline, d *draft) error {
	p := &pivot{o: t.o, n: t.n}
	for _, section := range t.roots {
		p.section(section)
	}
	d.boxes = false
	return p.finish(d)
}
