package score

import (
	"fmt"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// job is a policy laid out over a framework and over the words that a book of
// ratings has: everything that holds for all ratees.
type job struct {
	*plan
	book    *rubric.Book
	present dimensions
	// groups and occasions number the words, in their order; where a stage
	// puts occasions in order, by their places.
	groups, occasions map[string]int32
	// column is the book's column of a node that is rated, [noColumn] where
	// the book has none; initial are the cells that its marks stand for.
	column  []int
	width   int // of a form: the book's columns
	lanes   lanes
	initial [][]cell
	shown   shownLadder
	lead    *lead // nil where all steps are taken one by one
	// at is the step before which values are kept apart; [whole] for none.
	at int
}

const noColumn = -1

func newJob(p *plan, b *rubric.Book) (*job, error) {
	words := b.Words()
	j := &job{
		plan: p, book: b, at: whole, shown: p.shownLadder(), groups: numbered(words.Groups), occasions: numbered(words.Occasions),
		present: dimensions{
			occasion: b.HasOccasion || named(words.Occasions), rater: b.HasRater || words.Raters, group: b.HasGroup || named(words.Groups),
		},
	}
	if p.order != nil {
		ranks, err := p.order.ranks(words.Occasions)
		if err != nil {
			return nil, err
		}
		j.occasions = ranks
	}
	for _, s := range p.steps {
		s.weighWords(words)
	}
	if err := j.connect(); err != nil {
		return nil, err
	}
	j.lead = j.leadOf()
	return j, nil
}

// named reports whether any of the words is one.
func named(words []string) bool { return len(words) > 1 || len(words) == 1 && words[0] != "" }

func numbered(words []string) map[string]int32 {
	out := map[string]int32{}
	for i, word := range words {
		out[word] = int32(i)
	}
	return out
}

// connect finds the nodes of the book's columns.
func (j *job) connect() error {
	j.width, j.lanes = max(1, len(j.book.Items())), lanesOf(j.book.MarkBits())
	j.column, j.initial = make([]int, len(j.nodes)), make([][]cell, len(j.nodes))
	for n := range j.nodes {
		j.column[n], j.initial[n] = noColumn, []cell{rubric.MarkAbsent: j.initialCell(n, rubric.Meaning{State: rubric.Missing})}
	}
	var strange []int
	for c, it := range j.book.Items() {
		n, known := j.index[it.Code]
		if !known || !j.nodes[n].rated {
			strange = append(strange, c)
			continue
		}
		j.column[n], j.initial[n] = c, j.initialCells(n, c)
	}
	return j.refuse(strange)
}

// initialCells are what the marks of a column stand for, by mark.
func (j *job) initialCells(n, column int) []cell {
	out := make([]cell, j.book.Marks(column))
	for m := range out {
		out[m] = j.initialCell(n, j.book.Meaning(column, rubric.Mark(m)))
	}
	return out
}

// initialCell is what a form says of a node, before any stage.
func (j *job) initialCell(n int, says rubric.Meaning) cell {
	out := nothing(says.State)
	if says.State == rubric.Rated {
		out = cell{state: rubric.Rated, value: exactly(says.Value)}
	}
	if scale := j.nodes[n].scale; j.ranges && scale != nil && len(scale.Levels) > 0 {
		out.more = &more{low: exactly(scale.Lowest()), high: exactly(scale.Highest())}
	}
	return out
}

// refuse is the error for ratings in columns of items that are not rated.
func (j *job) refuse(columns []int) error {
	if len(columns) == 0 {
		return nil
	}
	counts := j.book.Counts()
	for _, c := range columns {
		for _, n := range counts[c][1:] {
			if n > 0 {
				return fmt.Errorf("the ratings have some of the item %s, which %s does not rate; read them with the framework that they are scored by", j.book.Items()[c].Code, j.framework.ID)
			}
		}
	}
	return nil
}

// weighWords works out what a step makes of each group and of each occasion.
func (s *step) weighWords(words rubric.Words) {
	if s.weights != nil && s.group {
		s.groupWeights = s.weightsOf(words.Groups)
	}
	if s.weights != nil && s.occasion {
		s.occasionWeights = s.weightsOf(words.Occasions)
	}
	if len(s.minRaters) > 0 && s.group {
		for _, group := range words.Groups {
			s.leastRaters = append(s.leastRaters, s.leastOf(group))
		}
	}
}

func (s *step) weightsOf(words []string) []wordWeight {
	out := make([]wordWeight, len(words))
	for i, text := range words {
		out[i] = wordWeight{text, s.weights.word(text)}
	}
	return out
}

// wordWeight is what a group or an occasion weighs; none where the policy does
// not say.
type wordWeight struct {
	text   string
	weight exact.Number
}

// leastOf is the least number of raters that a group needs.
func (s *step) leastOf(group string) int {
	rest := 0
	for _, m := range s.minRaters {
		if m.group.text == everyOther {
			rest = m.raters
		} else if sameWord(m.group.text, group) {
			return m.raters
		}
	}
	return rest
}
