package score

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// outcome is everything that comes out for one ratee, by node. A worker has
// one, which it fills anew for each ratee.
type outcome struct {
	*grid
	final    []*cell
	made     []cell         // those of them that no stage made
	coverage []exact.Number // none where nothing is applicable
	own      []int          // the ranks of the bands that scores alone give
	clear    []bool         // whether these are the bands of the scores as shown, for sure
	verdicts []verdict
	// candidates is room for the verdicts that a node may still get.
	candidates []verdict
	packed     [][]byte // by node: room for the rows of a batch
	warmed     uint64   // by bringing forms near; it means nothing
}

func newOutcome(j *job) *outcome {
	n := len(j.nodes)
	return &outcome{
		grid: newGrid(j), final: make([]*cell, n), made: make([]cell, n), coverage: make([]exact.Number, n), own: make([]int, n), clear: make([]bool, n), verdicts: make([]verdict, n), packed: make([][]byte, n),
	}
}

// score takes the ratee that was loaded through all stages.
func (o *outcome) score() error {
	for _, s := range o.steps[o.taken:] {
		if err := o.apply(s); err != nil {
			return err
		}
	}
	if err := o.settle(); err != nil {
		return err
	}
	o.cover()
	o.judge()
	return nil
}

// settle takes the one value of each node that the stages leave, children
// first.
func (o *outcome) settle() error {
	for n := range o.upwards() {
		row := o.rows[n]
		if row == nil {
			o.made[n] = o.withoutStage(n)
			o.final[n] = &o.made[n]
			continue
		}
		values := 0
		for _, c := range row {
			if !c.value.IsNone() {
				values++
				o.final[n] = c
			}
		}
		switch {
		case values > 1:
			return o.severalLeft(n)
		case values == 0:
			o.made[n] = withoutValue(o.asInputs(row), true)
			o.final[n] = &o.made[n]
		}
	}
	return nil
}

// asInputs are cells as inputs that nothing is known of besides.
func (g *grid) asInputs(cells []*cell) []input {
	in := g.room.in[:0]
	for _, c := range cells {
		in = append(in, input{cell: c})
	}
	g.room.in = in
	return in
}

// withoutStage is the cell of a node that no stage gives a score. Its state
// is that of what is rated below it.
func (o *outcome) withoutStage(n int) cell {
	in := o.room.in[:0]
	for _, leaf := range o.nodes[n].leaves {
		in = append(in, input{cell: o.final[leaf]})
	}
	o.room.in = in
	return cell{state: stateOf(in), why: reason{kind: noStage}}
}

// severalLeft names the dimension in which a node still has several values.
func (o *outcome) severalLeft(n int) error {
	words := map[string][]string{}
	for i, c := range o.columns {
		if o.rows[n][i].value.IsNone() {
			continue
		}
		form := o.wordsOf(c)
		words[overRater] = append(words[overRater], form.Rater)
		words[overGroup] = append(words[overGroup], form.Group)
		words[overOccasion] = append(words[overOccasion], form.Occasion)
	}
	for _, dimension := range []string{overOccasion, overRater, overGroup} {
		found := slices.Clone(words[dimension])
		slices.Sort(found)
		if found = slices.Compact(found); len(found) > 1 {
			return fmt.Errorf("%s has %d ratings of %s that differ in %s (%s), and the policy %s has no stage over it; add one, such as `{over: %s, how: mean}`",
				o.of.Name, len(words[dimension]), o.nodes[n].code, dimension, someOf(found), o.policy.ID, dimension)
		}
	}
	return fmt.Errorf("%s has several values for %s after the last stage of the policy %s", o.of.Name, o.nodes[n].code, o.policy.ID)
}

// wordsOf are the words of a column in the dimensions that are not collapsed.
func (g *grid) wordsOf(c column) rubric.Form {
	out, s := rubric.Form{Ratee: string(g.of.Name)}, g.sheets[c.sheet]
	if c.rater != collapsed {
		out.Rater = string(s.Rater)
	}
	if c.group != collapsed {
		out.Group = string(s.Group)
	}
	if c.occasion != collapsed {
		out.Occasion = string(s.Occasion)
	}
	return out
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
	for n := range o.upwards() {
		switch {
		case !o.nodes[n].rated:
			o.coverage[n] = o.coverageOf(o.nodes[n].below)
		case !o.applicable(n):
			o.coverage[n] = exact.Number{}
		case o.final[n].value.IsNone():
			o.coverage[n] = exact.Int(0)
		default:
			o.coverage[n] = one
		}
	}
}

func (o *outcome) coverageOf(below []source) exact.Number {
	var covered, total exact.Sum
	for _, from := range below {
		if share := o.coverage[from.node]; !share.IsNone() {
			total.Add(from.weight)
			covered.AddProduct(from.weight, share)
		}
	}
	return covered.Over(&total)
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
func (o *outcome) applicable(n int) bool { return o.final[n].applicable() }

// states counts a rated item's ratings by state, and of another node the rated
// items below. One whose ratings came to nothing has no rating to give: it
// counts as missing there.
func (o *outcome) states(n int) [4]int32 {
	if o.nodes[n].rated {
		return o.counts[n]
	}
	var out [4]int32
	for _, leaf := range o.nodes[n].leaves {
		if c := o.final[leaf]; c.withheld() {
			out[rubric.Missing]++
		} else {
			out[c.state]++
		}
	}
	return out
}
