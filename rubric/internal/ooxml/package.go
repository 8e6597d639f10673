package ooxml

import (
	"fmt"
	"io"
	"strings"
)

// Info is what a document says of itself beside its content.
type Info struct {
	Title      string
	Language   string // BCP 47 tag; "" for none
	Properties []Property
}

// Property is a property of the user's own, a text under a name: the way in
// which a document carries what programs are to know.
type Property struct{ Name, Text string }

// Picture is a picture in a document, shown in so many points.
type Picture struct {
	Data          []byte
	Extension     string // "png", "jpeg"
	Width, Height float64
	Alt           string // for those who do not see it
}

// media is the picture's type in the package.
func (p *Picture) media() string { return "image/" + p.Extension }

// emu is a length in English metric units, in which drawings are measured.
func emu(points float64) int { return int(points*12_700 + 0.5) }

// The namespaces and kinds of the parts that describe a document.
const (
	nsCore     = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
	nsDublin   = "http://purl.org/dc/elements/1.1/"
	nsCustom   = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
	nsVariant  = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
	nsDrawing  = "http://schemas.openxmlformats.org/drawingml/2006/main"
	kindCore   = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
	kindCustom = "custom-properties"

	typeCore   = "application/vnd.openxmlformats-package.core-properties+xml"
	typeCustom = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
	typeRels   = "application/vnd.openxmlformats-package.relationships+xml"

	// ownProperties is the set that custom properties belong to, and
	// firstProperty the number of the first (MS-OLEPS).
	ownProperties = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
	firstProperty = 2
)

// typed is a part with its content type.
type typed struct {
	name, kind string
	write      func(io.Writer) error
}

// infoParts are the parts that describe a document.
func infoParts(info Info) []typed {
	return []typed{
		{"docProps/core.xml", typeCore, textPart(coreProperties(info))},
		{"docProps/custom.xml", typeCustom, textPart(customProperties(info.Properties))},
	}
}

// packageRelations lead to a document and to what describes it.
func packageRelations(document string) string {
	return relationships([]relation{{"officeDocument", document}, {kindCore, "docProps/core.xml"}, {kindCustom, "docProps/custom.xml"}})
}

func coreProperties(info Info) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<cp:coreProperties xmlns:cp="%s" xmlns:dc="%s"><dc:title>%s</dc:title>`, nsCore, nsDublin, xmlText(info.Title))
	if info.Language != "" {
		fmt.Fprintf(&b, `<dc:language>%s</dc:language>`, xmlText(info.Language))
	}
	b.WriteString(`</cp:coreProperties>`)
	return b.String()
}

func customProperties(all []Property) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<Properties xmlns="%s" xmlns:vt="%s">`, nsCustom, nsVariant)
	for i, p := range all {
		fmt.Fprintf(&b, `<property fmtid="%s" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>`, ownProperties, firstProperty+i, xmlText(p.Name), xmlText(p.Text))
	}
	b.WriteString(`</Properties>`)
	return b.String()
}

// packageParts puts the list of content types and the links of the package
// before its parts: programs that look at the first bytes expect it there.
// Pictures have their types by their extensions.
func packageParts(document string, all []typed, pictures ...*Picture) []part {
	out := []part{
		{"[Content_Types].xml", textPart(typesOf(all, pictures))},
		{"_rels/.rels", textPart(packageRelations(document))},
	}
	for _, t := range all {
		out = append(out, part{t.name, t.write})
	}
	return out
}

func typesOf(all []typed, pictures []*Picture) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<Types xmlns="%s"><Default Extension="rels" ContentType="%s"/>`, nsContents, typeRels)
	for _, p := range pictures {
		if p != nil {
			fmt.Fprintf(&b, `<Default Extension="%s" ContentType="%s"/>`, p.Extension, p.media())
		}
	}
	for _, t := range all {
		if t.kind != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, t.name, t.kind)
		}
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// picturePart is the part of a picture's bytes.
func picturePart(name string, p *Picture) typed {
	return typed{name, "", func(w io.Writer) error {
		_, err := w.Write(p.Data)
		return err
	}}
}
