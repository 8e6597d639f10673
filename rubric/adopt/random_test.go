package adopt_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
	"rubrickit/rubric/markup"
)

// Random frameworks survive every layout that can hold them.
func TestRandomRoundTrip(t *testing.T) {
	for _, l := range layouts() {
		t.Run(l.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				f := drawFramework(t, l)
				if l.fits(f) {
					checkRoundTrip(t, l, f)
				}
			})
		})
	}
}

// words are what texts are made of: with signs that mean something to YAML, to
// CommonMark, to separated values, or to a reader of levels and codes.
var words = []string{
	"plans", "Leads", "the", "work", "é", "“quoted”", `"straight"`, "it's", "a:b", "#1", "50%", "R&D", "3.5", "(yes)", "x_y_z", "2*3", "<b>", "[x]", "C#", "a, b", "semi; colon", "日本", "no", "true", "~", "`code`", "\\", "–", "and/or", "1", "www.example.org", "end.", "T|V",
}

// sentence begins with a capital, so that nothing takes it for the rest of the line
// before it, nor for a code.
func sentence(t *rapid.T, what string, most int) string {
	picked := rapid.SliceOfN(rapid.SampledFrom(words), 1, most).Draw(t, what)
	return rapid.SampledFrom([]string{"Pupils", "Every leader", "Ähnlich"}).Draw(t, what+" start") + " " + strings.Join(picked, " ")
}

// prose is a text of paragraphs and, where the layout can tell them from items,
// lists.
func prose(t *rapid.T, what string, most int, lists bool) string {
	kind := rapid.IntRange(0, 3).Draw(t, what+" kind")
	switch {
	case kind == 0 && lists:
		return "- " + plainToMarkdown(sentence(t, what, most)) + "\n- " + plainToMarkdown(sentence(t, what+" 2", most)) + "\n  - " + plainToMarkdown(sentence(t, what+" 3", most))
	case kind == 1:
		return plainToMarkdown(sentence(t, what, most)) + "\n\n" + plainToMarkdown(sentence(t, what+" 2", most))
	default:
		return plainToMarkdown(sentence(t, what, most))
	}
}

// plainToMarkdown escapes a sentence, so that it is one in CommonMark.
func plainToMarkdown(text string) string {
	escaped := strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "]", `\]`, "`", "\\`", "&", `\&`, "#", `\#`, "~", `\~`).Replace(text)
	if got := markup.Plain(escaped); got != text {
		panic(fmt.Sprintf("%q is shown as %q", text, got))
	}
	return escaped
}

// drawFramework draws a framework that the layout can hold.
func drawFramework(t *rapid.T, l layout) *rubric.Framework {
	d := &drawer{t: t, l: l, depth: rapid.IntRange(1, 3).Draw(t, "depth")}
	if l.fits(&rubric.Framework{}) == l.fits(withDescriptors()) {
		d.levels = rapid.IntRange(0, 4).Draw(t, "levels")
	} else if l.fits(withDescriptors()) {
		d.levels = rapid.IntRange(2, 4).Draw(t, "levels")
	}
	if strings.HasPrefix(l.name, "level by level") {
		d.depth = 1
	}
	if strings.HasPrefix(l.name, "staircase") || l.name == "rows with codes that go on" {
		d.levels, d.depth = 0, max(d.depth, 2)
	}
	if d.levels == 1 {
		d.levels = 2
	}
	f := &rubric.Framework{ID: "drawn", Title: "Drawn framework", Scale: d.scale()}
	f.Items = d.items("", 0, f.Scale)
	f.Index()
	return f
}

func withDescriptors() *rubric.Framework {
	f := &rubric.Framework{Items: []*rubric.Item{{Code: "1", Levels: []rubric.Level{{Code: "1", Text: "x"}}}}}
	f.Index()
	return f
}

type drawer struct {
	t      *rapid.T
	l      layout
	depth  int
	levels int
	count  int
}

// scale is one whose levels nobody could put in order by their names.
func (d *drawer) scale() *rubric.Scale {
	if d.levels == 0 {
		return load.Builtin("four-levels")
	}
	s := &rubric.Scale{}
	for i, name := range []string{"Alpha", "Beta", "Gamma", "Delta"}[:d.levels] {
		s.Levels = append(s.Levels, rubric.Level{Code: strings.ToLower(name), Label: name, Value: rubric.NewDecimal(int64(i+1), 0)})
	}
	return s
}

// items draws the items of one tier. Names differ, since some layouts have nothing
// else to tell items apart.
func (d *drawer) items(parent string, depth int, scale *rubric.Scale) []*rubric.Item {
	var out []*rubric.Item
	for i := range rapid.IntRange(1, 3).Draw(d.t, "items") {
		d.count++
		it := &rubric.Item{Code: strings.TrimPrefix(fmt.Sprintf("%s.%d", parent, i+1), "."), Scale: scale}
		name := plainToMarkdown(fmt.Sprintf("%s N%d", sentence(d.t, "name", 6), d.count))
		last := depth == d.depth-1
		switch {
		case last && d.levels == 0 && rapid.Bool().Draw(d.t, "is text"):
			it.Text = name
		default:
			it.Title = name
			if rapid.Bool().Draw(d.t, "has text") || last && d.levels == 0 {
				it.Text = prose(d.t, "text", 6, d.l.name != "outline")
			}
		}
		if last {
			d.describe(it)
		} else {
			it.Items = d.items(it.Code, depth+1, scale)
		}
		out = append(out, it)
	}
	return out
}

// describe gives an item descriptors of all levels.
func (d *drawer) describe(it *rubric.Item) {
	if d.levels == 0 {
		return
	}
	if strings.HasPrefix(d.l.name, "level by level") {
		it.Text = ""
	}
	for _, level := range it.Scale.Levels {
		it.Levels = append(it.Levels, rubric.Level{Code: level.Code, Text: prose(d.t, "descriptor", 6, true)})
	}
}
