package ooxml

import (
	"fmt"
	"strings"
)

// placeholderStyle is the style of what a control shows while it is empty.
const placeholderStyle = "PlaceholderText"

func (d *Document) styles() string {
	var b strings.Builder
	first := d.Styles[0]
	language := ""
	if d.Language != "" {
		language = `<w:lang w:val="` + xmlText(d.Language) + `"/>`
	}
	fmt.Fprintf(&b, `<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:cs="%s"/>%s%s</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
		wordSpaces, Face, Face, Face, first.Font.word(), language)
	for i, s := range d.Styles {
		b.WriteString(s.xml(i == 0, first.ID))
	}
	fmt.Fprintf(&b, `<w:style w:type="character" w:styleId="%s"><w:name w:val="Placeholder Text"/><w:rPr>%s</w:rPr></w:style>`, placeholderStyle, d.Entry.word())
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style></w:styles>`)
	return b.String()
}

func (s ParagraphStyle) xml(standard bool, based string) string {
	head := fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s">`, s.ID)
	if standard {
		head = fmt.Sprintf(`<w:style w:type="paragraph" w:default="1" w:styleId="%s">`, s.ID)
		based = ""
	}
	head += `<w:name w:val="` + s.Name + `"/>`
	if based != "" {
		head += `<w:basedOn w:val="` + based + `"/>`
	}
	keep, outline := "", ""
	if s.KeepNext {
		keep = `<w:keepNext/>`
	}
	if s.Outline > 0 {
		outline = fmt.Sprintf(`<w:outlineLvl w:val="%d"/>`, s.Outline-1)
	}
	return head + `<w:qFormat/><w:pPr>` + keep +
		fmt.Sprintf(`<w:spacing w:before="%d" w:after="%d"/>`, twips(s.Before), twips(s.After)) + outline +
		`</w:pPr><w:rPr>` + s.Font.word() + `</w:rPr></w:style>`
}

// word is a font as properties of a run.
func (f Font) word() string {
	var b strings.Builder
	if f.Bold {
		b.WriteString(`<w:b/>`)
	}
	if f.Italic {
		b.WriteString(`<w:i/>`)
	}
	if f.Color != "" {
		b.WriteString(`<w:color w:val="` + f.Color + `"/>`)
	}
	if f.Size > 0 {
		fmt.Fprintf(&b, `<w:sz w:val="%d"/>`, int(float64(2*f.Size)+0.5))
	}
	return b.String()
}

// fontTable names the faces of a document.
func fontTable() string {
	return `<w:fonts ` + wordSpaces + `><w:font w:name="` + Face + `"><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>` +
		`<w:font w:name="` + boxFace + `"><w:family w:val="modern"/><w:pitch w:val="fixed"/></w:font></w:fonts>`
}

// settings ask for the behaviour of today's programs.
func (d *Document) settings() string {
	return `<w:settings ` + wordSpaces + `><w:defaultTabStop w:val="720"/><w:compat>` +
		`<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`
}

// listStep is how far each level of a list stands in, and its mark before its
// text, in points.
const listStep = 14

// The two kinds of lists, by the numbers of their definitions.
const (
	bulletList   = 1
	numberedList = 2
)

// numbering defines the lists: one with bullets, and each that counts.
func (d *Document) numbering() string {
	var b strings.Builder
	b.WriteString(`<w:numbering ` + wordSpaces + `>`)
	for _, kind := range []struct {
		id           int
		format, text string
	}{{bulletList, "bullet", "•"}, {numberedList, "decimal", "%%%d."}} {
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="hybridMultilevel"/>`, kind.id)
		for depth := range deepestList + 1 {
			text := kind.text
			if strings.Contains(text, "%") {
				text = fmt.Sprintf(text, depth+1)
			}
			fmt.Fprintf(&b, `<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="%d" w:hanging="%d"/></w:pPr></w:lvl>`,
				depth, kind.format, text, twips(listStep*float64(depth+1)), twips(listStep))
		}
		b.WriteString(`</w:abstractNum>`)
	}
	fmt.Fprintf(&b, `<w:num w:numId="1"><w:abstractNumId w:val="%d"/></w:num>`, bulletList)
	for i, from := range d.numbered {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>`, i+2, numberedList)
		for depth := range deepestList + 1 {
			fmt.Fprintf(&b, `<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, depth, from)
		}
		b.WriteString(`</w:num>`)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

// id is the number of a list in the document.
func (l *ListMark) id() int { return l.list + 1 }
