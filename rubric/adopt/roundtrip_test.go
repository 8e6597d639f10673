package adopt_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/adopt"
	"rubrickit/rubric/load"
	"rubrickit/rubric/markup"
)

// A framework laid out as people lay frameworks out, and read again, is the
// framework.

// layout writes a framework in a shape.
type layout struct {
	name, file string
	write      func(*rubric.Framework) string
	// fits says which frameworks the shape can hold.
	fits func(*rubric.Framework) bool
	// codes says that the shape has a place for codes, styled that texts keep
	// their emphasis.
	codes, styled bool
	// bare says that it has no place for lead-ins, guidance and weights.
	bare bool
}

func layouts() []layout {
	any := func(*rubric.Framework) bool { return true }
	flat := func(f *rubric.Framework) bool { return f.HasDescriptors() }
	even := func(f *rubric.Framework) bool { return !f.HasDescriptors() && f.Depth() > 1 && isEven(f) }
	return []layout{
		{"rows with parents", "f.csv", rowsWithParents, any, true, false, false},
		{"rows with codes that go on", "f.tsv", rowsByCode, func(f *rubric.Framework) bool { return !f.HasDescriptors() }, true, false, false},
		{"matrix", "f.csv", matrix, flat, true, false, false},
		{"matrix, best level first", "f.csv", matrixBestFirst, flat, true, false, false},
		{"Markdown matrix", "f.md", markdownMatrix, flat, true, true, false},
		{"staircase", "f.csv", staircase, even, false, false, true},
		{"staircase that repeats", "f.csv", staircaseRepeated, even, false, false, true},
		{"outline", "f.md", outlineOf, any, true, true, false},
		{"level by level", "f.csv", levelByLevel, func(f *rubric.Framework) bool { return flat(f) && f.Depth() == 1 }, false, false, true},
		{"level by level, in rows", "f.csv", longRows, func(f *rubric.Framework) bool { return flat(f) && f.Depth() == 1 }, true, false, true},
	}
}

// isEven reports whether all leaves stand equally deep.
func isEven(f *rubric.Framework) bool {
	for _, it := range f.Indicators() {
		if it.Depth() != f.Depth()-1 {
			return false
		}
	}
	return true
}

func TestShippedRoundTrip(t *testing.T) {
	for _, l := range layouts() {
		held := 0
		for _, id := range frameworks.IDs() {
			data, err := frameworks.Read(id)
			if err != nil {
				t.Fatal(err)
			}
			f, findings := load.Framework(id, data)
			if err := findings.Err(); err != nil {
				t.Fatal(err)
			}
			if !l.fits(f) {
				continue
			}
			held++
			t.Run(l.name+"/"+id, func(t *testing.T) { checkRoundTrip(t, l, f) })
		}
		if held == 0 {
			t.Errorf("no shipped framework fits the %s", l.name)
		}
	}
}

type failer interface {
	tester
	Fatalf(format string, args ...any)
}

func checkRoundTrip(t failer, l layout, f *rubric.Framework) {
	t.Helper()
	text := l.write(f)
	o := adopt.Options{Levels: levelLabels(f)}
	result, err := adopt.File(l.file, []byte(text), o)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	var b strings.Builder
	if err := result.Write(&b); err != nil {
		t.Fatalf("%v", err)
	}
	checkLayout(t, b.String())
	want, got := project(f.Items, l), project(result.Framework.Items, l)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s\n%s\n%v", diff, text, result.Notes)
	}
}

// levelLabels are the names of the levels, where they are in the file.
func levelLabels(f *rubric.Framework) []string {
	if !f.HasDescriptors() {
		return nil
	}
	var out []string
	for _, level := range f.Scale.Levels {
		out = append(out, level.Label)
	}
	return out
}

// seen is what is compared of an item.
type seen struct {
	Code, Label, Text, Stem, Guidance, Weight string
	Levels                                    map[string]string
	Items                                     []seen
}

func project(items []*rubric.Item, l layout) []seen {
	show := func(text string) string {
		if l.styled {
			return fmt.Sprint(markup.Parse(text))
		}
		return strings.Join(markup.Lines(text), "\n")
	}
	var out []seen
	for _, it := range items {
		s := seen{Label: show(it.Title), Text: show(it.Text), Stem: show(it.Stem), Guidance: show(it.Guidance), Levels: map[string]string{}, Items: project(it.Items, l)}
		if it.Title == "" { // whether a name is a title or a text, a file may not say
			s.Label, s.Text = show(it.Text), show("")
		}
		if l.bare {
			s.Stem, s.Guidance = "", ""
		}
		if l.codes {
			s.Code = it.Code
		}
		for i, level := range it.Scale.Levels {
			if d := it.Descriptor(level.Code); d != nil && d.Text != "" {
				s.Levels[fmt.Sprint(i)] = show(d.Text)
			}
		}
		if it.HasWeight && !l.bare {
			s.Weight = it.Weight.Rat().RatString()
		}
		out = append(out, s)
	}
	return out
}

// cellText is a text as people type it into a cell.
func cellText(text string) string {
	var b strings.Builder
	for i, block := range markup.Parse(text) {
		if i > 0 {
			b.WriteString("\n\n")
		}
		lines := markup.LinesOf([]markup.Block{block})
		b.WriteString(strings.Join(lines, "\n"))
	}
	return b.String()
}

func label(it *rubric.Item) string { return cellText(it.Label()) }

// rest is the text of an item that its label does not say.
func rest(it *rubric.Item) string {
	if it.Title == "" {
		return ""
	}
	return cellText(it.Text)
}

func separated(comma rune, rows [][]string) string {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	if err := w.WriteAll(rows); err != nil {
		panic(err)
	}
	return b.String()
}

func labelled(f *rubric.Framework, it *rubric.Item) []string {
	var out []string
	if !f.HasDescriptors() {
		return nil
	}
	for _, level := range f.Scale.Levels {
		text := ""
		if d := it.Descriptor(level.Code); d != nil {
			text = cellText(d.Text)
		}
		out = append(out, text)
	}
	return out
}

func rowsWithParents(f *rubric.Framework) string {
	rows := [][]string{append([]string{"Code", "Parent", "Name", "Description", "Stem", "Guidance", "Weight"}, levelLabels(f)...)}
	for it := range f.All() {
		above, weight := "", ""
		if it.Parent() != nil {
			above = it.Parent().Code
		}
		if it.HasWeight {
			weight = it.Weight.String()
		}
		rows = append(rows, append([]string{it.Code, above, label(it), rest(it), cellText(it.Stem), cellText(it.Guidance), weight}, labelled(f, it)...))
	}
	return separated(',', rows)
}

func rowsByCode(f *rubric.Framework) string {
	rows := [][]string{{"No.", "Statement", "Description", "Stem", "Guidance", "Weight"}}
	for it := range f.All() {
		weight := ""
		if it.HasWeight {
			weight = it.Weight.String()
		}
		rows = append(rows, []string{it.Code, label(it), rest(it), cellText(it.Stem), cellText(it.Guidance), weight})
	}
	return separated('\t', rows)
}

func matrix(f *rubric.Framework) string { return separated(',', matrixRows(f, false)) }

func matrixBestFirst(f *rubric.Framework) string { return separated(';', matrixRows(f, true)) }

func matrixRows(f *rubric.Framework, bestFirst bool) [][]string {
	turn := func(texts []string) []string {
		for i, j := 0, len(texts)-1; bestFirst && i < j; i, j = i+1, j-1 {
			texts[i], texts[j] = texts[j], texts[i]
		}
		return texts
	}
	rows := [][]string{{f.Title}, {}, append([]string{"Code", "Criterion", "Description", "Guidance", "Parent"}, turn(levelLabels(f))...)}
	for it := range f.All() {
		above := ""
		if it.Parent() != nil {
			above = it.Parent().Code
		}
		rows = append(rows, append([]string{it.Code, label(it), rest(it), cellText(it.Guidance), above}, turn(labelled(f, it))...))
	}
	return rows
}

// markdownMatrix is a table in Markdown; items above others have codes that theirs
// go on from, or parents.
func markdownMatrix(f *rubric.Framework) string {
	var b strings.Builder
	head := append([]string{"Code", "Criterion", "Description", "Guidance", "Parent"}, levelLabels(f)...)
	fmt.Fprintf(&b, "# %s\n\n| %s |\n|%s\n", f.Title, strings.Join(head, " | "), strings.Repeat("---|", len(head)))
	cell := func(text string) string {
		return strings.ReplaceAll(strings.ReplaceAll(text, "|", `\|`), "\n", "<br>")
	}
	for it := range f.All() {
		above, text := "", it.Text
		if it.Parent() != nil {
			above = it.Parent().Code
		}
		if it.Title == "" {
			text = ""
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |", it.Code, cell(it.Label()), cell(text), cell(it.Guidance), above)
		for _, level := range f.Scale.Levels {
			if d := it.Descriptor(level.Code); d != nil {
				b.WriteString(" " + cell(d.Text))
			}
			b.WriteString(" |")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func staircase(f *rubric.Framework) string { return separated(',', stairs(f, false)) }

func staircaseRepeated(f *rubric.Framework) string { return separated(',', stairs(f, true)) }

func stairs(f *rubric.Framework, repeat bool) [][]string {
	tiers := []string{"Domain", "Standard", "Indicator", "Element"}[:f.Depth()]
	rows := [][]string{tiers}
	row := make([]string, f.Depth())
	for it := range f.All() {
		row[it.Depth()] = joined(label(it), rest(it))
		if len(it.Items) > 0 {
			continue
		}
		rows = append(rows, append([]string(nil), row...))
		if !repeat {
			clear(row)
		}
	}
	return rows
}

func joined(texts ...string) string {
	var out []string
	for _, text := range texts {
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n\n")
}

// outlineOf writes headings for items that have some below them or more than a
// label, and entries of lists for the others.
func outlineOf(f *rubric.Framework) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", f.Title)
	for it := range f.All() {
		name := fmt.Sprintf("%s: %s", it.Code, it.Label())
		if isEntry(f, it) {
			fmt.Fprintf(&b, "- %s\n", name)
			continue
		}
		fmt.Fprintf(&b, "\n%s %s\n\n", strings.Repeat("#", 2+it.Depth()), name)
		for _, text := range []string{rawRest(it), it.Stem} {
			if text != "" {
				b.WriteString(text + "\n\n")
			}
		}
		for _, level := range it.Levels {
			fmt.Fprintf(&b, "%s %s\n\n%s\n\n", strings.Repeat("#", 3+it.Depth()), it.Scale.Level(level.Code).Label, level.Text)
		}
	}
	return b.String()
}

// isEntry reports whether an item and its neighbours are mere texts.
func isEntry(f *rubric.Framework, it *rubric.Item) bool {
	siblings := f.Items
	if it.Parent() != nil {
		siblings = it.Parent().Items
	}
	return !slices.ContainsFunc(siblings, func(s *rubric.Item) bool { return len(s.Items) > 0 || s.Title != "" })
}

func rawRest(it *rubric.Item) string {
	if it.Title == "" {
		return ""
	}
	return it.Text
}

func levelByLevel(f *rubric.Framework) string {
	rows := [][]string{{"Criterion", "Descriptor"}}
	for _, level := range f.Scale.Levels {
		rows = append(rows, []string{level.Label, ""})
		for _, it := range f.Items {
			if d := it.Descriptor(level.Code); d != nil {
				rows = append(rows, []string{label(it), cellText(d.Text)})
			}
		}
	}
	return separated(',', rows)
}

func longRows(f *rubric.Framework) string {
	rows := [][]string{{"Code", "Criterion", "Level", "Descriptor"}}
	for _, it := range f.Items {
		for _, level := range f.Scale.Levels {
			if d := it.Descriptor(level.Code); d != nil {
				rows = append(rows, []string{it.Code, label(it), level.Label, cellText(d.Text)})
			}
		}
	}
	return separated(',', rows)
}
