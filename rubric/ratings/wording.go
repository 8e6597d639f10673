package ratings

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/lazyregexp"
)

// wording is one way in which producers write an item into the name of a
// column together with other words. It gives the column, with a role or an
// item, or false.
type wording func(r *fileReader, name string) (Column, bool)

// The wordings of files of no special producer, and of surveys: Google Forms
// writes `Question [row]`, others `Question - row`.
var (
	usualWordings  = []wording{inBrackets, afterDash}
	surveyWordings = []wording{inBrackets, afterDash, byCodeAlone}
)

// columnOf decides about a column by its names: what was told outranks the
// rest, a name that is recognised as it stands outranks one with other words.
func (r *fileReader) columnOf(names []string, wordings []wording) Column {
	var best Column
	for i, name := range names {
		c := r.column(name)
		if c.isTold() {
			return c
		}
		if i == 0 || !best.isKnown() && c.isKnown() {
			best = c
		}
	}
	if best.isKnown() {
		return best
	}
	for _, w := range wordings {
		for _, name := range names {
			if c, ok := w(r, name); ok {
				c.Name, c.worded = name, true
				return c
			}
		}
	}
	return best
}

// isTold reports whether the caller or the mapping says what a column is.
func (c Column) isTold() bool { return c.Ignored || c.How == byFlag || c.How == byMapping }

// isKnown reports whether it was recognised.
func (c Column) isKnown() bool { return c.Role != "" || c.Item != nil }

// settleWordings takes an item from columns that name it among other words,
// where another column names it alone.
func settleWordings(columns []Column) {
	alone := map[*rubric.Item]bool{}
	for _, c := range columns {
		if c.Item != nil && c.Role == "" && !c.worded {
			alone[c.Item] = true
		}
	}
	for i, c := range columns {
		if c.worded && c.Role == "" && alone[c.Item] {
			columns[i] = Column{Name: c.Name}
		}
	}
}

// bracketed is a question with the row of its grid.
var bracketed = lazyregexp.New(`^.*\[([^\[\]]+)\]$`)

// inBrackets reads `Question [row]`.
func inBrackets(r *fileReader, name string) (Column, bool) {
	m := bracketed.FindStringSubmatch(clean(name))
	if m == nil {
		return Column{}, false
	}
	return r.within(m[1], "the row in its brackets")
}

// afterDash reads `Question - row`: what stands after the last dash.
func afterDash(r *fileReader, name string) (Column, bool) {
	_, row, found := cutLast(clean(name), " - ")
	if !found {
		return Column{}, false
	}
	return r.within(row, "what stands after its last dash")
}

// within finds the rated item that a part of a name is about.
func (r *fileReader) within(part, where string) (Column, bool) {
	it, how := r.items.find(part)
	if how != leftOut && (it == nil || !it.IsRated()) {
		return Column{}, false
	}
	return itemColumn("", it, strings.Replace(how, "its name", where, 1)), true
}

// codedText is a code with a text after it.
var codedText = lazyregexp.New(`^(\S*\d\S*?)(?:[:)]|\.| -| –| —) +\S`)

// byCodeAlone reads a code before a text that is not the framework's: a survey
// shortens or rewords what it asks. A code of digits alone is as well the
// survey's own number, and says nothing.
func byCodeAlone(r *fileReader, name string) (Column, bool) {
	for _, text := range []string{clean(name), lastPart(name)} {
		m := codedText.FindStringSubmatch(text)
		if m == nil || strings.Trim(m[1], "0123456789") == "" {
			continue
		}
		switch it, how := r.items.coded(m[1]); {
		case how == leftOut:
			return itemColumn("", nil, how), true
		case it != nil && it.IsRated():
			return Column{Item: it, How: "the item's code stands before its text, which is not the framework's"}, true
		}
	}
	return Column{}, false
}

// lastPart is what stands after the last dash, or in the brackets, of a name.
func lastPart(name string) string {
	name = clean(name)
	if m := bracketed.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	_, part, _ := cutLast(name, " - ")
	return part
}

// cutLast cuts a text around the last of its separators.
func cutLast(text, separator string) (before, after string, found bool) {
	i := strings.LastIndex(text, separator)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(separator):], true
}
