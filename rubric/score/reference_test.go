package score_test

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"rubrickit/rubric"
)

// reference is the meaning of a policy said as slowly and as obviously as can
// be: the value of an item after so many stages is defined by the values before
// the last of them. Nothing is kept, nothing is shared with the code under test.
type reference struct {
	f     *rubric.Framework
	p     drawnPolicy
	ratee string
	said  map[rubric.Form]map[string]rubric.Rating // by form, then by code
	forms []rubric.Form                            // of the ratee, sorted
	alone bool                                     // only groups that weigh 0 rated
}

// refCell is what is known of an item at one place.
type refCell struct {
	value     *big.Rat
	state     rubric.State
	reason    string
	raters    map[string]bool
	low, high *big.Rat
}

// refInput is a cell that goes into another.
type refInput struct {
	refCell
	weight   *big.Rat
	group    string
	occasion int
}

func newReference(f *rubric.Framework, p drawnPolicy, ratings []rubric.Rating, ratee string) *reference {
	r := &reference{f: f, p: p, ratee: ratee, said: map[rubric.Form]map[string]rubric.Rating{}}
	wrong := map[rubric.Form]map[string]bool{}
	for _, v := range ratings {
		if v.Ratee == ratee {
			r.note(v, wrong)
		}
	}
	for form, codes := range r.said {
		for code := range wrong[form] {
			if codes[code].State == rubric.Rated {
				delete(codes, code)
			}
		}
		if len(codes) > 0 {
			r.forms = append(r.forms, form)
		}
	}
	slices.SortFunc(r.forms, func(a, b rubric.Form) int {
		return strings.Compare(fmt.Sprint(a.Rater, "\x00", a.Group, "\x00", r.order(a.Occasion)), fmt.Sprint(b.Rater, "\x00", b.Group, "\x00", r.order(b.Occasion)))
	})
	r.alone = r.onlyWeightless()
	return r
}

// note takes a rating in. What two ratings of one cell say differently is wrong.
func (r *reference) note(v rubric.Rating, wrong map[rubric.Form]map[string]bool) {
	form := v.Form()
	if r.ordered() {
		form.Occasion = strings.TrimLeft(form.Occasion, "0")
	}
	if r.said[form] == nil {
		r.said[form], wrong[form] = map[string]rubric.Rating{}, map[string]bool{}
	}
	old, twice := r.said[form][v.Item.Code]
	switch {
	case twice && old.State == rubric.Rated && v.State == rubric.Rated && old.Value.Cmp(v.Value) != 0:
		wrong[form][v.Item.Code] = true
	case !twice || old.State != rubric.Rated && (v.State == rubric.Rated || v.State > old.State):
		r.said[form][v.Item.Code] = v
	}
}

// ordered reports whether a stage puts occasions in order.
func (r *reference) ordered() bool {
	return slices.ContainsFunc(r.p.stages, func(s drawnStage) bool { return strings.HasPrefix(s.how, "latest") })
}

// order is what occasions are sorted by: numbers where they are in order, else
// their words.
func (r *reference) order(occasion string) string {
	if n, err := strconv.Atoi(occasion); err == nil && r.ordered() {
		return fmt.Sprintf("%03d", n)
	}
	return occasion
}

func (r *reference) onlyWeightless() bool {
	found := false
	for _, s := range r.p.stages {
		for _, form := range r.forms {
			for _, v := range r.said[form] {
				if s.weights == nil || !s.overs("group") || v.State != rubric.Rated {
					continue
				}
				if wordWeight(s.weights, form.Group).Sign() > 0 {
					return false
				}
				found = true
			}
		}
	}
	return found
}

func wordWeight(weights map[string]string, word string) *big.Rat {
	for key, w := range weights {
		if strings.EqualFold(strings.TrimSpace(key), strings.TrimSpace(word)) {
			return number(w)
		}
	}
	return number(weights["*"])
}

func number(text string) *big.Rat {
	x, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	return x
}

// places are the places that are left after so many stages: forms without what
// is collapsed.
func (r *reference) places(stages int) []rubric.Form {
	var out []rubric.Form
	for _, form := range r.forms {
		if at := r.at(form, stages); !slices.Contains(out, at) {
			out = append(out, at)
		}
	}
	return out
}

// at is where a form's ratings are after so many stages.
func (r *reference) at(form rubric.Form, stages int) rubric.Form {
	for _, s := range r.p.stages[:stages] {
		if s.overs("occasion") {
			form.Occasion = ""
		}
		if s.overs("rater") {
			form.Rater = ""
		}
		if s.overs("group") {
			form.Group = ""
		}
	}
	return form
}

// value is what an item comes to at a place after so many stages; code "" is
// the framework as a whole.
func (r *reference) value(code string, stages int, at rubric.Form) refCell {
	if stages == 0 {
		return r.rating(code, at)
	}
	s := r.p.stages[stages-1]
	var in []refInput
	own := true
	switch {
	case !r.rated(code) && s.overs("items"):
		own = false
		in = r.below(code, s, stages, at)
	case len(s.over) == 1 && s.overs("items"):
		return r.value(code, stages-1, at)
	default:
		in = r.before(code, s, stages, at, big.NewRat(1, 1))
	}
	return r.collapse(s, in, own)
}

func (r *reference) rated(code string) bool {
	return code != "" && r.f.Item(code).IsRated()
}

func (r *reference) children(code string) []*rubric.Item {
	if code == "" {
		return r.f.Items
	}
	return r.f.Item(code).Items
}

// below are the inputs of an item out of those below it: its children, or where
// a stage collapses more than the items, all rated ones.
func (r *reference) below(code string, s drawnStage, stages int, at rubric.Form) []refInput {
	var in []refInput
	for _, child := range r.children(code) {
		weight := child.WeightOr1().Rat()
		if w, listed := s.weights[child.Code]; listed {
			weight = number(w)
		} else if s.weights != nil {
			weight = number(s.weights["*"])
		}
		switch {
		case len(s.over) == 1:
			in = append(in, refInput{refCell: r.value(child.Code, stages, at), weight: weight})
		case r.rated(child.Code):
			in = append(in, r.before(child.Code, s, stages, at, weight)...)
		default:
			for _, v := range r.below(child.Code, s, stages, at) {
				v.weight = new(big.Rat).Mul(v.weight, weight)
				in = append(in, v)
			}
		}
	}
	return in
}

// before are the values of an item at all places that a stage makes one of.
func (r *reference) before(code string, s drawnStage, stages int, at rubric.Form, weight *big.Rat) []refInput {
	var in []refInput
	for _, from := range r.places(stages - 1) {
		if r.at(from, stages) != at {
			continue
		}
		v := refInput{refCell: r.value(code, stages-1, from), weight: weight, group: from.Group}
		v.occasion, _ = strconv.Atoi(from.Occasion)
		if s.weights != nil && s.overs("group") {
			w := wordWeight(s.weights, from.Group)
			if r.alone && w.Sign() == 0 {
				w = big.NewRat(1, 1)
			}
			v.weight = new(big.Rat).Mul(v.weight, w)
		}
		if s.weights != nil && s.overs("occasion") {
			v.weight = new(big.Rat).Mul(v.weight, wordWeight(s.weights, from.Occasion))
		}
		in = append(in, v)
	}
	return in
}

// rating is what a form says of an item.
func (r *reference) rating(code string, form rubric.Form) refCell {
	scale := r.f.Item(code).Scale
	out := nullCell(rubric.Missing)
	if v, said := r.said[form][code]; said {
		out = nullCell(v.State)
		if v.State == rubric.Rated {
			out = refCell{value: v.Value.Rat(), raters: map[string]bool{form.Rater: true}}
		}
	}
	out.low, out.high = scale.Lowest().Rat(), scale.Highest().Rat()
	return out
}

func nullCell(state rubric.State) refCell {
	if state == rubric.NotApplicable {
		return refCell{state: state, reason: "all-not-applicable"}
	}
	return refCell{state: state, reason: "no-rated-items"}
}
