package score

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Options are about what is computed besides the scores.
type Options struct {
	// At names what a stage collapses: occasion, rater, group, or a tier. The
	// values before that stage then stand beside the scores, one for each of
	// the raters, groups and occasions that are not collapsed yet, and so do
	// the values that the later stages over tiers make of these. A group of
	// too few raters for a later stage is withheld here, too.
	At string
}

// whole is the step before which nothing is kept apart.
const whole = -1

// stepAt finds the step that Options.At is about.
func (j *job) stepAt(at string) (int, error) {
	if at == "" {
		return whole, nil
	}
	left := j.present
	for i, s := range j.steps {
		if !j.collapses(s, at) {
			left = left.without(s.of(j.present))
			continue
		}
		if left == (dimensions{}) {
			return whole, fmt.Errorf("nothing stands apart before the stage over %s: the files have no raters, groups or occasions that earlier stages leave; name an earlier stage", at)
		}
		return i, nil
	}
	var known []string
	for _, s := range j.policy.stages {
		known = append(known, texts(s.over)...)
	}
	return whole, fmt.Errorf("the policy %s has no stage over %q; %s", j.policy.ID, at, diag.Suggest(at, known, "its stages are over "+strings.Join(known, ", ")))
}

// collapses reports whether a step collapses what a word names.
func (p *plan) collapses(s *step, word string) bool {
	if s.overs(word) {
		return true
	}
	return s.tiers && slices.ContainsFunc(p.nodes, func(n node) bool {
		return n.item != nil && s.top <= n.depth && n.depth <= s.bottom && p.framework.Tier(n.depth) == word
	})
}

func (d dimensions) without(e dimensions) dimensions {
	return dimensions{d.occasion && !e.occasion, d.rater && !e.rater, d.group && !e.group}
}

// scoreApart works out what stands beside the score of the ratee that was
// scored last, and hands on the outcome of each column.
func (o *outcome) scoreApart(add func(words rubric.Form)) error {
	known := len(o.ambiguous)
	if _, err := o.load(o.of); err != nil {
		return err
	}
	o.ambiguous = o.ambiguous[:known] // they are known from the first time
	first, columns := o.rows, slices.Clone(o.columns)
	dropped := dimensions{}
	for i, s := range o.steps {
		if i == o.at {
			o.freeze()
		}
		if !o.frozen {
			dropped = dropped.with(s.of(o.present))
		}
		if err := o.apply(s); err != nil {
			return err
		}
	}
	o.alone = false // which is said of the whole
	for _, at := range o.columnsByWords() {
		o.settleColumn(at)
		o.countColumn(first, columns, dropped, o.columns[at])
		o.cover()
		add(o.wordsOf(o.columns[at]))
	}
	return nil
}

// columnsByWords are the columns by group, rater and occasion.
func (g *grid) columnsByWords() []int {
	order := make([]int, len(g.columns))
	for at := range order {
		order[at] = at
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := g.columns[a], g.columns[b]
		return cmp.Or(cmp.Compare(x.group, y.group), cmp.Compare(x.rater, y.rater), cmp.Compare(x.occasion, y.occasion))
	})
	return order
}

func (d dimensions) with(e dimensions) dimensions {
	return dimensions{d.occasion || e.occasion, d.rater || e.rater, d.group || e.group}
}

// freeze keeps the columns apart from now on. What a later stage would suppress
// is withheld: to show it would tell what the stage is there to hide.
func (g *grid) freeze() {
	g.frozen = true
	for _, s := range g.steps[g.at:] {
		if s.leastRaters == nil {
			continue
		}
		for n, row := range g.rows {
			in := g.room.in[:0]
			for i, c := range row {
				in = append(in, input{c, &one, &g.columns[i], n})
			}
			g.suppress(s, in)
			for i := range in {
				row[i] = in[i].cell
			}
			g.room.in = in
		}
	}
}

// settleColumn takes the values of one column, children first.
func (o *outcome) settleColumn(at int) {
	for n := range o.upwards() {
		if row := o.rows[n]; row != nil {
			o.final[n] = row[at]
		} else {
			o.made[n] = o.withoutStage(n)
			o.final[n] = &o.made[n]
		}
		o.verdicts[n] = verdict{rank: noBand}
	}
}

// countColumn counts the ratings that a column is of.
func (o *outcome) countColumn(first [][]*cell, columns []column, dropped dimensions, c column) {
	clear(o.counts)
	for i := range columns {
		if dropped.drop(columns[i]).place() != c.place() {
			continue
		}
		for n, row := range first {
			if row != nil {
				o.counts[n][row[i].state]++
			}
		}
	}
}
