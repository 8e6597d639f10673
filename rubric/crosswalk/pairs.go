package crosswalk

import (
	"fmt"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// checkPairs reports what is wrong with rows by themselves, and with two that
// cannot both be true.
func checkPairs(r *yamldoc.Reader, pairs []Pair) {
	c := pairChecker{Reader: r, first: map[[2]string]Pair{}, matched: map[end]Pair{}, gaps: map[end]Pair{}}
	for _, p := range pairs {
		if c.sides(p) && c.once(p) {
			c.agrees(p)
		}
	}
}

// end is an item of one of the two frameworks.
type end struct {
	column string // keySource or keyTarget
	code   string
}

type pairChecker struct {
	*yamldoc.Reader
	first   map[[2]string]Pair
	matched map[end]Pair // items that have a counterpart, with the row that says so
	gaps    map[end]Pair // items that have none
}

// sides reports a row that lacks a side it needs.
func (c *pairChecker) sides(p Pair) bool {
	switch {
	case p.Source == "" && p.Target == "":
		c.Report(p.at(""), CodePair, "write the codes of the two items, or of one with the relation none", "the pair names no item")
	case p.Source != "" && p.Target != "" || !p.Relation.joins():
		return true
	case p.Source == "":
		c.Report(p.at(keyRelation), CodePair, "add the code of the source's item; only none stands with one item alone", "target %s is %s to no item", p.Target, p.Relation)
	default:
		c.Report(p.at(keyRelation), CodePair, "add the code of the target's item; only none stands with one item alone", "source %s is %s to no item", p.Source, p.Relation)
	}
	return false
}

// once reports a row that says again, or otherwise, what another says.
func (c *pairChecker) once(p Pair) bool {
	first, taken := c.first[p.key()]
	switch {
	case !taken:
		c.first[p.key()] = p
		return true
	case first.Relation == p.Relation:
		c.clash(p, first, CodeTwice, "keep one of the two", fmt.Sprintf("%s stands in two rows", p.Words()))
	case !first.IsDecided() || !p.IsDecided():
		c.clash(p, first, CodeTwice, "take the row that is undecided away", fmt.Sprintf("%s is decided in one row, and undecided in another", p.Words()))
	default:
		c.clash(p, first, CodeContradiction, "decide for one of the two, and take the other row away",
			fmt.Sprintf("%s is %s here and %s in another row", p.Words(), p.Relation, first.Relation))
	}
	return false
}

// agrees reports a row that says an item has a counterpart where another says
// that it has none.
func (c *pairChecker) agrees(p Pair) {
	mine, theirs := c.matched, c.gaps
	if p.IsGap() {
		mine, theirs = c.gaps, c.matched
	} else if !p.IsMatch() {
		return
	}
	for _, e := range p.ends() {
		if other, found := theirs[e]; found {
			c.clash(p, other, CodeContradiction, "take the row with none away, or the other",
				fmt.Sprintf("one row says that nothing fits %s %s, and another what does", e.column, e.code))
		}
		if _, told := mine[e]; !told {
			mine[e] = p
		}
	}
}

func (p Pair) ends() []end {
	var out []end
	if p.Source != "" {
		out = append(out, end{keySource, p.Source})
	}
	if p.Target != "" {
		out = append(out, end{keyTarget, p.Target})
	}
	return out
}

// Words name the pair in a message: "the pair 1.1 → 2.3", "source 1.2".
func (p Pair) Words() string {
	switch {
	case p.Target == "":
		return "source " + p.Source
	case p.Source == "":
		return "target " + p.Target
	default:
		return "the pair " + p.Source + " → " + p.Target
	}
}

func (c *pairChecker) clash(p, first Pair, code diag.Code, hint, message string) {
	c.Findings.Add(diag.Diagnostic{
		Span: p.at(""), Severity: diag.Error, Code: code, Message: message, Hint: hint,
		Related: []diag.Related{{Span: first.at(""), Message: "the other row"}},
	})
}
