package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/internal/webpage"
	"rubrickit/rubric/ratings"
)

// reviewedComparison is compared, with a crosswalk that has a row of each kind.
func reviewedComparison(t *testing.T) *diff.Comparison {
	t.Helper()
	c := compared(diff.Frameworks)
	text := "crosswalk: v1\nsource: a\ntarget: b\npairs:\n" +
		"  - {source: '1.1', target: y, relation: broader, note: \"a <i>note</i>\\tand more\", by: AB, on: 2026-11-20}\n" +
		"  - {source: '1.1', target: a-code-that-is-longer-than-many, relation: none}\n" +
		"  - {source: '1.2', relation: none, note: not asked}\n" +
		"  - {source: '1', target: y, relation: overlaps, source_text: aaaaaaaa}\n"
	review, findings := crosswalk.Parse("reviewed.yaml", []byte(text))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	rows, findings := review.Hold(c.Source, c.Target)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return diff.Compare(c.Source, c.Target, diff.Options{Review: &diff.Review{Crosswalk: review, Rows: rows}})
}

// What people found is in every format, with what they wrote beside it.
func TestReviewIsInEveryFormat(t *testing.T) {
	c := reviewedComparison(t)
	for name, want := range map[string][]string{
		"table": {"Reviewed in reviewed.yaml: 1 match, 1 confirmed gap, 1 rejected pair, 1 stale row.", "broader", "Confirmed gaps", "(not asked)", "AB, 2026-11-20", "Stale"},
		"md":    {"Reviewed in reviewed.yaml", "### Confirmed gaps", "| not asked |", "| broader | y |", "the text of a 1 has changed"},
		"csv":   {",reviewed,broader,", ",reviewed,none,", ",stale,overlaps,", "AB,2026-11-20"},
		"json":  {`"relation": "broader"`, `"stands": "confirmed gap"`, `"confirmed_gap": 1`, `"why": "the text of a 1 has changed"`},
		"html":  {"reviewed: broader", "reviewed: narrower", "confirmed gap", "not asked", "a &lt;i&gt;note&lt;/i&gt; and more; AB, 2026-11-20"},
		"sssom": {"skos:narrowMatch", "source:1.2\tcelebrate\tskos:exactMatch\t\tsssom:NoTermFound", "skos:relatedMatch\tNot\ttarget:a-code", "\tAB\t2026-11-20\t"},
	} {
		text := written(t, name, c, Options{Width: 200})
		for _, part := range want {
			if !strings.Contains(text, part) {
				t.Errorf("%s does not have %q:\n%.3000s", name, part, text)
			}
		}
	}
}

var (
	policyHash = regexp.MustCompile(`'(sha256-[^']+)'`)
	ownStyle   = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	ownScript  = regexp.MustCompile(`(?s)<script>(.*?)</script>`)
	addresses  = regexp.MustCompile(`(?i)(src|href|action)\s*=\s*"?[^#"]|url\(|@import|https?:`)
	unlabelled = regexp.MustCompile(`<td(?: class="code")?>.*?</td>`)
	standsAs   = regexp.MustCompile(`data-stands="([^"]*)"`)
	boxValue   = regexp.MustCompile(`type="checkbox" value="([^"]*)"`)
	segment    = regexp.MustCompile(`x="([0-9.]+)" y="0" width="([0-9.]+)"`)
)

// The page needs nothing else, runs nothing but its own script, and hides no
// row that its filter cannot show.
func TestComparisonHTML(t *testing.T) {
	for _, c := range []*diff.Comparison{compared(diff.Frameworks), reviewedComparison(t), compared(diff.Versions)} {
		page := written(t, "html", c, Options{})
		if found := addresses.FindString(page); found != "" {
			t.Errorf("the page refers to something outside: %q", found)
		}
		if strings.Contains(page, "<b>") || strings.Contains(page, "<script>alert") {
			t.Error("a text is taken for markup")
		}
		hashes := policyHash.FindAllStringSubmatch(page, -1)
		if got, want := hashes[0][1], webpage.Hash(ownStyle.FindStringSubmatch(page)[1]); got != want {
			t.Errorf("the policy allows the style %s, and it is %s", got, want)
		}
		if script := ownScript.FindStringSubmatch(page); script != nil && hashes[1][1] != webpage.Hash(script[1]) {
			t.Error("the policy does not allow the script")
		}
		if c.Mode == diff.Versions {
			if cell := unlabelled.FindString(page); cell != "" {
				t.Errorf("on a narrow screen nobody knows what %s is", cell)
			}
			continue
		}
		var filter []string
		for _, m := range boxValue.FindAllStringSubmatch(page, -1) {
			filter = append(filter, m[1])
		}
		rows := standsAs.FindAllStringSubmatch(page, -1)
		if want := len(c.Source.Indicators()) + len(c.Target.Indicators()); len(rows) != want {
			t.Errorf("%d rows for %d indicators", len(rows), want)
		}
		for _, m := range rows {
			if !slices.Contains(filter, m[1]) {
				t.Errorf("the filter %q cannot show %q", filter, m[1])
			}
		}
	}
}

// The segments of a bar stand one behind the other and fill it.
func TestBarsAreFull(t *testing.T) {
	d := direction{reviewedComparison(t), diff.SourceSide}
	several := &rubric.Framework{ID: "s", Items: []*rubric.Item{{Code: "1", Text: "celebrate"}, {Code: "2", Text: "dream"}, {Code: "3", Text: "hope"}, {Code: "4", Text: "plan"}}}
	several.Index()
	other := direction{diff.Compare(several, d.Target, diff.Options{}), diff.SourceSide}
	for _, c := range append(htmlDirectionOf(d).Counts, htmlDirectionOf(other).Counts...) {
		at := 0
		for _, s := range c.Segments {
			if s.From != decimals(at) {
				t.Errorf("%s: a segment begins at %s, and the one before it ends at %s", c.Label, s.From, decimals(at))
			}
			var whole, part int
			if _, err := fmt.Sscanf(s.Width, "%d.%d", &whole, &part); err != nil {
				t.Fatal(err)
			}
			at += whole*100 + part
		}
		if at != 10_000 {
			t.Errorf("%s: the segments end at %s", c.Label, decimals(at))
		}
	}
	if !segment.MatchString(written(t, "html", d.Comparison, Options{})) {
		t.Error("no segment is drawn")
	}
}

// What SSSOM requires of a set and of a mapping is there, and every prefix is
// declared.
func TestSSSOM(t *testing.T) {
	text := written(t, "sssom", reviewedComparison(t), Options{})
	var head, body strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			head.WriteString(line)
		} else {
			body.WriteString(line)
		}
	}
	for _, key := range []string{"#mapping_set_id: ", "#license: https://", "#curie_map:", "#  rubric: ", "#  source: ", "#  target: ", "#  skos: ", "#  semapv: ", "#  sssom: ", "#subject_source: ", "#object_source_version: "} {
		if !strings.Contains(head.String(), key) {
			t.Errorf("the head has no %q:\n%s", key, head.String())
		}
	}
	in := csv.NewReader(strings.NewReader(body.String()))
	in.Comma = '\t'
	rows, err := in.ReadAll() // each of them as long as the first
	if err != nil {
		t.Fatal(err)
	}
	prefixed := regexp.MustCompile(`^(source|target|skos|semapv|sssom):[^ ]+$`)
	for _, row := range rows[1:] {
		for i, name := range rows[0] {
			required := slices.Contains([]string{"subject_id", "predicate_id", "object_id", "mapping_justification"}, name)
			if required && !prefixed.MatchString(row[i]) {
				t.Errorf("%s is %q", name, row[i])
			}
		}
	}
	if len(rows) < 5 {
		t.Errorf("%d rows", len(rows))
	}
}

// The workbooks are read again: a row for each item, numbers as numbers.
func TestComparisonWorkbooks(t *testing.T) {
	for _, c := range []*diff.Comparison{reviewedComparison(t), compared(diff.Versions)} {
		data := []byte(written(t, "xlsx", c, Options{}))
		book, err := ooxml.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		rows := map[string]int{}
		for _, sheet := range book.Sheets() {
			names = append(names, sheet.Name)
			if err := book.Rows(sheet, func(ooxml.Record) error { rows[sheet.Name]++; return nil }); err != nil {
				t.Fatal(err)
			}
		}
		want := []string{"coverage source a", "coverage target b", "items source a", "items target b", "made of"}
		if c.Mode == diff.Versions {
			want = []string{"changes", "old ratings", "made of"}
		}
		if !slices.Equal(names, want) {
			t.Errorf("sheets %q", names)
		}
		if c.Mode == diff.Frameworks && rows["items source a"] < 1+3 || c.Mode == diff.Versions && rows["changes"] != 1+len(c.Changes) {
			t.Errorf("rows %v", rows)
		}
	}
}

// A migration is a mapping that the new version takes, and says of each old
// indicator what the comparison says.
func TestMigration(t *testing.T) {
	scale := &rubric.Scale{Levels: []rubric.Level{{Code: "1", Label: "Low: \"x\""}, {Code: "2", Label: "High"}}}
	renamed := &rubric.Scale{Levels: []rubric.Level{{Code: "1", Label: "Lowest"}, {Code: "2", Label: "High"}}}
	version := func(v string, s *rubric.Scale, items ...*rubric.Item) *rubric.Framework {
		f := &rubric.Framework{ID: "f", Version: v, Title: "F \u2028 x", Scale: s, Items: items}
		for _, it := range items {
			it.Scale = s
		}
		f.Index()
		return f
	}
	before := version("1", scale, &rubric.Item{Code: "a", Text: "set clear goals"}, &rubric.Item{Code: "b: c", Text: "listen"}, &rubric.Item{Code: "d", Text: "keep a diary"}, &rubric.Item{Code: "e", Text: "greet"})
	after := version("2", renamed, &rubric.Item{Code: "a", Text: "set very clear goals"}, &rubric.Item{Code: "b2", Text: "listen"}, &rubric.Item{Code: "e", Text: "greet"})
	text := written(t, "migration", diff.Compare(before, after, diff.Options{}), Options{})
	m, findings := ratings.ParseMapping("m.yaml", []byte(text))
	if m == nil || len(findings) > 0 {
		t.Fatalf("%v\n%s", findings, text)
	}
	if findings := m.Check(after); len(findings) > 0 {
		t.Errorf("%v\n%s", findings, text)
	}
	for _, line := range []string{"\n  \"d\": ignore  # the item is no longer there\n", "\n  # \"a\": ignore  # the wording has changed\n", "\n  \"b: c\": \"b2\"  # its code is b2 now\n", "\n  \"Low: \\\"x\\\"\": \"1\"\n"} {
		if !strings.Contains(text, line) {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}

// Each format is about two frameworks, two versions, or both, and says so.
func TestFormatsKnowWhatTheyAreAbout(t *testing.T) {
	for _, f := range comparisonFormats() {
		if f.frameworks == nil && f.versions == nil || f.about == "" {
			t.Errorf("%s: %+v", f.name, f)
		}
	}
	if !VersionsOnly("migration") || VersionsOnly("html") || !FrameworksOnly("sssom") || FrameworksOnly("") {
		t.Error("migration is about versions, SSSOM about frameworks")
	}
}
