package rubric

import "rubrickit/rubric/internal/rowset"

// A blank cell may mean a level, such as a box that was not ticked: not by itself,
// but in a form in which something stands.

// IsFilledIn reports whether anything but blanks stands in a form. While a book
// is written it may be asked from many goroutines once all writers are flushed.
func (b *Book) IsFilledIn(f Form) bool {
	row, found := b.forms.Find(f.key(nil))
	return found && b.isFilledIn(row)
}

func (b *Book) isFilledIn(row rowset.Row) bool {
	for column := range b.items {
		if row.At(column) > MarkBlank {
			return true
		}
	}
	return false
}

// FillBlanks puts a mark into each blank cell of the forms that are filled in, or
// of which also says that they are. The marks are given by column; MarkBlank
// leaves a column as it is. It returns how many cells were filled.
func (b *Book) FillBlanks(with []Mark, also func(Form) bool) int {
	filled := 0
	for row := range b.forms.All() {
		blank := b.blanksIn(row, with)
		if len(blank) == 0 || !b.isFilledIn(row) && !also(formOf(row.Key)) {
			continue
		}
		for _, column := range blank {
			row.Set(column, with[column])
		}
		filled += len(blank)
	}
	return filled
}

// blanksIn are the blank cells of a form that there is a mark for.
func (b *Book) blanksIn(row rowset.Row, with []Mark) []int {
	var out []int
	for column, mark := range with {
		if mark != MarkBlank && row.At(column) == MarkBlank {
			out = append(out, column)
		}
	}
	return out
}
