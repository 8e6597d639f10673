package render_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf/pdfread"
	"rubrickit/rubric/render"
)

// pdfDocument is a PDF as a test sees it: its pages taken apart.
type pdfDocument struct {
	*pdfread.File
	pages []*pdfPage
	known map[*pdfread.Stream]map[int]string // the ways back to letters that were read
}

// pdfPage is a page and what is drawn on it.
type pdfPage struct {
	ref   pdfread.Ref
	dict  pdfread.Dict
	marks map[int]string // the text of each mark, by its number
	// loose are operators that draw outside every mark.
	loose []string
	// glyphs are the numbers that each font draws, by the name of its resource.
	glyphs map[pdfread.Name]map[int]bool
}

func openPDF(t testing.TB, f *form.Form, o render.Options) *pdfDocument {
	t.Helper()
	file, err := pdfread.Open([]byte(written(t, f, "pdf", o)))
	if err != nil {
		t.Fatal(err)
	}
	d := &pdfDocument{File: file, known: map[*pdfread.Stream]map[int]string{}}
	for _, kid := range d.Array(d.Dict(d.Catalog()["Pages"])["Kids"]) {
		d.pages = append(d.pages, d.page(t, kid.(pdfread.Ref)))
	}
	return d
}

func (d *pdfDocument) page(t testing.TB, ref pdfread.Ref) *pdfPage {
	p := &pdfPage{ref: ref, dict: d.Dict(ref), marks: map[int]string{}, glyphs: map[pdfread.Name]map[int]bool{}}
	stream, ok := d.Resolve(p.dict["Contents"]).(*pdfread.Stream)
	if !ok {
		t.Fatal("a page without content")
	}
	data, err := d.Data(stream)
	if err != nil {
		t.Fatal(err)
	}
	d.draw(p, string(data))
	return p
}

// The operators of our pages, by what they do.
var (
	operator  = regexp.MustCompile(`(?:^|\s|\]|>)(BT|ET|Tf|TJ|Td|Tr|rg|RG|w|re|m|l|S|f|B|q|Q|cm|Do|BMC|BDC|EMC)(?:\s|$)`)
	markID    = regexp.MustCompile(`/MCID (\d+)`)
	actual    = regexp.MustCompile(`/ActualText(?:<FEFF([0-9A-F]*)>|\(([^)]*)\))`)
	fontName  = regexp.MustCompile(`/(F\d+) `)
	hexString = regexp.MustCompile(`<([0-9A-F]+)>`)
)

// draw follows the operators of a page.
func (d *pdfDocument) draw(p *pdfPage, content string) {
	var open []int // the marks around; -1 is none of its own
	var font pdfread.Name
	for content != "" {
		at := operator.FindStringSubmatchIndex(content)
		if at == nil {
			return
		}
		args, op := content[:at[2]], content[at[2]:at[3]]
		content = content[at[3]:]
		switch op {
		case "BMC":
			open = append(open, -1)
		case "BDC":
			open = append(open, p.begin(args, open))
		case "EMC":
			open = open[:len(open)-1]
		case "Tf":
			font = pdfread.Name(fontName.FindStringSubmatch(args)[1])
		case "TJ", "S", "f", "B", "Do":
			if len(open) == 0 {
				p.loose = append(p.loose, op)
				continue
			}
			if op == "TJ" {
				p.marks[open[len(open)-1]] += d.text(p, font, args)
			}
		}
	}
}

// begin is the number of a mark that begins; a stretch within another belongs
// to that one.
func (p *pdfPage) begin(args string, open []int) int {
	if id := markID.FindStringSubmatch(args); id != nil {
		n, _ := strconv.Atoi(id[1])
		p.marks[n] += ""
		return n
	}
	if len(open) == 0 {
		return -1
	}
	outer := open[len(open)-1]
	if text := actual.FindStringSubmatch(args); text != nil {
		p.marks[outer] += text[2] + fromHex(text[1])
	}
	return outer
}

// text reads what a font draws, by the font's own way back to letters.
func (d *pdfDocument) text(p *pdfPage, font pdfread.Name, args string) string {
	letters := d.letters(p, font)
	if p.glyphs[font] == nil {
		p.glyphs[font] = map[int]bool{}
	}
	var b strings.Builder
	for _, s := range hexString.FindAllStringSubmatch(args, -1) {
		for i := 0; i+4 <= len(s[1]); i += 4 {
			glyph, _ := strconv.ParseInt(s[1][i:i+4], 16, 32)
			p.glyphs[font][int(glyph)] = true
			b.WriteString(letters[int(glyph)])
		}
	}
	return b.String()
}

var letterLine = regexp.MustCompile(`(?m)^<([0-9A-F]{4})><([0-9A-F]+)>$`)

// letters is the way back from a font's glyphs to letters.
func (d *pdfDocument) letters(p *pdfPage, font pdfread.Name) map[int]string {
	stream, ok := d.Resolve(d.font(p, font)["ToUnicode"]).(*pdfread.Stream)
	if !ok {
		return nil
	}
	if known, ok := d.known[stream]; ok {
		return known
	}
	data, _ := d.Data(stream)
	out := map[int]string{}
	for _, m := range letterLine.FindAllStringSubmatch(string(data), -1) {
		glyph, _ := strconv.ParseInt(m[1], 16, 32)
		out[int(glyph)] = fromHex(m[2])
	}
	d.known[stream] = out
	return out
}

func (d *pdfDocument) font(p *pdfPage, name pdfread.Name) pdfread.Dict {
	return d.Dict(d.Dict(d.Dict(p.dict["Resources"])["Font"])[name])
}

func fromHex(digits string) string {
	var units []uint16
	for i := 0; i+4 <= len(digits); i += 4 {
		n, _ := strconv.ParseUint(digits[i:i+4], 16, 16)
		units = append(units, uint16(n))
	}
	return string(utf16.Decode(units))
}

// pdfElement is an element of the structure.
type pdfElement struct {
	ref    pdfread.Ref
	dict   pdfread.Dict
	kind   string
	parent *pdfElement
	kids   []*pdfElement
	// content is what the element has itself: marks by page and number, and
	// annotations; in between, nil for each element in it.
	content []pdfContent
}

type pdfContent struct {
	element    *pdfElement // one in it, or nil
	page       pdfread.Ref
	mark       int         // -1 for an annotation
	annotation pdfread.Ref // 0 for a mark
}

// structure reads the tree of elements.
func (d *pdfDocument) structure(t testing.TB) *pdfElement {
	t.Helper()
	root := d.Dict(d.Catalog()["StructTreeRoot"])
	kids := d.Array(root["K"])
	if len(kids) != 1 {
		t.Fatalf("the structure has %d roots", len(kids))
	}
	return d.element(t, kids[0].(pdfread.Ref), nil)
}

func (d *pdfDocument) element(t testing.TB, ref pdfread.Ref, parent *pdfElement) *pdfElement {
	dict := d.Dict(ref)
	kind, _ := dict["S"].(pdfread.Name)
	e := &pdfElement{ref: ref, dict: dict, kind: string(kind), parent: parent}
	for _, kid := range d.Array(dict["K"]) {
		switch kid := kid.(type) {
		case pdfread.Ref:
			child := d.element(t, kid, e)
			e.kids = append(e.kids, child)
			e.content = append(e.content, pdfContent{element: child})
		case pdfread.Dict:
			e.content = append(e.content, contentOf(t, kid))
		}
	}
	return e
}

func contentOf(t testing.TB, kid pdfread.Dict) pdfContent {
	page, ok := kid["Pg"].(pdfread.Ref)
	if !ok {
		t.Errorf("content without a page: %v", kid)
	}
	switch kid["Type"] {
	case pdfread.Name("MCR"):
		return pdfContent{page: page, mark: kid["MCID"].(int)}
	case pdfread.Name("OBJR"):
		return pdfContent{page: page, mark: -1, annotation: kid["Obj"].(pdfread.Ref)}
	default:
		t.Errorf("content of an unknown kind: %v", kid)
		return pdfContent{}
	}
}

// walk calls do for an element and all below it, in the order of reading.
func (e *pdfElement) walk(do func(*pdfElement)) {
	do(e)
	for _, kid := range e.kids {
		kid.walk(do)
	}
}

// read is what an element says, in the order of reading.
func (d *pdfDocument) read(e *pdfElement) string {
	var b strings.Builder
	for _, c := range e.content {
		switch {
		case c.element != nil:
			b.WriteString(d.read(c.element))
		case c.annotation == 0:
			b.WriteString(d.markText(c))
		}
	}
	return b.String()
}

func (d *pdfDocument) markText(c pdfContent) string {
	for _, p := range d.pages {
		if p.ref == c.page {
			return p.marks[c.mark]
		}
	}
	return ""
}

// outline writes the structure as lines that a person can read.
func (d *pdfDocument) outline(e *pdfElement, depth int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%s", strings.Repeat("  ", depth), e.kind, d.describe(e))
	if len(e.kids) == 0 {
		if text := strings.TrimSpace(d.read(e)); text != "" {
			fmt.Fprintf(&b, ": %s", text)
		}
		return b.String() + "\n"
	}
	b.WriteString("\n")
	for _, c := range e.content {
		if c.element != nil {
			b.WriteString(d.outline(c.element, depth+1))
		} else if text := strings.TrimSpace(d.markText(c)); text != "" {
			fmt.Fprintf(&b, "%s%q\n", strings.Repeat("  ", depth+1), text)
		}
	}
	return b.String()
}

// describe is what else an element is: the field in it, its scope, its columns.
func (d *pdfDocument) describe(e *pdfElement) string {
	out := ""
	attributes := d.Dict(e.dict["A"])
	if scope, ok := attributes["Scope"].(pdfread.Name); ok {
		out += " " + strings.ToLower(string(scope))
	}
	if span, ok := attributes["ColSpan"].(int); ok {
		out += fmt.Sprintf(" over %d", span)
	}
	for _, c := range e.content {
		if c.annotation != 0 {
			out += d.describeField(d.Dict(c.annotation))
		}
	}
	return out
}

func (d *pdfDocument) describeField(annotation pdfread.Dict) string {
	if annotation["Subtype"] != pdfread.Name("Widget") {
		return ""
	}
	field := annotation
	if parent := d.Dict(annotation["Parent"]); parent != nil {
		field = parent
	}
	name, _ := field["T"].(pdfread.String)
	label, _ := annotation["TU"].(pdfread.String)
	out := " " + pdfread.Text(name)
	for _, state := range d.states(annotation) {
		out += "=" + state
	}
	return fmt.Sprintf("%s (%s)", out, pdfread.Text(label))
}

// states are what a button can be besides not marked.
func (d *pdfDocument) states(widget pdfread.Dict) []string {
	normal, ok := d.Resolve(d.Dict(widget["AP"])["N"]).(pdfread.Dict)
	if !ok {
		return nil
	}
	var out []string
	for state := range normal {
		if state != "Off" {
			out = append(out, string(state))
		}
	}
	return out
}

// utf16Bytes is a text as a file has it.
func utf16Bytes(text string) []byte {
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return out
}
