package score

import (
	"slices"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/yamldoc"
)

// The dimensions that every framework has, and the word for all its tiers.
const (
	overOccasion = "occasion"
	overRater    = "rater"
	overGroup    = "group"
	overItems    = "items"
)

// stage collapses one dimension of the ratings, or several at once.
type stage struct {
	at     diag.Span
	source *yamldoc.Node // as written, for people and for provenance
	// given are the places of the keys that the file gives, but for those
	// that say what would hold without them.
	given map[string]diag.Span

	over      []name
	how       *method
	weights   *weights
	total     number     // weights_total
	within    *[2]number // weights_range
	need      *need
	fill      string // missing: one of the fills
	minRaters []minimum
	prorate   bool
	rescale   *[2]number
	latest    number // weight of the latest value
	order     []name // occasions that are words
	level     name
	times     int
}

// need is what a stage asks for before it gives a result: a number of rated
// values, or a share of their applicable weight.
type need struct {
	count int
	share exact.Number // none where a number is asked for
}

// minimum is the least number of raters of a group; the key "*" is for the
// groups not named.
type minimum struct {
	group  name
	raters int
}

// The values of `missing`: what stands for a missing value in a stage.
const (
	fillSkip   = "skip"
	fillZero   = "zero"
	fillLowest = "lowest"
)

// fillings are what stands for a missing value, by the value of `missing`.
func fillings() map[string]func(*input) exact.Number {
	return map[string]func(*input) exact.Number{
		fillZero:   func(*input) exact.Number { return exact.Int(0) },
		fillLowest: lowestPossible,
	}
}

// parameter is a key that a stage may have.
type parameter struct {
	name string
	read func(r *reader, s *stage, n *yamldoc.Node)
}

// parameters lists the keys of a stage. Which of them a `how` takes is said
// in the table of methods; the others belong to every stage.
func parameters() []parameter {
	return []parameter{
		{"over", func(r *reader, s *stage, n *yamldoc.Node) { s.over = r.names(n, "`over`") }},
		{"how", func(r *reader, s *stage, n *yamldoc.Node) { s.how = r.method(n) }},
		{"weights", func(r *reader, s *stage, n *yamldoc.Node) { s.weights = r.weights(n) }},
		{"weights_total", func(r *reader, s *stage, n *yamldoc.Node) { s.total = r.atLeastZero(n, "`weights_total`") }},
		{"weights_range", func(r *reader, s *stage, n *yamldoc.Node) { s.within = r.pair(n, "`weights_range`") }},
		{"need", func(r *reader, s *stage, n *yamldoc.Node) { s.need = r.need(n) }},
		{"missing", readFill},
		{"min_raters", func(r *reader, s *stage, n *yamldoc.Node) { s.minRaters = r.minRaters(n) }},
		{"prorate", func(r *reader, s *stage, n *yamldoc.Node) { s.prorate = r.Bool(n, "`prorate`") }},
		{"rescale", func(r *reader, s *stage, n *yamldoc.Node) { s.rescale = r.pair(n, "`rescale`") }},
		{"latest", readLatestWeight},
		{"order", func(r *reader, s *stage, n *yamldoc.Node) { s.order = r.names(n, "`order`") }},
		{"level", func(r *reader, s *stage, n *yamldoc.Node) { s.level = r.name(n, "`level`") }},
		{"times", func(r *reader, s *stage, n *yamldoc.Node) { s.times = r.whole(n, "`times`", 1, mostTimes) }},
	}
}

// mostTimes bounds `times` and a `need` in numbers.
const mostTimes = 1_000_000

// stages reads the ordered list of stages. Stages without a readable `over`
// or `how` are left out: their finding says why.
func (r *reader) stages(n *yamldoc.Node) {
	r.p.stages = []*stage{}
	for _, entry := range r.List(n, "`stages`") {
		if s := r.stage(entry); s != nil {
			r.p.stages = append(r.p.stages, s)
		}
	}
	r.checkStages()
}

func (r *reader) stage(n *yamldoc.Node) *stage {
	s := &stage{at: n.Span, source: n, given: map[string]diag.Span{}, fill: fillSkip}
	var fields []yamldoc.Field
	for _, p := range parameters() {
		fields = append(fields, yamldoc.Field{
			Name: p.name, Required: p.name == "over" || p.name == "how",
			Read: func(n *yamldoc.Node) {
				s.given[p.name] = n.Span
				p.read(r, s, n)
			},
		})
	}
	if !r.Object(n, "the stage", fields, nil) || len(s.over) == 0 || s.how == nil {
		return nil
	}
	r.checkParameters(s)
	return s
}

func readFill(r *reader, s *stage, n *yamldoc.Node) {
	fill := r.word(n, "`missing`", []string{fillSkip, fillZero, fillLowest})
	if fill == fillSkip {
		delete(s.given, "missing") // says what holds anyway, with every `how`
		return
	}
	s.fill = fill
}

func readLatestWeight(r *reader, s *stage, n *yamldoc.Node) {
	s.latest = r.atLeastZero(n, "`latest`")
	if s.latest.given() && s.latest.value.Cmp(one) > 0 {
		r.Report(n.Span, CodeNumber, "the older ones have the rest: with 0.65 for the latest, 0.35", "`latest` must be at most 1")
		s.latest.value = exact.Number{}
	}
}

func (r *reader) need(n *yamldoc.Node) *need {
	if n.Kind == yamldoc.Scalar && strings.Contains(n.Value, "%") {
		if share := r.share(n, "`need`"); !share.IsNone() {
			return &need{share: share}
		}
		return nil
	}
	if count := r.whole(n, "`need`", 1, mostTimes); count > 0 {
		return &need{count: count}
	}
	return nil
}

func (r *reader) minRaters(n *yamldoc.Node) []minimum {
	var out []minimum
	for _, p := range r.uniquePairs(n, "`min_raters`") {
		out = append(out, minimum{name{p.Key.Value, p.Key.Span}, r.whole(p.Value, "the least number of raters of "+p.Key.Value, 1, mostTimes)})
	}
	return out
}

// uniquePairs reads a map with free keys, each once.
func (r *reader) uniquePairs(n *yamldoc.Node, what string) []yamldoc.Pair {
	var out []yamldoc.Pair
	var seen []name
	for _, p := range r.Entries(n, what, "write one `key: value` at least, or take the key away") {
		key := name{p.Key.Value, p.Key.Span}
		if first, twice := find(seen, key.text); twice {
			r.twice(key, first, what)
			continue
		}
		seen = append(seen, key)
		out = append(out, p)
	}
	return out
}

// overs reports whether the stage names a dimension.
func (s *stage) overs(dimension string) bool {
	_, found := find(s.over, dimension)
	return found
}

// overTiers reports whether the stage names any tier, or all of them.
func (s *stage) overTiers() bool {
	return slices.ContainsFunc(s.over, func(n name) bool { return !isFixed(n.text) })
}

// isFixed tells the dimensions that every framework has from its tiers.
func isFixed(dimension string) bool {
	return dimension == overOccasion || dimension == overRater || dimension == overGroup
}
