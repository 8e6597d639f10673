package diff

import (
	"slices"

	"rubrickit/rubric"
)

// reordered reports the items that stand elsewhere among the siblings that
// they had before: as few of them as explain the new order.
func (v *versions) reordered() {
	v.siblings(nil, v.old.Items)
	for it := range v.old.All() {
		if after := v.pairs.target[it]; after != nil {
			v.siblings(after, it.Items)
		}
	}
}

// siblings compares the order of an old item's children with that of the same
// children under the new parent.
func (v *versions) siblings(parent *rubric.Item, before []*rubric.Item) {
	now := v.new.Items
	if parent != nil {
		now = parent.Items
	}
	var stayed []*rubric.Item
	var places []int
	for _, it := range before {
		if i := slices.Index(now, v.pairs.target[it]); i >= 0 {
			stayed, places = append(stayed, it), append(places, i)
		}
	}
	kept := longestRise(places)
	for i, it := range stayed {
		if !kept[i] {
			v.report(Change{
				Kind: Reordered, Source: it.Code, Target: now[places[i]].Code, Field: "order",
				Before: placeAmong(before, it), After: placeAmong(now, now[places[i]]),
			})
		}
	}
}

// placeAmong says where an item stands by the sibling before it.
func placeAmong(siblings []*rubric.Item, it *rubric.Item) string {
	if i := slices.Index(siblings, it); i > 0 {
		return "after " + siblings[i-1].Code
	}
	return "first"
}

// longestRise marks one longest rising subsequence of distinct numbers.
func longestRise(numbers []int) []bool {
	length, previous := make([]int, len(numbers)), make([]int, len(numbers))
	best := -1
	for i, n := range numbers {
		length[i], previous[i] = 1, -1
		for j := range i {
			if numbers[j] < n && length[j]+1 > length[i] {
				length[i], previous[i] = length[j]+1, j
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	kept := make([]bool, len(numbers))
	for i := best; i >= 0; i = previous[i] {
		kept[i] = true
	}
	return kept
}
