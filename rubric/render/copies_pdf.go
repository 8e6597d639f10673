package render

import (
	"fmt"
	"io"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
	"rubrickit/rubric/internal/pdf/pdfread"
)

// WriteBoundPDF writes copies as one PDF, one behind the other, with a bookmark for
// each and fields of its own, by the number of the copy. Each is written before the
// next is drawn; next is told how many are written before it.
func WriteBoundPDF(w io.Writer, blank *form.Form, copies []Copy, o Options, next func(done int)) error {
	p, err := newPDFWriter(blank, o)
	if err != nil {
		return err
	}
	p.document.StreamTo(w)
	for i, c := range copies {
		next(i)
		if i > 0 {
			p.flow = flow.New(p.document, p.flow.Sheet())
		}
		own := o
		if i > 0 {
			own.Warn, own.Pages = nil, nil // what is not drawn is the same for all
		}
		if err := p.bind(blank.For(c.Who).Numbered(i+1), c, own); err != nil {
			return fmt.Errorf("the form for %s: %w", c.Who.Ratee, err)
		}
	}
	err = p.document.Close()
	if p.document.Unpacked() > pdfread.MostInflated && o.Warn != nil {
		o.Warn(fmt.Sprintf("one PDF of %d forms is for printing: it is too large to be read when it comes back filled in; forms to fill in on screen go into a folder or a ZIP", len(copies)))
	}
	return err
}

// bind draws and writes one copy.
func (p *pdfWriter) bind(f *form.Form, c Copy, o Options) error {
	p.form, p.root = f, p.document.Root().Add("Part")
	p.document.Bookmark(0, c.title(), p.document.Pages()[0], 0)
	p.draw()
	if err := p.checkLetters(o.Warn); err != nil {
		return err
	}
	if o.Pages != nil {
		o.Pages(len(p.document.Pages()))
	}
	return p.document.EndPart()
}

// title is what a copy is called in a list of them.
func (c Copy) title() string {
	out := c.Who.Ratee
	for _, more := range []string{c.Who.Rater, c.Who.Group, c.Who.Occasion} {
		if more != "" {
			out += " · " + more
		}
	}
	return out
}

// stencilPDF draws a form once, with the letters of all names in its fonts, and
// leaves the fields of its head open.
func stencilPDF(blank *form.Form, copies []Copy, o Options) (CopyWriter, error) {
	p, err := newPDFWriter(blank, o)
	if err != nil {
		return nil, err
	}
	p.late = true
	p.draw()
	for _, c := range copies {
		for _, field := range blank.For(c.Who).Head {
			p.entered(field.Value)
		}
	}
	if err := p.checkLetters(o.Warn); err != nil {
		return nil, err
	}
	if o.Pages != nil {
		o.Pages(len(p.document.Pages()))
	}
	t := p.document.Template()
	return func(w io.Writer, c Copy) error {
		f := blank.For(c.Who)
		return t.Write(w, func(name string) pdf.Filling {
			return pdf.Filling{Value: f.Value(name), Drawn: p.entered(f.Value(name))}
		})
	}, nil
}
