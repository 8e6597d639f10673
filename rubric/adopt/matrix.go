package adopt

import (
	"slices"
	"strings"

	"rubrickit/rubric"
)

// isMatrix reports whether at least two columns are levels.
func isMatrix(v *view) bool { return len(v.all(roleLevel)) > 1 }

// readMatrix reads a row an item, with a descriptor for each level.
func readMatrix(v *view, d *draft) error {
	if !isMatrix(v) {
		return errorAt(v.g.place(), "no columns are known to be levels: name them lowest first, with --levels")
	}
	var names []levelName
	for _, i := range v.all(roleLevel) {
		names = append(names, v.columns[i].level)
	}
	in, err := order(names, v.o, v.n)
	if err != nil {
		return err
	}
	if d.scale, err = scaleOf(names, in, v.n); err != nil {
		return err
	}
	t := v.nodes()
	walk(t.roots, 0, func(n *node, _ int) { n.reorder(in) })
	return t.arrange(d)
}

// reorder numbers the cells of a node by the order of the levels.
func (n *node) reorder(in []int) {
	cells := map[int]string{}
	for i, at := range in {
		if text := n.cells[at]; text != "" {
			cells[i] = text
		}
	}
	n.cells = cells
}

// nameTiers takes the names of the columns of items for those of the tiers.
func (t *tableReader) nameTiers(d *draft) {
	above := 0 // tiers of headings
	if len(t.sections) > 0 {
		above = 1
		if t.nested {
			above = 2
		}
	}
	for i, at := range t.labels {
		if name := t.columns[at].name; name != "" && isTierWord(name) {
			d.nameTier(above+i, singular(name))
		}
	}
}

// singular is the name of a tier for one item of it: a column is headed by the plural
// as often.
func singular(name string) string {
	at := strings.LastIndexByte(name, ' ') + 1
	word, low := name[at:], strings.ToLower(name[at:])
	if !slices.Contains(tierWords, low) {
		return name
	}
	for _, ending := range pluralEndings {
		if stem, ok := strings.CutSuffix(low, ending.plural); ok && slices.Contains(tierWords, stem+ending.one) {
			one := ending.one
			if word == strings.ToUpper(word) {
				one = strings.ToUpper(one)
			}
			return name[:at] + word[:len(stem)] + one
		}
	}
	return name
}

var pluralEndings = []struct{ plural, one string }{{"ia", "ion"}, {"ies", "y"}, {"s", ""}}

// isTierWord reports whether a name is a word for a part of a framework, and not
// one for what stands in a column.
func isTierWord(name string) bool {
	return !slices.Contains(roleWords[roleLabel], keyOf(name)) || slices.Contains(tierWords, keyOf(name))
}

// addNull adds a word for a null state to a scale.
func addNull(s *rubric.Scale, state, word string) {
	st, _ := rubric.ParseState(state)
	for i := range s.Nulls {
		if s.Nulls[i].State == st {
			s.Nulls[i].Words = append(s.Nulls[i].Words, word)
			return
		}
	}
	s.Nulls = append(s.Nulls, rubric.Null{State: st, Words: []string{word}})
}
