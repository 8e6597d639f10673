package ratings

import (
	"regexp"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/markup"
)

// itemIndex finds the item that a header or a cell names.
type itemIndex struct {
	told   map[string]*rubric.Item // by the mapping
	byCode map[string]*rubric.Item // exact
	byKey  map[string]*rubric.Item // code in any case; nil where two have it
	byText map[string]*rubric.Item // title or text; nil where two have it
	// byField has the codes of rated items as names of fields, where only
	// letters, digits and underscores may stand; nil where two have one.
	byField map[string]*rubric.Item
}

// indexItems collects the names of a framework's items; told may be nil.
func indexItems(f *rubric.Framework, told *Mapping) itemIndex {
	x := itemIndex{told: map[string]*rubric.Item{}, byCode: map[string]*rubric.Item{}, byKey: map[string]*rubric.Item{}, byText: map[string]*rubric.Item{}, byField: map[string]*rubric.Item{}}
	if told != nil {
		for _, line := range told.items {
			x.told[clean(line.name.text)] = f.Item(line.means.text)
		}
	}
	for it := range f.All() {
		x.byCode[it.Code] = it
		enter(x.byKey, plainKey(it.Code), it)
	}
	for _, it := range f.Indicators() {
		enter(x.byField, fieldName(it.Code), it)
		for _, text := range namesOf(it) {
			enter(x.byText, text, it)
		}
	}
	return x
}

// enter adds an item under a key, which means nothing once two items have it.
func enter(to map[string]*rubric.Item, key string, it *rubric.Item) {
	if key == "" {
		return
	}
	if other, taken := to[key]; taken && other != it {
		it = nil
	}
	to[key] = it
}

// namesOf are the keys of what stands for an item besides its code: its title
// and its text, alone and after its stem.
func namesOf(it *rubric.Item) []string {
	title, text := plainKey(markup.Plain(it.Title)), plainKey(markup.Plain(it.Text))
	names := []string{title, text}
	if stem := it.LeadIn(); stem != "" && text != "" {
		names = append(names, plainKey(markup.Plain(stem))+" "+text)
	}
	return names
}

// numbered is a text after a number that is not part of it: "3) …", "1.2. …".
var numbered = regexp.MustCompile(`^(\S+?)[.):\]]*\s*[-–—:]?\s+(.+)$`)

// find returns the item that a text names: as the mapping says, by its code, by
// its title or text, or by one of them after its code or a number; and how it
// was found.
func (x itemIndex) find(text string) (*rubric.Item, string) {
	text = clean(text)
	key := plainKey(text)
	if it := x.told[text]; it != nil {
		return it, byMapping
	}
	if it := x.byCode[text]; it != nil {
		return it, "its name is the code"
	}
	if it := x.byKey[key]; it != nil {
		return it, "its name is the code"
	}
	if it := x.byText[key]; it != nil {
		return it, "its name is the text"
	}
	return x.findNumbered(text)
}

// findNumbered finds an item by its text after its code, or after a number
// that is no item's code: a survey counts its questions in its own way.
func (x itemIndex) findNumbered(text string) (*rubric.Item, string) {
	m := numbered.FindStringSubmatch(text)
	if m == nil {
		return nil, ""
	}
	it := x.byText[plainKey(m[2])]
	code := strings.TrimLeft(m[1], "(")
	named, isCode := x.byKey[plainKey(code)]
	switch {
	case it == nil:
		return nil, ""
	case !isCode && strings.Trim(code, "0123456789.") == "":
		return it, "its name is a number and the text"
	case named == it:
		return it, "its name is the code and the text"
	}
	return nil, ""
}
