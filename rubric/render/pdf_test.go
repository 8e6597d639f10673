package render_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf/pdfread"
	"rubrickit/rubric/render"
)

// The structure of small forms, as files that a person can read: what is heard,
// in which order.
func TestPDFGoldens(t *testing.T) {
	sources, err := filepath.Glob(filepath.Join(root, "testdata", "golden", "render", "*.yaml"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("no goldens (%v)", err)
	}
	for _, source := range sources {
		t.Run(filepath.Base(source), func(t *testing.T) {
			f := blank(t, loaded(t, source, readFile(t, source)), form.Options{Comments: strings.Contains(source, "points"), Guidance: true})
			d := openPDF(t, f, render.Options{})
			compare(t, strings.TrimSuffix(source, "yaml")+"pdf.txt", d.outline(d.structure(t), 0))
		})
	}
}

// Texts that would be syntax of the format are texts, and keep to the rules.
func TestPDFHostileTexts(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := hostileText().Draw(rt, "text")
		layout := rapid.SampledFrom(form.Layouts()).Draw(rt, "layout").Name
		f, err := form.New(hostile(text), form.Options{Layout: layout, Guidance: true, Comments: true})
		if err != nil {
			rt.Fatal(err)
		}
		var b bytes.Buffer
		err = render.Find("pdf").Write(&b, f, render.Options{})
		if lacks := strings.Contains(text, "语"); lacks || err != nil {
			if !lacks || err == nil || !strings.Contains(err.Error(), "语 (U+8BED)") {
				rt.Fatalf("error %v for %q", err, text)
			}
			return
		}
		d := openPDF(t, f, render.Options{})
		for _, name := range []string{"every mark is tagged or an artifact", "marks and elements agree", "annotations stand in elements", "the form is complete", "buttons have distinct states", "tables have heads and even rows"} {
			for _, wrong := range pdfRules[name](t, d, f) {
				rt.Errorf("%s: %s", name, wrong)
			}
		}
	})
}

// said is a framework with one text.
func said(text string) *rubric.Framework {
	f := &rubric.Framework{ID: "x", Title: "Title", Language: "en", Items: []*rubric.Item{{Code: "1", Text: text}}}
	f.Index()
	f.Items[0].Scale = &rubric.Scale{Levels: []rubric.Level{{Code: "1", Label: "One", Value: rubric.NewDecimal(1, 0)}, {Code: "2", Label: "Two", Value: rubric.NewDecimal(2, 0)}}}
	return f
}

func TestPDFLetters(t *testing.T) {
	for name, c := range map[string]struct{ text, warning, failure string }{
		"all there":       {"Größe: naïve œuvre – „so“ … 5 ½ €", "", ""},
		"a missing sign":  {"up 📈, 👩‍💼 and 📈", "no font has 👩‍💼 📈: drawn as a box; choose a font with --font FILE", ""},
		"missing letters": {"評価の語", "", "no font has the letters の (U+306E), 価 (U+4FA1), 評 (U+8A55), 語 (U+8A9E); choose a TrueType font that has them with --font FILE"},
		"more of them":    {"零一二三四五六七八九", "", "2 more; choose"},
		"another script":  {"تقييم", "", "script Arabic"},
	} {
		t.Run(name, func(t *testing.T) {
			var warnings []string
			err := render.Find("pdf").Write(io.Discard, blank(t, said(c.text), form.Options{}), render.Options{Warn: func(s string) { warnings = append(warnings, s) }})
			if got := strings.Join(warnings, "\n"); got != c.warning {
				t.Errorf("warning %q, want %q", got, c.warning)
			}
			if got := fmt.Sprint(err); (err != nil) != (c.failure != "") || !strings.Contains(got, c.failure) {
				t.Errorf("error %q, want %q in it", got, c.failure)
			}
		})
	}
}

// A symbol that no font has is read as what it is.
func TestPDFBoxesAreRead(t *testing.T) {
	d := openPDF(t, blank(t, said("up 📈 it goes"), form.Options{}), render.Options{})
	if text := d.read(d.structure(t)); !strings.Contains(text, "up 📈 it goes") {
		t.Errorf("read: %q", text)
	}
}

// A level that is but a number has its text on the same line; one with a name has it
// below.
func TestPDFNumbersLeadTheirTexts(t *testing.T) {
	for name, want := range map[string][]string{"1": {"1  seldom"}, "Rarely": {"1 Rarely", "seldom"}} {
		f := said("text")
		f.Items[0].Scale.Levels[0].Label = name
		f.Items[0].Levels = []rubric.Level{{Code: "1", Text: "seldom"}}
		d := openPDF(t, blank(t, f, form.Options{Layout: "checklist"}), render.Options{})
		var got []string
		d.structure(t).walk(func(e *pdfElement) {
			if e.kind == "P" && e.parent.kind == "LBody" && len(got) < len(want) {
				got = append(got, d.read(e))
			}
		})
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// A font of the user's choice is embedded and drawn in, and ours has the rest.
func TestPDFFont(t *testing.T) {
	packed, err := os.Open(filepath.Join(root, "rubric", "internal", "font", "sourcesans", "SourceSans3-Semibold.ttf.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	unpacked, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := render.ReadFont(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	f := blank(t, everyFramework(t)[0], form.Options{})
	checkRules(t, f, render.Options{Font: chosen})
	d := openPDF(t, f, render.Options{Font: chosen})
	if n := len(d.pages[0].glyphs["F1"]); n < 20 {
		t.Errorf("%d glyphs of the chosen font are drawn", n)
	}
	if _, err := render.ReadFont(strings.NewReader("rubric: v1\nid: x\n")); err == nil || !strings.Contains(err.Error(), "no TrueType font") {
		t.Errorf("error %v", err)
	}
}

func TestPDFLogo(t *testing.T) {
	logo, err := render.ReadLogo(bytes.NewReader(drawn(t, 300, 100, "image/png")))
	if err != nil {
		t.Fatal(err)
	}
	f := blank(t, everyFramework(t)[0], form.Options{})
	checkRules(t, f, render.Options{Logo: logo})
	figures := 0
	d := openPDF(t, f, render.Options{Logo: logo})
	d.structure(t).walk(func(e *pdfElement) {
		if e.kind == "Figure" {
			figures++
			if e.dict["Alt"] != pdfread.String(f.Words.Logo) || len(e.content) != 1 {
				t.Errorf("a figure says %v", e.dict["Alt"])
			}
		}
	})
	if figures != 1 {
		t.Errorf("%d figures", figures)
	}
}

// A form says how to mark it, and what to mind before saving it, in its own
// words.
func TestPDFSaysHowTo(t *testing.T) {
	for _, c := range []struct {
		framework int
		layout    string
		want      func(form.Words) string
	}{
		{0, "form", func(w form.Words) string { return w.MarkOne + " " + w.SaveHint }},
		{2, "checklist", func(w form.Words) string { return w.MarkBoxes + " " + w.SaveHint }},
	} {
		for _, tag := range form.Languages() {
			f := blank(t, everyFramework(t)[c.framework], form.Options{Language: tag, Layout: c.layout})
			d := openPDF(t, f, render.Options{})
			if text := d.read(d.structure(t)); !strings.Contains(text, c.want(f.Words)) {
				t.Errorf("%s, %s: the form does not say %q", f.Identity.ID, tag, c.want(f.Words))
			}
			checkLanguages(t, d, f)
		}
	}
}

// checkLanguages looks for the language of each element with words of the form,
// which the framework's texts have not.
func checkLanguages(t *testing.T, d *pdfDocument, f *form.Form) {
	t.Helper()
	d.structure(t).walk(func(e *pdfElement) {
		want := pdfread.Value(nil)
		text := strings.TrimSpace(d.read(e))
		if e.kind == "P" && (text == f.Words.Ratee || text == f.Words.Notes || strings.HasSuffix(text, f.Words.SaveHint)) && f.Words.Language != f.Language {
			want = pdfread.String(f.Words.Language)
		}
		if got := e.dict["Lang"]; e.kind == "H1" && got != nil || want != nil && got != want {
			t.Errorf("%q is in the language %v, want %v", text, got, want)
		}
	})
}

// What is filled in comes back from the reader of ratings: ratings, comments,
// notes, who and when.
func TestPDFComesBack(t *testing.T) {
	for _, framework := range everyFramework(t) {
		for i, layout := range form.Layouts() {
			t.Run(framework.ID+"/"+layout.Name, func(t *testing.T) {
				f := blank(t, framework, form.Options{Layout: layout.Name, Comments: true})
				in := fill(f, uint64(i))
				checkBack(t, framework, in, "filled.pdf", filledPDF(t, []byte(written(t, f, "pdf", render.Options{})), in.values()))
			})
		}
	}
}

// values are what stands in the fields, by their names.
func (f filled) values() map[string]string {
	out := map[string]string{form.Notes: f.notes}
	for name, text := range f.head {
		out[name] = text
	}
	for _, a := range f.answers {
		out[a.row.Field], out[a.row.Comment.Name] = a.cell(), a.comment
	}
	return out
}

// filledPDF writes values into a form as viewers do: changed objects at the end
// of the file.
func filledPDF(t *testing.T, data []byte, values map[string]string) []byte {
	t.Helper()
	blank, err := pdfread.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range blank.Array(blank.Dict(blank.Catalog()["AcroForm"])["Fields"]) {
		field := blank.Dict(v)
		name := field["T"].(pdfread.String)
		value := fmt.Sprintf("<FEFF%X>", utf16Bytes(values[pdfread.Text(name)]))
		if field["FT"] == pdfread.Name("Btn") {
			state := form.EscapeCode(values[pdfread.Text(name)])
			if value = "/" + state; state == "" {
				value = "/Off"
			}
		}
		data = fmt.Appendf(data, "%d 0 obj\n<</FT/%s/T<%X>/V%s>>\nendobj\n", v, field["FT"], string(name), value)
	}
	return append(data, "%%EOF\n"...)
}
