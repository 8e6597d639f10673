package render

import (
	"encoding/json"
	"io"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
	"rubrickit/rubric/markup"
)

// writePDF writes a form to print, or to fill in with any viewer: tagged for
// those who hear it, each field under the name that the form gives it. The
// states of a row's field are the cells of its choices, escaped like codes.
func writePDF(w io.Writer, f *form.Form, o Options) error {
	p, err := newPDFWriter(f, o)
	if err != nil {
		return err
	}
	p.draw()
	if err := p.checkLetters(o.Warn); err != nil {
		return err
	}
	if o.Pages != nil {
		o.Pages(len(p.document.Pages()))
	}
	_, err = w.Write(p.document.Bytes())
	return err
}

// draw draws the form.
func (p *pdfWriter) draw() {
	p.title()
	p.keys()
	for i := range p.form.Sections {
		p.section(&p.form.Sections[i])
	}
	p.foot()
	p.footers()
}

// pdfWriter draws one form.
type pdfWriter struct {
	form     *form.Form
	document *pdf.Document
	flow     *flow.Flow
	setter   *flow.Typesetter
	look     *pdfLook
	logo     *pdf.Image // nil for none
	root     *pdf.Tag
	width    float64 // of the area that rows fill
	codes    float64 // of the column of codes before texts; 0 where they are too long
	late     bool    // what stands in the head is left open, for a stencil
}

func newPDFWriter(f *form.Form, o Options) (*pdfWriter, error) {
	paper, err := FindPaper(o.Paper)
	if err != nil {
		return nil, err
	}
	identity, err := pdfIdentity(f.Identity)
	if err != nil {
		return nil, err
	}
	d := pdf.New(pdf.Info{
		Title:    markup.PlainRuns(f.Title),
		Language: f.Language,
		Producer: "rubric",
		Extra:    []pdf.Entry{{Key: form.PDFIdentity, Text: identity}},
	})
	look, err := newPDFLook(d, o)
	if err != nil {
		return nil, err
	}
	p := &pdfWriter{form: f, document: d, setter: &flow.Typesetter{}, look: look, root: d.Root()}
	if o.Logo != nil {
		if p.logo, err = d.AddImage(o.Logo.Data); err != nil {
			return nil, err
		}
	}
	p.flow = flow.New(d, look.sheet(paper))
	p.width = p.flow.Sheet().Inner()
	if !hasLongCodes(f) {
		p.codes = p.codeWidth()
	}
	return p, nil
}

// pdfIdentity is a form's identity in the file.
func pdfIdentity(i form.Identity) (string, error) {
	b, err := json.Marshal(map[string]string{
		form.FrameworkID:          i.ID,
		form.FrameworkVersion:     i.Version,
		form.FrameworkFingerprint: i.Fingerprint,
	})
	return string(b), err
}

// codeWidth is what the widest code of a row needs.
func (p *pdfWriter) codeWidth() float64 {
	width := 0.0
	for _, s := range p.form.Sections {
		for _, r := range s.Rows {
			width = max(width, p.setter.Width(r.Code, &p.look.code))
		}
	}
	return width + p.look.gap
}

// footers draws the foot of every page: whose form it is, and which page.
func (p *pdfWriter) footers() {
	sheet, l := p.flow.Sheet(), p.look
	pages := p.document.Pages()
	for i, page := range pages {
		y := sheet.Height - sheet.Bottom + l.gap
		page.Artifact()
		page.Line(sheet.Left, y, sheet.Width-sheet.Right, y, l.hair, colorRule)
		number := p.line(pageWords(p.form.Words, i+1, len(pages)), &l.footer, p.width)
		number.Draw(page, nil, sheet.Width-sheet.Right-number.Width, y+l.gap/2)
		identity := p.setter.Lines([]flow.Span{{Text: p.form.Identity.String(), Style: &l.footer}}, p.width-number.Width-2*l.gap)
		for j := range identity[:min(len(identity), footerLines)] {
			identity[j].Draw(page, nil, sheet.Left, y+l.gap/2+float64(j)*l.footer.Leading)
		}
	}
}

// footerLines is how many lines of the footer have room below the page.
const footerLines = 3

// line sets a text on one line, as much of it as fits.
func (p *pdfWriter) line(text string, s *flow.Style, width float64) *flow.Line {
	lines := p.setter.Lines([]flow.Span{{Text: text, Style: s}}, width)
	if len(lines) == 0 {
		return &flow.Line{Height: s.Leading}
	}
	return &lines[0]
}
