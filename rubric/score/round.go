package score

import (
	"math/big"
	"strings"

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
func (r Rounding) Round(x *big.Rat) *big.Rat {
	for _, step := range r.steps {
		x = step.round(x)
	}
	return x
}

// Show writes the rounded value as a decimal with all its places: "2.50".
func (r Rounding) Show(x *big.Rat) string {
	text := r.Round(x).FloatString(r.Places())
	if strings.Trim(text, "-0.") == "" {
		text = strings.TrimPrefix(text, "-") // there is no negative zero
	}
	return text
}

// round rounds to the step's places, exactly.
func (s roundStep) round(x *big.Rat) *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(s.places)), nil)
	scaled := new(big.Rat).Mul(x, new(big.Rat).SetInt(power))
	floor, rest := new(big.Int).DivMod(scaled.Num(), scaled.Denom(), new(big.Int))
	if rest.Sign() != 0 && s.mode.up(floor, new(big.Int).Lsh(rest, 1).Cmp(scaled.Denom()), x.Sign()) {
		floor.Add(floor, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(floor, power)
}

// roundMode is a row of the table of `mode`.
type roundMode struct {
	name string
	// up decides whether a number between two neighbours goes to the upper
	// one: floor is the lower one, half compares the distance with one half
	// (-1, 0, +1), sign is that of the number.
	up func(floor *big.Int, half, sign int) bool
}

// roundModes is the table of `mode`; the first is the default.
func roundModes() []roundMode {
	return []roundMode{
		// A half goes away from zero, as in school.
		{"half_up", func(_ *big.Int, half, sign int) bool { return half > 0 || half == 0 && sign > 0 }},
		{"half_even", func(floor *big.Int, half, _ int) bool { return half > 0 || half == 0 && floor.Bit(0) == 1 }},
		{"ceil", func(*big.Int, int, int) bool { return true }},
		{"floor", func(*big.Int, int, int) bool { return false }},
		{"truncate", func(_ *big.Int, _, sign int) bool { return sign < 0 }},
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
func decimal(x *big.Rat) string {
	places, exact := x.FloatPrec()
	if !exact {
		return x.RatString()
	}
	return x.FloatString(places)
}
