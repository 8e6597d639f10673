package adopt

import (
	"errors"
	"strconv"
	"strings"

	"rubrickit/rubric/internal/ooxml"
)

// readDocument reads the headings, lists, paragraphs and tables of a text document
// (ECMA-376, WordprocessingML). What was deleted under review is left out.
func readDocument(_ string, data []byte, _ *notes) (*document, error) {
	p, err := openPackage(data)
	if err != nil {
		return nil, err
	}
	main, links, err := p.Main()
	if err != nil {
		return nil, err
	}
	if main == "" {
		return nil, errors.New("it names no main document: is it complete?")
	}
	styles := &styleReader{styles: map[string]*style{}}
	if name := links.OfKind("styles"); p.Has(name) {
		if err := p.Scan(name, ooxml.Handler{Open: styles.open, Close: styles.close}); err != nil {
			return nil, err
		}
	}
	d := &docxReader{doc: &document{}, styles: styles.styles}
	if err := p.Scan(main, ooxml.Handler{Open: d.open, Text: d.text, Close: d.close}); err != nil {
		return nil, err
	}
	return d.doc, d.err
}

// deepestList bounds how deep the names of styles say that a list is.
const deepestList = 256

// belowTitle is the depth of the first headings: they stand below the title.
const belowTitle = 2

// style is a style of paragraphs: how deep in the outline (from 1; 0 for text),
// and whether it is one of lists.
type style struct {
	name, base string
	outline    int
	listed     bool
}

// styleReader reads the styles of a document.
type styleReader struct {
	styles map[string]*style
	now    *style
}

func (s *styleReader) open(e ooxml.Element) error {
	switch e.Name() {
	case "style":
		s.now = &style{}
		s.styles[e.Linked("styleId")] = s.now
	case "name":
		s.set(func(now *style) { now.name = strings.ToLower(e.Linked("val")) })
	case "basedOn":
		s.set(func(now *style) { now.base = e.Linked("val") })
	case "numPr":
		s.set(func(now *style) { now.listed = true })
	case "outlineLvl":
		if n, err := strconv.Atoi(e.Linked("val")); err == nil && n < 9 {
			s.set(func(now *style) { now.outline = n + belowTitle })
		}
	}
	return nil
}

func (s *styleReader) set(to func(*style)) {
	if s.now != nil {
		to(s.now)
	}
}

func (s *styleReader) close(name string) error {
	if name == "style" {
		s.now = nil
	}
	return nil
}

// outlineOf is the depth in the outline that a style gives: its own, that of its
// name, or that of the style it is based on.
func (d *docxReader) outlineOf(id string) int {
	for range 10 {
		s := d.styles[id]
		if s == nil {
			return 0
		}
		if s.outline > 0 {
			return s.outline
		}
		if s.name == "title" {
			return 1
		}
		if n, err := strconv.Atoi(strings.TrimPrefix(s.name, "heading ")); err == nil && n > 0 && n < 10 {
			return n - 1 + belowTitle
		}
		id = s.base
	}
	return 0
}

// listDepth is how deep in a list a style stands, from 0; false for one that is no
// style of lists. The styles of Word are called List Bullet, List Bullet 2 …
func (d *docxReader) listDepth(id string) (int, bool) {
	for range 10 {
		s := d.styles[id]
		switch {
		case s == nil:
			return 0, false
		case s.outline > 0 || strings.HasPrefix(s.name, "heading"):
			return 0, false
		case s.listed:
			n, err := strconv.Atoi(s.name[strings.LastIndexByte(s.name, ' ')+1:])
			if err != nil || !strings.HasPrefix(s.name, "list") {
				n = 1
			}
			return min(max(n-1, 0), deepestList), true
		}
		id = s.base
	}
	return 0, false
}
