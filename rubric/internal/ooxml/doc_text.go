package ooxml

import (
	"fmt"
	"strings"
)

func (p *Paragraph) write(w *documentWriter) {
	w.WriteString(`<w:p>` + p.properties())
	for i := range p.Inlines {
		w.inline(&p.Inlines[i])
	}
	w.WriteString(`</w:p>`)
}

// properties of a paragraph, in the order of the standard (17.3.1.26).
func (p *Paragraph) properties() string {
	var b strings.Builder
	if p.Style != "" {
		b.WriteString(`<w:pStyle w:val="` + p.Style + `"/>`)
	}
	if p.KeepNext {
		b.WriteString(`<w:keepNext/>`)
	}
	if p.List != nil {
		fmt.Fprintf(&b, `<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, p.List.Depth, p.List.id())
	}
	switch {
	case p.List != nil && p.Indent > 0:
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:hanging="%d"/>`, twips(p.Indent+listStep*float64(p.List.Depth+1)), twips(listStep))
	case p.Indent > 0:
		fmt.Fprintf(&b, `<w:ind w:left="%d"/>`, twips(p.Indent))
	}
	if p.Center {
		b.WriteString(`<w:jc w:val="center"/>`)
	}
	if b.Len() == 0 {
		return ""
	}
	return `<w:pPr>` + b.String() + `</w:pPr>`
}

func (w *documentWriter) inline(i *Inline) {
	switch {
	case i.Control != nil:
		w.control(i.Control, i.Font)
	case i.Picture != nil:
		w.picture(i.Picture)
	case i.Break:
		w.WriteString(`<w:r><w:br/></w:r>`)
	case i.Text != "":
		w.WriteString(run(i.properties(), i.Text))
	}
}

// run is a text with its properties. Line breaks and tabs are elements of their
// own.
func run(properties, text string) string {
	if properties != "" {
		properties = `<w:rPr>` + properties + `</w:rPr>`
	}
	inside := strings.NewReplacer(
		"\n", `</w:t><w:br/><w:t xml:space="preserve">`,
		"\t", `</w:t><w:tab/><w:t xml:space="preserve">`,
	).Replace(xmlText(text))
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + inside + `</w:t></w:r>`
}

// properties of a run, in the order of the standard (17.3.2.28).
func (i *Inline) properties() string {
	font := i.Font
	font.Bold, font.Italic = font.Bold || i.Bold, font.Italic || i.Italic
	out := font.word()
	if i.Language != "" {
		out += `<w:lang w:val="` + xmlText(i.Language) + `"/>`
	}
	return out
}

// picture writes a picture within a line.
func (w *documentWriter) picture(p *Picture) {
	w.pictures = append(w.pictures, p)
	id := len(w.pictures)
	width, height := emu(p.Width), emu(p.Height)
	fmt.Fprintf(w, `<w:r><w:drawing><wp:inline xmlns:wp="%s"><wp:extent cx="%d" cy="%d"/><wp:docPr id="%d" name="%s" descr="%s"/>`, nsWordDraw, width, height, id, xmlText(p.Alt), xmlText(p.Alt))
	fmt.Fprintf(w, `<a:graphic xmlns:a="%s"><a:graphicData uri="%s"><pic:pic xmlns:pic="%s"><pic:nvPicPr><pic:cNvPr id="%d" name="%s"/><pic:cNvPicPr/></pic:nvPicPr>`, nsDrawing, nsPicture, nsPicture, id, xmlText(p.Alt))
	fmt.Fprintf(w, `<pic:blipFill><a:blip r:embed="rId%d"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, len(documentRelations)+id)
	fmt.Fprintf(w, `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, width, height)
}

// The signs of a box, and the face that has them in the programs that know boxes.
const (
	Unticked = "☐"
	Ticked   = "☒"
	boxFace  = "MS Gothic"
)

// emptyEntry is what a control shows that nobody has written in: room to click on,
// which prints as nothing.
const emptyEntry = "\u2002\u2002\u2002\u2002\u2002\u2002\u2002\u2002"

// control writes a field. Whoever fills it in cannot delete it.
func (w *documentWriter) control(c *Control, f Font) {
	w.controls++
	fmt.Fprintf(w, `<w:sdt><w:sdtPr><w:alias w:val="%s"/><w:tag w:val="%s"/><w:id w:val="%d"/><w:lock w:val="sdtLocked"/>`,
		xmlText(clipped(c.Alias, LongestTag)), xmlText(c.Tag), w.controls)
	if c.Kind == CheckBox {
		face := `<w:rFonts w:ascii="` + boxFace + `" w:eastAsia="` + boxFace + `" w:hAnsi="` + boxFace + `"/>`
		fmt.Fprintf(w, `<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="%X" w14:font="%s"/><w14:uncheckedState w14:val="%X" w14:font="%s"/></w14:checkbox></w:sdtPr>`,
			[]rune(Ticked)[0], boxFace, []rune(Unticked)[0], boxFace)
		w.WriteString(`<w:sdtContent>` + run(face+f.word(), Unticked) + `</w:sdtContent></w:sdt>`)
		return
	}
	if c.Text != "" {
		w.WriteString(c.kindXML() + `</w:sdtPr><w:sdtContent>` + run(f.word(), c.Text) + `</w:sdtContent></w:sdt>`)
		return
	}
	w.WriteString(`<w:showingPlcHdr/>` + c.kindXML() + `</w:sdtPr><w:sdtContent>` +
		run(`<w:rStyle w:val="`+placeholderStyle+`"/>`, emptyEntry) + `</w:sdtContent></w:sdt>`)
}

// kindXML says what a control of text takes. It takes formatted text, though
// nobody needs that: what stands in a control of plain text, LibreOffice 7 writes
// several times, and without its line breaks.
func (c *Control) kindXML() string {
	if c.Kind == DayBox {
		return `<w:date><w:dateFormat w:val="yyyy-MM-dd"/><w:lid w:val="` + xmlText(c.Language) + `"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>`
	}
	return `<w:richText/>`
}
