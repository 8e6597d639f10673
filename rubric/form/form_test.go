package form_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/markup"
)

// outline is a form's sections and rows, a line each: "1 First (again)",
// "  1.1 lead well: 1 2 3 N/A".
func outline(f *form.Form) string {
	var b strings.Builder
	for _, s := range f.Sections {
		again := ""
		if s.Continued {
			again = " (again)"
		}
		fmt.Fprintf(&b, "%s%s %s%s\n", strings.Repeat("  ", max(s.Depth, 0)), s.Code, markup.PlainRuns(s.Title), again)
		for _, r := range s.Rows {
			var cells []string
			for _, c := range r.Choices {
				cells = append(cells, c.Cell)
			}
			fmt.Fprintf(&b, "%s- %s %s: %s\n", strings.Repeat("  ", s.Depth+1), r.Code, r.Name(), strings.Join(cells, ","))
		}
	}
	return b.String()
}

func TestSections(t *testing.T) {
	want := `
1 First
  - 1.1 lead well: 1,2,3,N/A,Not observed
  1.2 Deeper
    - 1.2.1 go deeper: 1,2,3,N/A,Not observed
1 First (again)
  - 1.3 lead on: 1,2,3,N/A,Not observed
 
- 2 Whole: 1,2,3,N/A,Not observed
- 3 only to read: 
`[1:]
	if diff := cmp.Diff(want, outline(newForm(t, sample(t), form.Options{}))); diff != "" {
		t.Error(diff)
	}
}

func TestSectionText(t *testing.T) {
	s := newForm(t, sample(t), form.Options{}).Sections[0]
	got := []string{s.Tier, s.RowTier(), markup.PlainBlocks(s.Text), markup.PlainRuns(s.Stem), strings.Join(s.Tags, ","), markup.PlainBlocks(s.Guidance)}
	if diff := cmp.Diff([]string{"Domain", "Standard", "About the first.", "Leaders:", "Level 1,L2", ""}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRatedParentIsExplained(t *testing.T) {
	rows := newForm(t, sample(t), form.Options{}).Rows()
	var got []string
	for _, e := range rows[len(rows)-1].Explains {
		got = append(got, fmt.Sprint(e.Depth, " ", e.Code, " ", markup.PlainRuns(e.Title), " ", markup.PlainBlocks(e.Text)))
	}
	if diff := cmp.Diff([]string{"0 2.1 Part of it", "1 2.1.1  below"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestOptions(t *testing.T) {
	f := newForm(t, sample(t), form.Options{Title: "My *own*", Guidance: true, Comments: true})
	if got := markup.PlainRuns(f.Title); got != "My *own*" {
		t.Errorf("title %q is not the one asked for", got)
	}
	if got := markup.PlainBlocks(f.Guidance) + markup.PlainBlocks(f.Sections[0].Guidance) + markup.PlainBlocks(f.Sections[0].Rows[0].Guidance); got != "Take your time.Look.Ask." {
		t.Errorf("guidance is %q", got)
	}
	for _, r := range f.Rows() {
		if r.Comment == nil || r.Comment.Name != form.CommentName(r.Code) {
			t.Errorf("row %s has the comment field %v", r.Code, r.Comment)
		}
	}
	if f := newForm(t, sample(t), form.Options{}); f.Guidance != nil || f.Rows()[0].Comment != nil {
		t.Error("guidance and comments are there unasked")
	}
}

func TestHeadAndFoot(t *testing.T) {
	f := newForm(t, sample(t), form.Options{})
	var names []string
	for _, field := range append(f.Head, f.Foot...) {
		names = append(names, field.Name)
	}
	want := []string{"ratee", "rater", "group", "occasion", "notes", "signature", "signature_date"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	if got, want := f.Identity.String(), "sample 2 · "+sample(t).ShortFingerprint(); got != want {
		t.Errorf("identity %q, want %q", got, want)
	}
	if f.Language != "en" {
		t.Errorf("language %q", f.Language)
	}
}

func TestCounts(t *testing.T) {
	want := []form.Count{{"Domain", 3}, {"Standard", 3}, {"Indicator", 1}}
	if diff := cmp.Diff(want, newForm(t, sample(t), form.Options{}).Counts()); diff != "" {
		t.Error(diff)
	}
}

func TestOnly(t *testing.T) {
	for _, c := range []struct {
		only []string
		want string // codes of the rows, or the beginning of the error
	}{
		{nil, "1.1 1.2.1 1.3 2"},
		{[]string{"1.2"}, "1.2.1"},
		{[]string{"1.3", "1.1"}, "1.1 1.3"},
		{[]string{"2", "2"}, "2"},
		{[]string{"1"}, "1.1 1.2.1 1.3"},
		{[]string{"1.22"}, `sample has no item "1.22"; did you mean "1.2"?`},
		{[]string{"nowhere"}, "sample has no item \"nowhere\"; `rubric show sample` lists the codes"},
		{[]string{"1.4"}, `item "1.4" is retired (merged into 1.3), so it is on no form`},
		{[]string{"2.1"}, `item "2.1" only explains "2", which is what is rated; choose "2"`},
		{[]string{"3"}, "nothing to rate: no rated item of sample is on the form"},
	} {
		f, err := form.New(sample(t), form.Options{Only: c.only})
		if err != nil {
			if err.Error() != c.want {
				t.Errorf("%q: %v, want %s", c.only, err, c.want)
			}
			continue
		}
		var codes []string
		for _, r := range f.Rows() {
			codes = append(codes, r.Code)
		}
		if got := strings.Join(codes, " "); got != c.want {
			t.Errorf("%q: rows %s, want %s", c.only, got, c.want)
		}
	}
}

func TestUnrateableFramework(t *testing.T) {
	f := &rubric.Framework{ID: "empty"}
	f.Index()
	if _, err := form.New(f, form.Options{}); err == nil {
		t.Error("a form without a row is no form")
	}
}
