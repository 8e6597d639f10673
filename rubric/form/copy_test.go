package form_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
)

// A form for somebody says who, and the blank form stays blank.
func TestFor(t *testing.T) {
	blank := newForm(t, sample(t), form.Options{})
	filled := blank.For(rubric.Form{Ratee: "Okafor,\n Ada", Rater: "r", Occasion: "2026-03-01"})
	got := []string{filled.Value(form.Ratee), filled.Value(form.Rater), filled.Value(form.Group), filled.Value(form.Occasion), filled.Value(form.Notes), blank.Value(form.Ratee)}
	if diff := cmp.Diff([]string{"Okafor, Ada", "r", "", "2026-03-01", "", ""}, got); diff != "" {
		t.Error(diff)
	}
}

// names are the names of all fields of a form.
func names(f *form.Form) []string {
	var out []string
	for _, field := range append(f.Head[:len(f.Head):len(f.Head)], f.Foot...) {
		out = append(out, field.Name)
	}
	for _, r := range f.Rows() {
		out = append(out, r.Field)
		if r.Points != nil {
			out = append(out, r.Points.Field)
		}
		if r.Comment != nil {
			out = append(out, r.Comment.Name)
		}
	}
	return out
}

// The n-th form of a file has names of its own, from which the number and the
// common ones come back; the form that it is made of keeps its names.
func TestNumbered(t *testing.T) {
	blank := newForm(t, sample(t), form.Options{Comments: true})
	before := names(blank)
	var own []string
	for _, name := range names(blank.Numbered(12)) {
		n, cut := form.CutNumber(name)
		if n != 12 || name == cut {
			t.Errorf("%s is %s of form %d", name, cut, n)
		}
		own = append(own, cut)
	}
	if diff := cmp.Diff(before, own) + cmp.Diff(before, names(blank)); diff != "" {
		t.Error(diff)
	}
}

// The names of one form's fields have no number, whatever the codes are.
func TestCutNumber(t *testing.T) {
	for _, name := range []string{form.Ratee, form.SignatureDate, "0_ratee", "-1_ratee", "01_ratee", "1", "_ratee", ""} {
		if n, own := form.CutNumber(name); n != 0 || own != name {
			t.Errorf("%q is %q of form %d", name, own, n)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.String().Draw(t, "code")
		for _, name := range []string{form.RateName(code), form.PointsName(code), form.CommentName(code)} {
			if n, own := form.CutNumber(name); n != 0 || own != name {
				t.Fatalf("%q is %q of form %d", name, own, n)
			}
		}
	})
}
