package score

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
)

// checkParameters reports keys that do not fit the stage's `how` and `over`.
func (r *reader) checkParameters(s *stage) {
	for _, p := range parameters() {
		at, given := s.given[p.name]
		owners := takers(p.name)
		switch {
		case given && len(owners) > 0 && !slices.Contains(s.how.takes, p.name):
			r.Report(at, CodeParameter, fmt.Sprintf("take it away, or use it with how: %s", strings.Join(owners, ", ")),
				"`%s` means nothing with how: %s", p.name, s.how.name)
		case !given && slices.Contains(s.how.needs, p.name):
			r.Report(s.given["how"], CodeParameter, fmt.Sprintf("add `%s: %s`", p.name, exampleOf[p.name]),
				"how: %s needs `%s`", s.how.name, p.name)
		}
	}
	if at, given := s.given["min_raters"]; given && !s.overs(overGroup) {
		r.Report(at, CodeParameter, "move it to the stage over group", "`min_raters` belongs to a stage over group")
	}
	if s.how.ordered && (len(s.over) != 1 || !s.overs(overOccasion)) {
		r.Report(s.given["how"], CodeParameter, "only occasions have an order: write `over: occasion`, and a stage of its own for each other dimension",
			"how: %s works over occasion alone", s.how.name)
	}
	r.checkWeights(s)
}

// exampleOf shows the parameters that a `how` cannot do without.
var exampleOf = map[string]string{"latest": "0.65", "level": "Proficient", "times": "3"}

// takers are the names of the methods that take a parameter; none for one that
// belongs to every stage.
func takers(parameter string) []string {
	var out []string
	for _, m := range methods() {
		if slices.Contains(m.takes, parameter) {
			out = append(out, m.name)
		}
	}
	return out
}

// checkWeights reports weights where nothing can weigh, and, for groups and
// occasions, weights that are not what the policy says of them. Those of items
// are known with the framework.
func (r *reader) checkWeights(s *stage) {
	if !slices.Contains(s.how.takes, "weights") {
		return // reported with the other parameters
	}
	if at, given := s.given["weights"]; given && len(s.over) == 1 && s.overs(overRater) {
		r.Report(at, CodeParameter, "weights go by item, by group or by occasion", "raters all weigh the same")
	}
	if !s.overTiers() {
		r.checkTotal(s)
		r.checkWithin(s)
	}
}

// checkTotal compares the listed weights with `weights_total`.
func (r *reader) checkTotal(s *stage) {
	if !s.total.given() {
		return
	}
	if s.weights == nil || s.weights.rest.given() {
		r.Report(s.total.at, CodeParameter, "list every group with its weight, without \"*\"", "a total cannot be checked where the weights are not all listed")
		return
	}
	if sum := s.weights.sum(); sum.Cmp(s.total.value) != 0 {
		r.Report(s.total.at, CodeWeightsTotal, "", "the weights add up to %s, not to %s", decimal(sum), s.total.text)
	}
}

// checkWithin reports listed weights outside `weights_range`.
func (r *reader) checkWithin(s *stage) {
	if s.within == nil || s.weights == nil {
		return
	}
	for _, w := range append(slices.Clone(s.weights.entries), s.weights.rest) {
		if w.given() && !within(w.value, s.within) {
			r.Report(w.at, CodeWeightsRange, "", "the weight %s of %s is not from %s to %s", w.text, w.key, s.within[0].text, s.within[1].text)
		}
	}
}

// checkStages reports dimensions that are collapsed twice, and groups whose
// raters were not counted before.
func (r *reader) checkStages() {
	var done []name
	for _, s := range r.p.stages {
		for _, over := range s.over {
			if first, twice := find(done, over.text); twice {
				r.Findings.Add(diag.Diagnostic{
					Span: over.at, Severity: diag.Error, Code: CodeTwice,
					Message: over.text + " is collapsed by an earlier stage already", Hint: "keep one of the two stages",
					Related: []diag.Related{{Span: first.at, Message: "first here"}},
				})
			}
		}
		if at, given := s.given["min_raters"]; given && s.overs(overGroup) {
			if _, counted := find(done, overRater); !counted {
				r.Report(at, CodeOrder, "put a stage such as `{over: rater, how: mean}` before this one", "`min_raters` needs a stage over rater before it, which counts them")
			}
		}
		done = append(done, s.over...)
	}
}
