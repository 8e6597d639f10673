package collect

import (
	"cmp"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// Row is a row of the ratings file: a rating with the comment on it, or a comment
// alone.
type Row struct {
	rubric.Form
	Item   string // code; "" for a comment that goes with no rating
	Rating string // as [ratings.Speller] writes it; "" for a blank
	// Comment is on the row's item, or on the item CommentOn, or, without either,
	// on the whole form.
	Comment, CommentOn string
	At                 rubric.Place
}

// rowsOf are the rows of a collection: its ratings in the order of the files, each
// comment in the row of its rating or, where none has room for it, in one of its
// own.
func rowsOf(c *Collection) ([]Row, error) {
	found, err := c.Book.Find(func(rubric.Form, *rubric.Item) bool { return true })
	if err != nil {
		return nil, err
	}
	remarks := newRemarks(c.Book.Comments)
	spell := ratings.NewSpeller(c.Framework)
	rows := make([]Row, 0, len(found)+len(c.Book.Comments))
	for _, v := range found {
		row := Row{Form: v.Form(), Item: v.Item.Code, At: v.At}
		if row.Rating, err = cellOf(c.Book, spell, v); err != nil {
			return nil, err
		}
		row.Comment = remarks.take(v)
		rows = append(rows, row)
	}
	rows = append(rows, remarks.rest()...)
	sortRows(rows, c.Report)
	return rows, nil
}

// cellOf is the text of a rating; nothing for a blank, which is told from a word
// for a missing answer by what the book holds.
func cellOf(b *rubric.Book, spell *ratings.Speller, v rubric.Rating) (string, error) {
	if v.State == rubric.Missing {
		column, _ := b.Column(v.Item)
		if b.At(v.Form(), column) != rubric.MarkMissing {
			return "", nil
		}
	}
	return spell.Cell(v.Item, rubric.Meaning{State: v.State, Value: v.Value})
}

// sortRows puts rows in the order of the files, sheets and records; those of one
// record stay as they are.
func sortRows(rows []Row, report *ratings.Report) {
	order := map[[2]string]int{}
	for i, file := range report.Files {
		order[[2]string{file.File, file.Sheet}] = i
	}
	at := func(r *Row) int { return order[[2]string{r.At.File, r.At.Sheet}] }
	slices.SortStableFunc(rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(at(&a), at(&b)), cmp.Compare(a.At.Record, b.At.Record))
	})
}

// remarks are comments that wait for the row they belong to.
type remarks struct {
	comments []rubric.Comment
	waiting  map[remarkKey][]int // indexes of the comments
	taken    []bool
}

// remarkKey is what a comment is on, in a file.
type remarkKey struct {
	form              rubric.Form
	item, file, sheet string
}

// newRemarks keeps each comment once: what one form says in two files with the
// same words is said once.
func newRemarks(comments []rubric.Comment) *remarks {
	type said struct {
		form       rubric.Form
		item, text string
	}
	first := map[said]rubric.Place{}
	r := &remarks{waiting: map[remarkKey][]int{}}
	for _, c := range comments {
		form := formOf(c)
		key := said{form, c.Item, c.Text}
		if at, known := first[key]; known && at.File != c.At.File {
			continue
		}
		first[key] = c.At
		where := remarkKey{form, c.Item, c.At.File, c.At.Sheet}
		r.waiting[where] = append(r.waiting[where], len(r.comments))
		r.comments = append(r.comments, c)
	}
	r.taken = make([]bool, len(r.comments))
	return r
}

func formOf(c rubric.Comment) rubric.Form {
	return rubric.Form{Ratee: c.Ratee, Rater: c.Rater, Group: c.Group, Occasion: c.Occasion}
}

// take hands out the first comment on a rating, "" where there is none.
func (r *remarks) take(v rubric.Rating) string {
	key := remarkKey{v.Form(), v.Item.Code, v.At.File, v.At.Sheet}
	waiting := r.waiting[key]
	if len(waiting) == 0 {
		return ""
	}
	r.waiting[key] = waiting[1:]
	r.taken[waiting[0]] = true
	return r.comments[waiting[0]].Text
}

// rest are rows for the comments that nobody took.
func (r *remarks) rest() []Row {
	var out []Row
	for i, c := range r.comments {
		if !r.taken[i] {
			out = append(out, Row{Form: formOf(c), Comment: c.Text, CommentOn: c.Item, At: c.At})
		}
	}
	return out
}
