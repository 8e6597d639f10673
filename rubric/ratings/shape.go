package ratings

import (
	"fmt"
	"strings"

	"rubrickit/rubric"
)

// shape is one way to lay ratings out in a table.
type shape struct {
	name string
	fits func(*table) bool
	read func(*fileReader, *table) error
}

// shapes are tried in order.
var shapes = []shape{
	{"long", isLong, readLong},
	{"wide", isWide, readWide},
}

func shapeOf(t *table) *shape {
	for i := range shapes {
		if shapes[i].fits(t) {
			return &shapes[i]
		}
	}
	return nil
}

func noShape(t *table) string {
	return fmt.Sprintf("line %d: the columns are neither a row a rating (item and rating) nor a column an item: %s", t.header.line, strings.Join(t.header.fields, ", "))
}

// noHeader says why no row of a file is a header.
func (r *fileReader) noHeader() string {
	var codes []string
	for _, it := range r.framework.Indicators() {
		if codes = append(codes, it.Code); len(codes) == 3 {
			break
		}
	}
	return fmt.Sprintf("no row of it is a header for %s: a row a form needs a column for each item (%s …), a row a rating needs the columns item and rating; "+
		"other names are told with --map ROLE=COLUMN, another delimiter with --delimiter", r.framework.ID, strings.Join(codes, ", "))
}

// form is what a record says of all its ratings.
type form struct {
	ratee, rater, group, occasion string
	at                            rubric.Place
}

// form reads the roles of a record. What the file leaves blank is filled from
// the options; rater is who stands in where neither says who rated.
func (r *fileReader) form(t *table, rec record, rater string) form {
	cell := func(role Role, missing string) string {
		if i := t.of(role); i >= 0 && i < len(rec.fields) && clean(rec.fields[i]) != "" {
			return clean(rec.fields[i])
		}
		if value, set := r.options.Set[role]; set {
			return value
		}
		return missing
	}
	return form{
		ratee: cell(Ratee, ""), rater: cell(Rater, rater), group: cell(Group, ""), occasion: r.dates(cell(Occasion, "")),
		at: rubric.Place{File: r.file.Name, Line: rec.line, Record: rec.number},
	}
}

// has reports whether the ratings of a file have a role.
func (r *fileReader) has(t *table, role Role) bool {
	_, set := r.options.Set[role]
	return set || t.of(role) >= 0
}

// noteDimensions records which optional dimensions the file has.
func (r *fileReader) noteDimensions(t *table) {
	r.out.HasRater = r.out.HasRater || r.has(t, Rater)
	r.out.HasGroup = r.out.HasGroup || r.has(t, Group)
	r.out.HasOccasion = r.out.HasOccasion || r.has(t, Occasion)
}

// take reads one cell of one item into a rating or a reject.
func (r *fileReader) take(f form, it *rubric.Item, column, cell string, touched bool) {
	rating := rubric.Rating{Ratee: f.ratee, Item: it, Rater: f.rater, Group: f.group, Occasion: f.occasion, At: f.at}
	switch level := it.Scale.Level(it.Scale.Blank); {
	case clean(cell) != "":
		means, problem := r.matcher(it).read(cell)
		if problem != nil {
			r.reject(f, it.Code, column, cell, *problem, 1)
			return
		}
		rating.State, rating.Value = means.state, means.value
	case touched && level != nil:
		rating.Value = level.Value
	default:
		rating.State = rubric.Missing
	}
	r.report.Ledger.Count(rating.State, 1)
	r.out.Ratings = append(r.out.Ratings, rating)
}

func (r *fileReader) matcher(it *rubric.Item) *matcher {
	if r.matchers[it] == nil {
		r.matchers[it] = newMatcher(it, r.options.Nulls)
	}
	return r.matchers[it]
}

// reject records a cell, or a row of so many cells, that could not be taken.
func (r *fileReader) reject(f form, item, column, cell string, p problem, cells int) {
	r.report.Ledger.Reject(cells)
	r.out.Rejects = append(r.out.Rejects, rubric.Reject{
		At: f.at, Column: column, Ratee: f.ratee, Item: item, Value: cell,
		Code: string(p.code), Message: p.message, Suggestion: p.suggestion, Cells: cells,
	})
}

// remark keeps a comment.
func (r *fileReader) remark(f form, item, text string) {
	if clean(text) == "" {
		return
	}
	r.out.Comments = append(r.out.Comments, rubric.Comment{
		Ratee: f.ratee, Item: item, Rater: f.rater, Group: f.group, Occasion: f.occasion, Text: text, At: f.at,
	})
}
