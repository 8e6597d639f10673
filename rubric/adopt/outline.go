package adopt

import (
	"slices"
	"strings"
)

// outline is the text of a document as a tree.
type outline struct {
	o     Options
	n     *notes
	roots []*node
	title string
	intro []string
	boxes bool
	plain *draft // what the texts around say
}

// newOutline makes a tree of lines: headings by their depth, entries of lists by
// their indentation, paragraphs as texts of what they stand under.
func newOutline(doc *document, o Options, n *notes) *outline {
	t := &outline{o: o, n: n, plain: &draft{}}
	b := &treeBuilder{outline: t}
	lines := slices.DeleteFunc(promoted(doc.outline, n), func(l line) bool { return plainOf(l.text) == "" })
	for i, l := range lines {
		b.line(l, i+1 < len(lines) && lines[i+1].kind == entry)
	}
	t.takeTitle()
	t.roots = t.takeStems(t.roots, nil)
	return t
}

// treeBuilder hangs lines below each other.
type treeBuilder struct {
	*outline
	heads   []*node // open headings, outermost first
	depths  []int   // of them
	entries []*node // open entries, outermost first
}

func (b *treeBuilder) line(l line, beforeList bool) {
	n := &node{label: l.text, at: l.at}
	b.boxes = b.boxes || l.boxed
	switch l.kind {
	case heading:
		for len(b.depths) > 0 && b.depths[len(b.depths)-1] >= l.depth {
			b.heads, b.depths = b.heads[:len(b.heads)-1], b.depths[:len(b.depths)-1]
		}
		b.hang(n, b.heads)
		b.heads, b.depths, b.entries = append(b.heads, n), append(b.depths, l.depth), nil
	case entry:
		b.entries = b.entries[:min(l.depth, len(b.entries))]
		if len(b.entries) > 0 {
			b.hang(n, b.entries)
		} else {
			b.hang(n, b.heads)
		}
		b.entries = append(b.entries, n)
	case paragraph:
		b.paragraph(l, beforeList)
		b.entries = nil
	}
}

// hang puts a node below the innermost of those that are open.
func (b *treeBuilder) hang(n *node, open []*node) {
	if len(open) == 0 {
		b.roots = append(b.roots, n)
		return
	}
	last := open[len(open)-1]
	last.kids = append(last.kids, n)
}

// paragraph gives a text to the heading that it stands under. One that ends in a
// colon before a list leads in what follows.
func (b *treeBuilder) paragraph(l line, beforeList bool) {
	if len(b.heads) == 0 {
		b.preface(l)
		return
	}
	head := b.heads[len(b.heads)-1]
	plain := plainOf(l.text)
	switch {
	case rightsLine.MatchString(plain):
		b.rights(l)
	case beforeList && head.Stem == "" && len(head.kids) == 0 && strings.HasSuffix(plain, ":"):
		head.Stem = l.text
	default:
		head.Text = joinTexts(head.Text, l.text)
	}
}

// preface takes a text that stands before everything.
func (b *treeBuilder) preface(l line) {
	plain := plainOf(l.text)
	switch {
	case b.title != "" && sameWords(plain, b.title): // a heading that pages repeat
	case rightsLine.MatchString(plain):
		b.rights(l)
	case blankToFill.MatchString(plain) && !strings.HasSuffix(plain, ":"):
		b.n.add(l.at, "left out, since it is to be filled in: %q", short(plain))
	case b.title == "" && len(b.intro) == 0 && len(b.roots) == 0 && isBrief(l.text):
		b.title = l.text
		b.n.add(l.at, "taken for the title: %q", short(plain))
	default:
		b.intro = append(b.intro, l.text)
	}
}

func (b *treeBuilder) rights(l line) {
	b.plain.rights = oneLine(plainOf(l.text))
	b.n.add(l.at, "taken for the rights of the source: %q", short(l.text))
}

// takeTitle takes a lone first heading that everything stands below for the title.
func (t *outline) takeTitle() {
	if t.title != "" || len(t.roots) != 1 || len(t.roots[0].kids) == 0 || t.roots[0].Code != "" {
		return
	}
	if _, _, coded := leadingCode(t.roots[0].label); coded {
		return
	}
	top := t.roots[0]
	t.title, t.roots = top.label, top.kids
	if text := joinTexts(top.Text, top.Stem); text != "" {
		t.intro = append(t.intro, text)
	}
	t.n.add(top.at, "taken for the title: %q", short(top.label))
}

// leadsIn reports whether the first of several nodes is a few words that the others,
// or those below it, complete.
func leadsIn(nodes []*node) bool {
	const mostWords = 8
	if len(nodes) == 0 || len(nodes)+len(nodes[0].kids) < 2 || nodes[0].Text != "" {
		return false
	}
	plain := plainOf(nodes[0].label)
	return strings.HasSuffix(plain, ":") && len(strings.Fields(plain)) <= mostWords
}

// takeStems takes first entries that end in a colon for the lead-ins of what follows.
func (t *outline) takeStems(nodes []*node, above *node) []*node {
	if above != nil && above.Stem == "" && leadsIn(nodes) {
		above.Stem = nodes[0].label
		t.n.add(nodes[0].at, "taken for the lead-in of the entries below: %q", short(nodes[0].label))
		nodes = append(nodes[0].kids, nodes[1:]...)
	}
	for _, n := range nodes {
		n.kids = t.takeStems(n.kids, n)
	}
	return slices.DeleteFunc(nodes, func(n *node) bool {
		if n.isToFill() {
			t.n.add(n.at, "left out, since it is to be filled in: %q", short(n.label))
			return true
		}
		return false
	})
}

// draft is the draft with what the outline says besides its items.
func (t *outline) draft() *draft {
	d := t.plain
	d.title, d.intro, d.boxes = t.title, t.intro, t.boxes
	return d
}

// isOutline reports whether there is anything to make items of.
func isOutline(t *outline) bool { return len(t.roots) > 0 }

// readOutline makes items of headings and entries. Where those below every item
// are called like levels, they are its descriptors.
func readOutline(t *outline, d *draft) error {
	d.roots = t.roots
	names := t.innerLevels()
	if len(names) < 2 {
		deepest := 0
		walk(d.roots, 0, func(_ *node, depth int) { deepest = max(deepest, depth+1) })
		t.n.add(place{}, "%s in %s were made of headings and entries", many(countNodes(d.roots), "item", "items"), many(deepest, "tier", "tiers"))
		return nil
	}
	in, err := order(names, t.o, t.n)
	if err != nil {
		return err
	}
	if d.scale, err = scaleOf(names, in, t.n); err != nil {
		return err
	}
	walk(d.roots, 0, func(n *node, _ int) {
		n.takeLevels(names)
		n.reorder(in)
	})
	d.boxes = false
	return nil
}

func countNodes(nodes []*node) int {
	count := 0
	walk(nodes, 0, func(*node, int) { count++ })
	return count
}
