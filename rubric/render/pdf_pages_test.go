package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf/pdfread"
	"rubrickit/rubric/render"
)

// ruleFooters looks for the number of each page and the form's identity at its foot.
func ruleFooters(_ testing.TB, d *pdfDocument, f *form.Form) []string {
	var wrong []string
	for i, p := range d.pages {
		for _, words := range []string{
			fmt.Sprintf("%s %d %s %d", f.Words.Page, i+1, f.Words.PageOf, len(d.pages)), f.Identity.String(),
		} {
			wrong = append(wrong, is(strings.Contains(squeezed(p.marks[-1]), squeezed(words)), fmt.Sprintf("page %d does not say %q", i+1, words))...)
		}
	}
	return wrong
}

// isHeading tells the headings below the title.
func isHeading(e *pdfElement) bool { return len(e.kind) == 2 && e.kind[0] == 'H' && e.kind[1] > '1' }

// ruleOutline holds the bookmarks against the headings.
func ruleOutline(t testing.TB, d *pdfDocument, _ *form.Form) []string {
	var want, got []string
	d.structure(t).walk(func(e *pdfElement) {
		if isHeading(e) {
			want = append(want, squeezed(d.read(e)))
		}
	})
	var walk func(of pdfread.Dict)
	walk = func(of pdfread.Dict) {
		for entry := d.Dict(of["First"]); entry != nil; entry = d.Dict(entry["Next"]) {
			got = append(got, squeezed(pdfread.Text(entry["Title"].(pdfread.String))))
			walk(entry)
		}
	}
	walk(d.Dict(d.Catalog()["Outlines"]))
	if diff := cmp.Diff(want, got); diff != "" {
		return []string{diff}
	}
	return nil
}

// ruleOrphans looks for headings that what they head has left on the page before.
func ruleOrphans(t testing.TB, d *pdfDocument, _ *form.Form) []string {
	last := map[pdfread.Ref]int{}
	for _, p := range d.pages {
		for n := range p.marks {
			last[p.ref] = max(last[p.ref], n)
		}
	}
	var wrong []string
	d.structure(t).walk(func(e *pdfElement) {
		ends := func(c pdfContent) bool { return c.element == nil && c.annotation == 0 && c.mark == last[c.page] }
		if isHeading(e) && slices.ContainsFunc(e.content, ends) {
			wrong = append(wrong, fmt.Sprintf("the heading %q ends a page", d.read(e)))
		}
	})
	return wrong
}

// What the head of a table says is there again on each page that the table goes on
// to, for the eyes alone.
func TestPDFRepeatsHeads(t *testing.T) {
	f := blank(t, manyRows(60), form.Options{})
	d := openPDF(t, f, render.Options{})
	if len(d.pages) < 2 {
		t.Fatalf("%d pages", len(d.pages))
	}
	for i, p := range d.pages {
		goesOn := i > 0 && len(p.marks) > 20 // the last page may have but the fields at the foot
		if repeated := strings.Contains(p.marks[-1], "Two"); repeated != goesOn {
			t.Errorf("page %d: a repeated head is there: %v", i+1, repeated)
		}
	}
	if n := strings.Count(d.read(d.structure(t)), "Two"); n != 1 {
		t.Errorf("the head is read %d times", n)
	}
}

// manyRows is a framework of so many statements.
func manyRows(n int) *rubric.Framework {
	f := &rubric.Framework{ID: "x", Title: "Title", Language: "en"}
	for i := range n {
		it := *said("maintain a current knowledge of research into child development, curriculum development and teaching").Items[0]
		it.Code = fmt.Sprintf("%d.%d", i/10, i%10)
		f.Items = append(f.Items, &it)
	}
	f.Index()
	return f
}

// Work and size grow with the rows, and not faster: twice the rows take twice the
// allocations and the bytes at most, and a little.
func TestPDFIsLinear(t *testing.T) {
	measure := func(n int) (allocations, size float64) {
		f := blank(t, manyRows(n), form.Options{})
		allocations = testing.AllocsPerRun(1, func() { size = float64(len(written(t, f, "pdf", render.Options{}))) })
		return allocations, size
	}
	allocations, size := measure(300)
	twiceAllocations, twiceSize := measure(600)
	if twiceAllocations > 2.1*allocations || twiceSize > 2.1*size {
		t.Errorf("%.0f allocations and %.0f bytes grow to %.0f and %.0f", allocations, size, twiceAllocations, twiceSize)
	}
}

// Time and size of forms of 4, 40 and 80 pages.
func BenchmarkPDF(b *testing.B) {
	for _, n := range []int{37, 370, 740} {
		form := blank(b, manyRows(n), form.Options{})
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			size := 0
			for b.Loop() {
				size = len(written(b, form, "pdf", render.Options{}))
			}
			b.ReportMetric(float64(size)/float64(n), "bytes/row")
		})
	}
}
