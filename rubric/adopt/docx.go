package adopt

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readDocument reads the headings, lists, paragraphs and tables of a text document
// (ECMA-376, WordprocessingML). What was deleted under review is left out.
func readDocument(_ string, data []byte, _ *notes) (*document, error) {
	p, err := openParts(data)
	if err != nil {
		return nil, err
	}
	main, links, err := p.main()
	if err != nil {
		return nil, err
	}
	styles := &styleReader{styles: map[string]*style{}}
	if err := p.visit(links["type:styles"], styles); err != nil {
		return nil, err
	}
	d := &docxReader{doc: &document{}, styles: styles.styles}
	if err := p.visit(main, d); err != nil {
		return nil, err
	}
	return d.doc, d.err
}

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

func (s *styleReader) open(e xml.StartElement) {
	switch e.Name.Local {
	case "style":
		s.now = &style{}
		s.styles[attr(e, "styleId")] = s.now
	case "name":
		s.set(func(now *style) { now.name = strings.ToLower(attr(e, "val")) })
	case "basedOn":
		s.set(func(now *style) { now.base = attr(e, "val") })
	case "numPr":
		s.set(func(now *style) { now.listed = true })
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 9 {
			s.set(func(now *style) { now.outline = n + belowTitle })
		}
	}
}

func (s *styleReader) set(to func(*style)) {
	if s.now != nil {
		to(s.now)
	}
}

func (*styleReader) text(string) {}

func (s *styleReader) close(name string) {
	if name == "style" {
		s.now = nil
	}
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
			return min(max(n-1, 0), deepest), true
		}
		id = s.base
	}
	return 0, false
}
