package ratings_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/ratings"
)

// edge is a place of a mapping, VALUE, with values that just may and just may
// not stand there.
type edge struct {
	key     string // of the mapping, at the top
	value   string // of that key
	yes, no []string
}

var (
	mappingWords   = []string{"1.10", "No", "true", "~a", `" a"`, "2026-11-21", "5"}
	noMappingWords = []string{"~", `""`, `" "`, `"\u00a0"`, `"\u2003\n"`, "[]", "{a: b}"}
	texts          = []string{`"1"`, `" a "`, `"a\nb"`, "true", "1.5"} // keys
	noTexts        = []string{`""`, `" "`, `"\u00a0"`, `"\u200b"`, `"\ufeff\u2060"`}
)

var mappingEdges = []edge{
	{"mapping", "VALUE", []string{"v1", `"v1"`}, []string{"1", "v2", "~", "[v1]"}},
	{"x-data", "VALUE", []string{"~", "[~, {a: []}]", "{}"}, nil},
	{"X-data", "VALUE", nil, []string{"1"}},
	{"framework", "VALUE", append([]string{"{id: a}", "{id: a, version: 2}"}, mappingWords...), []string{"~", `" "`, "[]", "{}", "{version: 1}", "{id: ~}", "{id: a, x-b: c}"}},
	{"dialect", "VALUE", []string{"{}", "{header: [], skip: []}"}, []string{"~", "[]", "csv", "{quote: a}", "{x-a: 1}"}},
	{"dialect", "{encoding: VALUE}", []string{"utf-8", "Windows 1252", "latin1"}, []string{"~", "[utf-8]"}},
	{"dialect", "{delimiter: VALUE}", []string{`","`, `";"`, `" "`, `"\t"`, "tab", `"\\t"`, "5", `"|"`, `"€"`, `"\u00a0"`, "x"}, []string{"~", `""`, `"\""`, `"\n"`, `"\ufffd"`, `";;"`, "10", "-1", "tabs", "true", "[a]"}},
	{"dialect", "{header: VALUE}", []string{"[]", "[1]", "[3, 1, 3]", `["007", "+2"]`, "[1000000000]", `["1000000000"]`}, []string{"~", "1", "{}", "[0]", "[-1]", "[1.5]", "[x]", "[~]", "[1000000001]", `["1000000001"]`, "[[1]]"}},
	{"dialect", "{skip: VALUE}", []string{"[5]"}, []string{"5", "[0]"}},
	{"columns", "VALUE", []string{"~", "{}"}, []string{"[]", "ratee", "1"}},
	{"columns", "{a: VALUE}", append(ratings.Roles(), "ignore", `"ratee"`, "{role: comment, item: 1}"),
		[]string{"~", "Ratee", "ignored", "[ratee]", "{}", "{role: comment}", "{item: a}", "{role: rater, item: a}", "{role: comment, item: ~}", "{role: comment, item: a, x-b: c}"}},
	{"columns", "{VALUE: ratee}", texts, noTexts},
	{"items", "{a: VALUE}", append([]string{"ignore"}, mappingWords...), noMappingWords},
	{"items", "{VALUE: a}", texts, noTexts},
	{"items", "VALUE", []string{"~", "{}"}, []string{"[a]", "a"}},
	{"levels", "{a: VALUE}", mappingWords, noMappingWords},
	{"levels", "{VALUE: a}", texts, noTexts},
	{"levels", "VALUE", []string{"~", "{}"}, []string{"[a]", "a"}},
	{"nulls", "{b: VALUE}", []string{"not_applicable", "not_observed", "missing"}, []string{"rated", "Missing", "~", "[missing]"}},
	{"nulls", "{VALUE: missing}", []string{`"-999"`, "-77"}, noTexts},
	{"set", "VALUE", []string{"~", "{}"}, []string{"[]", "a", "{rating: 3}", "{comment: a}", "{Group: a}", "{x-a: b}"}},
	{"set", "{group: VALUE}", mappingWords, noMappingWords},
	{"set", "{fingerprint: VALUE}", mappingWords, noMappingWords},
	{"dates", "VALUE", []string{"mdy", "dmy"}, []string{"ymd", "DMY", "~", "[mdy]"}},
}

// with is the place with a value.
func (e edge) with(value string) string {
	return e.key + ": " + strings.Replace(e.value, "VALUE", value, 1) + "\n"
}

// At the edges of what is allowed, reader and schema draw the same line.
func TestMappingSchemaEdges(t *testing.T) {
	r := mappingReader(t)
	for _, e := range mappingEdges {
		head := mappingHead
		if e.key == "mapping" {
			head = ""
		}
		r.Draws(t, head+e.with("VALUE"), e.yes, e.no)
	}
}

// Whatever a mapping puts together of what may and may not stand in it, reader
// and schema agree.
func TestMappingSchemaAgreesOverGenerated(t *testing.T) {
	mappingReader(t).AgreeOver(t, func(t *rapid.T) []byte {
		text := mappingHead
		for _, e := range rapid.SliceOfNDistinct(rapid.SampledFrom(mappingEdges[1:]), 1, 6, func(e edge) string { return e.key }).Draw(t, "places") {
			values := e.yes
			if len(values) == 0 || len(e.no) > 0 && rapid.IntRange(0, 9).Draw(t, "wrong") == 0 {
				values = e.no
			}
			text += e.with(rapid.SampledFrom(values).Draw(t, "value"))
		}
		return []byte(text)
	})
}
