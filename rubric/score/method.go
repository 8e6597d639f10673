package score

import (
	"rubrickit/rubric/exact"
	"rubrickit/rubric/yamldoc"
)

// method is a way to make one value of several: a row of the table of `how`.
type method struct {
	name string
	// takes are the parameters that mean something with this method, besides
	// those of every stage; needs are those it cannot do without.
	takes, needs []string
	// ordered methods need to know which value is the latest.
	ordered bool
	// combine makes the value of at least one rated input; where there is
	// none, the reason says why.
	combine func(s *step, in []input) (value exact.Number, why reason)
	// chooses picks the inputs that a result stands on; nil: all of them.
	chooses func(rated []input) []input
	// leaves says why the method makes nothing of an input that counts, for
	// people; nil where it makes something of all.
	leaves func(s *step, counted []input, v *input) string
	// ends gives the lowest and the highest possible result, from the inputs
	// with their lowest and highest possible values. nil: what combine makes
	// of them, which is right for all methods that rise with their inputs.
	ends func(s *step, low, high []input) (exact.Number, exact.Number)
	// lead is what the method can do in a [lead].
	lead leadRole
	// newScale says that results are not on the scale of the inputs, so that
	// cut scores for the one mean nothing for the other.
	newScale bool
}

// methods is the table of `how`.
func methods() []method {
	return []method{
		{name: "mean", takes: []string{"weights", "weights_total", "weights_range", "missing"}, lead: leadMean, combine: mean},
		{name: "sum", takes: []string{"weights", "weights_total", "weights_range", "missing", "prorate"}, combine: sum, newScale: true},
		{name: "min", takes: []string{"missing"}, combine: lowest},
		{name: "max", takes: []string{"missing"}, combine: highest},
		{name: "median", takes: []string{"missing"}, combine: median},
		{name: "latest", takes: []string{"order"}, ordered: true, chooses: onlyNewest, leaves: leavesOlder, lead: leadNewest, combine: latest, ends: hull},
		{name: "latest_weighted", takes: []string{"order", "latest"}, needs: []string{"latest"}, ordered: true, combine: latestWeighted, ends: hull},
		{
			name:  "share_at_least",
			takes: []string{"weights", "weights_total", "weights_range", "missing", "level"}, needs: []string{"level"},
			combine: shareAtLeast, newScale: true,
		},
		{name: "n_times", takes: []string{"level", "times"}, needs: []string{"level", "times"}, leaves: leavesLower, combine: nTimes, ends: nTimesEnds},
	}
}

func (r *reader) method(n *yamldoc.Node) *method {
	var names []string
	for _, m := range methods() {
		names = append(names, m.name)
	}
	name := r.word(n, "`how`", names)
	for _, m := range methods() {
		if m.name == name {
			return &m
		}
	}
	return nil
}

func (m *method) chosen(rated []input) []input {
	if m.chooses == nil {
		return rated
	}
	return m.chooses(rated)
}

// hull is the range of methods that choose among their inputs.
func hull(s *step, low, high []input) (exact.Number, exact.Number) {
	bottom, _ := lowest(s, low)
	top, _ := highest(s, high)
	return bottom, top
}
