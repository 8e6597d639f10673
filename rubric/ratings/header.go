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

// split finds the header among records and takes what follows for data; nil
// without a header.
func (r *fileReader) split(records []record, delimiter rune) *table {
	widest := 0 // cells with a text in the rows above
	for i, rec := range records[:min(len(records), headerWithin)] {
		columns, shape := r.recognise(rec.fields)
		filled := rec.filled()
		if shape == nil || widest >= filled && r.couldBeRatings(columns) {
			widest = max(widest, filled)
			continue
		}
		t := &table{delimiter: delimiter, header: rec, columns: columns, shape: shape}
		t.passOver(records[:i])
		t.addData(records[i+1:])
		return t
	}
	return nil
}

// recognise finds what each cell of a row would be in a header, and the shape
// of the table below it; nil when the row is no header.
func (r *fileReader) recognise(cells []string) ([]Column, *shape) {
	columns := make([]Column, len(cells))
	for i, name := range cells {
		columns[i] = r.column(name)
	}
	r.settleRoles(columns)
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
	filled := slices.DeleteFunc(slices.Clone(above), record.blank)
	if len(filled) > 0 {
		t.notes = append(t.notes, passed(filled, "above the header"))
	}
}

// addData keeps the data records. Blank ones, and ones that only repeat the
// header (files put together), are noted.
func (t *table) addData(records []record) {
	var blank, again []record
	for i, rec := range records {
		rec.number = i + 1
		switch {
		case rec.blank():
			blank = append(blank, rec)
		case slices.Equal(rec.fields, t.header.fields):
			again = append(again, rec)
		default:
			t.records = append(t.records, rec)
		}
	}
	if len(blank) > 0 {
		t.notes = append(t.notes, passed(blank, "blank"))
	}
	if len(again) > 0 {
		t.notes = append(t.notes, passed(again, "the header again"))
	}
}

// passed says which rows are not data: "2 rows are not read, lines 1 to 3:
// above the header".
func passed(rows []record, why string) string {
	first, last := rows[0].line, rows[len(rows)-1].line
	if len(rows) == 1 {
		return fmt.Sprintf("1 row is not read, line %d: %s", first, why)
	}
	return fmt.Sprintf("%d rows are not read, lines %d to %d: %s", len(rows), first, last, why)
}

// noHeader says why no row of a file is a header.
func (r *fileReader) noHeader(text string, tried []rune) string {
	var codes []string
	for _, it := range r.framework.Indicators() {
		if codes = append(codes, it.Code); len(codes) == 3 {
			break
		}
	}
	message := fmt.Sprintf("no row of it is a header for %s: a row a form needs a column for each item (%s …), a row a rating needs the columns item and rating; "+
		"other names are told with --map ROLE=COLUMN, another delimiter with --delimiter", r.framework.ID, strings.Join(codes, ", "))
	if first := widestStart(text, tried); first != nil {
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
