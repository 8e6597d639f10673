package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/render"
)

// filled is what a person has put into a form.
type filled struct {
	head    map[string]string // by the names of the head fields
	answers []answer
	notes   string
}

// answer is what a person has put into a row.
type answer struct {
	row     form.Row
	choice  *form.Choice // nil where nothing is marked
	comment string
}

// remarks are comments that files get wrong when they are not careful.
var remarks = []string{
	"", "plain", `she said "so", and left; then`, "two\nlines", "two\n\nparagraphs, = 1+1", "=1+1", "+49 30 1234", "-", "- a list\n- of two",
	"@home", "'quoted'", "'=1", "Größe, naïve, 评价, 👍", "a\tb", "**1.1** [x] <b>&amp;</b>", "- [x] Often", "---", "# 1", "Comment: none",
}

// fill fills a form in: another way for each seed.
func fill(f *form.Form, seed uint64) filled {
	r := rand.New(rand.NewPCG(seed, 7))
	out := filled{notes: remarks[r.IntN(len(remarks))], head: map[string]string{
		form.Ratee: "Okafor, \"Ada\"", form.Rater: "r@1", form.Group: "peer", form.Occasion: "2026-03-01",
	}}
	for _, row := range f.Rows() {
		a := answer{row: row, comment: remarks[r.IntN(len(remarks))]}
		if n := r.IntN(len(row.Choices) + 1); n < len(row.Choices) {
			a.choice = &row.Choices[n]
		}
		out.answers = append(out.answers, a)
	}
	return out
}

// cell is the rating as a ratings file has it.
func (a answer) cell() string {
	if a.choice == nil {
		return ""
	}
	return a.choice.Cell
}

// expected is what the reader of ratings should find: the rating of each item,
// and the comments, in order.
func (f filled) expected(framework *rubric.Framework) (map[string]string, []string) {
	out := map[string]string{}
	var comments []string
	any := false
	for _, a := range f.answers {
		any = any || a.choice != nil
	}
	for _, a := range f.answers {
		out[a.row.Code] = meant(framework.Item(a.row.Code), a.choice, any)
		if a.comment != "" {
			comments = append(comments, a.row.Code+": "+a.comment)
		}
	}
	if f.notes != "" {
		comments = append(comments, ": "+f.notes)
	}
	return out, comments
}

// meant is the state and the value of a choice. None means the level of a
// blank, if there is one and the form is not empty.
func meant(it *rubric.Item, c *form.Choice, any bool) string {
	switch {
	case c == nil && any && it.Scale.Blank != "":
		return fmt.Sprint(rubric.Rated, " ", it.Scale.Level(it.Scale.Blank).Value.Rat().RatString())
	case c == nil:
		return fmt.Sprint(rubric.Missing, " 0")
	case !c.IsLevel():
		return fmt.Sprint(c.State, " 0")
	}
	for _, l := range it.Scale.Levels {
		if c.Cell == l.Code || c.Cell == l.Code+" – "+l.Name() {
			return fmt.Sprint(rubric.Rated, " ", l.Value.Rat().RatString())
		}
	}
	return "no level " + c.Cell
}

// checkBack reads a file and compares it with what was filled in.
func checkBack(t *testing.T, framework *rubric.Framework, f filled, name string, data []byte) {
	t.Helper()
	book, _, err := ratings.Read(framework, []ratings.File{{Name: name, Data: data}}, ratings.Options{})
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	for _, reject := range book.Rejects {
		t.Errorf("%+v", reject)
	}
	got, who := map[string]string{}, map[string]bool{}
	for r := range book.All() {
		got[r.Item.Code] = fmt.Sprint(r.State, " ", r.Value.Rat().RatString())
		who[fmt.Sprint(r.Ratee, "/", r.Rater, "/", r.Group, "/", r.Occasion)] = true
	}
	var comments []string
	for _, c := range book.Comments {
		comments = append(comments, c.Item+": "+c.Text)
	}
	want, wantComments := f.expected(framework)
	wantWho := map[string]bool{fmt.Sprint(f.head[form.Ratee], "/", f.head[form.Rater], "/", f.head[form.Group], "/", f.head[form.Occasion]): true}
	if diff := cmp.Diff(want, got) + cmp.Diff(wantComments, comments) + cmp.Diff(wantWho, who); diff != "" {
		t.Errorf("%s\n%s", diff, data)
	}
}

// everyFilled runs a check on every framework in every layout and language, filled
// in.
func everyFilled(t *testing.T, check func(t *testing.T, framework *rubric.Framework, f *form.Form, in filled)) {
	for _, framework := range everyFramework(t) {
		for _, layout := range form.Layouts() {
			t.Run(framework.ID+"/"+layout.Name, func(t *testing.T) {
				for seed, language := range form.Languages() {
					if testing.Short() && seed > 0 {
						break
					}
					f := blank(t, framework, form.Options{Layout: layout.Name, Guidance: true, Comments: true, Language: language})
					check(t, framework, f, fill(f, uint64(seed)))
				}
			})
		}
	}
}

// The downloads of a page come back from the reader of ratings, whatever was
// filled in. They are written here as the script writes them, with the names
// that the page gives it; that the script does is tested in a browser.
func TestHTMLDownloadsComeBack(t *testing.T) {
	everyFilled(t, func(t *testing.T, framework *rubric.Framework, f *form.Form, in filled) {
		var data struct {
			Framework, Version, Fingerprint string
			Rows                            []struct{ Item string }
		}
		if err := json.Unmarshal([]byte(mustParse(t, f, render.Options{}).data), &data); err != nil {
			t.Fatal(err)
		}
		for i, a := range in.answers {
			if data.Rows[i].Item != a.row.Code {
				t.Fatalf("the page has item %q, want %q", data.Rows[i].Item, a.row.Code)
			}
		}
		identity := []string{data.Framework, data.Version, data.Fingerprint}
		checkBack(t, framework, in, "download.csv", in.csv(t, identity))
		checkBack(t, framework, in, "download.json", in.json(t, identity))
	})
}

// formula matches what export.js writes with an apostrophe before it.
var (
	formula = regexp.MustCompile(`^'*[=+\-@\t\r]`)
	number  = regexp.MustCompile(`^-?\d+([.,]\d+)?$`)
)

func (f filled) csv(t *testing.T, identity []string) []byte {
	t.Helper()
	who := append(identity[:len(identity):len(identity)], f.head[form.Ratee], f.head[form.Rater], f.head[form.Group], f.head[form.Occasion])
	lines := [][]string{{"framework", "version", "fingerprint", "ratee", "rater", "group", "occasion", "item", "rating", "comment"}}
	for _, a := range f.answers {
		lines = append(lines, append(who[:len(who):len(who)], a.row.Code, a.cell(), a.comment))
	}
	if f.notes != "" {
		lines = append(lines, append(who[:len(who):len(who)], "", "", f.notes))
	}
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, line := range lines {
		for i, cell := range line {
			if formula.MatchString(cell) && !number.MatchString(cell) {
				line[i] = "'" + cell
			}
		}
		if err := w.Write(line); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.Bytes()
}

func (f filled) json(t *testing.T, identity []string) []byte {
	t.Helper()
	type entry = map[string]string
	var entries []entry
	for _, a := range f.answers {
		e := entry{"item": a.row.Code, "rating": a.cell()}
		if a.comment != "" {
			e["comment"] = a.comment
		}
		entries = append(entries, e)
	}
	if f.notes != "" {
		entries = append(entries, entry{"comment": f.notes})
	}
	out, err := json.MarshalIndent(map[string]any{
		"framework": identity[0], "version": identity[1], "fingerprint": identity[2],
		"ratee": f.head[form.Ratee], "rater": f.head[form.Rater], "group": f.head[form.Group], "occasion": f.head[form.Occasion],
		"ratings": entries,
	}, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A text document comes back, whatever was filled in, and in every language.
func TestMarkdownComesBack(t *testing.T) {
	everyFilled(t, func(t *testing.T, framework *rubric.Framework, f *form.Form, in filled) {
		source := written(t, f, "md", render.Options{})
		checkBack(t, framework, in, "filled.md", []byte(in.markdown(t, f.Words, source)))
	})
}

// markdown fills in a document: an x in its boxes, texts behind its colons.
func (f filled) markdown(t *testing.T, w form.Words, source string) string {
	t.Helper()
	for label, name := range map[string]string{w.Ratee: form.Ratee, w.Rater: form.Rater, w.Group: form.Group, w.Date: form.Occasion} {
		source = replaceOnce(t, source, "\n- "+label+":\n", "\n- "+label+": "+f.head[name]+"\n")
	}
	rest := source
	var out strings.Builder
	for _, a := range f.answers {
		at := strings.Index(rest, "\n- [ ] ")
		out.WriteString(rest[:at])
		end := at + strings.Index(rest[at:], "\n- "+w.Comment+":\n")
		row := rest[at:end]
		if a.choice != nil {
			row = tick(row, slices.IndexFunc(a.row.Choices, func(c form.Choice) bool { return c.Cell == a.choice.Cell }))
		}
		out.WriteString(row + "\n- " + w.Comment + ": " + strings.ReplaceAll(a.comment, "\n", "\n  ") + "\n")
		rest = rest[end+len("\n- "+w.Comment+":\n"):]
	}
	return out.String() + replaceOnce(t, rest, "- "+w.Notes+":\n", "- "+w.Notes+": "+strings.ReplaceAll(f.notes, "\n", "\n  ")+"\n")
}

// tick puts an x into box number n.
func tick(row string, n int) string {
	const box = "\n- [ ] "
	parts := strings.Split(row, box)
	return strings.Join(parts[:n+1], box) + "\n- [x] " + strings.Join(parts[n+1:], box)
}

func replaceOnce(t *testing.T, text, old, with string) string {
	t.Helper()
	if !strings.Contains(text, old) {
		t.Fatalf("%q is not in the document", old)
	}
	return strings.Replace(text, old, with, 1)
}
