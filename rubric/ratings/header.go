package ratings

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// headerWithin is how many records may stand before the data: titles, notes
// and the header.
const headerWithin = 100

// split finds the header among the records of a CSV and takes what follows for
// data; nil without a header.
func (r *fileReader) split(records []record, delimiter rune) *table {
	r.options.witness.splits(r, records, delimiter)
	t := r.splitWithin(records, headerWithin)
	if t != nil {
		t.delimiter = delimiter
	}
	return t
}

// splitWithin looks for the header among so many first records.
func (r *fileReader) splitWithin(records []record, within int) *table {
	widest := 0 // cells with a text in the rows above
	for i, rec := range records[:min(len(records), r.options.Mapping.headerWithin(within))] {
		if !r.options.Mapping.startsHeader(rec.line) {
			continue
		}
		h := r.headingAt(records[i:])
		filled := rec.filled()
		if h == nil || widest >= filled && r.couldBeRatings(h.columns) {
			widest = max(widest, filled)
			continue
		}
		t := h.table()
		t.passOver(records[:i])
		r.addData(t, h, records[i+len(h.rows):])
		return t
	}
	return nil
}

// recognise finds what each cell of a row would be in a header, and the shape
// of the table below it; nil when the row is no header.
func (r *fileReader) recognise(cells []string) ([]Column, *shape) {
	names := make([][]string, len(cells))
	for i, cell := range cells {
		names[i] = []string{cell}
	}
	return r.recogniseNames(names, usualWordings)
}

// recogniseNames does the same where each column has several names.
func (r *fileReader) recogniseNames(names [][]string, wordings []wording) ([]Column, *shape) {
	columns := make([]Column, len(names))
	for i := range names {
		columns[i] = r.columnOf(names[i], wordings)
	}
	r.settleRoles(columns)
	settleWordings(columns)
	settlePieces(columns)
	return columns, shapeOf(r.session, columns)
}

// couldBeRatings reports whether every item's name in a row could as well be
// a rating: where items are called 1, 2, 3, so are levels. Such a row is the
// header only where no row above it is as wide.
func (r *fileReader) couldBeRatings(columns []Column) bool {
	for _, c := range columns {
		if c.Role != "" {
			return false
		}
		if c.Item == nil || !c.Item.IsRated() {
			continue
		}
		if _, p := r.matcher(c.Item).read(c.Name); p != nil {
			return false
		}
	}
	return true
}

// passOver notes the rows above the header.
func (t *table) passOver(above []record) {
	t.noteRows(slices.DeleteFunc(slices.Clone(above), record.blank), "above the header")
}

// addData keeps the data records. Rows below the header that belong to it,
// blank ones, ones that only repeat the header (files put together), and ones
// that the producer marks as no answers are noted.
func (r *fileReader) addData(t *table, h *heading, records []record) {
	r.leaveOut(t, records)
	records = records[r.passBelow(t, records):]
	var blank, again []record
	trials := trialRows{}
	number := 0
	for _, rec := range records {
		number += 1 + rec.emptyBefore
		rec.number = number
		why := t.trial(rec)
		switch {
		case r.options.Mapping.leaves(rec.line):
		case rec.blank():
			blank = append(blank, rec)
		case t.repeats(rec):
			again = append(again, rec)
		case why != "":
			trials.add(rec.line, why)
			t.skipped = append(t.skipped, rec.line)
		default:
			t.records = append(t.records, rec)
		}
	}
	t.noteRows(blank, "blank")
	t.skip(again, "the header again")
	for _, why := range trials.whys() {
		t.notes = append(t.notes, trials[why].passed(why))
	}
	slices.Sort(t.skipped)
}

// skip notes rows that are no data, and keeps their lines.
func (t *table) skip(rows []record, why string) {
	t.noteRows(rows, why)
	for _, rec := range rows {
		t.skipped = append(t.skipped, rec.line)
	}
	slices.Sort(t.skipped)
}

// noteRows notes rows that are not read, if there are any.
func (t *table) noteRows(rows []record, why string) {
	var count rowCount
	for _, rec := range rows {
		count.add(rec.line)
	}
	if count.n > 0 {
		t.notes = append(t.notes, count.passed(why))
	}
}

// noHeader says why no row of a file is a header; first is one with a text.
func (r *fileReader) noHeader(first *record, tried []rune) string {
	if r.roster != nil {
		return noRosterHeader(first)
	}
	var codes []string
	for _, it := range r.framework.Indicators() {
		if codes = append(codes, it.Code); len(codes) == 3 {
			break
		}
	}
	message := r.options.Mapping.headerWords() + fmt.Sprintf("no row of it is a header for %s: a row a form needs a column for each item (%s …), a row a rating needs the columns item and rating; "+
		"other names are told with --map ROLE=COLUMN", r.framework.ID, strings.Join(codes, ", "))
	if tried != nil {
		message += ", another delimiter with --delimiter"
	}
	if first != nil {
		message += fmt.Sprintf("; its line %d reads %s", first.line, quoteCells(first.fields))
	}
	return message
}

// widestStart is the first row with a text, under the delimiter that finds
// most cells in it.
func widestStart(text string, tried []rune) *record {
	var best *record
	for _, d := range tried {
		rows := slices.DeleteFunc(readRecords(text, d, headerWithin), func(rec record) bool { return rec.filled() == 0 })
		if len(rows) > 0 && (best == nil || len(rows[0].fields) > len(best.fields)) {
			best = &rows[0]
		}
	}
	return best
}

// quoteCells shows the first cells of a row.
func quoteCells(cells []string) string {
	const most = 6
	var out []string
	for _, c := range cells[:min(len(cells), most)] {
		out = append(out, fmt.Sprintf("%q", cut(clean(c), 40)))
	}
	if len(cells) > most {
		out = append(out, "…")
	}
	return strings.Join(out, ", ")
}

// cut shortens a text to so many characters.
func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + "…"
}
