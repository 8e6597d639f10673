package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf/pdfread"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/render"
)

// pdfRules are what a document must keep to be heard, read and filled in:
// PDF/UA-1 as far as a program can see it, and what validators do not look at.
// Each returns what is wrong.
var pdfRules = map[string]func(t testing.TB, d *pdfDocument, f *form.Form) []string{
	"says what it is":                     ruleCatalog,
	"every mark is tagged or an artifact": ruleMarks,
	"marks and elements agree":            ruleParents,
	"annotations stand in elements":       ruleAnnotations,
	"headings follow each other":          ruleHeadings,
	"tables have heads and even rows":     ruleTables,
	"lists have entries":                  ruleLists,
	"fonts are embedded":                  ruleFonts,
	"the form is complete":                ruleFields,
	"buttons have distinct states":        ruleButtons,
	"texts are read in order":             ruleTexts,
	"pages have feet":                     ruleFooters,
	"headings are bookmarks":              ruleOutline,
	"headings stay with what follows":     ruleOrphans,
}

func checkRules(t *testing.T, f *form.Form, o render.Options) {
	t.Helper()
	d := openPDF(t, f, o)
	for name, rule := range pdfRules {
		for _, wrong := range rule(t, d, f) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

func TestPDFRules(t *testing.T) {
	everyForm(t, func(t *testing.T, f *form.Form) { checkRules(t, f, render.Options{}) })
}

// Other papers, and large print, whose pages break elsewhere.
func TestPDFRulesOnOtherPages(t *testing.T) {
	for _, framework := range everyFramework(t) {
		t.Run(framework.ID, func(t *testing.T) {
			f := blank(t, framework, form.Options{})
			checkRules(t, f, render.Options{Paper: "letter"})
			checkRules(t, f, render.Options{Large: true})
		})
	}
}

func ruleCatalog(_ testing.TB, d *pdfDocument, f *form.Form) []string {
	catalog := d.Catalog()
	var wrong []string
	expect := func(what string, ok bool) {
		if !ok {
			wrong = append(wrong, what)
		}
	}
	expect("Lang", catalog["Lang"] == pdfread.String(f.Language))
	expect("Marked", d.Dict(catalog["MarkInfo"])["Marked"] == true)
	expect("DisplayDocTitle", d.Dict(catalog["ViewerPreferences"])["DisplayDocTitle"] == true)
	expect("Title", d.Info("Title") == markup.PlainRuns(f.Title))
	expect("identity", strings.Contains(d.Info(form.PDFIdentity), `"fingerprint":"`+f.Identity.Fingerprint+`"`))
	stream, _ := d.Resolve(catalog["Metadata"]).(*pdfread.Stream)
	data, err := d.Data(stream)
	expect("part of PDF/UA", err == nil && strings.Contains(string(data), "<pdfuaid:part>1</pdfuaid:part>"))
	return wrong
}

func ruleMarks(_ testing.TB, d *pdfDocument, _ *form.Form) []string {
	var wrong []string
	for i, p := range d.pages {
		if len(p.loose) > 0 {
			wrong = append(wrong, fmt.Sprintf("page %d draws %v outside", i+1, p.loose))
		}
		if p.dict["Tabs"] != pdfread.Name("S") {
			wrong = append(wrong, fmt.Sprintf("page %d has no order of tabs", i+1))
		}
	}
	return wrong
}

// parents is the way back from keys to elements.
func parents(d *pdfDocument) map[int]pdfread.Value {
	out := map[int]pdfread.Value{}
	tree := d.Dict(d.Dict(d.Catalog()["StructTreeRoot"])["ParentTree"])
	for _, leaf := range append(pdfread.Array{tree}, d.Array(tree["Kids"])...) {
		nums := d.Array(d.Dict(leaf)["Nums"])
		for i := 0; i+1 < len(nums); i += 2 {
			out[nums[i].(int)] = nums[i+1]
		}
	}
	return out
}

func ruleParents(t testing.TB, d *pdfDocument, _ *form.Form) []string {
	var wrong []string
	type mark struct {
		page pdfread.Ref
		n    int
	}
	owners := map[mark]pdfread.Ref{}
	d.structure(t).walk(func(e *pdfElement) {
		for _, c := range e.content {
			if c.element == nil && c.annotation == 0 {
				owners[mark{c.page, c.mark}] = e.ref
			}
		}
	})
	back, total := parents(d), 0
	for _, p := range d.pages {
		list, _ := back[p.dict["StructParents"].(int)].(pdfread.Array)
		for n := range p.marks {
			if n < 0 {
				continue // artifacts
			}
			total++
			if n >= len(list) || list[n] != pdfread.Value(owners[mark{p.ref, n}]) {
				wrong = append(wrong, fmt.Sprintf("mark %d of a page is of %v, and leads back to %v", n, owners[mark{p.ref, n}], list))
			}
		}
	}
	if total != len(owners) {
		wrong = append(wrong, fmt.Sprintf("%d marks are drawn, %d are in the structure", total, len(owners)))
	}
	return wrong
}

func ruleAnnotations(t testing.TB, d *pdfDocument, _ *form.Form) []string {
	var wrong []string
	holders := map[pdfread.Ref]*pdfElement{}
	d.structure(t).walk(func(e *pdfElement) {
		for _, c := range e.content {
			if c.annotation != 0 {
				holders[c.annotation] = e
			}
		}
	})
	back := parents(d)
	for _, p := range d.pages {
		for _, a := range d.Array(p.dict["Annots"]) {
			ref := a.(pdfread.Ref)
			wrong = append(wrong, wrongAnnotation(d, holders[ref], d.Dict(a), back)...)
			delete(holders, ref)
		}
	}
	if len(holders) > 0 {
		wrong = append(wrong, fmt.Sprintf("%d annotations of the structure are on no page", len(holders)))
	}
	return wrong
}

func wrongAnnotation(d *pdfDocument, holder *pdfElement, a pdfread.Dict, back map[int]pdfread.Value) []string {
	key, _ := a["StructParent"].(int)
	contents, _ := a["Contents"].(pdfread.String)
	flags, _ := a["F"].(int)
	switch {
	case holder == nil:
		return []string{"an annotation is in no element"}
	case back[key] != pdfread.Value(holder.ref):
		return []string{fmt.Sprintf("an annotation in %v leads back to %v", holder.ref, back[key])}
	case contents == "":
		return []string{"an annotation says nothing"}
	case flags != 4:
		return []string{"an annotation is not printed"}
	case a["Subtype"] == pdfread.Name("Link"):
		return is(holder.kind == "Link", "a link is in a "+holder.kind)
	default:
		label, _ := a["TU"].(pdfread.String)
		return append(is(holder.kind == "Form" && len(holder.content) == 1, "a field is not alone in a Form"), is(label != "", "a field without a label")...)
	}
}

// is returns what is wrong where something is not so.
func is(so bool, wrong string) []string {
	if so {
		return nil
	}
	return []string{wrong}
}

func ruleHeadings(t testing.TB, d *pdfDocument, f *form.Form) []string {
	var wrong []string
	last, headings := 0, 0
	d.structure(t).walk(func(e *pdfElement) {
		if len(e.kind) != 2 || e.kind[0] != 'H' {
			return
		}
		level := int(e.kind[1] - '0')
		headings++
		if level > last+1 || level == 1 && headings > 1 {
			wrong = append(wrong, fmt.Sprintf("H%d after H%d", level, last))
		}
		if strings.TrimSpace(d.read(e)) == "" {
			wrong = append(wrong, "an empty heading")
		}
		last = level
	})
	want := 1 + len(f.Keys)
	for _, s := range f.Sections {
		if s.Code != "" {
			want++
		}
	}
	if len(f.Guidance) > 0 {
		want++
	}
	return append(wrong, is(headings == want, fmt.Sprintf("%d headings, not %d", headings, want))...)
}

func ruleTables(t testing.TB, d *pdfDocument, _ *form.Form) []string {
	var wrong []string
	d.structure(t).walk(func(e *pdfElement) {
		switch e.kind {
		case "TH":
			scope := d.Dict(e.dict["A"])["Scope"]
			wrong = append(wrong, is(scope == pdfread.Name("Row") || scope == pdfread.Name("Column"), "a head without scope")...)
			wrong = append(wrong, is(strings.TrimSpace(d.read(e)) != "", "an empty head")...)
		case "TR":
			wrong = append(wrong, is(slices.Contains([]string{"Table", "THead", "TBody"}, e.parent.kind), "a row outside a table")...)
		case "Table":
			if widths := rowWidths(d, e); len(widths) != 1 {
				wrong = append(wrong, fmt.Sprintf("a table with rows of %v columns", widths))
			}
		}
	})
	return wrong
}

// rowWidths are the different numbers of columns that the rows of a table have.
func rowWidths(d *pdfDocument, table *pdfElement) []int {
	var out []int
	table.walk(func(e *pdfElement) {
		if e.kind != "TR" {
			return
		}
		width := 0
		for _, cell := range e.kids {
			span, ok := d.Dict(cell.dict["A"])["ColSpan"].(int)
			if !ok {
				span = 1
			}
			width += span
		}
		if !slices.Contains(out, width) {
			out = append(out, width)
		}
	})
	return out
}

// listParts are what may stand in the parts of a list.
var listParts = map[string][]string{"L": {"LI"}, "LI": {"Lbl", "LBody"}}

func ruleLists(t testing.TB, d *pdfDocument, _ *form.Form) []string {
	var wrong []string
	d.structure(t).walk(func(e *pdfElement) {
		allowed, ok := listParts[e.kind]
		if !ok {
			return
		}
		for _, kid := range e.kids {
			wrong = append(wrong, is(slices.Contains(allowed, kid.kind), kid.kind+" in "+e.kind)...)
		}
		wrong = append(wrong, is(len(e.kids) > 0, "an empty "+e.kind)...)
	})
	return wrong
}

func ruleFonts(_ testing.TB, d *pdfDocument, _ *form.Form) []string {
	var wrong []string
	for _, p := range d.pages {
		for name, glyphs := range p.glyphs {
			font := d.font(p, name)
			descendant := d.Dict(d.Array(font["DescendantFonts"])[0])
			wrong = append(wrong, notEmbedded(d, descendant)...)
			letters := d.letters(p, name)
			for g := range glyphs {
				if g == 0 || letters[g] == "" {
					wrong = append(wrong, fmt.Sprintf("glyph %d of %s stands for no letter", g, name))
				}
			}
		}
	}
	entry := d.Dict(d.Dict(d.Dict(d.Dict(d.Catalog()["AcroForm"])["DR"])["Font"])["Entry"])
	return append(wrong, notEmbedded(d, entry)...)
}

func notEmbedded(d *pdfDocument, font pdfread.Dict) []string {
	descriptor := d.Dict(font["FontDescriptor"])
	file, ok := d.Resolve(descriptor["FontFile2"]).(*pdfread.Stream)
	if !ok {
		return []string{"a font is not embedded"}
	}
	data, err := d.Data(file)
	return is(err == nil && len(data) == file.Dict["Length1"].(int), "a font's file is damaged")
}

// fieldsOf are the names of the fields that a form has.
func fieldsOf(f *form.Form) []string {
	var out []string
	add := func(fields ...form.Field) {
		for _, f := range fields {
			out = append(out, f.Name)
		}
	}
	add(f.Head...)
	for _, r := range f.Rows() {
		out = append(out, r.Field)
		if r.Points != nil {
			out = append(out, r.Points.Field)
		}
		if r.Comment != nil {
			add(*r.Comment)
		}
	}
	add(f.Foot...)
	slices.Sort(out)
	return out
}

func ruleFields(_ testing.TB, d *pdfDocument, f *form.Form) []string {
	fields, err := d.Fields()
	if err != nil {
		return []string{err.Error()}
	}
	var got, wrong []string
	for _, field := range fields {
		got = append(got, field.Name)
		wrong = append(wrong, is(field.Value == "" && field.Others == nil, field.Name+" is filled in")...)
	}
	slices.Sort(got)
	if diff := cmp.Diff(fieldsOf(f), got); diff != "" {
		wrong = append(wrong, diff)
	}
	onPages := 0
	for _, p := range d.pages {
		for _, a := range d.Array(p.dict["Annots"]) {
			widget := d.Dict(a)
			if widget["Subtype"] != pdfread.Name("Widget") {
				continue
			}
			onPages++
			wrong = append(wrong, is(d.Resolve(d.Dict(widget["AP"])["N"]) != nil, "a field without a look")...)
		}
	}
	return append(wrong, is(onPages == widgets(f), fmt.Sprintf("%d widgets, not %d", onPages, widgets(f)))...)
}

// widgets counts the places of a form that can be filled in.
func widgets(f *form.Form) int {
	n := len(fieldsOf(f)) - len(f.Rows())
	for _, r := range f.Rows() {
		n += len(r.Choices)
	}
	return n
}

func ruleButtons(_ testing.TB, d *pdfDocument, f *form.Form) []string {
	states := map[string][]string{}
	var wrong []string
	for _, p := range d.pages {
		for _, a := range d.Array(p.dict["Annots"]) {
			widget := d.Dict(a)
			field := d.Dict(widget["Parent"])
			if field == nil {
				field = widget
			}
			if field["FT"] != pdfread.Name("Btn") {
				continue
			}
			name := pdfread.Text(field["T"].(pdfread.String))
			states[name] = append(states[name], d.states(widget)...)
			unmarked := widget["AS"] == pdfread.Name("Off") && field["V"] == pdfread.Name("Off")
			wrong = append(wrong, is(unmarked, name+" is marked, or its value and look disagree")...)
			wrong = append(wrong, is(field["TU"] != nil, name+" has no label")...)
		}
	}
	for _, r := range f.Rows() {
		var want []string
		for _, c := range r.Choices {
			want = append(want, form.EscapeCode(c.Cell))
		}
		if diff := cmp.Diff(want, states[r.Field]); diff != "" {
			wrong = append(wrong, r.Field+": "+diff)
		}
	}
	return wrong
}

// ruleTexts holds the texts of the form against what is read.
func ruleTexts(t testing.TB, d *pdfDocument, f *form.Form) []string {
	text := squeezed(d.read(d.structure(t)))
	var wrong []string
	rest := text
	expect := func(words string) {
		words = squeezed(words)
		_, after, ok := strings.Cut(rest, words)
		if !ok {
			wrong = append(wrong, fmt.Sprintf("%q is not read there", words))
			return
		}
		rest = after
	}
	expect(markup.PlainRuns(f.Title))
	for _, s := range f.Sections {
		expect(markup.PlainRuns(s.Title))
		for _, r := range s.Rows {
			expect(markup.PlainRuns(r.Title))
			expect(markup.PlainBlocks(r.Text[:min(len(r.Text), 1)]))
		}
	}
	for _, field := range f.Foot {
		expect(field.Label)
	}
	return wrong
}
