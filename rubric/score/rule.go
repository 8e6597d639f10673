package score

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// The verbs of a rule: what it does to the verdict when its condition holds.
const (
	verbDecide = "decide" // this band, and no further rule decides
	verbCap    = "cap"    // at most this band
	verbFloor  = "floor"  // at least this band
)

// verbs lists the verbs in the order in which rules are applied.
func verbs() []string { return []string{verbDecide, verbCap, verbFloor} }

// rule changes the verdict of a node, or of every node of a tier.
type rule struct {
	at   diag.Span
	on   name // a tier; not given for the node over everything
	verb string
	band name
	when *condition
}

// rules reads the list of rules.
func (r *reader) rules(n *yamldoc.Node) {
	for _, entry := range r.List(n, "`rules`") {
		if rule := r.rule(entry); rule != nil {
			r.p.rules = append(r.p.rules, rule)
		}
	}
}

// rule reads one rule; nil when it has no whole meaning.
func (r *reader) rule(n *yamldoc.Node) *rule {
	out := &rule{at: n.Span}
	given := 0
	fields := []yamldoc.Field{
		{Name: "on", Read: func(n *yamldoc.Node) {
			if on := r.name(n, "`on`"); on.text != rubric.Overall {
				out.on = on
			}
		}},
		{Name: "when", Required: true, Read: func(n *yamldoc.Node) { out.when = r.condition(n) }},
	}
	for _, verb := range verbs() {
		fields = append(fields, yamldoc.Field{Name: verb, Read: func(n *yamldoc.Node) {
			given++
			out.verb, out.band = verb, r.name(n, "`"+verb+"`")
		}})
	}
	if !r.Object(n, "the rule", fields, nil) {
		return nil
	}
	if given != 1 {
		r.Report(n.Span, CodeRuleShape, "write {decide: BAND, when: …}, {cap: BAND, when: …} or {floor: BAND, when: …}", "a rule has exactly one of %s", strings.Join(verbs(), ", "))
		return nil
	}
	if out.when == nil || !out.band.given() {
		return nil
	}
	return out
}

// checkVerdicts reports rules that give bands which the policy does not have.
func (r *reader) checkVerdicts() {
	b := r.p.bands
	if b.levels.given() {
		return // the framework's scale has the names
	}
	for _, rule := range r.p.rules {
		if _, known := find(b.names, rule.band.text); !known {
			r.Findings.Add(unknownBand(rule.band, texts(b.names)))
		}
	}
}

func unknownBand(band name, names []string) diag.Diagnostic {
	hint := "list the bands under `bands:`, lowest first"
	if len(names) > 0 {
		hint = diag.Suggest(band.text, names, "bands: "+strings.Join(names, ", "))
	}
	return diag.Diagnostic{
		Span: band.at, Severity: diag.Error, Code: CodeUnknownBand,
		Message: "the policy has no band \"" + band.text + "\"", Hint: hint,
	}
}

func texts(names []name) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = n.text
	}
	return out
}
