package ooxml

import (
	"fmt"
	"strings"
)

// CellStyle is how a cell looks, and whether it takes what is typed. Equal
// styles are one in the file.
type CellStyle struct {
	Font   Font
	Fill   string // RRGGBB; "" for none
	Edges  Edges
	Middle bool // in the middle of the row's height and not at its top
	Wrap   bool // lines that are too long go on below
	Indent int  // steps of three spaces
	Format string
	Open   bool // takes what is typed, where the page is locked

	quoted bool // what is typed anew stays a text
}

// Font is a face and its size; the zero Font is that of the style around it.
type Font struct {
	Size         float64 // in points
	Bold, Italic bool
	Color        string // RRGGBB; "" is black
}

// Face is the typeface of a book. Its widths are known everywhere: programs that
// do not have it take one of the same widths.
const Face = "Arial"

// Edges are the colours of a cell's borders, RRGGBB; "" for none.
type Edges struct{ Left, Right, Top, Bottom string }

// Formats of cells that are not general.
const (
	FormatText = "@"
	FormatDay  = "yyyy-mm-dd"
)

// xml writes a font, as an element of styles or of runs, which name the face
// differently.
func (f Font) xml(element, face string) string {
	var b strings.Builder
	b.WriteString("<" + element + ">")
	for _, is := range []struct {
		so   bool
		name string
	}{{f.Bold, "b"}, {f.Italic, "i"}} {
		if is.so {
			b.WriteString("<" + is.name + "/>")
		}
	}
	name := fmt.Sprintf(`<%s val="%s"/>`, face, Face)
	color := ""
	if f.Color != "" {
		color = `<color rgb="FF` + f.Color + `"/>`
	}
	b.WriteString(fmt.Sprintf(`<sz val="%.4g"/>`, f.Size) + color + name + "</" + element + ">")
	return b.String()
}

// styleTable numbers styles and what they are made of in the order of use.
type styleTable struct {
	styles  numbered[CellStyle]
	fonts   numbered[Font]
	fills   numbered[string]
	borders numbered[Edges]
	formats numbered[string]
}

// numbered gives equal things one number.
type numbered[T comparable] struct {
	all []T
	at  map[T]int
}

func (n *numbered[T]) index(t T) int {
	if i, ok := n.at[t]; ok {
		return i
	}
	if n.at == nil {
		n.at = map[T]int{}
	}
	n.at[t] = len(n.all)
	n.all = append(n.all, t)
	return len(n.all) - 1
}

// standardSize is the size of the standard font, by which columns are measured.
const standardSize = 10

// newStyles has the styles that every workbook begins with: the standard one,
// and two fills that programs take for granted.
func newStyles() *styleTable {
	s := &styleTable{}
	s.fills.index("")
	s.fills.index("gray125")
	s.index(CellStyle{Font: Font{Size: standardSize}})
	return s
}

// index is the number of a style.
func (s *styleTable) index(c CellStyle) int {
	s.fonts.index(c.Font)
	s.fills.index(c.Fill)
	s.borders.index(c.Edges)
	if c.Format != "" && c.Format != FormatText {
		s.formats.index(c.Format)
	}
	return s.styles.index(c)
}

func (s *styleTable) xml() string {
	var formats, fonts, fills, borders, cells strings.Builder
	for i, code := range s.formats.all {
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstOwnFormat+i, escape(code))
	}
	for _, f := range s.fonts.all {
		fonts.WriteString(f.xml("font", "name"))
	}
	for _, f := range s.fills.all {
		fills.WriteString(fillXML(f))
	}
	for _, e := range s.borders.all {
		borders.WriteString(e.xml())
	}
	for _, c := range s.styles.all {
		cells.WriteString(s.cell(c))
	}
	count := func(element string, n int, all string) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprintf(`<%s count="%d">%s</%s>`, element, n, all, element)
	}
	return `<styleSheet xmlns="` + nsSheet + `">` + count("numFmts", len(s.formats.all), formats.String()) +
		count("fonts", len(s.fonts.all), fonts.String()) + count("fills", len(s.fills.all), fills.String()) +
		count("borders", len(s.borders.all), borders.String()) +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		count("cellXfs", len(s.styles.all), cells.String()) +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

// fillXML writes a fill: none, the pattern that is taken for granted, or a colour.
func fillXML(fill string) string {
	switch fill {
	case "":
		return `<fill><patternFill patternType="none"/></fill>`
	case "gray125":
		return `<fill><patternFill patternType="gray125"/></fill>`
	}
	return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + fill + `"/><bgColor indexed="64"/></patternFill></fill>`
}

func (e Edges) xml() string {
	var b strings.Builder
	b.WriteString(`<border>`)
	for _, edge := range []struct{ name, color string }{{"left", e.Left}, {"right", e.Right}, {"top", e.Top}, {"bottom", e.Bottom}} {
		if edge.color == "" {
			b.WriteString("<" + edge.name + "/>")
			continue
		}
		fmt.Fprintf(&b, `<%s style="thin"><color rgb="FF%s"/></%s>`, edge.name, edge.color, edge.name)
	}
	b.WriteString(`<diagonal/></border>`)
	return b.String()
}

// textFormat is the number of the format of texts, which is built in.
const textFormat = 49

func (s *styleTable) cell(c CellStyle) string {
	format := 0
	switch c.Format {
	case "":
	case FormatText:
		format = textFormat
	default:
		format = firstOwnFormat + s.formats.index(c.Format)
	}
	quoted := ""
	if c.quoted {
		quoted = ` quotePrefix="1"`
	}
	return fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="%d" borderId="%d" xfId="0"%s applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">`,
		format, s.fonts.index(c.Font), s.fills.index(c.Fill), s.borders.index(c.Edges), quoted) +
		c.alignment() + c.protection() + `</xf>`
}

func (c CellStyle) alignment() string {
	down := "top"
	if c.Middle {
		down = "center"
	}
	more := ""
	if c.Wrap {
		more += ` wrapText="1"`
	}
	if c.Indent > 0 {
		more += fmt.Sprintf(` indent="%d"`, c.Indent)
	}
	return fmt.Sprintf(`<alignment horizontal="left" vertical="%s"%s/>`, down, more)
}

func (c CellStyle) protection() string {
	if c.Open {
		return `<protection locked="0"/>`
	}
	return `<protection locked="1"/>`
}
