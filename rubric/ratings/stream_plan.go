package ratings

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// streamPlan is how a big file is read, as its head tells.
type streamPlan struct {
	table *table // of the head
	bare  *table // its header, without records
	// skip is how many records stand above the data, empty lines counted.
	skip int
	// void are the columns that must stay blank: with a text in one, all of
	// its cells would decide what it is.
	void   []int
	joints []joint // columns that are read together
	// left are the rows above the data that the mapping leaves out.
	left rowCount
}

// planFor understands the head of a file. It is nil where the file must be
// read whole: it is no CSV, its parts depend on each other, or something is
// wrong that reading it whole will say.
func (r *fileReader) planFor(head []byte) *streamPlan {
	text, err := utf8Charset.text(firstLines(head, r.options.headLines()))
	if err != nil || !isPlainCSV(r.file.Name, text) {
		return nil
	}
	t, err := r.findTable(text, beginning) // nearly always enough
	if err == nil && len(t.records) < r.options.leastRecords() {
		t, err = r.findTable(text, 0)
	}
	if err != nil || !r.isSound(t) {
		return nil
	}
	p := &streamPlan{table: t, joints: joints(t.columns)}
	if !r.addBare(p, afterSeparator(text)) || !r.addVoid(p) {
		return nil
	}
	return p
}

// headLines is how many lines of a head are looked at: enough for the records by
// which the table is judged, some of them over two lines.
func (o Options) headLines() int { return 2 * (headerWithin + max(firstRecords, o.leastRecords())) }

// firstLines is so many whole lines of a text.
func firstLines(text []byte, most int) []byte {
	end := 0
	for range most {
		n := bytes.IndexByte(text[end:], '\n')
		if n < 0 {
			break
		}
		end += n + 1
	}
	return text[:end]
}

// afterSeparator is a text as it is split: without a first line that names
// the delimiter.
func afterSeparator(text string) string {
	text, _ = separatorLine(text)
	return text
}

// isPlainCSV reports whether a text would be read as CSV.
func isPlainCSV(name, text string) bool {
	for _, c := range containers() {
		if c.begins == "" && c.is(name, text) {
			return c.name == "csv"
		}
	}
	return false
}

// isSound reports whether a table can be read record by record, and whether
// its head is long enough to have told the delimiter.
func (r *fileReader) isSound(t *table) bool {
	probe := *r // what it notes, the reading notes again
	if probe.checkColumns(t) != nil || probe.checkFramework(t) != nil || len(probe.report.Notes) > len(r.report.Notes) {
		return false
	}
	dates, err := r.dateReader(t)
	r.dates = dates
	return err == nil && t.delimiter < utf8.RuneSelf && len(t.records) >= r.options.leastRecords()
}

// addBare finds where the data begins, and makes a table of the header alone.
func (r *fileReader) addBare(p *streamPlan, text string) bool {
	last := max(slices.Max(p.table.headerLines), p.table.below)
	records := readRecords(text, p.table.delimiter, last) // a line each at least
	above := 0
	for _, rec := range records {
		if rec.line > last {
			break
		}
		above++
		p.skip += 1 + rec.emptyBefore
	}
	p.bare = r.split(records[:above], p.table.delimiter)
	if p.bare != nil {
		p.left, p.bare.left = p.bare.left, rowCount{} // to be told with the others
	}
	return p.bare != nil && p.bare.layout == p.table.layout && slices.Equal(p.bare.header.fields, p.table.header.fields)
}

// addVoid finds the columns that must stay blank. A column of which more must
// be known than that nobody reads it makes the plan impossible.
func (r *fileReader) addVoid(p *streamPlan) bool {
	t := p.table
	for i, c := range t.columns {
		switch {
		case c.piece != nil || c.Part: // it is read together with others
		case c.Role != "" || c.Ignored || slices.Contains(t.shape.cells(t), i):
		case t.filledIn(i) == 0:
			p.void = append(p.void, i)
		case clean(c.Name) == "" || r.stray(t, i) != nil:
			return false
		}
	}
	return true
}

// leastRecords is how many records must be seen before a file can be read in
// blocks: those by which the delimiter is judged, and for a witness those by
// which columns are.
func (o Options) leastRecords() int {
	switch {
	case o.witness != nil:
		return max(firstRecords, hintRecords) + 1 // the last one may be cut off
	case o.head > 0:
		return 1
	}
	return firstRecords
}
