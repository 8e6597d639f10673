package render_test

import (
	"strings"

	"pgregory.net/rapid"

	"rubrickit/rubric"
)

// hostile is a framework whose every text is the given one, of all shapes: a
// section, a rated parent, descriptors, tags, codes with signs.
func hostile(text string) *rubric.Framework {
	yes := true
	one, two := rubric.NewDecimal(1, 0), rubric.NewDecimal(2, 0)
	scale := &rubric.Scale{
		Levels: []rubric.Level{{Code: "1", Label: text, Text: text, Guidance: text, Value: one}, {Code: `b"<&'`, Label: "b " + text, Value: two}},
		Nulls:  []rubric.Null{{State: rubric.NotApplicable, Words: []string{"none " + text}}},
	}
	cells := []rubric.Level{{Code: "1", Text: text, Guidance: text}}
	f := &rubric.Framework{
		ID: "x", Title: text, Version: text, Publisher: text, Language: "en", Text: text, Guidance: text,
		Source: rubric.Source{Title: text, URL: text, Rights: text},
		Tiers:  []string{text, text}, Tags: []rubric.Tag{{Code: "t", Label: text}},
		Items: []*rubric.Item{
			{Code: `a"<&'`, Title: text, Text: text, Stem: text, Guidance: text, Tags: []string{"t"}, Items: []*rubric.Item{
				{Code: `b<script>`, Text: text, Levels: cells},
				{Code: "c|d`", Title: text, Text: text, Rated: &yes, Stem: text, Items: []*rubric.Item{{Code: "e*", Title: text, Text: text}}},
			}},
		},
	}
	f.Index()
	for it := range f.All() {
		it.Scale = scale
	}
	return f
}

// hostileText draws texts that would be markup of some format.
func hostileText() *rapid.Generator[string] {
	pieces := rapid.SampledFrom([]string{
		"a", "word ", " ", "1", "<script>alert(1)</script>", "</style>", "]]>", "<!--", "-->", "|", "`", "```", "{{.}}", "{{", "}}", "<b>", "&lt;", "&#60;", "&",
		`"`, "'", `"><img src=x onerror=y>`, "*", "**", "_", "~~", "[x](javascript:y)", "[go](javascript:y)", "[go](http://a.b)", "[x](http://a.b/%3C)", "![i](j)", "[ ]", "# ", "- ", "1. ", "---", "> ", "\\", "=", "+1",
		"\n\n", "\n", "\n- ", "  \n", "\u2028", "语", "é", "👍", "http://a.b", "@x", "</textarea>", "</title>", "\u00a0",
	})
	return rapid.Map(rapid.SliceOfN(pieces, 1, 8), func(s []string) string { return "x" + strings.Join(s, "") })
}
