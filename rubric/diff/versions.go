package diff

import (
	"slices"

	"rubrickit/rubric"
)

// compareVersions fills the parts about versions.
func (c *Comparison) compareVersions() {
	v := versions{old: c.Source, new: c.Target, pairs: pairItems(c.Source, c.Target)}
	v.framework()
	split, merged := v.splits(), v.mergers()
	v.parts(split, merged)
	for it := range c.Target.All() {
		if before := v.pairs.source[it]; before != nil {
			v.pair(before, it)
		} else if split.whole[it] == nil {
			v.report(Change{Kind: Added, Target: it.Code, After: it.Label()})
		}
	}
	for it := range c.Source.All() {
		if v.pairs.target[it] == nil && merged.whole[it] == nil && split.of[it] == nil {
			v.report(Change{Kind: Removed, Source: it.Code, Before: it.Label()})
		}
	}
	v.reordered()
	c.Changes = sorted(v.changes)
	c.Unchanged = unchanged(c.Source, c.Changes)
	c.Carries = v.carries(split, merged)
}

// parts reports items that fell apart, and items that were put together.
func (v *versions) parts(split, merged parts) {
	for it := range v.old.All() {
		for _, part := range split.of[it] {
			v.report(Change{Kind: Split, Source: it.Code, Target: part.Code, Before: it.Label(), After: part.Label()})
		}
	}
	for it := range v.new.All() {
		for _, part := range merged.of[it] {
			v.report(Change{Kind: Merged, Source: part.Code, Target: it.Code, Before: part.Label(), After: it.Label()})
		}
	}
}

// sorted puts changes of the framework first and the rest in order of kind;
// within a kind the order of discovery stays, which is the document's.
func sorted(changes []Change) []Change {
	rank := func(c Change) int {
		if c.Source == "" && c.Target == "" {
			return -1
		}
		return slices.Index(Kinds(), c.Kind)
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return rank(a) - rank(b) })
	return changes
}

func unchanged(f *rubric.Framework, changes []Change) int {
	touched := map[string]bool{}
	for _, c := range changes {
		touched[c.Source] = true
	}
	n := 0
	for it := range f.All() {
		if !touched[it.Code] {
			n++
		}
	}
	return n
}

// versions collects the changes from one version to the next.
type versions struct {
	old, new *rubric.Framework
	pairs    pairing
	changes  []Change
}

func (v *versions) report(c Change) { v.changes = append(v.changes, c) }

func (v *versions) framework() {
	for _, d := range differences(frameworkFacets(v.old), frameworkFacets(v.new)) {
		v.report(Change{Kind: d.kind, Field: d.field, Before: d.before, After: d.after})
	}
}

// pair reports how an item differs from what it was.
func (v *versions) pair(before, after *rubric.Item) {
	change := Change{Source: before.Code, Target: after.Code}
	report := func(kind Kind, field, was, is string) {
		change.Kind, change.Field, change.Before, change.After = kind, field, was, is
		v.report(change)
	}
	if before.Code != after.Code {
		report(Renumbered, "code", before.Code, after.Code)
	}
	if v.pairs.target[before.Parent()] != after.Parent() {
		report(Moved, "parent", codeOf(before.Parent()), codeOf(after.Parent()))
	}
	if before.Retired != after.Retired {
		report(retirement(before, after), "retired", before.Retired, after.Retired)
	}
	if was, is := before.IsRated(), after.IsRated(); was != is && !before.IsRetired() && !after.IsRetired() {
		report(Changed, "indicator", yesNo(was), yesNo(is))
	}
	own := differences(itemFacets(before), itemFacets(after))
	for _, d := range append(own, v.scale(before, after)...) {
		report(d.kind, d.field, d.before, d.after)
	}
}

func retirement(before, after *rubric.Item) Kind {
	switch {
	case before.Retired == "":
		return Retired
	case after.Retired == "":
		return Restored
	default:
		return Reworded
	}
}

func codeOf(it *rubric.Item) string {
	if it == nil {
		return ""
	}
	return it.Code
}

// scale returns how the scale in force differs, unless the parents' scales
// differ in the very same way: then it is their change.
func (v *versions) scale(before, after *rubric.Item) []difference {
	own := differences(scaleInForce(v.old, before.Scale), scaleInForce(v.new, after.Scale))
	above := differences(v.scaleAbove(v.old, before), v.scaleAbove(v.new, after))
	if slices.Equal(own, above) {
		return nil
	}
	return own
}

func (v *versions) scaleAbove(f *rubric.Framework, it *rubric.Item) facets {
	if up := it.Parent(); up != nil {
		return scaleInForce(f, up.Scale)
	}
	return scaleInForce(f, f.Scale)
}
