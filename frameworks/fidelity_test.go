package frameworks_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	loader "rubrickit/rubric/load"
	"rubrickit/rubric/markup"
)

// TestFidelity compares each framework with the document it was made from, in
// both directions: every text stands in the document, in the same order, and
// no word of the document is missing, but for its listed furniture.
func TestFidelity(t *testing.T) {
	for _, id := range frameworks.IDs() {
		t.Run(id, func(t *testing.T) {
			doc, ok := documents[id]
			if !ok {
				t.Fatal("this framework is compared with no document")
			}
			words, problems := strip(source(t, id), doc.furniture)
			problems = append(problems, compare(words, texts(load(t, id), doc))...)
			for _, p := range problems {
				t.Error(p)
			}
		})
	}
}

// TestDocuments guards that the list of furniture holds nothing that is not
// used, and gives a reason for each entry.
func TestDocuments(t *testing.T) {
	for id, doc := range documents {
		if !slices.Contains(frameworks.IDs(), id) {
			t.Errorf("%q is no shipped framework", id)
		}
		for _, f := range doc.furniture {
			if f.reason == "" {
				t.Errorf("%s: furniture %q has no reason", id, f.text)
			}
		}
	}
}

// TestFidelityNotices proves that the comparison sees each kind of slip that
// an editor of a framework, or of the list of furniture, can make.
func TestFidelityNotices(t *testing.T) {
	doc := document{furniture: []furniture{{text: "* ", times: 2, reason: "bullet"}}}
	const page = "Title\n* Build trust, and keep it.\n* Build capacity."
	good := []text{{"title", "Title"}, {"1", "Build trust, and keep it."}, {"2", "Build capacity."}}
	slips := map[string]struct {
		page  string
		texts []text
		want  int
	}{
		"nothing":            {page, good, 0},
		"a word dropped":     {page, []text{good[0], {"1", "Build trust, and keep."}, good[2]}, 2},
		"a word added":       {page, []text{good[0], {"1", "Build deep trust, and keep it."}, good[2]}, 2},
		"punctuation":        {page, []text{good[0], {"1", "Build trust and keep it."}, good[2]}, 2},
		"texts swapped":      {page, []text{good[0], good[2], good[1]}, 2},
		"a text dropped":     {page, good[:2], 1},
		"a text twice":       {page, append(slices.Clone(good), good[2]), 1},
		"furniture is stale": {strings.Replace(page, "* ", "", 1), good, 1},
		"furniture is more":  {page + "\n* ", good, 1},
	}
	for name, s := range slips {
		words, problems := strip(s.page, doc.furniture)
		problems = append(problems, compare(words, s.texts)...)
		if len(problems) != s.want {
			t.Errorf("%s: %d problems, want %d: %q", name, len(problems), s.want, problems)
		}
	}
}

// TestShapes asserts the counts that the documents are known to have.
func TestShapes(t *testing.T) {
	want := map[string]string{
		"cambridge": "8: 4 4 4 4 3 6 6 6",
		"cms":       "8:",
		"mastery":   "7: 4 4 3 3 4 2 3",
		"mnps":      "3: 3 3 2; 8: 5 8 4 3 4 3 7 3",
		// The bullets of the four levels of each theme.
		"teacher-leadership": "3: 3 3 4 2 | 2 2 2 3 | 2 1 1+3 2",
	}
	for _, id := range frameworks.IDs() {
		if got := shape(load(t, id)); got != want[id] {
			t.Errorf("%s has the shape %q, want %q", id, got, want[id])
		}
	}
}

// TestRepeatedDescription keeps an error of the document that an editor could
// be tempted to mend by guessing.
func TestRepeatedDescription(t *testing.T) {
	f := load(t, "cms")
	seventh, eighth := f.Item("7"), f.Item("8")
	if seventh.Text != eighth.Text {
		t.Error("the description of 8 is no longer that of 7, as in the document")
	}
	if eighth.Notes == "" {
		t.Error("8 does not note that its description is that of 7")
	}
}

// TestEmphasis asserts that exactly the underlined phrases are emphasised.
func TestEmphasis(t *testing.T) {
	var want, got []string
	for _, m := range regexp.MustCompile(`<u>(.*?)</u>`).FindAllStringSubmatch(source(t, "mastery"), -1) {
		want = append(want, m[1])
	}
	for it := range load(t, "mastery").All() {
		got = append(got, emphasised(it.Text)...)
	}
	if !slices.Equal(got, want) {
		t.Errorf("emphasised phrases:\n%q\nwant\n%q", got, want)
	}
}

// text is a printed text of a framework and where it stands.
type text struct{ where, words string }

// load reads a shipped framework, which must be without errors.
func load(t *testing.T, id string) *rubric.Framework {
	t.Helper()
	data, err := frameworks.Read(id)
	if err != nil {
		t.Fatal(err)
	}
	f, findings := loader.Framework(id+".yaml", data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

// source reads the document that a framework was made from.
func source(t *testing.T, id string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "sources", id+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// strip takes the furniture off a page and returns the words that are left.
// The page is set between line breaks, so that furniture at the beginning of
// a line is the same on the first one.
func strip(page string, list []furniture) (words, problems []string) {
	page = "\n" + page + "\n"
	for _, f := range list {
		if n := strings.Count(page, f.text); n == 0 || n != f.times {
			problems = append(problems, fmt.Sprintf("furniture %q (%s) stands in the source %d times, not %d", f.text, f.reason, n, f.times))
		}
		page = strings.ReplaceAll(page, f.text, f.instead)
	}
	return strings.Fields(page), problems
}

// compare finds the texts in the words of a page, one after the other, and
// says which are not there and which words stand between them.
func compare(page []string, texts []text) (problems []string) {
	lacks := func(words []string, where string) {
		if len(words) > 0 {
			problems = append(problems, fmt.Sprintf("%s, the source has words that the framework lacks: %q", where, strings.Join(words, " ")))
		}
	}
	rest := page
	for _, x := range texts {
		words := strings.Fields(x.words)
		at := index(rest, words)
		if at < 0 {
			problems = append(problems, fmt.Sprintf("%s: not in the source, or not in this order: %q", x.where, x.words))
			continue
		}
		lacks(rest[:at], "before "+x.where)
		rest = rest[at+len(words):]
	}
	lacks(rest, "at the end")
	return problems
}

// index is where the words stand in a page, -1 where they do not.
func index(page, words []string) int {
	for i := range page[:max(0, len(page)-len(words)+1)] {
		if slices.Equal(page[i:i+len(words)], words) {
			return i
		}
	}
	return -1
}

// texts lists the printed texts of a framework in the order of a document.
func texts(f *rubric.Framework, doc document) []text {
	var out []text
	add := func(where, words string) {
		if words != "" {
			out = append(out, text{where, words})
		}
	}
	if !doc.untitled {
		add("the title", f.Title)
	}
	add("the text", markup.Plain(f.Text))
	add("the guidance", markup.Plain(f.Guidance))
	for it := range f.All() {
		if d := it.Depth(); d < len(doc.codes) {
			add(it.Code, fmt.Sprintf(doc.codes[d], it.Code))
		}
		add(it.Code+" title", it.Title)
		add(it.Code+" text", markup.Plain(it.Text))
		add(it.Code+" guidance", markup.Plain(it.Guidance))
		for _, l := range it.Levels {
			add(it.Code+" "+l.Code+" label", l.Label)
			add(it.Code+" "+l.Code, markup.Plain(l.Text))
			add(it.Code+" "+l.Code+" guidance", markup.Plain(l.Guidance))
		}
		add(it.Code+" stem", it.Stem)
	}
	return out
}

// shape counts what a framework holds: the items at the top, then what each
// parent of leaves holds (for three tiers, after the count of those parents),
// or the bullets of each level.
func shape(f *rubric.Framework) string {
	top := fmt.Sprintf("%d:", len(f.Items))
	switch {
	case f.HasDescriptors():
		var cells []string
		for _, it := range f.Items {
			cells = append(cells, bullets(it))
		}
		return top + " " + strings.Join(cells, " | ")
	case f.Depth() == 3:
		var middle []*rubric.Item
		for _, it := range f.Items {
			middle = append(middle, it.Items...)
		}
		return fmt.Sprintf("%s%s; %d:%s", top, children(f.Items), len(middle), children(middle))
	default:
		return top + children(f.Items)
	}
}

// children counts the items below each of the items, where there are any.
func children(items []*rubric.Item) string {
	var out string
	for _, it := range items {
		if len(it.Items) > 0 {
			out += fmt.Sprintf(" %d", len(it.Items))
		}
	}
	return out
}

// bullets counts the bullets in each level of an item, as in "2 1 1+3 2"
// where one level has three inner bullets.
func bullets(it *rubric.Item) string {
	var out []string
	for _, l := range it.Levels {
		outer, inner := 0, 0
		for _, b := range markup.Parse(l.Text) {
			outer += len(b.Items)
			for _, entry := range b.Items {
				for _, below := range entry {
					inner += len(below.Items)
				}
			}
		}
		count := fmt.Sprint(outer)
		if inner > 0 {
			count += fmt.Sprintf("+%d", inner)
		}
		out = append(out, count)
	}
	return strings.Join(out, " ")
}

// emphasised returns the emphasised phrases of a text's paragraphs.
func emphasised(commonMark string) []string {
	var out []string
	for _, b := range markup.Parse(commonMark) {
		for _, r := range b.Runs {
			if r.Emphasis {
				out = append(out, r.Text)
			}
		}
	}
	return out
}
