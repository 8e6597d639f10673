package score

import (
	"fmt"
	"iter"
	"math/big"
	"slices"
	"strings"

	"rubrickit/rubric"
)

// outcome is everything that comes out for one ratee, by node.
type outcome struct {
	plan     *plan
	ratee    string
	alone    bool
	cells    []cell
	coverage []*big.Rat // nil where nothing is applicable
	forms    [][4]int   // of rated items: ratings by state
	verdicts []verdict
}

// scoreRatee takes one ratee's ratings through all stages.
func scoreRatee(p *plan, present dimensions, entries []entry) (*outcome, error) {
	g := newGrid(p, present, entries)
	o := &outcome{plan: p, ratee: entries[0].Ratee, forms: g.count()}
	g.alone = g.onlyWeightless()
	o.alone = g.alone
	for _, s := range p.steps {
		if err := g.apply(s); err != nil {
			return nil, err
		}
	}
	if err := o.settle(g); err != nil {
		return nil, err
	}
	o.cover()
	o.judge()
	return o, nil
}

// count counts the ratings of each rated item by state, before any stage.
func (g *grid) count() [][4]int {
	out := make([][4]int, len(g.cells))
	for n, row := range g.cells {
		for _, c := range row {
			out[n][c.state]++
		}
	}
	return out
}

// settle takes the one value of each node that the stages leave, children
// first.
func (o *outcome) settle(g *grid) error {
	o.cells = make([]cell, len(g.cells))
	for n := range o.plan.upwards() {
		row := g.cells[n]
		if row == nil {
			o.cells[n] = o.withoutStage(n)
			continue
		}
		rated := slices.DeleteFunc(slices.Clone(row), func(c cell) bool { return c.value == nil })
		switch len(rated) {
		case 0:
			o.cells[n] = leftover(row)
		case 1:
			o.cells[n] = rated[0]
		default:
			return o.severalLeft(g, n)
		}
	}
	return nil
}

// leftover is the cell of several columns of which none has a value.
func leftover(row []cell) cell {
	in := make([]input, len(row))
	for i := range row {
		in[i].cell = &row[i]
	}
	return withoutValue(in, true)
}

// withoutStage is the cell of a node that no stage gives a score. Its state
// is that of what is rated below it.
func (o *outcome) withoutStage(n int) cell {
	var in []input
	for _, leaf := range o.plan.nodes[n].leaves {
		in = append(in, input{cell: &o.cells[leaf]})
	}
	return cell{state: stateOf(in), reason: ReasonNoStage}
}

// severalLeft names the dimension in which a node still has several values.
func (o *outcome) severalLeft(g *grid, n int) error {
	words := map[string][]string{}
	for i, c := range g.coords {
		if g.cells[n][i].value != nil {
			words[overRater] = append(words[overRater], c.rater)
			words[overGroup] = append(words[overGroup], c.group)
			words[overOccasion] = append(words[overOccasion], c.occasion)
		}
	}
	for _, dimension := range []string{overOccasion, overRater, overGroup} {
		found := slices.Clone(words[dimension])
		slices.Sort(found)
		if found = slices.Compact(found); len(found) > 1 {
			return fmt.Errorf("%s has %d ratings of %s that differ in %s (%s), and the policy %s has no stage over it; add one, such as `{over: %s, how: mean}`",
				o.ratee, len(words[dimension]), o.plan.nodes[n].code, dimension, someOf(found), o.plan.policy.ID, dimension)
		}
	}
	return fmt.Errorf("%s has several values for %s after the last stage of the policy %s", o.ratee, o.plan.nodes[n].code, o.plan.policy.ID)
}

// someOf names the first few of many words.
func someOf(words []string) string {
	const enough = 4
	if len(words) > enough {
		return strings.Join(words[:enough], ", ") + " …"
	}
	return strings.Join(words, ", ")
}

// cover works out the coverage of every node, children first: of a rated item
// 1 or 0, of others the weighted mean over what goes into them.
func (o *outcome) cover() {
	o.coverage = make([]*big.Rat, len(o.cells))
	for n := range o.plan.nodes {
		if o.plan.nodes[n].rated && o.applicable(n) {
			o.coverage[n] = new(big.Rat)
			if o.cells[n].value != nil {
				o.coverage[n].SetInt64(1)
			}
		}
	}
	for n := range o.plan.upwards() {
		if !o.plan.nodes[n].rated {
			o.coverage[n] = o.coverageOf(o.plan.nodes[n].below)
		}
	}
}

func (o *outcome) coverageOf(below []source) *big.Rat {
	covered, total := new(big.Rat), new(big.Rat)
	for _, from := range below {
		if share := o.coverage[from.node]; share != nil {
			total.Add(total, from.weight)
			covered.Add(covered, new(big.Rat).Mul(from.weight, share))
		}
	}
	if total.Sign() == 0 {
		return nil
	}
	return covered.Quo(covered, total)
}

// upwards yields the nodes from the last to the first, so that all below an
// item come before it, and last the one over everything.
func (p *plan) upwards() iter.Seq[int] {
	return func(yield func(int) bool) {
		for n := p.top() - 1; n >= 0; n-- {
			if !yield(n) {
				return
			}
		}
		yield(p.top())
	}
}

// applicable reports whether anything about a node can be rated for the ratee.
func (o *outcome) applicable(n int) bool { return o.cells[n].state != rubric.NotApplicable }
