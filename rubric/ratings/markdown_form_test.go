package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/ratings"
)

// document is a form as people send it back: rows, below a head with a name.
func document(rows ...string) string {
	return "# Eight indicators\n\n- Name: Ada\n- Rater: r\n\n" + strings.Join(rows, "\n") + "\n"
}

// markdownRead lists what a document is read as: "1.1 rated 3", rejects and
// comments with their lines.
func markdownRead(t *testing.T, text string) []string {
	t.Helper()
	book, report, err := ratings.Read(eight(t), []ratings.File{{Name: "f.md", Data: []byte(text)}}, ratings.Options{})
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for r := range book.All() {
		out = append(out, strings.TrimSuffix(fmt.Sprint(r.Item.Code, " ", r.State, " ", r.Value), " 0"))
	}
	for _, r := range book.Rejects {
		out = append(out, fmt.Sprintf("line %d: %s %q", r.At.Line, r.Code, r.Value))
	}
	for _, c := range book.Comments {
		out = append(out, fmt.Sprintf("line %d: %s of %s: %q", c.At.Line, c.Item, c.Ratee, c.Text))
	}
	if report.Files[0].Container != "markdown" {
		out = append(out, "read as "+report.Files[0].Container)
	}
	return out
}

func TestMarkdownForms(t *testing.T) {
	const boxes = "- [ ] Beginning (1)\n- [ ] Developing (2)\n- [%s] Proficient (3)\n- [ ] Distinguished (4)\n- [ ] N/A\n- [ ] Not observed"
	marked := fmt.Sprintf(boxes, "x")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"one mark":          {document("**1.1** Indicator 1", "", marked), []string{"1.1 rated 3"}},
		"a capital":         {document("**1.1** Indicator 1", "", fmt.Sprintf(boxes, "X")), []string{"1.1 rated 3"}},
		"no mark":           {document("**1.1** Indicator 1", "", fmt.Sprintf(boxes, " ")), []string{"1.1 missing"}},
		"a null state":      {document("**1.1** I", "- [ ] Beginning (1)", "- [x] N/A"), []string{"1.1 not_applicable"}},
		"windows":           {strings.ReplaceAll(document("**1.1** I", "", marked), "\n", "\r\n"), []string{"1.1 rated 3"}},
		"other marks":       {document("**1.1** I", "", "*   [x] Proficient (3)"), []string{"1.1 rated 3"}},
		"without the sign":  {document("**1.1** I", "- [x] proficient"), []string{"1.1 rated 3"}},
		"two marks":         {document("**1.1** I", "- [x] Beginning (1)", "- [x] Proficient (3)"), []string{`line 7: multiple-values "1;3"`}},
		"a word of nowhere": {document("**1.1** I", "- [x] Profcient"), []string{`line 7: unknown-label "Profcient"`}},
		"a comment": {document("**1.1** I", marked, "- Comment: so", "  and so", "", "- indeed", "", "**1.2** I", marked),
			[]string{"1.1 rated 3", "1.2 rated 3", `line 13: 1.1 of Ada: "so\nand so\n\n- indeed"`}},
		"labels of another language": {document("**1.1** I", marked, "- Kommentar: gut", "", "---", "- Remarques: bien"),
			[]string{"1.1 rated 3", `line 13: 1.1 of Ada: "gut"`, `line 16:  of Ada: "bien"`}},
		"a code in the text": {document("**1.1** I", "", "**1.2** is another", "", marked, "", "## Next", "", "**1.2** I", marked), []string{"1.1 rated 3", "1.2 rated 3"}},
		"fields of texts": {document("## A heading", "", "- Name: Eve", "- Notes: none", "", "**1.1** I", "", "- Comment: not yet", "", marked, "", "## B", "- Notes: of B"),
			[]string{"1.1 rated 3"}},
		"its framework":       {document("**1.1** I", marked, "", "---", "inputs · "+eight(t).ShortFingerprint()), []string{"1.1 rated 3"}},
		"another framework":   {document("**1.1** I", marked, "", "---", "other 2 · "+eight(t).ShortFingerprint()), []string{`f.md: line 6: the column "framework" names the framework "other", and the framework at hand has "inputs"; --allow-version-mismatch reads it all the same` + "\n" + `line 6: the column "version" names the version "2", and the framework at hand has ""; --allow-version-mismatch reads it all the same`}},
		"another fingerprint": {document("**1.1** I", marked, "", "---", "inputs · 01234567"), []string{fmt.Sprintf(`f.md: line 6: the column "fingerprint" names the fingerprint "01234567", and the framework at hand has %q; --allow-version-mismatch reads it all the same`, eight(t).Fingerprint())}},
		"rows of nowhere":     {document("**9.9** I", marked), []string{"f.md: it has a header in line 1 and no ratings below it"}},
		"a row twice":         {document("**1.1** I", marked, "**1.1** I", "- [x] Beginning (1)"), []string{`line 9: duplicate-rating "3"`, `line 14: duplicate-rating "1"`}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, markdownRead(t, c.text)); diff != "" {
				t.Errorf("%s\n%s", diff, c.text)
			}
		})
	}
}

// Points say more than the level that they are in, and contradict another.
func TestMarkdownPoints(t *testing.T) {
	f := framework(t, "../load/testdata/whole.yaml")
	for written, want := range map[string]string{
		"- [ ] Some (1.50)\n- Points (0 to 3 in steps of 0.5): 2.5":  "2.5",
		"- [x] Most (2–3)\n- Points (0 to 3 in steps of 0.5): 2,5":   "2.5",
		"- [x] Some (1.50)\n- Points (0 to 3 in steps of 0.5):":      "1.5",
		"- [x] None (0)\n- Points (0 to 3 in steps of 0.5): 2.5":     "multiple-values",
		"- [ ] Some (1.50)\n- Points (0 to 3 in steps of 0.5): 2.25": "off-grid",
	} {
		text := "# W\n\n- Name: Ada\n\n**1.10.a** begin\n\n" + written + "\n"
		book, _, err := ratings.Read(f, []ratings.File{{Name: "f.md", Data: []byte(text)}}, ratings.Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for r := range book.All() {
			got += r.Value.String()
		}
		for _, r := range book.Rejects {
			got += r.Code
		}
		if got != want {
			t.Errorf("%q is %s, want %s", written, got, want)
		}
	}
}

// Whatever a document holds, it is read in bounded time, twice alike, and every
// cell is accounted for.
func FuzzMarkdownForms(f *testing.F) {
	fw := eight(f)
	f.Add(document("**1.1** I", "- [x] Proficient (3)", "- Comment: a", "b", "", "---", "- Notes: c", "inputs · 01234567"))
	f.Add(document(`**\*\*1.1** I`, "- [ x ] Proficient \\(3\\)", "- Points (1 to 2): x"))
	f.Fuzz(func(t *testing.T, text string) {
		read := func() (string, error) {
			book, _, err := ratings.Read(fw, []ratings.File{{Name: "f.md", Data: []byte("# \n- [x] \n" + text)}}, ratings.Options{AllowVersionMismatch: true})
			if err != nil {
				return err.Error(), err
			}
			if l := book.Ledger; l.Cells != l.Rated+l.NotApplicable+l.NotObserved+l.Missing+l.Rejected {
				t.Errorf("the ledger does not balance: %+v", l)
			}
			return fmt.Sprint(statements(book), book.Rejects, book.Comments), nil
		}
		first, _ := read()
		if again, _ := read(); again != first {
			t.Errorf("a second reading differs:\n%s\n%s", first, again)
		}
	})
}

// Forms that name no rater are by raters of their own, unless it is told who rated.
func TestMarkdownFormsOfNobody(t *testing.T) {
	form := "# A form\n\n- Name: Ada\n- Rater:\n\n**1.1** I\n\n- [x] %s\n"
	file := ratings.File{Name: "f.md", Data: fmt.Appendf(nil, form+"\n"+form, "Developing (2)", "Proficient (3)")}
	book, _ := read(t, eight(t), ratings.Options{}, file)
	var got []string
	for v := range book.All() {
		got = append(got, v.Rater+": "+v.Value.String())
	}
	if diff := cmp.Diff([]string{"f.md, record 1: 2", "f.md, record 2: 3"}, got); diff != "" || len(book.Rejects) > 0 {
		t.Errorf("%s rejects %+v", diff, book.Rejects)
	}
	told, _ := read(t, eight(t), ratings.Options{Set: map[ratings.Role]string{ratings.Rater: "coach"}}, file)
	if len(told.Rejects) != 2 {
		t.Errorf("one rater says two things, and %+v is rejected", told.Rejects)
	}
}
