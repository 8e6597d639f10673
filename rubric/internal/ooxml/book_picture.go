package ooxml

import "fmt"

const (
	nsSheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
	typeDrawing    = "application/vnd.openxmlformats-officedocument.drawing+xml"
)

// drawingParts are the parts of a page's picture: the drawing, the picture, and
// what links them.
func drawingParts(page int, p *Placed) []typed {
	drawing := fmt.Sprintf("drawing%d.xml", page+1)
	image := fmt.Sprintf("image%d.%s", page+1, p.Extension)
	sheet := fmt.Sprintf("sheet%d.xml", page+1)
	return []typed{
		{"xl/worksheets/_rels/" + sheet + ".rels", "", textPart(relationships([]relation{{"drawing", "../drawings/" + drawing}}))},
		{"xl/drawings/" + drawing, typeDrawing, textPart(p.xml())},
		{"xl/drawings/_rels/" + drawing + ".rels", "", textPart(relationships([]relation{{"image", "../media/" + image}}))},
		picturePart("xl/media/"+image, &p.Picture),
	}
}

// xml is the drawing, which stays where its cell is.
func (p *Placed) xml() string {
	return fmt.Sprintf(`<xdr:wsDr xmlns:xdr="%s" xmlns:a="%s" xmlns:r="%s"><xdr:oneCellAnchor>`+
		`<xdr:from><xdr:col>%d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>`+
		`<xdr:ext cx="%d" cy="%d"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="%s" descr="%s"/><xdr:cNvPicPr/></xdr:nvPicPr>`+
		`<xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`+
		`<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>`+
		`</xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
		nsSheetDrawing, nsDrawing, nsRels, p.Column, p.Row-1, emu(p.Width), emu(p.Height), xmlText(p.Alt), xmlText(p.Alt), emu(p.Width), emu(p.Height))
}
