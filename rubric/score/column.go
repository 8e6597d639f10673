package score

import "cmp"

// column is where values stand in the dimensions that are not collapsed yet, at
// first a form's rater, group and occasion. They are numbers, whose order is
// that of the words; see [words].
type column struct {
	rater    int32 // among those of the ratee
	group    int32
	occasion int32 // its place, where a stage puts occasions in order
	sheet    int32 // the first form of the column
}

// collapsed stands in a column for a dimension that is collapsed.
const collapsed = -1

// place is the column without its form: what tells columns apart.
func (c column) place() column {
	c.sheet = 0
	return c
}

func compareColumns(a, b column) int {
	return cmp.Or(cmp.Compare(a.rater, b.rater), cmp.Compare(a.group, b.group), cmp.Compare(a.occasion, b.occasion), cmp.Compare(a.sheet, b.sheet))
}

// dimensions says which of the dimensions besides the items are meant.
type dimensions struct{ occasion, rater, group bool }

// of are the dimensions that a step collapses of those that are there.
func (s *step) of(present dimensions) dimensions {
	return dimensions{s.occasion && present.occasion, s.rater && present.rater, s.group && present.group}
}

// drop collapses these dimensions of a column.
func (d dimensions) drop(c column) column {
	if d.occasion {
		c.occasion = collapsed
	}
	if d.rater {
		c.rater = collapsed
	}
	if d.group {
		c.group = collapsed
	}
	return c
}

// projection maps columns to fewer: which old ones go into each new one. The
// new ones stand in the order in which they are met.
type projection struct {
	columns []column
	to      []int32 // by old column
	from    []int32 // the old columns, by new one
	ends    []int32 // by new column: where its part of from ends
	places  map[column]int32
}

func newProjection() *projection { return &projection{places: map[column]int32{}} }

// project fills a projection, whose memory is used again.
func (p *projection) project(columns []column, d dimensions) {
	p.columns, p.to, p.ends = p.columns[:0], p.to[:0], p.ends[:0]
	clear(p.places)
	for _, c := range columns {
		at := p.enter(d.drop(c))
		p.to = append(p.to, at)
		p.ends[at]++
	}
	p.sort()
}

// enter finds the new column at a place, or makes it.
func (p *projection) enter(c column) int32 {
	if last := len(p.columns) - 1; last >= 0 && p.columns[last].place() == c.place() {
		return int32(last)
	}
	at, known := p.places[c.place()]
	if !known {
		at = int32(len(p.columns))
		p.places[c.place()] = at
		p.columns, p.ends = append(p.columns, c), append(p.ends, 0)
	}
	return at
}

// sort puts the old columns in the order of the new ones. Each end is the
// number of a new column's old ones before.
func (p *projection) sort() {
	var total int32
	for i, n := range p.ends {
		p.ends[i] = total
		total += n
	}
	p.from = append(p.from[:0], p.to...)
	for old, at := range p.to {
		p.from[p.ends[at]] = int32(old)
		p.ends[at]++
	}
}

// into are the old columns that go into a new one.
func (p *projection) into(at int) []int32 {
	if at == 0 {
		return p.from[:p.ends[0]]
	}
	return p.from[p.ends[at-1]:p.ends[at]]
}
