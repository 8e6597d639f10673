package rubric

import (
	"cmp"
	"iter"
	"slices"

	"rubrickit/rubric/internal/rowset"
)

// Form is whose ratings stand together: one filled-in sheet. Rater, Group and
// Occasion are "" where the file has no such column.
type Form struct{ Ratee, Rater, Group, Occasion string }

// Book is everything that was read from filled-in files. It keeps of each form
// a row of small numbers, its marks, one for each rated item, so that its size
// goes by the number of forms and not by the length of the files. Where a
// rating stands in them it does not keep; Find looks again.
type Book struct {
	Rejects  []Reject
	Comments []Comment
	Inputs   []Input
	Ledger   Ledger
	// HasRater, HasGroup and HasOccasion say which of the optional
	// dimensions the files have a column for.
	HasRater, HasGroup, HasOccasion bool
	// Find returns those of the ratings that are wanted, with their places, in
	// the order in which they stand in the files. It is nil where there are no
	// places to find.
	Find func(want func(Form, *Item) bool) ([]Rating, error)

	items   []*Item
	columns map[*Item]int
	words   []*vocabulary // by column
	forms   *rowset.Set
}

// NewBook returns an empty book for the ratings of a framework's rated items.
func NewBook(f *Framework) *Book {
	b := &Book{items: f.Indicators(), columns: map[*Item]int{}}
	shared := map[*Scale]*vocabulary{}
	most := Mark(0)
	for i, it := range b.items {
		if shared[it.Scale] == nil {
			shared[it.Scale] = newVocabulary(it.Scale)
		}
		b.columns[it] = i
		b.words = append(b.words, shared[it.Scale])
		most = max(most, shared[it.Scale].most)
	}
	b.forms = rowset.New(rowset.Options{Cells: max(1, len(b.items)), Most: most, Soft: MarkMissing})
	return b
}

// BookOf makes a book of ratings that are at hand. A rating of an item that the
// framework does not rate is left out, as is what two ratings of one cell say
// differently.
func BookOf(f *Framework, list []Rating) *Book {
	b := NewBook(f)
	w := b.Writer()
	for _, v := range list {
		column, rated := b.Column(v.Item)
		if !rated {
			continue
		}
		w.Begin(v.Form())
		w.Put(column, b.Mark(column, Meaning{v.State, v.Value}))
		b.Ledger.Count(v.State, 1)
		b.HasRater = b.HasRater || v.Rater != ""
		b.HasGroup = b.HasGroup || v.Group != ""
		b.HasOccasion = b.HasOccasion || v.Occasion != ""
	}
	w.Flush()
	for form, column := range b.Clashes() {
		b.Put(form, column, MarkAbsent)
	}
	b.Find = func(want func(Form, *Item) bool) ([]Rating, error) {
		return slices.DeleteFunc(slices.Clone(list), func(v Rating) bool { return !want(v.Form(), v.Item) }), nil
	}
	return b
}

// Form is the form that the rating stands in.
func (v Rating) Form() Form { return Form{v.Ratee, v.Rater, v.Group, v.Occasion} }

// Items are the rated items, in the framework's order: the columns of a form.
func (b *Book) Items() []*Item { return b.items }

// Column is the column of an item, and whether it is rated.
func (b *Book) Column(it *Item) (int, bool) {
	column, rated := b.columns[it]
	return column, rated
}

// Forms is the number of forms.
func (b *Book) Forms() int { return b.forms.Len() }

// EachForm visits the forms, in no particular order.
func (b *Book) EachForm() iter.Seq[Form] {
	return func(yield func(Form) bool) {
		for row := range b.forms.All() {
			if !yield(formOf(row.Key)) {
				return
			}
		}
	}
}

// Ratee is a person with all forms about them.
type Ratee struct {
	Name  []byte
	group rowset.Group
}

// Ratees lists who is rated, by name in the order of code points.
func (b *Book) Ratees() []Ratee {
	groups := b.forms.Groups()
	out := make([]Ratee, len(groups))
	for i, g := range groups {
		out[i] = Ratee{g.Name, g}
	}
	return out
}

// All visits the ratings by ratee, rater, group, occasion and item, without
// their places.
func (b *Book) All() iter.Seq[Rating] {
	return func(yield func(Rating) bool) {
		for _, of := range b.Ratees() {
			for v := range b.ratings(of) {
				if !yield(v) {
					return
				}
			}
		}
	}
}

// ratings visits the ratings in the forms about one person.
func (b *Book) ratings(of Ratee) iter.Seq[Rating] {
	return func(yield func(Rating) bool) {
		for _, s := range b.Sheets(of, nil) {
			for column, it := range b.items {
				m := s.Mark(column)
				if m == MarkAbsent {
					continue
				}
				says := b.Meaning(column, m)
				if !yield(Rating{string(of.Name), it, string(s.Rater), string(s.Group), string(s.Occasion), says.State, says.Value, Place{}}) {
					return
				}
			}
		}
	}
}

// Counts gives for each column how often each mark stands in it, by mark.
func (b *Book) Counts() [][]int {
	out := make([][]int, len(b.items))
	for column := range out {
		out[column] = make([]int, b.Marks(column))
	}
	var marks []Mark
	for row := range b.forms.All() {
		marks = row.Marks(marks[:0])
		for column, counts := range out {
			counts[marks[column]]++
		}
	}
	return out
}

// Repeated reports whether any cell was given more than one rating or word for
// a null state, equal or not.
func (b *Book) Repeated() bool { return b.forms.Repeated() }

// Repeats counts the cells that hold a rating or a word for a null state, and
// finds the first by form and item that was given the same one more than once;
// its column is -1 where there is none.
func (b *Book) Repeats() (cells int, first Form, column int) {
	column = -1
	for row := range b.forms.All() {
		for i := range b.items {
			if row.At(i) <= MarkMissing {
				continue
			}
			cells++
			if !row.Again(i) || row.Clashes(i) {
				continue
			}
			if f := formOf(row.Key); column < 0 || cmp.Or(compareForms(f, first), cmp.Compare(i, column)) < 0 {
				first, column = f, i
			}
		}
	}
	return cells, first, column
}

func compareForms(a, b Form) int {
	return cmp.Or(cmp.Compare(a.Ratee, b.Ratee), cmp.Compare(a.Rater, b.Rater), cmp.Compare(a.Group, b.Group), cmp.Compare(a.Occasion, b.Occasion))
}
