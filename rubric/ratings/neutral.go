package ratings

import "strings"

// Files that our own forms make are safe to open in a spreadsheet: a cell that
// would be calculated has an apostrophe before it, and so has one that looks as
// if it had one already. Such files name the fingerprint of their framework.

// isNeutral reports whether cells of the table may have an apostrophe that is
// not theirs. Keys of objects are no header of a spreadsheet.
func (t *table) isNeutral() bool { return t.of(Print) >= 0 && len(t.headerLines) > 0 }

// unmask takes the apostrophes away again.
func (t *table) unmask() {
	if !t.isNeutral() {
		return
	}
	for _, rec := range t.records {
		for i, cell := range rec.fields {
			rec.fields[i] = unmasked(cell)
		}
	}
}

// formulaStarts are the characters that make a spreadsheet take a cell for a
// formula.
const formulaStarts = "=+-@\t\r"

// unmasked is a cell without one apostrophe, where it has some before the start
// of a formula.
func unmasked(cell string) string {
	rest := strings.TrimLeft(cell, "'")
	if rest == cell || rest == "" || strings.IndexByte(formulaStarts, rest[0]) < 0 {
		return cell
	}
	return cell[1:]
}
