package render_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf/pdfread"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/render"
)

// who are people whose names a format gets wrong when it is not careful.
var who = []rubric.Form{
	{Ratee: "Okafor, \"Ada\"", Rater: "r@1", Group: "peer", Occasion: "2026-03-01"},
	{Ratee: "=1+1", Rater: "'=2", Group: "-", Occasion: "autumn"},
	{Ratee: "**Ben** _x_ <b>&amp;</b>", Rater: "a:b; c|d"},
	{Ratee: "Łukasz Żak Ωμέγα Иван", Group: "- [x] Often"},
	{Ratee: "# 1", Rater: `back\slash\_`, Occasion: "31.3.2026"},
	{Ratee: "1.1"}, {Ratee: "Name: none"}, {Ratee: "''quoted'", Rater: "---"},
}

// some are all for the first framework, and one of them for another.
func some(all []rubric.Form, nth int) []rubric.Form {
	if nth == 0 {
		return all
	}
	return all[nth%len(all):][:1]
}

// Pre-named forms come back with their names, in every format that is read, and
// nothing else in them.
func TestCopiesComeBack(t *testing.T) {
	for i, framework := range everyFramework(t) {
		f := blank(t, framework, form.Options{Comments: true})
		for _, format := range []string{"md", "csv", "pdf", "xlsx", "docx"} {
			for _, w := range some(who, i) {
				data := written(t, f.For(w), format, render.Options{})
				book, _, err := ratings.Read(framework, []ratings.File{{Name: "f", Data: []byte(data)}}, ratings.Options{Dates: "dmy"})
				if err != nil {
					t.Fatalf("%s of %s for %q: %v", format, framework.ID, w, err)
				}
				if w.Rater == "" && format != "csv" {
					w.Rater = "f, record 1"
				}
				w.Occasion = strings.Replace(w.Occasion, "31.3.2026", "2026-03-31", 1)
				got := map[rubric.Form]bool{}
				for v := range book.All() {
					got[v.Form()] = true
				}
				if diff := cmp.Diff(map[rubric.Form]bool{w: true}, got); diff != "" || len(book.Comments)+len(book.Rejects) > 0 {
					t.Errorf("%s of %s: %s comments %+v, rejects %+v", format, framework.ID, diff, book.Comments, book.Rejects)
				}
			}
		}
	}
}

// A page has the names in its fields; what is no day is no field for days.
func TestHTMLCopies(t *testing.T) {
	f := blank(t, everyFramework(t)[0], form.Options{})
	for _, w := range who {
		page, got, kind := mustParse(t, f.For(w), render.Options{}), rubric.Form{}, ""
		for _, e := range page.elements {
			switch e.attrs["name"] {
			case form.Ratee:
				got.Ratee = e.attrs["value"]
			case form.Rater:
				got.Rater = e.attrs["value"]
			case form.Group:
				got.Group = e.attrs["value"]
			case form.Occasion:
				got.Occasion, kind = e.attrs["value"], e.attrs["type"]
			}
		}
		if isDay := w.Occasion == "" || w.Occasion == "2026-03-01"; got != w || isDay != (kind == "date") {
			t.Errorf("got %+v in a field for a %s, want %+v", got, kind, w)
		}
	}
}

// On paper and on a terminal the names can be read.
func TestCopiesShowNames(t *testing.T) {
	f := blank(t, everyFramework(t)[0], form.Options{})
	if text := written(t, f.For(who[0]), "text", render.Options{}); !strings.Contains(text, `Okafor, "Ada"___`) {
		t.Errorf("the name is not on the form:\n%s", text[:400])
	}
}

// Names of files are good on every system, each its own.
func TestNamesOfCopies(t *testing.T) {
	for _, c := range []struct {
		forms []rubric.Form
		want  string
	}{
		{[]rubric.Form{{Ratee: "Okafor, Ada"}, {Ratee: "okafor ada"}, {Ratee: "OKAFOR-ADA-2"}}, "okafor-ada okafor-ada-2 okafor-ada-2-2"},
		{[]rubric.Form{{Ratee: "Ada", Rater: "r1"}, {Ratee: "Ada", Rater: "r1", Group: "peer"}, {Ratee: "Ben", Rater: "r1"}}, "ada-r1 ada-r1-peer ben"},
		{[]rubric.Form{{Ratee: "CON"}, {Ratee: "lpt1"}, {Ratee: "com10"}, {Ratee: "../../etc/passwd"}, {Ratee: "???"}}, "con-form lpt1-form com10 etc-passwd form"},
		{[]rubric.Form{{Ratee: "Díaz, Ramón"}, {Ratee: "Di\u0301az Ramo\u0301n"}, {Ratee: "李 小龙"}, {Ratee: "a\u202Eb\x00c"}}, "díaz-ramón díaz-ramón-2 李-小龙 a-b-c"},
	} {
		var names []string
		for _, copied := range render.CopiesOf(c.forms) {
			names = append(names, copied.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("the names of %+v are %s, want %s", c.forms, got, c.want)
		}
	}
}

func TestNamesOfCopiesAreSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"Ada", "ada", "ADA", "con", "Con.", "ß", "ss", strings.Repeat("é", 300)}))
		forms := rapid.SliceOf(rapid.Custom(func(t *rapid.T) rubric.Form {
			return rubric.Form{Ratee: text.Draw(t, "ratee"), Rater: text.Draw(t, "rater")}
		})).Draw(t, "forms")
		seen := map[string]bool{}
		for i, c := range render.CopiesOf(forms) {
			key := strings.ToLower(c.Name)
			if seen[key] || c.Name == "" || len(c.Name) > 110 || !utf8.ValidString(c.Name) || strings.ContainsAny(c.Name, "/\\:*?\"<>|. \x00\n") || c.Who != forms[i] {
				t.Fatalf("the name %q", c.Name)
			}
			seen[key] = true
		}
	})
}

func copies(n int) []render.Copy {
	forms := make([]rubric.Form, n)
	for i := range forms {
		forms[i] = rubric.Form{Ratee: fmt.Sprintf("Person %d", i+1), Rater: "r1", Occasion: "2026-03-01"}
	}
	return render.CopiesOf(forms)
}

// An archive has each copy as it is written alone, and the same bytes each time.
func TestZIPOfCopies(t *testing.T) {
	f := blank(t, everyFramework(t)[0], form.Options{})
	all := copies(3)
	for _, format := range render.Formats() {
		var first, again bytes.Buffer
		for _, to := range []*bytes.Buffer{&first, &again} {
			if err := render.WriteZIP(to, f, all, &format, render.Options{}, func(int) {}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Errorf("%s: other bytes the second time", format.Name)
		}
		archive, err := zip.NewReader(bytes.NewReader(first.Bytes()), int64(first.Len()))
		if err != nil {
			t.Fatal(err)
		}
		for i, entry := range archive.File {
			in, err := entry.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(in)
			if want := alone(t, f, all, i, format); err != nil || string(data) != want || entry.Name != all[i].Name+format.Extension() {
				t.Errorf("%s: %s is not the form that it should be (%v)", format.Name, entry.Name, err)
			}
		}
	}
}

// alone is one copy, written by itself.
func alone(t *testing.T, f *form.Form, all []render.Copy, i int, format render.Format) string {
	t.Helper()
	if format.Name != "pdf" {
		return written(t, f.For(all[i].Who), format.Name, render.Options{})
	}
	write, err := format.Copier(f, all, render.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := write(&out, all[i]); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A copy of a PDF of which most is drawn once has the same fields, with the same
// looks, as one that is drawn as a whole.
func TestPDFStencil(t *testing.T) {
	for i, framework := range everyFramework(t) {
		f := blank(t, framework, form.Options{Comments: true})
		all := render.CopiesOf(some(who, i))
		for i, c := range all {
			stencilled := []byte(alone(t, f, all, i, *render.Find("pdf")))
			whole := []byte(written(t, f.For(c.Who), "pdf", render.Options{}))
			if diff := cmp.Diff(looks(t, whole), looks(t, stencilled)); diff != "" {
				t.Errorf("%s for %v: %s", framework.ID, c.Who, diff)
			}
		}
	}
}

// looks are the fields of a PDF in words: name, value, and what is drawn in it,
// letters and all.
func looks(t *testing.T, data []byte) []string {
	t.Helper()
	file, err := pdfread.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	d := &pdfDocument{File: file, known: map[*pdfread.Stream]map[int]string{}}
	var out []string
	for _, v := range d.Array(d.Dict(d.Catalog()["AcroForm"])["Fields"]) {
		field := d.Dict(v)
		drawn := ""
		if stream, ok := d.Resolve(d.Dict(field["AP"])["N"]).(*pdfread.Stream); ok {
			content, err := d.Data(stream)
			if err != nil {
				t.Fatal(err)
			}
			p := &pdfPage{dict: stream.Dict, marks: map[int]string{}, glyphs: map[pdfread.Name]map[int]bool{}}
			d.draw(p, string(content))
			drawn = p.marks[-1]
			if value, _ := field["V"].(pdfread.String); drawn != pdfread.Text(value) {
				t.Errorf("%q stands in a field, and %q is drawn", pdfread.Text(value), drawn)
			}
		}
		out = append(out, fmt.Sprintf("%s %q %v drawn %q", field["T"], field["V"], field["Rect"], drawn))
	}
	return out
}

// A bound PDF that is filled in comes back, copy by copy; what nobody touched does
// not.
func TestBoundPDFComesBack(t *testing.T) {
	for _, framework := range everyFramework(t) {
		f := blank(t, framework, form.Options{Comments: true})
		var out bytes.Buffer
		if err := render.WriteBoundPDF(&out, f, copies(3), render.Options{}, func(int) {}); err != nil {
			t.Fatal(err)
		}
		values := map[string]string{}
		var want, got []string
		for n := 1; n <= 2; n++ {
			in := fill(f, uint64(n))
			in.head[form.Ratee] = fmt.Sprint("Person ", n)
			for name, value := range in.values() {
				values[fmt.Sprintf("%d_%s", n, name)] = value
			}
			meanings, comments := in.expected(framework)
			for _, code := range slices.Sorted(maps.Keys(meanings)) {
				want = append(want, in.head[form.Ratee]+" "+code+" "+meanings[code])
			}
			for _, c := range comments {
				want = append(want, in.head[form.Ratee]+" says "+c)
			}
		}
		book, _, err := ratings.Read(framework, []ratings.File{{Name: "bound.pdf", Data: filledPDF(t, out.Bytes(), values)}}, ratings.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for v := range book.All() {
			got = append(got, fmt.Sprint(v.Ratee, " ", v.Item.Code, " ", v.State, " ", v.Value.Rat().RatString()))
		}
		for _, c := range book.Comments {
			got = append(got, c.Ratee+" says "+c.Item+": "+c.Text)
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" || len(book.Rejects) > 0 {
			t.Errorf("%s: %s rejects %+v", framework.ID, diff, book.Rejects)
		}
	}
}

// A bound PDF follows the rules of one that is written at once.
func TestBoundPDFRules(t *testing.T) {
	f := blank(t, everyFramework(t)[0], form.Options{Comments: true})
	var out bytes.Buffer
	if err := render.WriteBoundPDF(&out, f, copies(2), render.Options{}, func(int) {}); err != nil {
		t.Fatal(err)
	}
	file, err := pdfread.Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	d := &pdfDocument{File: file, known: map[*pdfread.Stream]map[int]string{}}
	for _, kid := range d.Array(d.Dict(d.Catalog()["Pages"])["Kids"]) {
		d.pages = append(d.pages, d.page(t, kid.(pdfread.Ref)))
	}
	for _, rule := range []string{"says what it is", "every mark is tagged or an artifact", "marks and elements agree", "annotations stand in elements", "tables have heads and even rows", "lists have entries", "fonts are embedded"} {
		for _, wrong := range pdfRules[rule](t, d, f) {
			t.Errorf("%s: %s", rule, wrong)
		}
	}
	names := map[string]bool{}
	fields, err := file.Fields()
	if err != nil {
		t.Fatal(err)
	}
	for _, field := range fields {
		if names[field.Name] {
			t.Errorf("two fields are called %s", field.Name)
		}
		names[field.Name] = true
	}
}

// A writer that fails, and a name that no font has, are not ignored.
func TestCopiesFail(t *testing.T) {
	f := blank(t, everyFramework(t)[0], form.Options{})
	nobody := func(int) {}
	for _, format := range render.Formats() {
		if err := render.WriteZIP(broken{}, f, copies(2), &format, render.Options{}, nobody); err == nil {
			t.Errorf("%s does not notice that nothing was written", format.Name)
		}
	}
	if err := render.WriteBoundPDF(broken{}, f, copies(2), render.Options{}, nobody); err == nil || err.Error() != "the form for Person 1: disk full" {
		t.Errorf("a bound PDF fails with %v", err)
	}
	foreign := render.CopiesOf([]rubric.Form{{Ratee: "Ada"}, {Ratee: "李"}})
	want := "no font has the letters 李 (U+674E); choose a TrueType font that has them with --font FILE"
	if err := render.WriteBoundPDF(io.Discard, f, foreign, render.Options{}, nobody); err == nil || err.Error() != "the form for 李: "+want {
		t.Errorf("a bound PDF fails with %v", err)
	}
	if err := render.WriteZIP(io.Discard, f, foreign, render.Find("pdf"), render.Options{}, nobody); err == nil || err.Error() != want {
		t.Errorf("an archive of PDF fails with %v", err)
	}
}

// Copies a second, and the memory that they take at most, however many there are.
func BenchmarkCopies(b *testing.B) {
	f := blank(b, shippedFramework(b, "cambridge"), form.Options{})
	for _, format := range []string{"pdf", "html", "xlsx", "docx", "md", "csv"} {
		b.Run(format, func(b *testing.B) {
			benchmarkCopies(b, func(n int, next func(int)) error {
				return render.WriteZIP(io.Discard, f, copies(n), render.Find(format), render.Options{}, next)
			})
		})
	}
	b.Run("bound", func(b *testing.B) {
		benchmarkCopies(b, func(n int, next func(int)) error {
			return render.WriteBoundPDF(io.Discard, f, copies(n), render.Options{}, next)
		})
	})
}

func benchmarkCopies(b *testing.B, write func(n int, next func(int)) error) {
	peak := uint64(0)
	var m runtime.MemStats
	err := write(b.N, func(i int) {
		if i%50 == 0 {
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapInuse)
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "copies/s")
	b.ReportMetric(float64(peak)/(1<<20), "peak-MiB")
}

func shippedFramework(t testing.TB, id string) *rubric.Framework {
	t.Helper()
	data, err := frameworks.Read(id)
	if err != nil {
		t.Fatal(err)
	}
	return loaded(t, id, data)
}
