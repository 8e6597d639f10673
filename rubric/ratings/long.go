package ratings

import (
	"errors"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// A long file has a row for each rating: a column names the item, another has
// the rating.
func isLong(s *session, columns []Column) bool {
	_, item := s.options.Set[ItemRole]
	value := false
	for _, c := range columns {
		item = item || c.Role == ItemRole
		value = value || c.Role == Value
	}
	return item && value
}

func longCells(t *table) []int { return []int{t.of(Value)} }

func readLong(r *fileReader, t *table) error {
	switch {
	case !r.has(t, Ratee):
		return r.noRatee(t)
	case !r.has(t, Rater):
		return errors.New("no column says who rated, so two ratings of one item could be one rater's or two's; name it with --map rater=COLUMN, or, if one person rated all, give --set rater=NAME")
	}
	r.noteDimensions(t)
	for _, rec := range t.records {
		if r.sound(t, rec) {
			r.longRecord(t, rec)
		}
	}
	return nil
}

// longRecord reads a row. One that names no item and has no rating can still
// carry a comment on the whole form; of one whose item the mapping leaves out
// nothing is read.
func (r *fileReader) longRecord(t *table, rec record) {
	named := r.itemName(t, rec)
	it, how := r.itemNamed(named)
	if how == leftOut {
		r.leftItems.add(rec.line)
		return
	}
	f := r.form(t, rec, "")
	r.longRemarks(t, rec, f, named, it)
	value := t.of(Value)
	switch {
	case clean(named) == "" && clean(rec.at(value)) == "", !rec.holds(value):
		return
	case f.ratee == "":
		r.refuseRatee(t, rec, 1)
		return
	}
	c := r.cell(t, rec, value, f, it)
	if it == nil || !it.IsRated() {
		if clean(c.text) != "" {
			r.enter(f)
		}
		r.refuse(r.itemCell(t, rec, c), clean(named), r.unknownItem(named, it))
		return
	}
	r.take(c)
}

// itemName is the text that says which item a row rates.
func (r *fileReader) itemName(t *table, rec record) string {
	if i := t.of(ItemRole); i >= 0 && clean(rec.at(i)) != "" {
		return rec.at(i)
	}
	return r.options.Set[ItemRole]
}

// itemCell turns a rating's cell into that of the item's name, which is what
// is wrong.
func (r *fileReader) itemCell(t *table, rec record, c cell) cell {
	if i := t.of(ItemRole); i >= 0 {
		c.column, c.name, c.text, c.at = i, t.columns[i].Name, rec.at(i), r.place(rec, i)
	}
	return c
}

// longRemarks keeps the comments of a row, with the item as it is named if it
// is not known.
func (r *fileReader) longRemarks(t *table, rec record, f form, named string, it *rubric.Item) {
	if i := t.of(RemarkOn); i >= 0 && clean(rec.at(i)) != "" {
		named = rec.at(i)
		it, _ = r.items.find(named)
	}
	code := clean(named)
	if it != nil {
		code = it.Code
	}
	for i, c := range t.columns {
		switch {
		case c.Role != Remark:
		case c.Item != nil:
			r.remark(t, rec, i, f, c.Item.Code)
		default:
			r.remark(t, rec, i, f, code)
		}
	}
}

// unknownItem says why a name is that of no rated item.
func (r *fileReader) unknownItem(named string, it *rubric.Item) problem {
	switch {
	case it != nil:
		return problem{code: CodeUnknownItem, message: notRated(it)}
	case clean(named) == "":
		return problem{code: CodeUnknownItem, message: "the row has a rating and names no item"}
	}
	return problem{code: CodeUnknownItem, message: "the framework has no item of this code or text", suggestion: r.nearestItem(named)}
}

// itemNamed is the item of a name, as [itemIndex.find] finds it, which looks long
// for a name that it does not know.
func (s *session) itemNamed(name string) (*rubric.Item, string) {
	if _, unknown := s.nearest[name]; unknown {
		return nil, ""
	}
	return s.items.find(name)
}

// nearestItem is the code that a name may have meant; "" for none. Files have few
// names many times, and looking through all codes takes long.
func (s *session) nearestItem(name string) string {
	code, known := s.nearest[name]
	if !known {
		code = diag.Nearest(cut(clean(name), longestValue), s.codes())
		if len(name) <= longestKnown && len(s.nearest) < mostKnown {
			s.nearest[strings.Clone(name)] = code
		}
	}
	return code
}

// codes are the codes of the rated items.
func (s *session) codes() []string {
	var codes []string
	for _, it := range s.framework.Indicators() {
		codes = append(codes, it.Code)
	}
	return codes
}

// notRated says why an item of the framework takes no ratings.
func notRated(it *rubric.Item) string {
	for i := it; i != nil; i = i.Parent() {
		if i.Retired != "" {
			return "item " + it.Code + " is retired: " + i.Retired
		}
	}
	return "item " + it.Code + " is not rated in this framework"
}
