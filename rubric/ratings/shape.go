package ratings

import "rubrickit/rubric"

// shape is one way to lay ratings out in a table.
type shape struct {
	name string
	// header reports whether these columns are the header of such a table.
	header func(s *session, columns []Column) bool
	// cells are the columns that hold ratings.
	cells func(*table) []int
	read  func(*fileReader, *table) error
}

// shapes is the table of them; they are tried in order.
func shapes() []shape {
	return []shape{
		{"long", isLong, longCells, readLong},
		{"wide", isWide, wideCells, readWide},
	}
}

// shapeOf is the shape whose header these columns are; nil where there is none.
func shapeOf(s *session, columns []Column) *shape {
	for _, row := range s.shapes() {
		if row.header(s, columns) {
			return &row
		}
	}
	return nil
}

// shapes are those that a table can have in this session.
func (s *session) shapes() []shape {
	if s.roster != nil {
		return rosterShapes()
	}
	return shapes()
}

// form reads whose ratings a record holds. What the file leaves blank is
// filled from the options; rater is who stands in where neither says who rated.
func (r *fileReader) form(t *table, rec record, rater string) form {
	text := func(role Role) string {
		if i := t.of(role); i >= 0 && clean(rec.at(i)) != "" {
			return rec.at(i)
		}
		return r.options.Set[role]
	}
	f := form{
		ratee: text(Ratee), rater: clean(text(Rater)), group: clean(text(Group)), occasion: r.dates(clean(text(Occasion))),
	}
	if f.rater == "" {
		f.rater = rater
	}
	r.keep(t, rec, f.ratee)
	return f
}

// has reports whether the ratings of a file have a role.
func (r *fileReader) has(t *table, role Role) bool {
	_, set := r.options.Set[role]
	return set || t.of(role) >= 0
}

// noteDimensions records which optional dimensions the file has.
func (r *fileReader) noteDimensions(t *table) {
	r.hasRater = r.hasRater || r.has(t, Rater)
	r.hasGroup = r.hasGroup || r.has(t, Group)
	r.hasOccasion = r.hasOccasion || r.has(t, Occasion)
}

// place is where a cell of a record stands.
func (r *fileReader) place(rec record, column int) rubric.Place {
	return rubric.Place{File: r.file.Name, Sheet: r.report.Sheet, Line: rec.lineOf(column), Record: rec.number}
}

// cell is a cell of a record.
func (r *fileReader) cell(t *table, rec record, column int, f form, it *rubric.Item) cell {
	return cell{form: f, item: it, at: r.place(rec, column), column: column, name: t.columns[column].Name, text: rec.at(column), file: r.index}
}

// take reads a cell of an item: into the book, into the entries of a second
// look, or into a reject. What a blank means is settled when all cells of its
// form are read.
func (r *fileReader) take(c cell) {
	means, blank := meaning{state: rubric.Missing}, clean(c.text) == ""
	var p *problem
	if !blank {
		means, p = r.matcher(c.item).read(c.text)
	}
	switch {
	case r.wish != nil:
		if e := (entry{c, means, blank}); p == nil && r.wish.takes(e) {
			r.entries = append(r.entries, e)
		}
		return
	case p != nil:
		r.enter(c.form)
		r.refuse(c, c.item.Code, *p)
		return
	case !blank:
		r.taken++
	}
	r.cells++
	r.put(c, means, blank)
}

// refuse takes up a cell and rejects it.
func (r *fileReader) refuse(c cell, item string, p problem) {
	r.cells++
	r.reject(c, item, p)
}

// refuseRow rejects a whole record of so many cells.
func (r *fileReader) refuseRow(rec record, column int, value string, p problem, cells int) {
	name := ""
	if column >= 0 {
		name = r.report.Columns[column].Name
	}
	r.cells += cells
	r.addReject(rejection{file: r.index, column: column, Reject: rubric.Reject{
		At: r.place(rec, max(column, 0)), Column: name, Value: cut(value, longestValue),
		Code: string(p.code), Message: p.message, Cells: cells,
	}})
}

// longestValue is how many characters of a rejected cell are kept.
const longestValue = 200

// reject records a cell that could not be taken.
func (s *session) reject(c cell, item string, p problem) {
	s.addReject(rejection{file: c.file, column: c.column, Reject: rubric.Reject{
		At: c.at, Column: c.name, Ratee: c.form.ratee, Item: item, Value: cut(c.text, longestValue),
		Code: string(p.code), Message: p.message, Suggestion: p.suggestion, Cells: 1,
	}})
}

// addReject keeps a reject. A second look, which meets those of the first again,
// keeps none.
func (s *session) addReject(x rejection) {
	if s.wish == nil {
		s.rejects = append(s.rejects, x)
	}
}

// remark keeps a comment, as [session.addReject] does.
func (r *fileReader) remark(t *table, rec record, column int, f form, item string) {
	text := rec.at(column)
	if r.wish != nil || clean(text) == "" {
		return
	}
	r.comments = append(r.comments, rubric.Comment{
		Ratee: f.ratee, Item: item, Rater: f.rater, Group: f.group, Occasion: f.occasion, Text: text, At: r.place(rec, column),
	})
}
