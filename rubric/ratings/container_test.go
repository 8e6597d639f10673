package ratings_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

func named(name, text string) ratings.File { return ratings.File{Name: name, Data: []byte(text)} }

// zipped packs a text with gzip.
func zipped(t testing.TB, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What a file is, its bytes say, whatever it is called; for YAML alone the
// name counts as well.
func TestContainers(t *testing.T) {
	const table = "ratee,1.1,1.2\nAda,3,4\n"
	for _, c := range []struct{ name, text, want string }{
		{"a.json", table, "csv"}, {"a.xlsx", table, "csv"}, {"a.gz", table, "csv"},
		{"a.csv", zipped(t, table), "csv, packed"}, {"a.csv", zipped(t, table[:10]) + zipped(t, table[10:]), "csv, packed"},
		{"a.csv", `[{"ratee":"Ada","1.1":3,"1.2":4}]`, "json"}, {"a", zipped(t, `[{"ratee":"Ada","1.1":3,"1.2":4}]`), "json, packed"},
		{"a", "\n {\"ratee\":\"Ada\",\n\"1.1\":3,\"1.2\":4}", "json"},
		{"a", "{\"ratee\":\"Ada\",\"1.1\":3,\"1.2\":4}\n\n{\"ratee\":\"Ben\",\"1.1\":3,\"1.2\":4}\n", "ndjson"},
		{"a", "\ufeff[{\"ratee\":\"Ada\",\"1.1\":3,\"1.2\":4}]", "json"},
		{"a", "---\n- ratee: Ada\n  \"1.1\": 3\n  \"1.2\": 4\n", "yaml"}, {"a", "# mine\n\n- ratee: Ada\n  \"1.1\": 3\n  \"1.2\": 4\n", "yaml"},
		{"a", "ratings:\n  - {ratee: Ada, \"1.1\": 3, \"1.2\": 4}\n", "yaml"},
		{"a", document("**1.1** I", "- [x] Proficient (3)", "**1.2** I", "- [x] Distinguished (4)"), "markdown"},
		{"a.yaml", "{ratee: Ada, \"1.1\": 3, \"1.2\": 4}\n", "yaml"}, {"A.YML.gz", zipped(t, "ratee: Ada\n\"1.1\": 3\n\"1.2\": 4\n"), "yaml, packed"},
		{"a", "Name: spring\nratee,1.1,1.2\nAda,3,4\n", "csv"}, {"a", "- a: list, no YAML\nratee,1.1,1.2\nAda,3,4\n", "csv"},
		{"a", "Results:\n\nratee,1.1,1.2\nAda,3,4\n", "csv"},
	} {
		r, report := read(t, eight(t), ratings.Options{}, named(c.name, c.text))
		got := report.Files[0].Container
		if report.Files[0].Packed {
			got += ", packed"
		}
		if got != c.want || r.Ledger.Rated < 2 || len(r.Rejects) > 0 {
			t.Errorf("%s %q: %s %+v", c.name, c.text, got, r.Rejects)
		}
	}
	if want := []string{"docx", "xlsx", "pdf", "markdown", "ndjson", "json", "yaml", "csv"}; !slices.Equal(ratings.Containers(), want) {
		t.Errorf("%q", ratings.Containers())
	}
}

// Gzip that is damaged, within gzip or a bomb is an error that says so.
func TestGzipRefused(t *testing.T) {
	whole := zipped(t, "ratee,1.1,1.2\nAda,3,4\n")
	for want, text := range map[string]string{
		"breaks off or is damaged":                whole[:len(whole)-9],
		"is damaged after 22 bytes of text":       whole + "rest",
		"gzip: invalid checksum":                  whole[:len(whole)-8] + "\x00\x00\x00\x00" + whole[len(whole)-4:],
		"gzip within gzip":                        zipped(t, whole),
		"unpacks to more than 200 times its size": zipped(t, strings.Repeat("\n", 24<<20)),
	} {
		if _, _, err := ratings.Read(eight(t), []ratings.File{csv(text)}, ratings.Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// A file is read in the encoding that is told; a byte order mark outranks it.
func TestEncodings(t *testing.T) {
	for encoding, ratee := range map[string]string{
		"windows-1252": "Ren\xe9e \x80", "ANSI": "Ren\xe9e \x80", "Windows 1252": "Ren\xe9e \x80", "iso-8859-15": "Ren\xe9e \xa4", "utf8": "Renée €", "macintosh": "Ren\x8ee \xdb",
	} {
		r, _ := read(t, eight(t), ratings.Options{Encoding: encoding}, csv("ratee,1.1,1.2\n"+ratee+",3,4\n"))
		if got := all(t, r)[0].Ratee; got != "Renée €" {
			t.Errorf("%s: %q", encoding, got)
		}
	}
	r, report := read(t, eight(t), ratings.Options{Encoding: "windows-1252"}, csv("\ufeffratee,1.1,1.2\nRenée,3,4\n"))
	if got := all(t, r)[0].Ratee; got != "Renée" || report.Files[0].Encoding != "UTF-8 with byte order mark" {
		t.Errorf("%q %q", got, report.Files[0].Encoding)
	}
	if r, _ := read(t, eight(t), ratings.Options{Encoding: "utf-16le"}, csv("r\x00a\x00t\x00e\x00e\x00,\x001\x00.\x001\x00,\x001\x00.\x002\x00\n\x00A\x00,\x003\x00,\x004\x00")); rated(r) != "A 1.1 3, A 1.2 4" {
		t.Error(rated(r))
	}
}

// Bytes that the told encoding does not have, or a name that is none, are
// errors.
func TestEncodingsRefused(t *testing.T) {
	for want, c := range map[string][2]string{
		"line 2, column 3: the byte 0x81 is no character of windows-1252":  {"windows-1252", "ratee,1.1,1.2\nAd\x81,3,4\n"},
		"line 1, column 1: the byte 0x93 is no character of iso-8859-1":    {"latin1", "\x93ratee\x94,1.1,1.2\nAda,3,4\n"},
		"line 2, column 1: the byte 0xFC is not UTF-8":                     {"", "ratee,1.1,1.2\n\xfc,3,4\n"},
		"or say what it is: --encoding windows-1252":                       {"", "ratee,1.1,1.2\n\xfc,3,4\n"},
		`there is no encoding "windows-1225"; did you mean "windows-1252"`: {"windows-1225", "ratee,1.1,1.2\nAda,3,4\n"},
	} {
		_, _, err := ratings.Read(eight(t), []ratings.File{csv(c[1])}, ratings.Options{Encoding: c[0]})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// Every encoding reads the letters that all have alike, and says its own name.
func TestEveryEncoding(t *testing.T) {
	for _, name := range ratings.Encodings() {
		text := "ratee,1.1,1.2\nAda,3,4\n"
		switch name {
		case "utf-16le":
			text = strings.Join(strings.Split(text, ""), "\x00") + "\x00"
		case "utf-16be":
			text = "\x00" + strings.Join(strings.Split(text, ""), "\x00")
		}
		r, report := read(t, eight(t), ratings.Options{Encoding: name}, csv(text))
		if rated(r) != "Ada 1.1 3, Ada 1.2 4" || !strings.EqualFold(report.Files[0].Encoding, name) {
			t.Errorf("%s: %s, %q", name, rated(r), report.Files[0].Encoding)
		}
	}
}

// Objects: a key that is not there is no cell, null is a blank one; numbers
// keep their digits, and nothing is taken for anything but text.
func TestObjects(t *testing.T) {
	for text, want := range map[string]string{
		`[{"ratee":"Ada","1.1":3,"1.2":null},{"ratee":"Ben","1.1":4}]`:                                "Ada 1.1 3, Ada 1.2 missing, Ben 1.1 4",
		`[{"ratee":"Ada","1.1":3.0,"1.2":2.75},{"ratee":"Ben","1.2":"","1.1":"4"}]`:                   "Ada 1.1 3, Ben 1.1 4, Ben 1.2 missing, Ada 1.2 off-grid: 2.75",
		`[{"ratee":7,"1.1":true,"1.2":3e0}]`:                                                          "7 1.1 unknown-label: true, 7 1.2 unknown-label: 3e0",
		`[{"ratee":"Ada","1.1":[3,4],"1.2":[4],"1.3":[]}]`:                                            "Ada 1.2 4, Ada 1.3 missing, Ada 1.1 multiple-values: 3;4",
		`{"ratee":"Ada","ratings":{"1.1":3,"1.2":4}}`:                                                 "Ada 1.1 3, Ada 1.2 4",
		`{"ratee":{"id":"a1","name":"Ada"},"1.1":{"rating":3,"comment":"x"},"1.2":{"score":4}}`:       "a1 1.1 3, a1 1.2 4",
		`{"rater":"s","ratings":[{"item":"1.1","rating":3},{"item":"1.2","rating":4}],"ratee":"Ada"}`: "Ada 1.1 3, Ada 1.2 4",
		`{"framework":"inputs","forms":[{"ratee":"Ada","rater":"s","ratings":[{"item":"1.1","rating":3}]},{"ratee":"Ben","rater":"s","ratings":[{"item":"1.1"}]}]}`: "Ada 1.1 3",
		`{"ratee":"Ada","1.1":3,"1.2":4,"notes":[{"item":"1.1","comment":"x"}]}`:                                                                                    "Ada 1.1 3, Ada 1.2 4",
		"- ratee: Ada\n  \"1.1\": 3\n  \"1.2\":\n- ratee: 007\n  \"1.1\": ~\n  \"1.2\": \"4\"\n":                                                                    "007 1.1 missing, 007 1.2 4, Ada 1.1 3, Ada 1.2 missing",
		"- {ratee: No, \"1.1\": N/A, \"1.2\": 3.0}\n":                                                                                                               "No 1.1 not_applicable, No 1.2 3",
	} {
		r, _, err := ratings.Read(eight(t), []ratings.File{named("f", text)}, ratings.Options{})
		if err != nil && strings.Contains(want, "7 1.1") {
			continue // nothing of it could be taken, and the error says so
		}
		if err != nil || rated(r) != want || r.Ledger.Cells != strings.Count(want, ",")+1 || !r.Ledger.Balanced() {
			t.Errorf("%s: %v\n got %s\nwant %s", text, err, rated(r), want)
		}
	}
}

// Cells of objects have the line on which they stand; the comments beside them
// too.
func TestLinesOfObjects(t *testing.T) {
	text := "[\n  {\"ratee\": \"Ada\",\n   \"rater\": \"s\",\n   \"1.1\": \"x\",\n\n   \"1.2\": 3,\n   \"1.1 comment\": \"good\"},\n  {\"ratee\": \"Ben\", \"1.1\": 9, \"1.2\": 4}\n]\n"
	r, report := read(t, eight(t), ratings.Options{}, named("f.json", text))
	var got []string
	for _, x := range r.Rejects {
		got = append(got, fmt.Sprint(x.At, " record ", x.At.Record, " ", x.Column))
	}
	if want := []string{"f.json:4 record 1 1.1", "f.json:8 record 2 1.1"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if c := r.Comments[0]; c.At.Line != 7 || c.Item != "1.1" || report.Files[0].Header != 2 {
		t.Errorf("%+v, header in line %d", c, report.Files[0].Header)
	}
	yaml, _ := read(t, eight(t), ratings.Options{}, named("f.yaml", "- ratee: Ada\n  \"1.1\": x\n  \"1.2\": 3\n"))
	if x := yaml.Rejects[0]; x.At.Line != 2 {
		t.Errorf("%+v", x.At)
	}
}

// What is no list of objects says where and why.
func TestObjectsRefused(t *testing.T) {
	deep := strings.Repeat("[", 100) + strings.Repeat("]", 100)
	for text, want := range map[string]string{
		"[{\"ratee\": \"Ada\",\n \"1.1\": 3,}]":          "line 2, column 11: this is not JSON",
		"[\n\n{\"a\": nope}]":                            "line 3, column 7: this is not JSON",
		"[{\"ratee\": \"Ada\"},\n {\"1.1\": 3":           "line 2, column 11: the text ends within an object or a list",
		"[{\"ratee\": \"Ada\", \"1.1\": 3, \"1.1\": 4}]": `line 1: the key "1.1" stands twice in one object`,
		`[{"1.1": 3, "ratings": {"1.1": 4}}]`:            `line 1: the object has two values for "1.1"`,
		"[{\"a\": 1},\n 5]":                              "line 2: a text stands where an object is expected",
		"[[\"ratee\", \"1.1\"], [\"Ada\", 3]]":           "line 1: a list stands where an object is expected",
		"[{\"a\": [{\"b\": 1}, 2]}]":                     "line 1: a text stands in a list of objects",
		"[{\"a\": [[1]]}]":                               "line 1: a list stands in a list of texts",
		`[{"a": ` + deep + `}]`:                          "more than 32 deep",
		"---\n- a: " + deep + "\n":                       "more than 32 deep",
		"[{\"a\": 1}]":                                   `no row of it is a header for inputs`,
		"[]":                                             "it holds no rows",
		"---\na: &x 3\nb: *x\n":                          "line 2, column 4: the anchor &x is not allowed",
		"---\na: 3\n b: 4\n":                             "line 3",
		"---\n" + strings.Repeat("- a: 1\n", 1<<20):      "it is YAML of more than 4 MiB, the most that is held in memory: write it as NDJSON",
		"[" + strings.Repeat(`{"a":1},`, 3) + `{"b` + strings.Repeat(`":1,"b`, 20_000) + `":1}]`: "stands twice",
	} {
		_, _, err := ratings.Read(eight(t), []ratings.File{named("f", text)}, ratings.Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%.60q: %v, want %q", text, err, want)
		}
	}
}

// Objects that have nothing in common do not make a table larger than the file
// warrants.
func TestObjectsFarApart(t *testing.T) {
	var b strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&b, "{\"ratee\":\"Ada\",\"k%d\":1}\n", i)
	}
	_, _, err := ratings.Read(eight(t), []ratings.File{named("f", b.String())}, ratings.Options{})
	if err == nil || !strings.Contains(err.Error(), "the cells lie too far apart") {
		t.Errorf("%v", err)
	}
	b.Reset()
	b.WriteString(`{"k"`)
	for i := range 20_000 {
		fmt.Fprintf(&b, `:1,"k%d"`, i)
	}
	b.WriteString(":1}")
	_, _, err = ratings.Read(eight(t), []ratings.File{named("f", b.String())}, ratings.Options{})
	if err == nil || !strings.Contains(err.Error(), "an object has more than 16384 keys") {
		t.Errorf("%v", err)
	}
}

// A line that no table has is refused before it is split.
func TestAbsurdLines(t *testing.T) {
	text := "ratee,1.1,1.2\nAda,3,4\n" + strings.Repeat(",", 5<<20)
	_, _, err := ratings.Read(eight(t), []ratings.File{csv(text)}, ratings.Options{})
	if err == nil || !strings.Contains(err.Error(), "line 3 is 5 MiB long, and a line of a table at most 4") {
		t.Errorf("%v", err)
	}
}

// Two lists of a file are two tables, each with a report, one file in the
// provenance.
func TestTwoListsOfAFile(t *testing.T) {
	text := `{"rater":"s","self":[{"ratee":"Ada","1.1":3,"1.2":x}],"peer":[{"ratee":"Ada","1.1":4,"1.3":4}]}`
	r, report := read(t, eight(t), ratings.Options{}, named("f", strings.Replace(text, "x", `"x"`, 1)))
	if len(report.Files) != 2 || len(r.Inputs) != 1 || r.Inputs[0].Rows != 2 || r.Inputs[0].Rejects != len(r.Rejects) {
		t.Fatalf("%+v %+v", report.Files, r.Inputs)
	}
	if report.Files[0].Sheet != "self" || report.Files[1].Sheet != "peer" || report.Files[0].Ledger != (rubric.Ledger{Cells: 2, Rejected: 2}) {
		t.Errorf("%+v", report.Files)
	}
}
