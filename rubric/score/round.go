package score

import (
	"rubrickit/rubric/exact"
	"rubrickit/rubric/yamldoc"
)

// When the rounding of a policy is applied.
const (
	whenDisplay   = "display"      // only to what is shown
	whenBands     = "before_bands" // also to what bands and rules see
	whenEachStage = "each_stage"   // to the result of every stage
)

// MostPlaces is the greatest number of decimals that can be asked for.
const MostPlaces = 30

// defaultPlaces is how many decimals a score is shown with unless the policy
// says otherwise.
const defaultPlaces = 2

// Rounding is how a policy rounds: steps in order, and when.
type Rounding struct {
	steps []roundStep
	when  string
}

type roundStep struct {
	places int
	mode   roundMode
}

// displayed is the rounding of a policy that says nothing: half up, for
// display only.
func displayed(places int) Rounding {
	return Rounding{[]roundStep{{places, roundModes()[0]}}, whenDisplay}
}

// Places is the number of decimals that numbers are shown with.
func (r Rounding) Places() int { return r.steps[len(r.steps)-1].places }

// WithPlaces returns a rounding for display with another number of decimals,
// in the mode of the last step, from the exact value.
func (r Rounding) WithPlaces(places int) Rounding {
	mode := r.steps[len(r.steps)-1].mode
	return Rounding{[]roundStep{{min(max(places, 0), MostPlaces), mode}}, r.when}
}

// Round returns the rounded value.
func (r Rounding) Round(x exact.Number) exact.Number {
	for _, step := range r.steps {
		x = x.Round(step.places, step.mode.round)
	}
	return x
}

// Show writes the rounded value as a decimal with all its places: "2.50"; ""
// for no number.
func (r Rounding) Show(x exact.Number) string { return string(r.Append(nil, x)) }

// Append appends the text that Show gives.
func (r Rounding) Append(to []byte, x exact.Number) []byte {
	last := len(r.steps) - 1
	if last > 0 {
		x = Rounding{steps: r.steps[:last]}.Round(x)
	}
	return x.AppendDecimal(to, r.steps[last].places, r.steps[last].mode.round)
}

// roundMode is a row of the table of `mode`.
type roundMode struct {
	name  string
	round exact.Mode
}

// roundModes is the table of `mode`; the first is the default.
func roundModes() []roundMode {
	return []roundMode{
		{"half_up", exact.HalfUp},
		{"half_even", exact.HalfEven},
		{"ceil", exact.Ceil},
		{"floor", exact.Floor},
		{"truncate", exact.Truncate},
	}
}

// round reads `round`: {places, mode, when}, or {steps, when}.
func (r *reader) round(n *yamldoc.Node) {
	step, steps := roundStep{defaultPlaces, roundModes()[0]}, []roundStep(nil)
	out := &r.p.round
	ok := r.Object(n, "`round`", append(r.stepFields(&step),
		yamldoc.Field{Name: "steps", Read: func(n *yamldoc.Node) { steps = r.roundSteps(n) }},
		yamldoc.Field{Name: "when", Read: func(n *yamldoc.Node) {
			if when := r.word(n, "`when`", []string{whenDisplay, whenBands, whenEachStage}); when != "" {
				out.when = when
			}
		}},
	), nil)
	if !ok {
		return
	}
	if len(steps) == 0 {
		out.steps = []roundStep{step}
		return
	}
	out.steps = steps
	if n.Get("places") != nil || n.Get("mode") != nil {
		r.Report(n.Span, CodeWord, "write {places, mode, when} for one rounding, {steps: [{places, mode}, …], when} for several", "`round` has `steps` and `places` or `mode` beside them")
	}
}

func (r *reader) roundSteps(n *yamldoc.Node) []roundStep {
	var out []roundStep
	entries := r.List(n, "`steps`")
	if n.Kind == yamldoc.List && len(entries) == 0 {
		r.Report(n.Span, yamldoc.CodeEmptyValue, "write one {places, mode} at least, or take the key away", "`steps` is empty")
	}
	for _, entry := range entries {
		step := roundStep{defaultPlaces, roundModes()[0]}
		if r.Object(entry, "the rounding step", r.stepFields(&step), nil) {
			out = append(out, step)
		}
	}
	return out
}

func (r *reader) stepFields(step *roundStep) []yamldoc.Field {
	return []yamldoc.Field{
		{Name: "places", Read: func(n *yamldoc.Node) { step.places = r.whole(n, "`places`", 0, MostPlaces) }},
		{Name: "mode", Read: func(n *yamldoc.Node) {
			var names []string
			for _, m := range roundModes() {
				names = append(names, m.name)
			}
			name := r.word(n, "`mode`", names)
			for _, m := range roundModes() {
				if m.name == name {
					step.mode = m
				}
			}
		}},
	}
}

// decimal writes a number that has a finite decimal expansion, as sums of
// decimals have; any other as a fraction.
func decimal(x exact.Number) string {
	places, finite := x.Rat().FloatPrec()
	if !finite {
		return x.String()
	}
	return x.Decimal(places, exact.Truncate)
}
