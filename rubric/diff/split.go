package diff

import "rubrickit/rubric"

// Of a part, this much of its words must stand in the whole, and the parts
// together must have this much of the whole's, in percent.
const (
	ofPart  = 60
	ofWhole = 60
)

// parts says which items of one version stand, by their wording, together for
// one of the other.
type parts struct {
	of    map[*rubric.Item][]*rubric.Item // a whole's parts
	whole map[*rubric.Item]*rubric.Item   // a part's first whole
}

// splits finds the old items whose wording stands in several new ones.
func (v *versions) splits() parts {
	return partsOf(v.old, v.new, v.pairs.target, v.pairs.source)
}

// mergers finds the new items whose wording comes from several old ones.
func (v *versions) mergers() parts {
	return partsOf(v.new, v.old, v.pairs.source, v.pairs.target)
}

// partsOf finds the leaves of one version that fall into two or more of the
// other: their own counterpart, where they have one with another wording, and
// items that have no counterpart themselves.
func partsOf(wholes, others *rubric.Framework, counterpart, back map[*rubric.Item]*rubric.Item) parts {
	out := parts{map[*rubric.Item][]*rubric.Item{}, map[*rubric.Item]*rubric.Item{}}
	free := func(it *rubric.Item) bool { return back[it] == nil }
	edited := func(it *rubric.Item) bool { return back[it] != nil && wording(back[it]) != wording(it) }
	candidates := bagsOf(others, longWords, func(it *rubric.Item) bool { return isLeaf(it) && (free(it) || edited(it)) })
	for _, whole := range bagsOf(wholes, longWords, func(it *rubric.Item) bool {
		pair := counterpart[it]
		return isLeaf(it) && (pair == nil || wording(pair) != wording(it))
	}) {
		for _, part := range whole.fallsInto(candidates, func(it *rubric.Item) bool { return free(it) || it == counterpart[whole.Item] }) {
			out.add(whole.Item, part)
		}
	}
	return out
}

// isLeaf reports whether an item is one that can fall apart, or be a part.
func isLeaf(it *rubric.Item) bool { return movable(it) && len(it.Items) == 0 }

func (p parts) add(whole, part *rubric.Item) {
	p.of[whole] = append(p.of[whole], part)
	if p.whole[part] == nil {
		p.whole[part] = whole
	}
}

// fallsInto returns those of the candidates that are open to it and that a whole
// falls into; nil where it does not.
func (whole bagged) fallsInto(candidates []bagged, open func(*rubric.Item) bool) []*rubric.Item {
	var found []*rubric.Item
	rest := bag{map[string]int{}, whole.words}
	for word, times := range whole.times {
		rest.times[word] = times
	}
	for _, c := range candidates {
		if !open(c.Item) || percent(c.common(whole.bag), c.words) < ofPart || rest.take(c.bag) == 0 {
			continue
		}
		found = append(found, c.Item)
	}
	if len(found) < 2 || percent(whole.words-rest.words, whole.words) < ofWhole {
		return nil
	}
	return found
}

// take takes the words of a part out of the bag, and returns how many those
// are.
func (b *bag) take(part bag) int {
	n := 0
	for word, times := range part.times {
		taken := min(times, b.times[word])
		b.times[word] -= taken
		n += taken
	}
	b.words -= n
	return n
}
