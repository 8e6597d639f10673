package adopt

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isRows reports whether a table has a row for each item.
func isRows(v *view) bool {
	labels := len(v.all(roleLabel))
	return v.has(roleParent) || v.has(roleDepth) || v.has(roleCode) && labels < 2 || v.has(roleText) && labels < 2 || labels == 1 && v.g.width() == 1
}

// isStaircase reports whether a table has several columns of items.
func isStaircase(v *view) bool { return len(v.all(roleLabel)) > 1 }

// readTabular reads a row an item, whose place in the tree its columns, its parent,
// its tier or its code tell.
func readTabular(v *view, d *draft) error {
	t := v.nodes()
	d.boxes = t.boxed
	return t.arrange(d)
}

// arrange makes a tree of the nodes of all rows.
func (t *tableReader) arrange(d *draft) error {
	d.roots = t.roots
	switch {
	case len(t.sections) > 0:
	case (t.has(roleParent) || t.has(roleDepth)) && slices.ContainsFunc(t.flat, func(n *node) bool { return len(n.kids) > 0 }):
		return t.twoTrees()
	case t.has(roleParent):
		return t.byParent(d)
	case t.has(roleDepth):
		t.byTier(d)
		return nil
	case t.has(roleCode) && len(t.labels) == 1:
		t.byCode(d)
	}
	t.nameTiers(d)
	return nil
}

// twoTrees is the error for a table in which a column of parents or tiers, and
// several columns of items, each tell what stands below what.
func (t *tableReader) twoTrees() error {
	var names []string
	for _, at := range t.labels {
		names = append(names, t.columns[at].name)
	}
	tree := t.first(roleParent)
	if tree < 0 {
		tree = t.first(roleDepth)
	}
	return errorAt(t.columns[tree].at, "this column says what stands below what, and so do the columns of items (%s): take this one away, or leave one column of items", some(names))
}

// byParent hangs every node below the one whose code it names.
func (t *tableReader) byParent(d *draft) error {
	byCode := map[string][]*node{}
	for _, n := range t.flat {
		byCode[n.Code] = append(byCode[n.Code], n)
		byCode[" "+keyOf(n.label)] = append(byCode[" "+keyOf(n.label)], n)
	}
	d.roots = nil
	for _, n := range t.flat {
		if n.above == "" || n.above == "0" && byCode["0"] == nil {
			d.roots = append(d.roots, n)
			continue
		}
		up := byCode[n.above]
		if up == nil {
			up = byCode[" "+keyOf(n.above)]
		}
		switch {
		case len(up) == 0:
			return errorAt(n.at, "the parent %q of %q stands nowhere in the column of codes", n.above, short(firstOf(n.Code, n.label)))
		case len(up) > 1:
			return errorAt(n.at, "the parent %q of %q is the code of several rows, in %s and in %s: give each a code of its own", n.above, short(firstOf(n.Code, n.label)), up[0].at, up[1].at)
		}
		up[0].kids = append(up[0].kids, n)
	}
	t.nameTiersByWord(d)
	return t.checkCircle(d.roots)
}

// nameTiersByWord takes the words of a column of tiers for their names, where all
// rows of a tier have the same.
func (t *tableReader) nameTiersByWord(d *draft) {
	words, mixed := map[int]string{}, map[int]bool{}
	walk(d.roots, 0, func(n *node, depth int) {
		if word, seen := words[depth]; seen && word != n.tier {
			mixed[depth] = true
		}
		words[depth] = n.tier
	})
	for depth, word := range words {
		if word != "" && !mixed[depth] && numeric([]string{word}) == nil {
			d.nameTier(depth, word)
		}
	}
}

// checkCircle refuses parents that stand below themselves: nothing leads to them
// from the top.
func (t *tableReader) checkCircle(roots []*node) error {
	reached := map[*node]bool{}
	walk(roots, 0, func(n *node, _ int) { reached[n] = true })
	for _, n := range t.flat {
		if !reached[n] {
			return errorAt(n.at, "%q stands below itself: its parents lead back to it", short(firstOf(n.Code, n.label)))
		}
	}
	return nil
}

// byTier hangs every node below the last one of a higher tier. Tiers are numbers,
// or words in the order in which they appear.
func (t *tableReader) byTier(d *draft) {
	words := t.tierWords()
	var open []*node
	var depths []int
	d.roots = nil
	for _, n := range t.flat {
		at := slices.Index(words, n.tier)
		for len(open) > 0 && depths[len(depths)-1] >= at {
			open, depths = open[:len(open)-1], depths[:len(depths)-1]
		}
		if len(open) == 0 {
			d.roots = append(d.roots, n)
		} else {
			last := open[len(open)-1]
			last.kids = append(last.kids, n)
		}
		open, depths = append(open, n), append(depths, at)
	}
	for i, word := range words {
		if numeric(words) == nil {
			d.nameTier(i, word)
		}
	}
	t.n.add(t.columns[t.first(roleDepth)].at, "the tiers, from the top down: %s", strings.Join(words, ", "))
}

// tierWords lists the tiers that the rows name, from the top down.
func (t *tableReader) tierWords() []string {
	var words []string
	for _, n := range t.flat {
		if !slices.Contains(words, n.tier) {
			words = append(words, n.tier)
		}
	}
	if numbers := numeric(words); numbers != nil {
		slices.SortFunc(words, func(a, b string) int { return numbers[a] - numbers[b] })
	}
	return words
}

// numeric are the numbers that all words are; nil where they are not.
func numeric(words []string) map[string]int {
	out := map[string]int{}
	for _, word := range words {
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil
		}
		out[word] = n
	}
	return out
}

// byCode hangs every node below the one with the longest code that its own goes
// on from: 1.2.3 below 1.2.
func (t *tableReader) byCode(d *draft) {
	byCode := map[string]*node{}
	for _, n := range t.flat {
		if byCode[n.Code] == nil {
			byCode[n.Code] = n
		}
	}
	d.roots = nil
	nested := 0
	for _, n := range t.flat {
		if up := parentOf(n.Code, byCode); up != nil && up != n {
			up.kids = append(up.kids, n)
			nested++
			continue
		}
		d.roots = append(d.roots, n)
	}
	if nested > 0 {
		t.n.add(t.columns[t.first(roleCode)].at, "%s below the item whose code their own goes on from", many(nested, "item stands", "items stand"))
	}
}

// parentOf is the node with the longest code that another goes on from.
func parentOf(code string, byCode map[string]*node) *node {
	for end := len(code) - 1; end > 0; end-- {
		if n := byCode[strings.TrimRight(code[:end], " .-/_")]; n != nil && goesOnFrom(code[:end], code[end:]) {
			return n
		}
	}
	return nil
}

// goesOnFrom reports whether a code is divided where one of its parts ends: at a
// sign, or between letters and digits.
func goesOnFrom(before, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case !utf8.ValidString(before):
		return false
	case unicode.IsDigit(last):
		return !unicode.IsDigit(first)
	case unicode.IsLetter(last):
		return !unicode.IsLetter(first)
	}
	return true
}
