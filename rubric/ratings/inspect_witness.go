package ratings

import "rubrickit/rubric/internal/csvblock"

// witness looks over the shoulder of the reader of one file. A nil witness
// sees nothing.
type witness struct {
	tables   []FileInspection // that were found
	readers  []*fileReader    // of each of them
	attempts []attempt        // at finding one
	blocks   *blockTally      // of a file that is read in blocks
}

// begins forgets what it saw: the file is read from its beginning.
func (w *witness) begins() {
	if w != nil {
		*w = witness{}
	}
}

// attempt is a way to split a file, whether or not it has a table so.
type attempt struct {
	reader    *fileReader
	records   []record // the first ones
	delimiter rune     // of a CSV; else 0
}

// splits sees records before a header is looked for.
func (w *witness) splits(r *fileReader, records []record, delimiter rune) {
	if w != nil {
		w.attempts = append(w.attempts, attempt{r, records[:min(len(records), headerWithin+hintRecords)], delimiter})
	}
}

// finds sees a table before it is read.
func (w *witness) finds(r *fileReader, t *table) {
	if w != nil {
		w.readers = append(w.readers, r)
		w.tables = append(w.tables, FileInspection{Hints: r.hints(t.columns, t.records), Samples: samples(t.columns, t.records)})
	}
}

// streams sees the head of a file that is read in blocks, and returns what is
// to see each of them; nil where nobody is.
func (w *witness) streams(r *fileReader, p *streamPlan) func(csvblock.Block) {
	if w == nil {
		return nil
	}
	p.table.unmask()
	w.finds(r, p.table)
	w.blocks = newBlockTally(r, p)
	return w.blocks.see
}

// reads sees the cells of the table that was found last, as they are read.
func (w *witness) reads(r *fileReader, t *table) {
	if w != nil {
		last := &w.tables[len(w.tables)-1]
		last.Cells, last.Names = r.tallyCells(t), r.tallyNames(t)
	}
}

// guess is what can be told of a file in which no header was found: the row
// that is most like one, in the way to split the file that makes it so.
func (w *witness) guess() FileInspection {
	out := FileInspection{Guess: true}
	best := 0
	for _, a := range w.attempts {
		if out.Header == 0 {
			out.FileReport = a.reader.report
		}
		for i, rec := range a.records[:min(len(a.records), headerWithin)] {
			columns, _ := a.reader.recognise(rec.fields)
			if likeness := a.reader.headerLikeness(columns); likeness > best {
				best = likeness
				out.take(a, rec, columns, a.records[i+1:])
			}
		}
	}
	return out
}

// take makes a row the header, as a guess.
func (x *FileInspection) take(a attempt, header record, columns []Column, below []record) {
	x.FileReport = a.reader.report
	if a.delimiter != 0 {
		x.Delimiter = string(a.delimiter)
	}
	x.Header, x.HeaderLines, x.Columns = header.line, []int{header.line}, columns
	x.Hints, x.Samples = a.reader.hints(columns, below), samples(columns, below)
}

// headerLikeness weighs a row as a header: a cell that is recognised counts
// more than any number of others. A single item may stand in any row, and where
// items are called 1, 2, 3, so are ratings.
func (r *fileReader) headerLikeness(columns []Column) int {
	const recognised = 1 << 20
	named, roles, items := 0, 0, 0
	for _, c := range columns {
		switch {
		case c.Role != "":
			roles++
		case c.Item != nil && c.Item.IsRated():
			items++
		}
		if clean(c.Name) != "" {
			named++
		}
	}
	if items < 2 || r.couldBeRatings(columns) {
		items = 0
	}
	return (roles+items)*recognised + named
}

// seen are the tables of a file, as far as it was read.
func (w *witness) seen(file File) []FileInspection {
	if len(w.tables) == 0 {
		out := w.guess()
		out.File = file.Name
		return []FileInspection{out}
	}
	for i, r := range w.readers {
		w.tables[i].FileReport = r.report
	}
	if b := w.blocks; b != nil {
		w.tables[0].Cells, w.tables[0].Names = sortedCells(b.cells), b.sortedNames(b.names)
	}
	return w.tables
}
