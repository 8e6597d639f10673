package load_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

// A code is the text of its key, whatever YAML would make of it; quotes do not
// belong to it.
func TestCodesAreExact(t *testing.T) {
	for key, want := range map[string]string{
		"1.10": "1.10", "1.1": "1.1", "007": "007", "0x1F": "0x1F", "1e3": "1e3", "1_000": "1_000",
		"No": "No", "true": "true", "null": "null", "2026-11-21": "2026-11-21", "12:30": "12:30",
		"§2": "§2", "two words": "two words", "A-1/b": "A-1/b", "Ä.1": "Ä.1", "一": "一", "a#1": "a#1",
		`"1.10"`: "1.10", "'No'": "No", `"a: b"`: "a: b",
		strings.Repeat("x", 128): strings.Repeat("x", 128),
	} {
		f := mustRead(t, "scale: four-levels\nitems:\n  "+key+": Observes\n")
		if got := f.Items[0].Code; got != want || f.Item(want) != f.Items[0] {
			t.Errorf("the key %s became the code %q, want %q", key, got, want)
		}
	}
}

func TestBadCodes(t *testing.T) {
	for _, key := range []string{
		"(a)", "-1", ".5", `"- a"`, `"• a"`, `" a"`, `"a "`, `"a  b"`, `"a\tb"`, `"a\nb"`, `""`, `"a\u0000"`,
		`"a\u200bb"`, "a\u00a0b", strings.Repeat("x", 129), // U+200B has no width, U+00A0 is a space
	} {
		_, findings := read("scale: four-levels\nitems:\n  " + key + ": Observes\n")
		if len(findings) != 1 || findings[0].Code != load.CodeBadCode {
			t.Errorf("the key %.20s: %v, want one bad-code", key, findings)
		}
	}
}

// The code of the row over everything cannot be an item's, however written.
func TestReservedCode(t *testing.T) {
	for _, key := range []string{"overall", "Overall", "OVERALL"} {
		_, findings := read("scale: four-levels\nitems: {" + key + ": Observes}\n")
		if len(findings) != 1 || findings[0].Code != load.CodeReservedCode {
			t.Errorf("%s: %v, want one reserved-code", key, findings)
		}
	}
	mustRead(t, "scale: four-levels\nitems: {overalls: Observes}\n")
}

// A code is unique in the whole tree, and a repetition names the first place.
func TestDuplicateCode(t *testing.T) {
	for name, c := range map[string]struct {
		items       string
		place, also string
	}{
		"siblings":         {"  a: Observes\n  b: Plans\n  a: Reflects\n", "8:3", "6:3"},
		"cousins":          {"  a: {title: A, items: {x: Observes}}\n  b: {title: B, items: {x: Plans}}\n", "7:25", "6:25"},
		"child and parent": {"  a: {title: A, items: {a: Observes}}\n", "6:25", "6:3"},
		"quoted and not":   {"  1.10: Observes\n  \"1.10\": Plans\n", "7:3", "6:3"},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := read("scale: four-levels\nitems:\n" + c.items)
			if len(findings) != 1 || findings[0].Code != load.CodeDuplicateCode || len(findings[0].Related) != 1 {
				t.Fatalf("want one duplicate-code with a related place, got %v", findings)
			}
			place := func(line, column int) string { return fmt.Sprintf("%d:%d", line, column) }
			d := findings[0]
			if got := place(d.Start.Line, d.Start.Column); got != c.place {
				t.Errorf("reported at %s, want %s", got, c.place)
			}
			if got := place(d.Related[0].Start.Line, d.Related[0].Start.Column); got != c.also {
				t.Errorf("first use at %s, want %s", got, c.also)
			}
		})
	}
	mustRead(t, "scale: four-levels\nitems: {1.1: Observes, 1.10: Plans, a: Reflects, A: Listens}\n")
}

// A text is the text of the file, whatever YAML would make of it.
func TestTextsAreExact(t *testing.T) {
	for value, want := range map[string]string{
		"1.10": "1.10", "No": "No", "2019-01-02": "2019-01-02", "0x1F": "0x1F", "5%": "5%",
		`"a # b"`: "a # b", "a#b": "a#b", "'it''s'": "it's", `"a\tb"`: "a\tb",
		"|\n      two\n      lines\n": "two\nlines", ">\n      one\n      line\n": "one line",
		"three\n      lines\n      long": "three lines long",
	} {
		f := mustRead(t, "scale: four-levels\nitems:\n  a:\n    text: "+value+"\n  b:\n    items: {c: "+"Plans}\n    title: B\n")
		if got := f.Item("a").Text; got != want {
			t.Errorf("%q became %q, want %q", value, got, want)
		}
	}
}

// ` #` after an unquoted text is an error, after other values a remark.
func TestTextCut(t *testing.T) {
	const rest = "scale: four-levels\nitems: {a: Observes}\n"
	for body, want := range map[string]string{
		"text: Ranks tasks #1 first\n" + rest:                                "4:19",
		"publisher: Unit #7\n" + rest:                                        "4:17",
		"tiers:\n  - Area #1\n  - Indicator\n" + rest:                        "5:10",
		"scale: four-levels\nitems:\n  a: Ranks tasks #1\n":                  "6:18",
		"scale: four-levels\nitems:\n  a:\n    title: Task #1\n":             "7:17",
		"scale:\n  levels:\n    1: Rank #1\nitems: {a: Observes}\n":          "6:13",
		"scale: four-levels\nitems: {a: {levels: {1: Rank #1\n  }}}\n":       "5:30",
		"text: #1 rank\n" + rest:                                             "4:7",
		"text:\t  # to be written\n" + rest:                                  "4:9",
		"tiers:\n  - #1\n  - Indicator\n" + rest:                             "5:5",
		"text: \"Ranks\" # remark\n" + rest:                                  "",
		"text: | # remark\n  Ranks\n" + rest:                                 "",
		"version: 1 # remark\n" + rest:                                       "",
		"scale: four-levels # remark\nitems: {a: Observes}\n":                "",
		"scale: four-levels\nitems: # remark\n  a: Observes\n":               "",
		"scale: four-levels\nitems: {a: {text: Plans, weight: 2 # r\n  }}\n": "",
	} {
		_, findings := read(body)
		var got string
		if len(findings) > 0 {
			got = fmt.Sprintf("%d:%d", findings[0].Start.Line, findings[0].Start.Column)
		}
		if got != want || len(findings) > 1 || want != "" && findings[0].Code != yamldoc.CodeTextCut {
			t.Errorf("%q: cut at %q, want %q\n%v", body, got, want, findings)
		}
	}
}

// Leaves are rated unless they say otherwise; a rated parent takes the place
// of what stands below it; what is retired is not rated and keeps its code.
func TestWhatIsRated(t *testing.T) {
	for name, c := range map[string]struct{ items, want string }{
		"leaves":               {"{a: {title: A, items: {b: B, c: C}}, d: D}", "b c d"},
		"a leaf that is not":   {"{a: A, b: {text: B, rated: false}}", "a"},
		"a parent":             {"{a: {title: A, rated: true, items: {b: {title: B, items: {c: C}}, d: D}}, e: E}", "a e"},
		"a leaf that says so":  {"{a: {text: A, rated: true}}", "a"},
		"retired":              {"{a: {text: A, retired: merged into b}, b: B}", "b"},
		"below a retired one":  {"{a: {title: A, retired: dropped, items: {b: B}}, c: C}", "c"},
		"rated, below a false": {"{a: {title: A, rated: false, items: {b: {text: B, rated: true}}}}", "b"},
	} {
		t.Run(name, func(t *testing.T) {
			f := mustRead(t, "scale: four-levels\nitems: "+c.items+"\n")
			var got []string
			for _, it := range f.Indicators() {
				got = append(got, it.Code)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatCannotBeRated(t *testing.T) {
	for name, c := range map[string]struct{ items, want string }{
		"a child of a rated item":   {"{a: {title: A, rated: true, items: {b: {text: B, rated: true}}}}", "5:64 rated-twice"},
		"a grandchild":              {"{a: {title: A, rated: true, items: {b: {title: B, items: {c: {text: C, rated: true}}}}}}", "5:86 rated-twice"},
		"only what is retired":      {"{a: {text: A, retired: dropped}}", "5:8 nothing-rated"},
		"only what says it is not":  {"{a: {text: A, rated: false}}", "5:8 nothing-rated"},
		"the code of a retired one": {"{a: {text: A, retired: dropped}, a: B}", "5:41 duplicate-code"},
	} {
		t.Run(name, func(t *testing.T) {
			_, findings := read("scale: four-levels\nitems: " + c.items + "\n")
			if diff := cmp.Diff([]string{c.want}, places(findings)); diff != "" {
				t.Errorf("%s(-want +got)\n%s", diff, findings)
			}
		})
	}
}

func TestWeights(t *testing.T) {
	f := mustRead(t, "scale: four-levels\nitems: {a: {text: A, weight: 2.50}, b: {text: B, weight: \"1\"}, c: C}\n")
	var got []string
	for it := range f.All() {
		got = append(got, fmt.Sprintf("%s %s %t", it.Code, it.WeightOr1(), it.HasWeight))
	}
	if diff := cmp.Diff([]string{"a 2.50 true", "b 1 true", "c 1 false"}, got); diff != "" {
		t.Error(diff)
	}
}

// Every value knows where it stands, so that later checks can point at it.
func TestPlaces(t *testing.T) {
	f := mustRead(t, `scale: {levels: {1: Low, 2: {label: High, aliases: [top]}}}
items:
  a:
    title: Feedback
    text: |
      Gives feedback
    levels: {2: within a week}
  b: Plans
`)
	a := f.Item("a")
	for name, c := range map[string]struct {
		places rubric.Places
		key    string
		want   string
	}{
		"the id":             {f.Places, "id", "2:5"},
		"a missing key":      {f.Places, "version", "1:1"},
		"a code":             {a.Places, "", "6:3"},
		"a title":            {a.Places, "title", "7:12"},
		"a block of text":    {a.Places, "text", "8:11"},
		"a cell":             {a.Levels[0].Places, "text", "10:17"},
		"a short item":       {f.Item("b").Places, "text", "11:6"},
		"a level's label":    {f.Scale.Levels[0].Places, "label", "4:21"},
		"a level's aliases":  {f.Scale.Levels[1].Places, "aliases", "4:52"},
		"the missing weight": {a.Places, "weight", "6:3"},
	} {
		at := c.places.At(c.key)
		if got := fmt.Sprintf("%d:%d", at.Start.Line, at.Start.Column); got != c.want || at.File != "f.yaml" {
			t.Errorf("%s stands at %s of %q, want %s", name, got, at.File, c.want)
		}
	}
}
