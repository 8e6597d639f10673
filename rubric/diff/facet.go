package diff

import (
	"encoding/json"
	"strconv"
	"strings"

	"rubrickit/rubric"
)

// facet is one thing that can differ between two versions of an object, as a
// text. The facets of an object are all that the model knows of it, but for
// its places in the file; a test holds them against the model.
type facet struct {
	field string
	value string
	kind  Kind
}

// facets collects the facets of an object that have a value.
type facets []facet

// text is something written for people; a difference is a new wording.
func (fs *facets) text(field, value string) { fs.add(Reworded, field, value) }

// setting is anything else; a difference is a change.
func (fs *facets) setting(field, value string) { fs.add(Changed, field, value) }

func (fs *facets) add(kind Kind, field, value string) {
	if value != "" {
		*fs = append(*fs, facet{field, value, kind})
	}
}

// list is a setting of several words, whose order matters.
func (fs *facets) list(field string, words []string) {
	quoted := make([]string, len(words))
	for i, w := range words {
		if quoted[i] = w; w == "" || strings.ContainsAny(w, `,"`) {
			quoted[i] = strconv.Quote(w)
		}
	}
	fs.setting(field, strings.Join(quoted, ", "))
}

// number is a decimal; 0.5 and 0.50 are one number.
func (fs *facets) number(field string, d rubric.Decimal) {
	value := d.String()
	if strings.Contains(value, ".") {
		value = strings.TrimRight(strings.TrimRight(value, "0"), ".")
	}
	fs.setting(field, value)
}

func (fs *facets) extensions(prefix string, xs []rubric.Extension) {
	for _, x := range xs {
		value, err := json.Marshal(x.Value)
		if err != nil {
			value = []byte(err.Error())
		}
		fs.setting(prefix+x.Key, string(value))
	}
}

// difference is a facet that two objects do not share.
type difference struct {
	kind          Kind
	field         string
	before, after string
}

// differences compares the facets of two objects: those of the first in their
// order, then those that only the second has.
func differences(before, after facets) []difference {
	later := map[string]string{}
	for _, f := range after {
		later[f.field] = f.value
	}
	var out []difference
	seen := map[string]bool{}
	for _, f := range before {
		seen[f.field] = true
		if f.value != later[f.field] {
			out = append(out, difference{f.kind, f.field, f.value, later[f.field]})
		}
	}
	for _, f := range after {
		if !seen[f.field] {
			out = append(out, difference{f.kind, f.field, "", f.value})
		}
	}
	return out
}
