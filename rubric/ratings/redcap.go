package ratings

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/lazyregexp"
)

// REDCap exports a column for each field, and for a field of boxes one for each
// box. Its fields have lower-case names of letters, digits and underscores.
func isREDCap(_ *fileReader, rows []record) bool {
	if hasName(rows[0], "redcap_event_name", "redcap_repeat_instrument", "redcap_data_access_group", "redcap_survey_identifier") {
		return true
	}
	form := false // the state of a form, which REDCap adds
	for _, f := range rows[0].fields {
		f = clean(f)
		if rawBox.MatchString(f) || labelledBox.MatchString(f) {
			return true
		}
		form = form || strings.HasSuffix(f, "_complete")
	}
	return form && hasName(rows[0], "record_id")
}

// redcapWordings are how its columns name an item.
var redcapWordings = []wording{redcapBox, redcapField, inBrackets, afterDash}

// The names of a box: `field___code` in raw data, `Label (choice=Text)` in
// labelled data.
var (
	rawBox      = lazyregexp.New(`^([a-z][a-z0-9_]*?)___(\w+)$`)
	labelledBox = lazyregexp.New(`^(.+) \(choice=(.+)\)$`)
)

// redcapBox reads the column of a box: the field is the item and the box a
// level or a null state, or the box is itself an item that is ticked or not.
func redcapBox(r *fileReader, name string) (Column, bool) {
	m := rawBox.FindStringSubmatch(clean(name))
	if m == nil {
		m = labelledBox.FindStringSubmatch(clean(name))
	}
	if m == nil {
		return Column{}, false
	}
	box := boxText(m[2])
	if c, ok := r.field(m[1]); ok {
		c.piece = &piece{tickedBoxes, c.Item, box}
		c.How += ", and the box one of its answers"
		return c, true
	}
	if c, ok := r.field(box); ok && isTick(c.Item) {
		return c, true
	}
	return Column{}, false
}

// boxText gives the code of a box back: in a name, a minus is an underscore.
func boxText(code string) string {
	if rest, found := strings.CutPrefix(code, "_"); found && strings.Trim(rest, "0123456789") == "" {
		return "-" + rest
	}
	return code
}

// isTick reports whether an item has two levels, for a box that is empty or
// ticked.
func isTick(it *rubric.Item) bool {
	s := it.Scale
	return s != nil && len(s.Levels) == 2 && s.Lowest().String() == "0" && s.Highest().String() == "1"
}

// redcapField reads the name of a field.
func redcapField(r *fileReader, name string) (Column, bool) { return r.field(clean(name)) }

// field finds the rated item whose code, text or label a field has: codes as
// REDCap has to write them, with underscores for what is no letter or digit,
// and a letter or a word before a digit.
func (r *fileReader) field(name string) (Column, bool) {
	if c, ok := r.within(name, "the field"); ok {
		return c, true
	}
	it := r.items.byField[name]
	if it == nil {
		it = r.items.byField[fieldPrefix.ReplaceAllString(name, "")]
	}
	if it == nil {
		return Column{}, false
	}
	if it, how := r.items.coded(it.Code); it == nil {
		return itemColumn("", nil, how), true
	}
	return Column{Item: it, How: "the field is the item's code, as REDCap can write it"}, true
}

// fieldPrefix is what may stand before a code that begins with a digit.
var fieldPrefix = lazyregexp.New(`^(?:i|q|item|indicator|question)_?`)

var notInField = lazyregexp.New(`[^a-z0-9]+`)

// fieldName is a code as the name of a field.
func fieldName(code string) string { return notInField.ReplaceAllString(strings.ToLower(code), "_") }

// tickedBoxes makes the rating of an item of its boxes: the level that is
// ticked, nothing where none is, all of them where several are.
var tickedBoxes = &way{"a box of the rating", func(_ *fileReader, _ *rubric.Item, parts []part) string {
	var ticked, strange []string
	for _, p := range parts {
		switch plainKey(p.cell) {
		case "1", "checked":
			ticked = append(ticked, p.text)
		case "0", "", "unchecked":
		default:
			strange = append(strange, clean(p.cell))
		}
	}
	return strings.Join(append(ticked, strange...), ";")
}}
