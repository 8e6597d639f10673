package load_test

import (
	"strings"
	"testing"
)

// edge is a place of a file, VALUE, with values that just may and just may
// not stand there.
type edge struct {
	file    string // without the lines of head, unless it has its own
	yes, no []string
}

// Files with one place open: in the framework, an item, a scale, a level.
const (
	inFramework = "KEY: VALUE\nscale: four-levels\nitems: {a: Observes}\n"
	inItem      = "scale: four-levels\nitems: {a: {text: Observes, KEY: VALUE}, b: Plans}\n"
	inScale     = "scale: {levels: {1: A}, KEY: VALUE}\nitems: {a: Observes}\n"
	inLevel     = "scale: {levels: {1: {KEY: VALUE}}}\nitems: {a: Observes}\n"
)

func at(place, key string) string { return strings.Replace(place, "KEY", key, 1) }

var (
	texts   = []string{"1.10", "No", "true", "~a", `" a"`, "2026-11-21"}
	noTexts = []string{"~", `""`, `" "`, `"\u00a0"`, `"\u2003\n"`, "[a]", "{a: b}"}
	codes   = []string{"a", "§1", "007", "é", `"a: b"`, "一", strings.Repeat("é", 128)}
	noCodes = []string{"(a)", `""`, `"a  b"`, `"a "`, `"a\tb"`, `"a\u200bb"`, strings.Repeat("é", 129)}
)

var edges = []edge{
	{"rubric: v1\nid: VALUE\ntitle: T\nscale: four-levels\nitems: {a: A}\n",
		[]string{"x", "2019", "1.5", "true", strings.Repeat("x", 64)}, []string{"-1", "a b", "é", ".a", "~", strings.Repeat("x", 65)}},
	{"rubric: VALUE\nid: x\ntitle: T\nscale: four-levels\nitems: {a: A}\n", []string{"v1", `"v1"`}, []string{"1", "v2", "~"}},
	{at(inFramework, "language"), []string{"en", "pt-BR", "No"}, []string{"English", "1", "true", "e", "en-", "~"}},
	{at(inFramework, "version"), texts, noTexts},
	{at(inFramework, "source"), []string{"{title: A}", "{x-a: ~}"}, []string{"{}", "~", "Handbook", "[]", "{title: ~}", "{rihgts: A}"}},
	{at(inFramework, "tiers"), []string{"[]", "[A, 2]"}, []string{"A", "~", "{}", "[~]"}},
	{at(inFramework, "tags"), []string{"{}", "{L1: One}"}, []string{"[L1]", "L1", "~", "{L1: ~}", "{L1: [a]}"}},
	{at(inFramework, "scales"), []string{"{}", "{mine: {levels: {1: A}}}", "{1: {own: true}}"},
		[]string{"[]", "mine", "~", "{own: {levels: {1: A}}}", "{yes-no: {levels: {1: A}}}", "{mine: own}", "{mine: [1]}", "{mine: ~}"}},
	{at(inFramework, "profiles"), nil, []string{"{}", "a"}},
	{at(inFramework, "x-data"), []string{"~", "[~, {a: []}]", "{}"}, nil},

	{"scale: four-levels\nitems: VALUE\n", []string{"{a: A}"}, []string{"{}", "[]", "~", "A"}},
	{"scale: four-levels\nitems: {z: Plans, VALUE: Observes}\n", append(codes, "overalls"), append(noCodes, "overall", "oVerall")},
	{"scale: four-levels\nitems: {z: Plans, a: VALUE}\n", []string{"A", "1", "{title: A}", "{text: A}", "{levels: {1: A}}"},
		[]string{"~", "{}", "[A]", "{weight: 2}", "{title: A, items: {}}", "{title: A, items: ~}"}},
	{at(inItem, "title"), texts, noTexts},
	{at(inItem, "weight"), []string{"1", "0.5", ".5", "007", `"1"`, "0.10", "123456789012345678", `"0000001"`},
		[]string{"0", "-1", "0.0", `"0"`, `"-1"`, "1e3", "1.", "0x1F", "1234567890123456789", "~", "true", "[1]"}},
	{at(inItem, "rated"), []string{"true", "false"}, []string{"yes", `"true"`, "True", "1", "~"}},
	{at(inItem, "tags"), []string{"[]"}, []string{"a", "~", "[~]", "[[]]"}},
	{at(inItem, "levels"), []string{"{1: A}", "{1: {}}", "{1: {text: A, label: B}}"}, []string{"{}", "[]", "A", "~", "{1: ~}", "{1: [A]}", "{1: {txet: A}}"}},
	{"scale: own\nitems: {a: {text: A, levels: {VALUE: One}}}\n", codes, noCodes},

	{"scale: VALUE\nitems: {a: {text: A, levels: {1: One}}}\n",
		[]string{"own", "{own: true}", "{own: false, levels: {1: A}}", "{levels: {1: {}}}"},
		[]string{"~", "[]", "{}", "{own: false}", "{own: true, levels: {1: A}}", "{step: 1}", "{levels: {}}", "{levels: ~}", "{levels: [1]}", "{levels: {1: ~}}", "{levels: {1: [A]}}", "{levels: {1: A}, stpe: 1}"}},
	{"scale: {levels: {VALUE: One}}\nitems: {a: Observes}\n", codes, noCodes},
	{at(inItem, "scale"), []string{"[1, 2]", "yes-no"}, []string{"[~]", "[[1]]", "[]", "~", "{}"}},
	{at(inScale, "step"), []string{"1", ".5"}, []string{"0", "-1", "a", "~"}},
	{at(inScale, "own"), []string{"false"}, []string{"true", "yes", "0", "~"}},
	{at(inScale, "blank"), []string{"1", `"1"`}, []string{"~", "[1]"}},
	{at(inScale, "nulls"), []string{"{}", "{not_observed: NS}", "{not_applicable: [n, b]}"},
		[]string{"~", "[]", "NS", "{missing: a}", "{x-y: 1}", "{not_observed: []}", "{not_observed: ~}", "{not_observed: [~]}"}},
	{at(inLevel, "value"), []string{"-1", "0", "-0.5", "-.5", "-123456789012345678", `"-07"`},
		[]string{"--1", "+1", "-", ".", "1 000", `"1,5"`, "1234567890123456789", "-1234567890123456789", "~"}},
	{at(inLevel, "aliases"), []string{"[]", "[top, 9]"}, []string{"top", "~", "[~]", "{}"}},
	{at(inLevel, "guidance"), texts, noTexts},
}

// At the edges of what is allowed, loader and schema draw the same line.
func TestSchemaEdges(t *testing.T) {
	r := reader(t)
	for _, e := range edges {
		file := e.file
		if !strings.HasPrefix(file, "rubric:") {
			file = head + file
		}
		r.Draws(t, file, e.yes, e.no)
	}
}
