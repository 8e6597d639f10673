package adopt

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/markup"
)

func TestFromPlain(t *testing.T) {
	for text, want := range map[string]string{
		"one line":                             "one line",
		"• a\n• b":                             "- a\n- b",
		"Plans:\n• a\n  ◦ b\n  ◦ c\n• d":       "Plans:\n\n- a\n  - b\n  - c\n- d",
		"•a\n•b":                               "- a\n- b",
		"• a • b • c":                          "- a\n- b\n- c",
		"- a\n- b\n\nafter":                    "- a\n- b\n\nafter",
		"1. a\n2. b":                           "1. a\n2. b",
		"1. alone":                             `1\. alone`,
		"first\n\nsecond":                      "first\n\nsecond",
		"First.\nSecond.":                      "First.\n\nSecond.",
		"broken by a\nnarrow column":           "broken by a narrow column",
		"• broken by a\n  narrow column":       "- broken by a narrow column",
		"2 * 3 * 4":                            "2 * 3 * 4",
		"*stars* and <tags>":                   `\*stars\* and \<tags>`,
		"soft\u00ADhyphen, no\u00A0break":      "softhyphen, no break",
		"\uF0B7 Word's bullet\n\uF0B7 another": "- Word's bullet\n- another",
		"☐ box\n☑ ticked":                      "- box\n- ticked",
		"•\n• a":                               "- a",
		"-5 degrees":                           "-5 degrees",
		"# no heading":                         `\# no heading`,
		"a\tb":                                 "a b",
		"o\tWord's second\no\tlevel":           "- Word's second\n- level",
		"• a\no\tb\n• c":                       "- a\n  - b\n- c",
	} {
		if diff := cmp.Diff(want, fromPlain(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

// Whatever a line without a bullet holds, it is shown as it was typed.
func TestPlainStaysPlain(t *testing.T) {
	signs := rapid.SliceOf(rapid.SampledFrom([]string{"a", "B", " ", "*", "_", "`", "<b>", "[x](y)", "&amp;", "#", "1.", "\\", "|", "~~", "é", "!", "www.a.b", ">"}))
	rapid.Check(t, func(t *rapid.T) {
		text := oneLine("A" + strings.Join(signs.Draw(t, "signs"), ""))
		if got := markup.Plain(fromPlain(text)); got != text {
			t.Fatalf("%q is shown as %q", text, got)
		}
	})
}

func TestParseLevel(t *testing.T) {
	for text, want := range map[string]levelName{
		"Good (7-9)":                {label: "Good", from: "7", to: "9"},
		"Good (9–7 points)":         {label: "Good", from: "7", to: "9"},
		"Good: 7 to 9 pts.":         {label: "Good", from: "7", to: "9"},
		"Good (3)":                  {label: "Good", to: "3"},
		"Good [2,5]":                {label: "Good", to: "2.5"},
		"Exemplary 4 points":        {label: "Exemplary", to: "4"},
		"Excellent 90-100%":         {label: "Excellent", from: "90", to: "100"},
		"4 points: Exemplary":       {label: "Exemplary", to: "4"},
		"10-14 pts Good":            {label: "Good", from: "10", to: "14"},
		"4 - Distinguished":         {label: "Distinguished", code: "4"},
		`4\. Distinguished`:         {label: "Distinguished", code: "4"},
		"4 – Distinguished (10-12)": {label: "Distinguished", code: "4", from: "10", to: "12"},
		"Level 3: Proficient":       {label: "Proficient", code: "3"},
		"Level 3":                   {label: "Level 3", code: "3"},
		"3":                         {label: "3", code: "3"},
		"Proficient":                {label: "Proficient"},
	} {
		want.text = plainOf(text)
		got, _ := parseLevel(text)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(levelName{}, place{})); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func TestOrderByNames(t *testing.T) {
	for _, c := range []struct {
		names string
		want  string // "" where it cannot be told
	}{
		{"Emerging|Developing|Performing|Transforming", "0123"},
		{"Distinguished|Proficient|Basic|Unsatisfactory", "3210"},
		{"Exceeds expectations|Meets expectations|Below", "210"},
		{"Never|Rarely|Sometimes|Often|Always", "01234"},
		{"Highly Effective|Effective|Developing|Ineffective", "3210"},
		{"Not evident|Alpha|Exemplary", "012"},
		{"Good (7-9)|Fair (4-6)|Best (10)", "102"},
		{"Alpha|Beta|Gamma", ""},
		{"Good|Effective", ""},
		{"Good|Poor|Excellent|Never", ""},
	} {
		var names []levelName
		for name := range strings.SplitSeq(c.names, "|") {
			l, _ := parseLevel(name)
			names = append(names, l)
		}
		got := ""
		in, err := order(names, Options{}, &notes{})
		for _, i := range in {
			got += string(rune('0' + i))
		}
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: %q, %v", c.names, got, err)
		}
	}
}

func TestLeadingCode(t *testing.T) {
	for text, want := range map[string][2]string{
		"1. One":                      {"1", "One"},
		`1\. One`:                     {"1", "One"},
		"(2) Two":                     {"2", "Two"},
		"1.1 One":                     {"1.1", "One"},
		"1.1: One":                    {"1.1", "One"},
		"1.1. One":                    {"1.1", "One"},
		"1a: One":                     {"1a", "One"},
		"1a – One":                    {"1a", "One"},
		"PO.1 One":                    {"PO.1", "One"},
		"ID.AM-1: One":                {"ID.AM-1", "One"},
		"RE.1 One":                    {"RE.1", "One"},
		"RE: One":                     {"RE", "One"},
		"A. One":                      {"A", "One"},
		"IV. Four":                    {"IV", "Four"},
		"**1.1** One":                 {"1.1", "One"},
		"**1.1 One:** more":           {"1.1", "**One:** more"},
		"1.1 One\n\nmore":             {"1.1", "One\n\nmore"},
		"A lesson":                    {},
		"3 teachers observe":          {},
		"CMS Leaders engage":          {},
		"2026 was a year":             {},
		"I. e. this":                  {"I", "e. this"}, // a whole tier must begin so
		"3.5 points are given for it": {"3.5", "points are given for it"},
	} {
		code, rest, ok := leadingCode(text)
		if ok != (want[0] != "") || ok && (code != want[0] || rest != want[1]) {
			t.Errorf("%q: %q and %q", text, code, rest)
		}
	}
}

func TestPlace(t *testing.T) {
	for want, p := range map[string]place{
		"":                            {},
		"line 3":                      {what: "line", number: 3},
		`sheet "A", row 3, column AB`: {in: `sheet "A"`, what: "row", number: 3, column: 28},
		"row 1, column Z":             {what: "row", number: 1, column: 26},
	} {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for text, want := range map[string]string{
		"Good":                     "good",
		"Very good, indeed":        "very-good-indeed",
		"Élève d'été":              "eleve-dete",
		"日本":                       "",
		"_emphasis_ & more":        "emphasis-more",
		strings.Repeat("long ", 9): "long-long-long-long",
	} {
		if got := slug(text, 20); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// Every shape says what it is, and reads a table or an outline.
func TestShapesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range shapes() {
		if s.name == "" || s.about == "" || seen[s.name] || (s.fits == nil) != (s.read == nil) || (s.fitsOutline == nil) != (s.readOutline == nil) || s.read == nil && s.readOutline == nil {
			t.Errorf("%+v", s)
		}
		seen[s.name] = true
	}
}

// No name of a column has two roles, and none is a level's as well.
func TestRoleWords(t *testing.T) {
	seen := map[string]role{}
	for r, words := range roleWords {
		for _, word := range words {
			if other, ok := seen[word]; ok && other != r {
				t.Errorf("%q stands for %d and %d", word, other, r)
			}
			seen[word] = r
			if keyOf(word) != word {
				t.Errorf("%q would never be found: it is compared as %q", word, keyOf(word))
			}
		}
	}
	for _, words := range ladder {
		for _, word := range words {
			if _, ok := seen[word]; ok && word != "no" { // beside a column "yes" it is a level
				t.Errorf("%q names a column and a level", word)
			}
		}
	}
}

func TestSingular(t *testing.T) {
	for name, want := range map[string]string{
		"Key Behaviors": "Key Behavior", "COMPETENCIES": "COMPETENCY", "Criteria": "Criterion", "Domain": "Domain",
		"Practices": "Practice", "Success criteria": "Success criterion", "Address": "Address", "Looks": "Looks",
	} {
		if got := singular(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
