package ratings

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

// strayColumns rejects the columns that hold ratings, by the look of them, of
// no item that is read: they must not be dropped without a word. Other columns
// (a school, a year) are only reported as not recognised.
func (r *fileReader) strayColumns(t *table) {
	read := t.shape.cells(t)
	for i, c := range t.columns {
		if c.Role != "" || c.Part || c.Ignored || slices.Contains(read, i) {
			continue
		}
		filled := t.filledIn(i)
		if filled == 0 {
			continue
		}
		if p := r.stray(t, i); p != nil {
			r.rejectColumn(t, i, *p, filled)
		} else if clean(c.Name) == "" {
			r.note("column %d has no name and is not read; %d of its cells have a text", i+1, filled)
		}
	}
}

// filledIn counts the cells of a column with a text, in the rows that could
// be read.
func (t *table) filledIn(column int) int {
	n := 0
	for _, rec := range t.records {
		if t.fits(rec) && clean(rec.at(column)) != "" {
			n++
		}
	}
	return n
}

func (r *fileReader) rejectColumn(t *table, column int, p problem, cells int) {
	c := t.columns[column]
	r.cells += cells
	r.rejects = append(r.rejects, rejection{file: r.index, column: column, Reject: rubric.Reject{
		At: r.place(t.header, column), Column: c.Name, Item: codeOf(c.Item),
		Code: string(p.code), Message: p.message, Suggestion: p.suggestion, Cells: cells,
	}})
}

// stray says why a column seems to hold ratings of an item; nil if it does not.
func (r *fileReader) stray(t *table, column int) *problem {
	c := t.columns[column]
	name := clean(c.Name)
	near := r.nearItem(name)
	switch {
	case c.Item != nil && c.Item.IsRated():
		return &problem{code: CodeUnknownColumn, message: "the file has a row for each rating, and this column is named after item " + c.Item.Code}
	case c.Item != nil:
		return &problem{code: CodeUnknownColumn, message: notRated(c.Item)}
	case near != "" || slices.Contains(r.codeForms(), codeForm(name)):
		return &problem{code: CodeUnknownColumn, message: fmt.Sprintf("the column %q is named like an item, and the framework has none of this code or text", name), suggestion: near}
	case r.holdsLevels(t, column):
		return &problem{code: CodeUnknownColumn, message: fmt.Sprintf("the column %q holds levels of the scale, and names no item", name)}
	}
	return nil
}

// digits is a run of digits in a code.
var digits = lazyregexp.New(`\d+`)

// codeForm is the same for codes that differ in their numbers only: "#.#" for
// 1.4 and 2.13. It is "" for a text without a digit and for long numbers,
// which are years or ids.
func codeForm(text string) string {
	numbers := digits.FindAllString(text, -1)
	if len(numbers) == 0 || slices.ContainsFunc(numbers, func(n string) bool { return len(n) > 2 }) {
		return ""
	}
	return digits.ReplaceAllString(strings.ToLower(text), "#")
}

// codeForms are the forms of the codes of rated items.
func (r *fileReader) codeForms() []string {
	var out []string
	for _, code := range r.codes() {
		if form := codeForm(code); form != "" && !slices.Contains(out, form) {
			out = append(out, form)
		}
	}
	return out
}

// Names are compared with items' names within these lengths: short ones are
// near to anything, and long ones take long.
const (
	shortestNear = 5
	longestNear  = 200
)

// nearItem is the code of the item whose title or text a name is near to.
func (r *fileReader) nearItem(name string) string {
	n := utf8.RuneCountInString(name)
	if n < shortestNear || n > longestNear {
		return ""
	}
	codes := map[string]string{}
	var names []string
	for _, it := range r.framework.Indicators() {
		for _, of := range namesOf(it) {
			// What differs by more than a third in length alone is not near.
			if length := utf8.RuneCountInString(of); length >= n-n/3 && length <= n+n/3 && codes[of] == "" {
				codes[of] = it.Code
				names = append(names, of)
			}
		}
	}
	return codes[diag.Nearest(plainKey(name), names)]
}

// holdsLevels reports whether all cells of a column are words for levels.
// Numbers may count anything, and yes or no answer any question.
func (r *fileReader) holdsLevels(t *table, column int) bool {
	scale := r.framework.CommonScale()
	if scale == nil || len(scale.Levels) < 3 {
		return false
	}
	m := r.matcher(r.framework.Indicators()[0])
	return !slices.ContainsFunc(t.records, func(rec record) bool {
		if !t.fits(rec) || clean(rec.at(column)) == "" {
			return false
		}
		_, isNumber := number(clean(rec.at(column)))
		means, p := m.read(rec.at(column))
		return isNumber || p != nil || means.state != rubric.Rated
	})
}
