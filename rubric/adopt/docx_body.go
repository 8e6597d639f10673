package adopt

import (
	"fmt"
	"strconv"

	"rubrickit/rubric/internal/ooxml"
)

// docxReader reads the body of a document. Content controls are read as if they
// were not there.
type docxReader struct {
	doc       *document
	styles    map[string]*style
	skip      int // open elements within one that is left out
	skipped   string
	para      *docxParagraph
	count     int // of paragraphs outside of tables
	tables    []*docxTable
	inRunLook bool // within w:rPr of a run
	err       error
}

// leftOut are elements that no reader of the document sees, or that repeat what
// stands beside them.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "instrText": true, "Fallback": true, "drawing": true, "pict": true, "object": true, "sectPr": true, "pPrChange": true, "rPrChange": true,
	"tblPrChange": true, "delText": true, "txbxContent": true, "sdtPr": true, "tabs": true,
}

func (d *docxReader) open(e ooxml.Element) error {
	name := e.Name()
	switch {
	case d.skip > 0:
		if name == d.skipped {
			d.skip++
		}
	case leftOut[name]:
		d.skip, d.skipped = 1, name
	case name == "p":
		d.para = &docxParagraph{}
	case name == "tbl":
		d.tables = append(d.tables, &docxTable{})
	case d.para != nil:
		d.inParagraph(name, e)
	case len(d.tables) > 0:
		d.tables[len(d.tables)-1].open(name, e)
	}
	return nil
}

// inParagraph reads what a paragraph and its runs say of themselves.
func (d *docxReader) inParagraph(name string, e ooxml.Element) {
	p := d.para
	switch name {
	case "pStyle":
		p.outline = d.outlineOf(e.Linked("val"))
		p.depth, p.listed = d.listDepth(e.Linked("val"))
	case "outlineLvl":
		if n, err := strconv.Atoi(e.Linked("val")); err == nil && n < 9 {
			p.outline = n + belowTitle
		}
	case "numId":
		p.listed = e.Linked("val") != "0"
	case "ilvl":
		n, _ := strconv.Atoi(e.Linked("val"))
		p.depth = max(p.depth, n) // a style for inner lists counts as well
	case "r":
		p.begin()
	case "rPr":
		d.inRunLook = true
	case "t":
		p.reading = true
	case "tab":
		p.write("\t")
	case "br", "cr":
		p.write("\n")
	case "noBreakHyphen":
		p.write("-")
	default:
		if d.inRunLook {
			p.look(name, isOn(e))
		}
	}
}

// isOn reads a switch of WordprocessingML: an element without a value is on.
func isOn(e ooxml.Element) bool {
	switch e.Linked("val") {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

func (d *docxReader) text(text []byte) {
	if d.skip == 0 && d.para != nil && d.para.reading {
		d.para.write(string(text))
	}
}

func (d *docxReader) close(name string) error {
	switch {
	case d.skip > 0:
		if name == d.skipped {
			d.skip--
		}
	case name == "t" && d.para != nil:
		d.para.reading = false
	case name == "rPr":
		d.inRunLook = false
	case name == "p" && d.para != nil:
		d.endParagraph()
	case name == "tbl" && len(d.tables) > 0:
		d.endTable()
	}
	return nil
}

// endParagraph adds a paragraph to the cell or the outline that it stands in.
func (d *docxReader) endParagraph() {
	p := d.para
	d.para = nil
	if n := len(d.tables); n > 0 {
		d.tables[n-1].add(p)
		return
	}
	d.count++
	at := place{what: "paragraph", number: d.count}
	if len(d.doc.outline) > mostRows {
		return // the reader of the document says so
	}
	d.doc.outline = append(d.doc.outline, p.lines(at)...)
}

// endTable adds a table; one within a cell of another becomes text of the cell.
func (d *docxReader) endTable() {
	n := len(d.tables) - 1
	t := d.tables[n]
	d.tables = d.tables[:n]
	if n > 0 {
		d.tables[n-1].nest(t)
		return
	}
	number := len(d.doc.grids) + 1
	if err := d.doc.addTable(t.grid(fmt.Sprintf("table %d", number))); err != nil && d.err == nil {
		d.err = err
	}
}
