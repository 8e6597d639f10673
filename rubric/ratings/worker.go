package ratings

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/internal/csvblock"
)

// worker reads blocks of a file, in a session of its own that shares the book.
type worker struct {
	*fileReader
	plan    *streamPlan
	quick   *quick // nil where every record is read as any is read
	records int    // data records, blank ones not counted
	blank   rowCount
	again   rowCount // rows that only repeat the header
	left    rowCount // rows that the mapping leaves out
	trials  trialRows
	err     error
}

func (r *fileReader) newWorker(p *streamPlan) *worker {
	s := *r.session
	s.matchers, s.known, s.nearest = map[vocabulary]*matcher{}, map[string]Column{}, map[string]string{}
	s.sheets, s.current = s.book.Writer(), form{}
	s.rejects, s.comments, s.entries, s.files, s.kept, s.entered = nil, nil, nil, nil, nil, map[form]bool{}
	own := &fileReader{session: &s, index: r.index, file: r.file, report: r.report, dates: r.dates}
	own.report.Notes, own.report.Skipped = nil, nil
	w := &worker{fileReader: own, plan: p, trials: trialRows{}}
	if r.wish.isQuick() {
		w.quick = newQuick(w)
	}
	return w
}

// readAll reads blocks as long as there are any.
func (w *worker) readAll(from *dealer) {
	for b, ok := from.next(nil); ok; b, ok = from.next(b.Text) {
		if from.isNext(b) {
			from.back(b)
			w.read(b)
		} else { // which gives others the time to hand theirs back
			w.read(b)
			from.back(b)
		}
		if w.err != nil {
			from.fail(w.err)
		}
	}
	w.sheets.Flush()
}

// read reads a block.
func (w *worker) read(b csvblock.Block) {
	if !isClean(b.Text) {
		w.err = errWhole
		return
	}
	at := position{line: b.Line, number: b.Record + 1 - w.plan.skip}
	quick := w.quickFor(b)
	for text := b.Text; len(text) > 0 && w.err == nil; {
		if quick != nil && at.number > 0 {
			text = quick.read(text, &at)
		}
		if len(text) > 0 {
			n, _ := csvblock.Record(text, byte(w.plan.table.delimiter))
			w.record(string(text[:n]), &at)
			text = text[n:]
		}
	}
}

// quickFor is what reads a block quickly; nil for nothing. It knows nothing of
// rows that are left out.
func (w *worker) quickFor(b csvblock.Block) *quick {
	if m := w.options.Mapping; m.leavesOut() && m.leavesSome(b.Line, bytes.Count(b.Text, []byte{'\n'})) {
		return nil
	}
	return w.quick
}

// position is a place in a file: a physical line, and the number of the record
// that begins there among the data, below 1 above them.
type position struct{ line, number int }

// isClean reports whether a text may be read in blocks: other line ends, NUL
// and broken characters concern the whole file.
func isClean(text []byte) bool {
	returns := bytes.Count(text, []byte{'\r'})
	return utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 && (returns == 0 || returns == bytes.Count(text, []byte("\r\n")))
}

// record reads one record as any is read.
func (w *worker) record(text string, at *position) {
	if rec, ok := w.plan.record(text, at); ok {
		w.data(rec)
	}
}

// record splits the text of one record and moves the position on. It reports
// false where there is none of data: in an empty line, and above them.
func (p *streamPlan) record(text string, at *position) (record, bool) {
	from := *at
	at.number++
	at.line += strings.Count(text, "\n")
	text = strings.ReplaceAll(text, "\r\n", "\n")
	rec, ok := firstRecord(text, p.table.delimiter)
	if !ok || from.number <= 0 {
		return record{}, false
	}
	rec.line += from.line - 1
	for i := range rec.lines {
		rec.lines[i] += from.line - 1
	}
	rec.number = from.number
	return rec, true
}

// tableOf is the table with one record.
func (p *streamPlan) tableOf(rec record) *table {
	one := *p.bare
	one.records = []record{rec}
	one.unmask()
	return &one
}

// data takes up a record below the header.
func (w *worker) data(rec record) {
	w.sumUp()
	trial := w.plan.table.trial(rec)
	switch {
	case w.options.Mapping.leaves(rec.line):
		w.left.add(rec.line)
		w.report.Skipped = append(w.report.Skipped, rec.line)
		return
	case rec.blank():
		w.blank.add(rec.line)
		return
	case w.plan.table.repeats(rec):
		w.again.add(rec.line)
		w.report.Skipped = append(w.report.Skipped, rec.line)
		return
	case trial != "":
		w.trials.add(rec.line, trial)
		w.report.Skipped = append(w.report.Skipped, rec.line)
		return
	case slices.ContainsFunc(w.plan.void, func(i int) bool { return clean(rec.at(i)) != "" }):
		w.err = errWhole
		return
	}
	w.records++
	one := w.plan.tableOf(rec)
	probe := *w.fileReader // what it notes of a name, reading the file whole will note
	if probe.checkFramework(one) != nil || len(probe.report.Notes) > len(w.report.Notes) || !w.datesFit(one) {
		w.err = errWhole
		return
	}
	w.join(one, w.plan.joints)
	if err := one.shape.read(w.fileReader, one); err != nil {
		w.err = errWhole
	}
}

// datesFit reports whether the dates of a table are in the order that the head
// of the file has told.
func (w *worker) datesFit(t *table) bool { return w.datesOf(t).fits(w.report.Dates) }

// fits reports whether dates can be read in an order; "" is none.
func (d dateEvidence) fits(order string) bool {
	switch {
	case d == dateEvidence{}:
		return true
	case d.dayFirst != nil:
		return order == dayFirst && d.monthFirst == nil
	case d.monthFirst != nil:
		return order == monthFirst
	}
	return order != ""
}
