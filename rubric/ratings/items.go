package ratings

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/markup"
)

// itemIndex finds the item that a header or a cell names.
type itemIndex struct {
	told   map[string]*rubric.Item // by the mapping
	left   map[string]bool         // names whose ratings the mapping leaves out
	byCode map[string]*rubric.Item // exact
	byKey  map[string]*rubric.Item // code in any case; nil where two have it
	byText map[string]*rubric.Item // title or text; nil where two have it
	// byField has the codes of rated items as names of fields, where only
	// letters, digits and underscores may stand; nil where two have one.
	byField map[string]*rubric.Item
}

// indexItems collects the names of a framework's items; told may be nil.
func indexItems(f *rubric.Framework, told *Mapping) itemIndex {
	x := itemIndex{told: map[string]*rubric.Item{}, left: map[string]bool{}, byCode: map[string]*rubric.Item{}, byKey: map[string]*rubric.Item{}, byText: map[string]*rubric.Item{}, byField: map[string]*rubric.Item{}}
	if told != nil {
		x.hear(f, told.items)
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

// hear takes up what a mapping says of names.
func (x itemIndex) hear(f *rubric.Framework, lines []mapped) {
	for _, line := range lines {
		name := clean(line.name.text)
		if line.isIgnored() {
			x.left[name] = true
		} else {
			x.told[name] = f.Item(line.means.text)
		}
	}
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

// coded returns what a name is by the mapping, else the item with this code; and
// how it was found, "" where it was not. What the mapping says of a code holds
// however files spell it: an old code may be another item's by now.
func (x itemIndex) coded(name string) (*rubric.Item, string) {
	switch {
	case x.told[name] != nil:
		return x.told[name], byMapping
	case x.left[name]:
		return nil, leftOut
	case x.byCode[name] != nil:
		return x.byCode[name], "its name is the code"
	}
	return nil, ""
}

// numbered is a text after a number that is not part of it: "3) …", "1.2. …".
var numbered = lazyregexp.New(`^(\S+?)[.):\]]*\s*[-–—:]?\s+(.+)$`)

// find returns the item that a text names: as the mapping says, by its code, by
// its title or text, or by one of them after its code or a number; and how it
// was found. Of a name whose ratings the mapping leaves out it says leftOut, and
// there is no item.
func (x itemIndex) find(text string) (*rubric.Item, string) {
	text = clean(text)
	key := plainKey(text)
	if it, how := x.coded(text); how != "" {
		return it, how
	}
	if it := x.byKey[key]; it != nil {
		return x.coded(it.Code)
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
		if told, how := x.coded(it.Code); told != it {
			return told, how
		}
		return it, "its name is the code and the text"
	}
	return nil, ""
}
