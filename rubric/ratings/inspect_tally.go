package ratings

import (
	"cmp"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Tally counts the different texts of some cells of a file, case and spaces
// aside.
type Tally struct {
	Texts []Text
	Blank int // cells without a text
	// Others counts the cells whose texts are not listed, since there are too
	// many different ones.
	Others int
}

// mostTexts is how many different texts of a file are listed.
const mostTexts = 1000

// Text is a text of cells, and what it means there.
type Text struct {
	Text  string // as it stands the first time
	Count int    // cells
	First rubric.Place
	Item  *rubric.Item // that a name stands for
	// Ignored says that the mapping leaves out the item that a name stands for.
	Ignored bool
	// State and Value are what a cell means; Level is the level that has
	// exactly this value, nil for a value between levels.
	State rubric.State
	Value rubric.Decimal
	Level *rubric.Level
	// Code and Message are why the text means nothing, and Suggestion what it
	// may have been meant for; "" where it means something.
	Code       diag.Code
	Message    string
	Suggestion string
}

// wordOn is a text on a scale: the same word may mean two levels on two scales.
type wordOn struct {
	scale *matcher
	key   string
}

// counter makes a tally.
type counter struct {
	tally Tally
	at    map[wordOn]int // index among the texts
}

func newCounter() *counter { return &counter{at: map[wordOn]int{}} }

// count takes up a cell; read gives what its text means, and is asked once for
// each text.
func (c *counter) count(key wordOn, text string, at rubric.Place, read func(*Text)) {
	i, known := c.at[key]
	switch {
	case clean(text) == "":
		c.tally.Blank++
		return
	case known:
		c.tally.Texts[i].Count++
		return
	case len(c.tally.Texts) == mostTexts:
		c.tally.Others++
		return
	}
	t := Text{Text: clean(text), Count: 1, First: at}
	read(&t)
	c.at[key] = len(c.tally.Texts)
	c.tally.Texts = append(c.tally.Texts, t)
}

// tallyCells counts what stands in the cells that hold ratings.
func (r *fileReader) tallyCells(t *table) Tally {
	c := newCounter()
	for _, rec := range t.records {
		r.countCells(c, t, rec)
	}
	return sortedCells(c)
}

// countCells counts the cells of a record that hold ratings.
func (r *fileReader) countCells(c *counter, t *table, rec record) {
	if rec.fields == nil || !t.fits(rec) {
		return
	}
	for _, i := range t.shape.cells(t) {
		if it := r.itemAt(t, rec, i); it != nil && it.IsRated() && rec.holds(i) {
			m := r.matcher(it)
			c.count(m.keyOf(rec.at(i)), rec.at(i), r.place(rec, i), m.explain)
		}
	}
}

// keyOf is the same for texts that are one word on a scale.
func (m *matcher) keyOf(text string) wordOn { return wordOn{m, plainKey(text)} }

func sortedCells(c *counter) Tally {
	slices.SortStableFunc(c.tally.Texts, compareTexts)
	return c.tally
}

// explain says what a text means on a scale.
func (m *matcher) explain(t *Text) {
	means, p := m.read(t.Text)
	if p != nil {
		t.Code, t.Message, t.Suggestion = p.code, p.message, p.suggestion
		return
	}
	t.State, t.Value = means.state, means.value
	if means.state == rubric.Rated {
		t.Level = m.levelAt(means.value)
	}
}

// compareTexts puts levels before null states, and both before what is not
// understood; lower levels first, and what stands oftener.
func compareTexts(a, b Text) int {
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)), a.Value.Cmp(b.Value), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text),
	)
}

func rank(t Text) int {
	if t.Code != "" {
		return int(rubric.Missing) + 1
	}
	return int(t.State)
}

// tallyNames counts what stands in the column that names items.
func (r *fileReader) tallyNames(t *table) Tally {
	c := newCounter()
	for _, rec := range t.records {
		r.countName(c, t, rec)
	}
	return r.sortedNames(c)
}

// countName counts the cell of a record that names an item, in a table that
// has such a column.
func (r *fileReader) countName(c *counter, t *table, rec record) {
	column := t.of(ItemRole)
	if column < 0 || rec.fields == nil || !t.fits(rec) {
		return
	}
	text := clean(rec.at(column))
	c.count(wordOn{key: text}, text, r.place(rec, column), r.explainName)
}

func (r *fileReader) sortedNames(c *counter) Tally {
	slices.SortStableFunc(c.tally.Texts, r.compareNames())
	return c.tally
}

// explainName says which item a text names.
func (r *fileReader) explainName(t *Text) {
	it, how := r.items.find(t.Text)
	switch {
	case how == leftOut:
		t.Ignored = true
		return
	case it != nil && it.IsRated():
		t.Item = it
		return
	}
	p := r.unknownItem(t.Text, it)
	t.Code, t.Message, t.Suggestion = p.code, p.message, p.suggestion
}

// compareNames puts names in the order of the framework's items, unknown ones
// last.
func (r *fileReader) compareNames() func(a, b Text) int {
	order := map[*rubric.Item]int{}
	for i, it := range r.framework.Indicators() {
		order[it] = i
	}
	order[nil] = len(order)
	return func(a, b Text) int {
		return cmp.Or(cmp.Compare(order[a.Item], order[b.Item]), cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	}
}
