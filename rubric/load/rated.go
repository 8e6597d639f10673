package load

import "rubrickit/rubric"

// checkRated reports what keeps rated items from being rated.
func (l *loader) checkRated(failed bool) {
	without := 0
	var first *rubric.Item
	for it := range l.f.All() {
		l.checkRatedTwice(it)
		if !it.IsRated() {
			continue
		}
		switch {
		case it.Scale == nil && l.scales[it] == nil:
			if without++; first == nil {
				first = it
			}
		case it.Scale != nil && it.Scale.Own && len(it.Scale.Levels) == 0 && l.nodes[it] == nil:
			l.Report(it.Places.At(""), CodeNoLevels, "give the item `levels:`, or a `scale:` of its own", "item %s has no levels, and its scale is its own", it.Code)
		}
	}
	if without > 0 && !failed {
		l.Report(first.Places.At(""), CodeNoScale, "add a scale at the top, such as `scale: four-levels`", "%d rated items have no scale; %s is the first", without, first.Code)
	}
	if len(l.f.Items) > 0 && len(l.Findings) == 0 && len(l.f.Indicators()) == 0 {
		l.Report(l.f.Places.At("items"), CodeNothingRated, "leaves are rated unless they say `rated: false` or are retired", "no item of the framework is rated")
	}
}

// checkRatedTwice reports a rated item below another rated one.
func (l *loader) checkRatedTwice(it *rubric.Item) {
	if it.Rated == nil || !*it.Rated {
		return
	}
	for up := it.Parent(); up != nil; up = up.Parent() {
		if up.Rated != nil && *up.Rated {
			l.Report(it.Places.At("rated"), CodeRatedTwice, "keep `rated: true` on one of the two", "item %s is rated, and so is %s above it", it.Code, up.Code)
			return
		}
	}
}
