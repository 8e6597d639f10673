package score

import (
	"strings"

	"rubrickit/rubric/exact"
	"rubrickit/rubric/yamldoc"
)

// everyOther is the key that stands for all keys not listed.
const everyOther = "*"

// one is the weight of what has none of its own.
var one = exact.Int(1)

// weights are the weights that a stage gives to items, groups or occasions.
type weights struct {
	entries []weight
	rest    weight // of "*"; not given where unlisted ones are an error
}

type weight struct {
	key string
	number
}

func (r *reader) weights(n *yamldoc.Node) *weights {
	w := &weights{}
	for _, p := range r.uniquePairs(n, "`weights`") {
		entry := weight{p.Key.Value, r.atLeastZero(p.Value, "the weight of "+p.Key.Value)}
		if !entry.given() {
			entry.value = one // reported; it is listed all the same
		}
		entry.at = p.Key.Span
		if p.Key.Value == everyOther {
			w.rest = entry
		} else {
			w.entries = append(w.entries, entry)
		}
	}
	return w
}

// code is the weight of an item: the listed one, else that of "*", else none.
func (w *weights) code(code string) exact.Number {
	for _, e := range w.entries {
		if e.key == code {
			return e.value
		}
	}
	return w.rest.value
}

// word is the weight of a group or an occasion. Unlike codes, these are typed
// by people into forms: case and outer space do not matter, so that "Self" is
// not taken for a group without a weight of its own.
func (w *weights) word(text string) exact.Number {
	for _, e := range w.entries {
		if sameWord(e.key, text) {
			return e.value
		}
	}
	return w.rest.value
}

func sameWord(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// sum adds the listed weights.
func (w *weights) sum() exact.Number {
	var total exact.Sum
	for _, e := range w.entries {
		if e.given() {
			total.Add(e.value)
		}
	}
	return total.Total()
}

// within reports whether a weight lies in a closed range.
func within(v exact.Number, ends *[2]number) bool {
	return ends[0].value.Cmp(v) <= 0 && v.Cmp(ends[1].value) <= 0
}
