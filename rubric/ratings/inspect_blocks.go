package ratings

import (
	"bytes"
	"slices"

	"rubrickit/rubric/internal/csvblock"
)

// blockTally counts the texts of a big file in the order in which its blocks
// are cut, and keeps no row. What stands first, and which texts are listed, is
// as in a file that is read whole.
type blockTally struct {
	*fileReader
	plan         *streamPlan
	cells, names *counter
	quick        *quickTally // nil where several columns make a rating
}

func newBlockTally(r *fileReader, p *streamPlan) *blockTally {
	b := &blockTally{fileReader: r, plan: p, cells: newCounter(), names: newCounter()}
	b.quick = newQuickTally(b)
	return b
}

// see counts what stands in a block.
func (b *blockTally) see(block csvblock.Block) {
	at := position{line: block.Line, number: block.Record + 1 - b.plan.skip}
	for text := block.Text; len(text) > 0; {
		line := text[:bytes.IndexByte(text, '\n')+1] // a block ends in a line end
		if at.number > 0 && b.quick != nil && b.quick.count(line, at) {
			at.line, at.number, text = at.line+1, at.number+1, text[len(line):]
			continue
		}
		n, _ := csvblock.Record(text, byte(b.plan.table.delimiter))
		if rec, ok := b.plan.record(string(text[:n]), &at); ok {
			b.count(rec)
		}
		text = text[n:]
	}
}

// count counts the cells of a record as those of any file are counted.
func (b *blockTally) count(rec record) {
	if rec.blank() || b.plan.table.repeats(rec) || b.options.Mapping.leaves(rec.line) || b.plan.table.trial(rec) != "" {
		return
	}
	one := b.plan.tableOf(rec)
	b.join(one, b.plan.joints)
	b.countCells(b.cells, one, rec)
	b.countName(b.names, one, rec)
}

// quickTally counts records without quotes whose texts stood in the file
// before: nearly all. It does nothing else than blockTally.count.
type quickTally struct {
	*blockTally
	ratings []int      // columns that hold ratings
	scales  []*matcher // of their items; nil where each row names its own
	item    int        // the column that names it; -1 without one
	// named and exact know cells by what stands there, letter for letter: the
	// scale of an item, nil for none, and the index of a text in its tally.
	named map[string]*matcher
	exact map[*counter]map[wordOn]int
	parts [][]byte // the cells of the present record
}

// newQuickTally is nil where several columns make a rating.
func newQuickTally(b *blockTally) *quickTally {
	if len(b.plan.joints) > 0 {
		return nil
	}
	t := b.plan.bare
	q := &quickTally{
		blockTally: b, ratings: t.shape.cells(t), item: t.of(ItemRole),
		named: map[string]*matcher{}, exact: map[*counter]map[wordOn]int{b.cells: {}, b.names: {}},
	}
	for _, i := range q.ratings {
		var m *matcher
		if it := b.itemAt(t, record{}, i); it != nil && it.IsRated() {
			m = b.matcher(it)
		}
		q.scales = append(q.scales, m)
	}
	return q
}

// count counts the cells of a line, if it is a plain record; else it has done
// nothing.
func (q *quickTally) count(line []byte, at position) bool {
	if !q.split(line) || q.needsCare(at) {
		return false
	}
	scale, named := (*matcher)(nil), false
	if q.item >= 0 {
		if scale, named = q.scaleNamed(q.parts[q.item]); !named {
			return false
		}
		q.countCell(q.names, q.item, at, nil)
	}
	for i, column := range q.ratings {
		m := q.scales[i]
		if q.item >= 0 {
			m = scale
		}
		if m != nil {
			q.countCell(q.cells, column, at, m)
		}
	}
	return true
}

// split takes a line apart; false where it is not as wide as the header, or
// has quotes.
func (q *quickTally) split(line []byte) bool {
	if bytes.IndexByte(line, '"') >= 0 {
		return false
	}
	line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
	delimiter := byte(q.plan.table.delimiter)
	q.parts = q.parts[:0]
	for {
		n := bytes.IndexByte(line, delimiter)
		if n < 0 {
			break
		}
		q.parts, line = append(q.parts, line[:n]), line[n+1:]
	}
	q.parts = append(q.parts, line)
	return len(q.parts) == len(q.plan.table.header.fields)
}

// needsCare reports whether a record may be none of data, or holds cells that
// do not say what they mean.
func (q *quickTally) needsCare(at position) bool {
	visible := func(column int) bool {
		return slices.ContainsFunc(q.parts[column], func(c byte) bool { return c > ' ' && c < 0x7f })
	}
	first := q.ratings[0]
	return q.plan.bare.isNeutral() || q.options.Mapping.leaves(at.line) || q.isTrial() ||
		slices.ContainsFunc(q.plan.table.rows, func(row record) bool { return row.at(first) == string(q.parts[first]) }) ||
		q.item < 0 && !slices.ContainsFunc(q.ratings, visible)
}

// isTrial reports whether a record is no answer.
func (q *quickTally) isTrial() bool {
	return slices.ContainsFunc(q.plan.bare.trials, func(t trialColumn) bool { return t.marks(string(q.parts[t.column])) })
}

// scaleNamed is the scale of the item that a cell names, nil where it is none
// that is rated; false where the cell needs care.
func (q *quickTally) scaleNamed(name []byte) (*matcher, bool) {
	if m, known := q.named[string(name)]; known {
		return m, true
	}
	if len(q.named) >= mostKnown || clean(string(name)) == "" {
		return nil, false
	}
	var m *matcher
	if it, _ := q.items.find(string(name)); it != nil && it.IsRated() {
		m = q.matcher(it)
	}
	q.named[string(name)] = m
	return m, true
}

// countCell counts a cell: on a scale a rating, else the name of an item.
func (q *quickTally) countCell(c *counter, column int, at position, scale *matcher) {
	if i, known := q.exact[c][wordOn{scale, string(q.parts[column])}]; known {
		c.tally.Texts[i].Count++
		return
	}
	text := string(q.parts[column])
	key, explain := wordOn{key: clean(text)}, q.explainName
	if scale != nil {
		key, explain = scale.keyOf(text), scale.explain
	}
	c.count(key, text, q.place(record{line: at.line, number: at.number}, column), explain)
	if i, listed := c.at[key]; listed && len(q.exact[c]) < mostKnown {
		q.exact[c][wordOn{scale, text}] = i
	}
}
