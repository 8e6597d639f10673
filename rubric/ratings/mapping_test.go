package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/ratings"
)

// mapping parses one that has no findings.
func mapping(t testing.TB, text string) *ratings.Mapping {
	t.Helper()
	m, findings := ratings.ParseMapping("m.yaml", []byte(text))
	if len(findings) > 0 {
		t.Fatalf("%v\n%s", findings, text)
	}
	return m
}

// lines are the findings as "line:column code: message".
func lines(findings diag.List) string {
	var out []string
	for _, d := range findings {
		out = append(out, fmt.Sprintf("%d:%d %s: %s", d.Start.Line, d.Start.Column, d.Code, d.Message))
	}
	return strings.Join(out, "\n")
}

// A file that says nothing by itself is read as the mapping says.
func TestMappingTellsEverything(t *testing.T) {
	m := mapping(t, `
mapping: v1
framework: {id: inputs}
dialect: {encoding: windows-1252, delimiter: "^", header: [2, 3], skip: [5]}
columns:
  "Who are you rating?": ratee
  By: rater
  When: occasion
  Why 1: {role: comment, item: "1.1"}
  1.4: ignore
items: {Q1: "1.1", "Second  one": "1.2"}
levels: {top: "4", "4": Beginning, so so: 2.0, Well: proficient}
nulls: {"-999": missing, "1": not_observed}
set: {group: peer}
dates: mdy
`)
	file := csv("made in May\n" +
		"id^by^when^Q1^Q2^Q3^1.4\n" +
		"Who are you rating?^By^When^^Second one^Why 1^x\n" +
		"Zo\xEB^s^3/4/2026^top^4^good^9\n" +
		"total^^^^4^^\n" +
		"Ben^s^3/5/2026^ SO  SO ^-999^^9\n" +
		"Cy^s^3/6/2026^1^WELL^^9\n")
	r, report := read(t, eight(t), ratings.Options{Mapping: m}, file)
	var got []string
	for x := range r.All() {
		got = append(got, strings.Join([]string{x.Ratee, x.Rater, x.Group, x.Occasion, x.Item.Code, x.State.String(), x.Value.String()}, " "))
	}
	want := []string{
		"Ben s peer 2026-03-05 1.1 rated 2", "Ben s peer 2026-03-05 1.2 missing 0",
		"Cy s peer 2026-03-06 1.1 not_observed 0", "Cy s peer 2026-03-06 1.2 rated 3",
		"Zoë s peer 2026-03-04 1.1 rated 4", "Zoë s peer 2026-03-04 1.2 rated 1",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(r.Comments) != 1 || r.Comments[0].Item != "1.1" || r.Comments[0].Text != "good" || len(r.Rejects) > 0 {
		t.Errorf("comments %+v, rejects %+v", r.Comments, r.Rejects)
	}
	notes := []string{"1 row is not read, line 1: above the header", "1 row is not read, line 5: left out by the mapping"}
	if diff := cmp.Diff(notes, report.Files[0].Notes); diff != "" {
		t.Error(diff)
	}
	if c := report.Files[0].Columns[6]; !c.Ignored || c.Item != nil {
		t.Errorf("%+v", c)
	}
}

// Flags outrank the mapping.
func TestFlagsOutrankTheMapping(t *testing.T) {
	m := mapping(t, "mapping: v1\ndialect: {delimiter: ;}\ncolumns: {a: ratee}\nnulls: {skip: missing, x: missing}\nset: {group: peer, rater: r}\n")
	o := ratings.Options{
		Mapping: m, Delimiter: ',', Map: map[ratings.Role]string{ratings.Ratee: "b"},
		Nulls: map[string]rubric.State{"Skip": rubric.NotObserved}, Set: map[ratings.Role]string{ratings.Group: "self"},
	}
	r, report := read(t, eight(t), o, csv("a,b,1.1,1.2\nAda,Ben,skip,3\nCy,Di,x,3\n"))
	var got []string
	for x := range r.All() {
		got = append(got, strings.Join([]string{x.Ratee, x.Rater, x.Group, x.Item.Code, x.State.String()}, " "))
	}
	want := []string{"Ben r self 1.1 not_observed", "Ben r self 1.2 rated", "Di r self 1.1 missing", "Di r self 1.2 rated"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if c := report.Files[0].Columns[0]; c.Role != "" {
		t.Errorf("%+v", c)
	}
}

// In a file with a row a rating the mapping tells what names stand for.
func TestMappedNamesInCells(t *testing.T) {
	m := mapping(t, "mapping: v1\nitems: {First: \"1.1\", \"1.2\": \"1.3\"}\n")
	r, _ := read(t, eight(t), ratings.Options{Mapping: m}, csv(longHeader+"Ada,s,First,3\nAda,s,1.2,4\nAda,s,1.4,1\n"))
	var got []string
	for x := range r.All() {
		got = append(got, x.Item.Code+" "+x.Value.String())
	}
	if diff := cmp.Diff([]string{"1.1 3", "1.3 4", "1.4 1"}, got); diff != "" {
		t.Error(diff)
	}
}

// What the mapping names and the file does not have is an error, which says
// where the mapping has it.
func TestFilesThatDoNotFitTheMapping(t *testing.T) {
	for name, c := range map[string]struct{ mapping, text, want string }{
		"a column":      {"columns: {who: ratee}\n", "ratee,1.1,1.2\nAda,3,3\n", `no column "who" for ratee, which the mapping has in its line 2`},
		"an item":       {"items: {Q9: \"1.3\"}\n", "ratee,1.1,1.2\nAda,3,3\n", `no column "Q9" for 1.3, which the mapping has in its line 2`},
		"no such line":  {"dialect: {header: [2]}\n", "ratee,1.1,1.2\nAda,3,3\n", "the mapping puts the header in line 2"},
		"other dates":   {"dates: mdy\n", "ratee,date,1.1,1.2\nAda,13/4/2026,3,3\n", "not in the order mdy"},
		"for another":   {"framework: cms\n", "ratee,1.1,1.2\nAda,3,3\n", "the mapping is for the framework cms, and this is inputs"},
		"a broken one":  {"dates: ydm\n", "ratee,1.1,1.2\nAda,3,3\n", `"ydm" is no order of day and month`},
		"two of a role": {"columns: {a: ratee, b: ratee}\n", "a,b,1.1,1.2\nAda,Ada,3,3\n", "two columns are to be the ratee"},
	} {
		m, _ := ratings.ParseMapping("m.yaml", []byte("mapping: v1\n"+c.mapping))
		_, _, err := ratings.Read(eight(t), []ratings.File{csv(c.text)}, ratings.Options{Mapping: m})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// A column that the mapping leaves out need not be there.
func TestIgnoredColumnsMayBeMissing(t *testing.T) {
	m := mapping(t, "mapping: v1\ncolumns: {gone: ignore, A.7: ignore}\n")
	r, _ := read(t, eight(t), ratings.Options{Mapping: m}, csv("ratee,1.1,1.2,1.7\nAda,3,3,4\n"))
	if len(r.Rejects) != 1 || r.Rejects[0].Column != "1.7" {
		t.Errorf("%+v", r.Rejects)
	}
	m = mapping(t, "mapping: v1\ncolumns: {1.7: ignore}\n")
	if r, _ = read(t, eight(t), ratings.Options{Mapping: m}, csv("ratee,1.1,1.2,1.7\nAda,3,3,4\n")); len(r.Rejects) > 0 {
		t.Errorf("%+v", r.Rejects)
	}
}

// Every problem of a mapping file has its place.
func TestProblemsOfMappings(t *testing.T) {
	for text, want := range map[string]string{
		"mapping: v2\n":                                                       `1:10 mapping-format: the mapping's format is "v2"`,
		"columns: {a: ratee}\n":                                               "1:1 missing-key: the mapping has no `mapping`",
		"mapping: v1\ncolums: {a: ratee}\n":                                   `2:1 unknown-key: the mapping has no key "colums"`,
		"mapping: v1\ncolumns: {a: rate}\n":                                   `2:14 mapping-role: there is no role "rate" here`,
		"mapping: v1\ncolumns: {a: ignored}\n":                                `2:14 mapping-role: there is no role "ignored" here`,
		"mapping: v1\ncolumns: {a: rater, b: rater}":                          `2:24 mapping-twice: two columns are to be the rater: "a" and "b"`,
		"mapping: v1\ncolumns: {a b: rater, \"a  b\": ratee}":                 `2:23 mapping-twice: "a  b" is told twice`,
		"mapping: v1\ncolumns: {a: {role: rater, item: \"1\"}}":               `2:21 mapping-role: there is no role "rater" here`,
		"mapping: v1\ncolumns: {a: {role: comment}}":                          "2:14 missing-key: the column has no `item`",
		"mapping: v1\ncolumns: [a]":                                           "2:10 wrong-type: `columns` must be a block of keys, and this is a list",
		"mapping: v1\nset: {rating: \"3\"}":                                   `2:7 mapping-role: "rating" is no role that can be the same for a whole file`,
		"mapping: v1\nlevels: {a: \"1\", A: \"2\"}":                           `2:18 mapping-twice: "A" is told twice`,
		"mapping: v1\nlevels: {a: \"1\"}\nnulls: {A: missing}":                `3:9 mapping-twice: "A" is told twice`,
		"mapping: v1\nlevels: {\" \": \"1\"}":                                 "2:10 mapping-value: a line of `levels` has no text",
		"mapping: v1\nnulls: {a: rated}":                                      `2:12 mapping-value: there is no null state "rated"`,
		"mapping: v1\ndates: dym":                                             `2:8 mapping-value: "dym" is no order of day and month`,
		"mapping: v1\ndialect: {delimiter: \";;\"}":                           `2:22 mapping-value: ";;" cannot stand between cells: give one character, or tab`,
		"mapping: v1\ndialect: {encoding: ebcdic}":                            `2:21 mapping-value: there is no encoding "ebcdic"`,
		"mapping: v1\ndialect: {header: [0, x, 3], skip: [3]}":                "2:20 mapping-value: \"0\" is no line of a file\n2:23 mapping-value: \"x\" is no line of a file\n2:36 mapping-value: line 3 stands under `header` and under `skip`",
		"mapping: v1\ndialect: {header: 1}":                                   "2:19 wrong-type: `header` must be a list, and this is a text",
		"mapping: v1\nitems:\nlevels: {a: \"1\"":                              "3:9 unclosed-bracket",
		"mapping: v1\nx-tool: {a: b}\ncolumns:\n  # a: ratee\nitems:\nnulls:": "",
	} {
		_, findings := ratings.ParseMapping("m.yaml", []byte(text))
		got := lines(findings)
		if !strings.HasPrefix(got, want) || want == "" && got != "" || strings.Count(want, "\n") != strings.Count(got, "\n") {
			t.Errorf("%q:\n got %s\nwant %s", text, got, want)
		}
	}
}

// What depends on the framework is found by Check.
func TestMappingsAgainstFrameworks(t *testing.T) {
	f := framework(t, "../../frameworks/cambridge.yaml")
	for text, want := range map[string]string{
		"framework: mnps\n": "2:12 error mapping-framework: the mapping is for the framework mnps, and this is cambridge",
		"framework: {id: cambridge, version: \"2018\"}\n":      "2:37 warning mapping-framework: the mapping is for version 2018 of cambridge, and this is version 2019",
		"framework: {id: cambridge, version: \"2019\"}\n":      "",
		"items: {a: \"1.9\"}\n":                                `2:12 error mapping-item: the framework cambridge has no item "1.9"`,
		"items: {a: \"1\"}\n":                                  "2:12 error mapping-item: item 1 is not rated in this framework",
		"columns: {a: {role: comment, item: \"1\"}}\n":         "",
		"columns: {a: {role: comment, item: \"0\"}}\n":         `2:36 error mapping-item: the framework cambridge has no item "0"`,
		"levels: {a: Seldomly, b: Seldom, c: \"3\", d: 5.0}\n": `2:13 error mapping-level: no scale of cambridge has a level "Seldomly"`,
		"levels: {a: N/A}\n":                                   `2:13 error mapping-level: no scale of cambridge has a level "N/A"`,
	} {
		var got []string
		for _, d := range mapping(t, "mapping: v1\n"+text).Check(f) {
			got = append(got, fmt.Sprintf("%d:%d %s %s: %s", d.Start.Line, d.Start.Column, d.Severity, d.Code, d.Message))
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%q:\n got %s\nwant %s", text, strings.Join(got, "\n"), want)
		}
	}
}

// Whatever bytes a mapping has: findings stand in the file, in order, and a
// second reading says the same; one without errors can be used.
func FuzzMapping(f *testing.F) {
	f.Add([]byte("mapping: v1\ndialect: {delimiter: tab, header: [1, 2]}\ncolumns:\n  \"a\\nb\": {role: comment, item: \"1.1\"}\nlevels: {x: 3}\n"))
	f.Add([]byte("mapping: v1\ncolumns: {a: ratee, a: rater}\nset: {ratee: }\n"))
	fw := eight(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		m, findings := ratings.ParseMapping("m", data)
		_, again := ratings.ParseMapping("m", data)
		if diff := cmp.Diff(findings, again); diff != "" || !cmp.Equal(findings, findings.Sorted()) {
			t.Fatalf("a second reading differs, or the list is not sorted: %s", diff)
		}
		count := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		for _, d := range findings {
			if d.Start.Line > count || d.Message == "" {
				t.Errorf("%v in a file of %d lines", d, count)
			}
		}
		if m == nil {
			return
		}
		unfit := findings.HasErrors() || m.Check(fw).HasErrors()
		_, _, err := ratings.Read(fw, nil, ratings.Options{Mapping: m})
		if unfit != (err != nil) {
			t.Errorf("errors %t, and reading says %v", unfit, err)
		}
	})
}
