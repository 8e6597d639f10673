package report_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rubrickit/rubric/exact"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
	"rubrickit/rubric/stats"
)

// grouped groups the ratees of a reading by the first letter of their names.
func grouped(r report.Reading) report.GroupReport {
	scales := r.Score.Policy.Scales(r.Score.Framework)
	groups := func(yield func(stats.Group) bool) {
		first := func(ratee string) string { return ratee[:1] }
		for g := range stats.By(r.Score.Result.Rows(), first, scales) {
			if !yield(g) {
				return
			}
		}
	}
	return report.GroupReport{Scores: r.Score, By: "school", Groups: iter.Seq[stats.Group](groups)}
}

func writeGroups(t *testing.T, format string, r report.GroupReport) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Find(report.GroupFormats(), format).Write(&b, r, report.Options{Width: 100}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const threeForms = "ratee,rater,1.1,1.2,comment\nAda,r1,3,4,\"Shows <care> & \"\"wit\"\"\"\nAmy,r1,4,2,\nBen,r1,Not observed,,\n"

// samples are results of all sorts: with and without rejects, comments, scores.
func samples(t *testing.T) map[string]report.Reading {
	return map[string]report.Reading{
		"one form":    scored(t, oneForm),
		"three forms": scored(t, threeForms),
		"clean":       scored(t, "ratee,rater,item,rating\nAda,r1,1.1,3\n"),
		"mapped":      mapped(t),
	}
}

// mapped is a result whose files were read by a mapping, of a policy that says
// whose rule it states.
func mapped(t *testing.T) report.Reading {
	t.Helper()
	r := scored(t, oneForm)
	r.Score.Policy = shippedPolicy(t, "moodle").Policy
	mapping, findings := ratings.ParseMapping("spring.map.yaml", []byte("mapping: v1\n"))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	r.Score.Mapping = mapping
	return r
}

// The JSON of scores, of groups and of provenance is laid out as the standard
// library lays it out, although it is written record by record.
func TestJSONLayout(t *testing.T) {
	for name, r := range samples(t) {
		for form, text := range map[string]string{"scores": write(t, "json", r.Score, report.Options{}), "groups": writeGroups(t, "json", grouped(r))} {
			var whole bytes.Buffer
			if err := json.Indent(&whole, []byte(text), "", "  "); err != nil {
				t.Fatalf("%s, %s: %v", name, form, err)
			}
			if diff := cmp.Diff(whole.String(), text); diff != "" {
				t.Errorf("%s, %s: %s", name, form, diff)
			}
		}
	}
}

// schemaOf compiles the JSON Schema that is published.
func schemaOf(t *testing.T) *jsonschema.Schema {
	t.Helper()
	var b bytes.Buffer
	if err := report.Find(report.DictionaryFormats(), "json").Write(&b, report.ScoreDictionary(), report.Options{}); err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(&b)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("scores.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("scores.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, text string) error {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}

// What is written is what the published schema describes, member by member.
func TestJSONFitsItsSchema(t *testing.T) {
	schema := schemaOf(t)
	for name, r := range samples(t) {
		if err := validate(t, schema, write(t, "json", r.Score, report.Options{})); err != nil {
			t.Errorf("%s: scores: %v", name, err)
		}
		if err := validate(t, schema, writeGroups(t, "json", grouped(r))); err != nil {
			t.Errorf("%s: groups: %v", name, err)
		}
	}
}

// The schema takes nothing else: each of these changes makes it refuse.
func TestSchemaIsStrict(t *testing.T) {
	schema := schemaOf(t)
	good := write(t, "json", scored(t, oneForm).Score, report.Options{})
	for _, change := range [][2]string{
		{`"scores":`, `"score":`},
		{`"ledger":`, `"legder":`},
		{`"n_rated": 1`, `"n_rated": "1"`},
		{`"n_rated": 1`, `"n_rated": -1`},
		{`"score": "3.00"`, `"score": 3`},
		{`"score": "3.00"`, `"score": "three"`},
		{`"score_exact": "3"`, `"score_exact": "3/"`},
		{`"ratee": "=cmd"`, `"ratee": null`},
		{`"title": "Worked",`, ``},
		{`"code": "out-of-range"`, `"code": "out-of-range", "more": 1`},
	} {
		bad := strings.ReplaceAll(good, change[0], change[1])
		if bad == good {
			t.Fatalf("there is no %s", change[0])
		}
		if validate(t, schema, bad) == nil {
			t.Errorf("the schema takes %s", change[1])
		}
	}
}

// Each line of NDJSON is a record of the JSON form.
func TestLinesAreRecords(t *testing.T) {
	for name, r := range samples(t) {
		var whole struct{ Scores, Groups []any }
		parse(t, write(t, "json", r.Score, report.Options{}), &whole)
		if diff := cmp.Diff(whole.Scores, lines(t, write(t, "ndjson", r.Score, report.Options{}))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		parse(t, writeGroups(t, "json", grouped(r)), &whole)
		if diff := cmp.Diff(whole.Groups, lines(t, writeGroups(t, "ndjson", grouped(r)))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func parse(t *testing.T, text string, to any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), to); err != nil {
		t.Fatal(err)
	}
}

func lines(t *testing.T, text string) []any {
	t.Helper()
	var out []any
	for line := range strings.Lines(text) {
		var v any
		parse(t, line, &v)
		out = append(out, v)
	}
	return out
}

// Tabs and commas: the same cells.
func TestScoreTSV(t *testing.T) {
	r := scored(t, oneForm)
	tabs := csv.NewReader(strings.NewReader(write(t, "tsv", r.Score, report.Options{})))
	tabs.Comma = '\t'
	got, err := tabs.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want, err := csv.NewReader(strings.NewReader(write(t, "csv", r.Score, report.Options{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// sheetCells are the cells of a sheet of a workbook, by place; numbers have a
// # before them.
func sheetCells(t *testing.T, workbook string, number string) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(strings.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		t.Fatal(err)
	}
	file, err := archive.Open("xl/worksheets/sheet" + number + ".xml")
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	var sheet struct {
		Cells []struct {
			Place  string `xml:"r,attr"`
			Value  string `xml:"v"`
			Inline string `xml:"is>t"`
		} `xml:"sheetData>row>c"`
	}
	if err := xml.Unmarshal(data, &sheet); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range sheet.Cells {
		if out[c.Place] = c.Inline; c.Value != "" {
			out[c.Place] = "#" + c.Value
		}
	}
	return out
}

// A workbook has numbers as numbers, exact ones as texts, and beside the
// scores what goes with them.
func TestScoreWorkbook(t *testing.T) {
	book := write(t, "xlsx", scored(t, oneForm).Score, report.Options{})
	for number, want := range map[string]map[string]string{
		"1": {"A1": "ratee", "A2": "=cmd", "B2": "1", "E2": "#3.00", "F2": "3", "H2": "#1", "L2": "#0.50", "E4": "", "M4": "all-not-applicable"},
		"3": {"A1": "file", "A2": "r.csv", "C2": "#5", "G2": "9", "H2": "out-of-range"},
		"4": {"F1": "text", "F2": `Shows "care"`, "I2": "#2"},
		"5": {"A2": "framework", "B2": "Worked (version 1)", "A7": "policy title", "A10": "ledger", "B10": "4 cells = 1 rated + 1 not applicable + 1 not observed + 0 missing + 1 rejected"},
	} {
		got := sheetCells(t, book, number)
		for place, text := range want {
			if got[place] != text {
				t.Errorf("sheet %s, %s: %q, want %q", number, place, got[place], text)
			}
		}
	}
}

const groupsCSV = `by,value,item,tier,title,n_ratees,n,mean,sd,level,label,n_level,share,n_at_least,share_at_least,low,high
school,A,1,Domain,Domain 1,2,2,3.25,0.35,1,Beginning,0,0.00,2,1.00,0.34,1.00
school,A,1,Domain,Domain 1,2,2,3.25,0.35,2,Developing,0,0.00,2,1.00,0.34,1.00
school,A,1,Domain,Domain 1,2,2,3.25,0.35,3,Proficient,2,1.00,2,1.00,0.34,1.00
school,A,1,Domain,Domain 1,2,2,3.25,0.35,4,Distinguished,0,0.00,0,0.00,0.00,0.66
school,B,1,Domain,Domain 1,1,0,,,1,Beginning,0,,0,,,
`

func TestGroupCSV(t *testing.T) {
	got := writeGroups(t, "csv", grouped(scored(t, threeForms)))
	if !strings.HasPrefix(got, groupsCSV) {
		t.Errorf("%s\ndoes not begin with\n%s", got, groupsCSV)
	}
}

// Where scores are on no scale there is a row for the group all the same.
func TestGroupsWithoutLevels(t *testing.T) {
	r := grouped(scored(t, threeForms))
	r.Groups = func(yield func(stats.Group) bool) { yield(stats.Group{Value: "A", Item: "overall", Ratees: 1}) }
	if got, want := writeGroups(t, "csv", r), "\nschool,A,overall,,,1,0,,,,,,,,,,\n"; !strings.HasSuffix(got, want) {
		t.Errorf("%q does not end with %q", got, want)
	}
	if got, want := writeGroups(t, "table", r), "overall         A       0     –   –\n"; !strings.HasSuffix(got, want) {
		t.Errorf("%q does not end with %q", got, want)
	}
}

// words are the lines of a text, with one space between words.
func words(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		out = append(out, strings.Join(strings.Fields(line), " "))
	}
	return out
}

// For people there is a row for each group and a column for each level, and
// then the shares. An item stands in its first row.
func TestGroupTable(t *testing.T) {
	got := words(writeGroups(t, "table", grouped(scored(t, threeForms))))
	second := slices.Index(got, "The share at each level or above, with its 95 % interval")
	if second < 0 {
		t.Fatalf("no second table: %q", got)
	}
	for line, want := range map[int]string{
		0:          "item title school n mean sd Beginning Developing Proficient Distinguished",
		2:          "1 Domain 1 A 2 3.25 0.35 0 0 2 0",
		3:          "B 0 – – 0 0 0 0",
		second + 2: "item school ≥ Developing ≥ Proficient ≥ Distinguished",
		second + 4: "1 A 1.00 (0.34-1.00) 1.00 (0.34-1.00) 0.00 (0.00-0.66)",
		second + 5: "B – – –",
	} {
		if got[line] != want {
			t.Errorf("line %d: %q, want %q", line, got[line], want)
		}
	}
}

// Scores below the lowest level are seen where there are any.
func TestGroupTableBelowTheScale(t *testing.T) {
	r := grouped(scored(t, threeForms))
	half, one := exact.New(1, 2), exact.Int(1)
	r.Groups = func(yield func(stats.Group) bool) {
		yield(stats.Group{Value: "A", Item: "1", Ratees: 2, Scored: 2, Levels: []stats.Level{
			{Code: "1", Label: "Low", N: 1, Share: half, AtLeast: 1, ShareAtLeast: half, Low: half, High: one},
			{Code: "2", Label: "High", Share: exact.Int(0), ShareAtLeast: exact.Int(0), Low: exact.Int(0), High: half},
		}})
	}
	got := words(writeGroups(t, "table", r))
	if want := []string{"item school ≥ Low ≥ High", "1 A 0.50 (0.50-1.00) 0.00 (0.00-0.50)"}; got[len(got)-3] != want[0] || got[len(got)-1] != want[1] {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Where items have scales of their own there is a row for each level.
func TestGroupTableOfSeveralScales(t *testing.T) {
	r := grouped(scored(t, threeForms))
	r.Groups = func(yield func(stats.Group) bool) {
		yes := stats.Group{Value: "A", Item: "1", Title: "First", Ratees: 1, Levels: []stats.Level{{Label: "No"}, {Label: "Yes"}}}
		low := stats.Group{Value: "A", Item: "2", Title: "Second", Ratees: 1, Levels: []stats.Level{{Label: "Low"}}}
		_ = yield(yes) && yield(low)
	}
	want := []string{"item title school n mean sd level on it at least", "", "1 First A 0 – – No 0 –", "Yes 0 –", "2 Second A 0 – – Low 0 –"}
	got := words(writeGroups(t, "table", r))
	got[1] = "" // the line below the header
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if md := writeGroups(t, "md", r); !strings.Contains(md, "\n## Means and levels\n\n| item | title | school |") {
		t.Errorf("%s", md)
	}
}

// Markdown is the table and what it is made of; nothing in a name is markup.
func TestScoreMarkdown(t *testing.T) {
	got := write(t, "md", scored(t, strings.ReplaceAll(oneForm, "=cmd", "*A|B*")).Score, report.Options{})
	for _, want := range []string{
		"# Worked (version 1)\n\n| ratee | item | title | score | rated | coverage | reason |\n| --- | --- | --- | --: | --: | --: | --- |\n",
		"| \\*A\\|B\\* | overall | Worked | 3.00 | 1 of 4 | 0.25 | |\n",
		"| policy | default: occasion latest → rater mean",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nhas no %q", got, want)
		}
	}
}

// What was read by a mapping, and scored by a policy that names its source,
// says so.
func TestProvenanceNamesMappingAndSource(t *testing.T) {
	r := mapped(t).Score
	const sum = "653dd53eac3555896de0dd1eddf4efc4e59f5c7a1bbe2677547ff99397bb1adb"
	got := write(t, "md", r, report.Options{})
	for _, want := range []string{
		"\n| policy title | Moodle rubric grade: ", "\n| policy source | Moodle documentation, page Rubrics, ", "\n| mapping | spring.map.yaml, SHA-256 " + sum + " |\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nhas no %q", got, want)
		}
	}
	var b bytes.Buffer
	if err := report.WriteProvenance(&b, r); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Policy struct {
			Title  string
			Source map[string]string
		}
		Mapping map[string]string
	}
	parse(t, b.String(), &read)
	if read.Policy.Title == "" || !strings.HasPrefix(read.Policy.Source["note"], "Not covered: ") {
		t.Errorf("policy %+v", read.Policy)
	}
	if diff := cmp.Diff(map[string]string{"file": "spring.map.yaml", "sha256": sum}, read.Mapping); diff != "" {
		t.Error(diff)
	}
}

func TestWriteComments(t *testing.T) {
	var b bytes.Buffer
	if err := report.WriteComments(&b, scored(t, oneForm).Score.Comments, report.Options{}); err != nil {
		t.Fatal(err)
	}
	want := "ratee,item,rater,group,occasion,text,file,sheet,line\n=cmd,1.1,r1,,,\"Shows \"\"care\"\"\",r.csv,,2\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}

// The dictionary has every column of every table, in order, and says what it
// means.
func TestDictionary(t *testing.T) {
	var b bytes.Buffer
	if err := report.Find(report.DictionaryFormats(), "csv").Write(&b, report.ScoreDictionary(), report.Options{}); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string][]string{}
	for _, r := range records {
		columns[r[0]] = append(columns[r[0]], r[1])
		if r[2] == "" || r[3] == "" {
			t.Errorf("%s.%s has no type or meaning", r[0], r[1])
		}
	}
	r := scored(t, oneForm)
	header := func(text string) []string { first, _, _ := strings.Cut(text, "\n"); return strings.Split(first, ",") }
	without := func(names []string, some ...string) []string {
		return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return slices.Contains(some, n) })
	}
	if diff := cmp.Diff(header(write(t, "csv", r.Score, report.Options{})), without(columns["scores"], "score_exact", "group", "rater", "occasion")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(header(write(t, "csv", apart(t, oneForm), report.Options{})), without(columns["scores"], "score_exact")); diff != "" {
		t.Error(diff)
	}
	groups := append(without(columns["groups"], "mean_exact"), columns["groups.levels"]...)
	if diff := cmp.Diff(header(writeGroups(t, "csv", grouped(r))), groups); diff != "" {
		t.Error(diff)
	}
}
