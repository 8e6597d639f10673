package load

import (
	"fmt"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// checkScaled reports, once, the items that need a scale and have none.
func (l *loader) checkScaled() {
	if len(l.unscaled) == 0 {
		return
	}
	first, have := l.unscaled[0], "has"
	if others := len(l.unscaled) - 1; others > 0 {
		have = fmt.Sprintf("and %d more have", others)
	}
	l.Report(first.Places.At(""), CodeNoScale,
		"add a scale at the top, such as `scale: four-levels`; with `scale: own` each item's levels are its scale",
		"item %s %s no scale to be rated on", first.Code, have)
}

// checkRated reports what keeps rated items from being rated.
func (l *loader) checkRated() {
	for it := range l.f.All() {
		l.checkRatedTwice(it)
		if it.IsRated() && it.Scale != nil && it.Scale.Own && len(it.Scale.Levels) == 0 && l.nodes[it] == nil {
			l.Report(it.Places.At(""), CodeNoLevels, "list its `levels:`, or give it another `scale:`",
				"item %s has no levels to choose from: its scale is `own`", it.Code)
		}
	}
	if len(l.f.Items) > 0 && len(l.Findings) == 0 && len(l.f.Indicators()) == 0 {
		l.Report(l.f.Places.At("items"), CodeNothingRated,
			"items without others below them are rated, unless they say `rated: false` or are retired",
			"no item of the framework is rated")
	}
}

// checkRatedTwice reports a rated item below another rated one.
func (l *loader) checkRatedTwice(it *rubric.Item) {
	if it.Rated == nil || !*it.Rated {
		return
	}
	for up := it.Parent(); up != nil; up = up.Parent() {
		if up.Rated != nil && *up.Rated {
			l.Findings.Add(diag.Diagnostic{
				Span: it.Places.At("rated"), Severity: diag.Error, Code: CodeRatedTwice,
				Message: fmt.Sprintf("item %s is rated, and so is %s above it", it.Code, up.Code),
				Hint:    "keep `rated: true` on one of the two: what stands below a rated item only explains it",
				Related: []diag.Related{{Span: up.Places.At("rated"), Message: up.Code + " is rated here"}},
			})
			return
		}
	}
}
