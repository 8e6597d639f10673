package rubric

import (
	"iter"

	"rubrickit/rubric/internal/rowset"
)

// SheetWriter puts ratings into a set. Each goroutine has its own; what they were
// given is there once all of them are flushed.
type SheetWriter struct{ w *rowset.Writer }

// Writer returns a new writer of the set.
func (b *Book) Writer() *SheetWriter { return &SheetWriter{w: b.forms.Writer()} }

// Begin makes a form the current one.
func (w *SheetWriter) Begin(f Form) {
	w.w.Begin([]byte(f.Ratee), []byte(f.Rater), []byte(f.Group), []byte(f.Occasion))
}

// BeginKey makes the form with these texts the current one. They are copied, most
// quickly where their memory goes on for 16 bytes from where they begin, as in a
// file; nobody may write there meanwhile.
func (w *SheetWriter) BeginKey(ratee, rater, group, occasion []byte) {
	w.w.Begin(ratee, rater, group, occasion)
}

// Put marks an item of the current form. A rating takes the place of a blank
// and of a missing answer; two that differ leave the cell in contradiction, see
// [Book.Clashes].
func (w *SheetWriter) Put(column int, m Mark) { w.w.Put(column, m) }

// PutAll marks several columns of the current form, each as Put does.
func (w *SheetWriter) PutAll(columns []int, marks []Mark) { w.w.PutAll(columns, marks) }

// Flush hands over what is left.
func (w *SheetWriter) Flush() { w.w.Flush() }

// key is the form as a key: its texts, the ratee first.
func (f Form) key(k rowset.Key) rowset.Key {
	return k.AppendText(f.Ratee).AppendText(f.Rater).AppendText(f.Group).AppendText(f.Occasion)
}

// Clashes visits the cells that were marked in two different ways, in no
// particular order. They must be put right before scores are computed.
func (b *Book) Clashes() iter.Seq2[Form, int] {
	type cell struct {
		form   Form
		column int
	}
	var found []cell
	for row := range b.forms.All() {
		for column := range b.items {
			if row.Clashes(column) {
				found = append(found, cell{formOf(row.Key), column})
			}
		}
	}
	return func(yield func(Form, int) bool) {
		for _, c := range found {
			if !yield(c.form, c.column) {
				return
			}
		}
	}
}

func formOf(k rowset.Key) Form {
	return Form{string(k.Part(0)), string(k.Part(1)), string(k.Part(2)), string(k.Part(3))}
}

// At is the mark in a column of a form; [MarkAbsent] where there is no such
// form.
func (b *Book) At(f Form, column int) Mark {
	row, found := b.forms.Find(f.key(nil))
	if !found {
		return MarkAbsent
	}
	return row.At(column)
}

// Put puts a mark over whatever stands in a column of a form that is there.
func (b *Book) Put(f Form, column int, m Mark) {
	if row, found := b.forms.Find(f.key(nil)); found {
		row.Set(column, m)
	}
}

// Settle ends the writing: it gives back the memory that only writing needs.
func (b *Book) Settle() { b.forms.Settle() }
