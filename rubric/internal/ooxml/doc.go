package ooxml

import (
	"fmt"
	"io"
	"strings"
)

// Document is a text document to write (ECMA-376, WordprocessingML).
type Document struct {
	Info
	Width, Height float64 // of the paper, in points
	Margins       Margins
	Styles        []ParagraphStyle // the first is that of paragraphs that name none
	Entry         Font             // of what controls show before anything is written
	Body          []Block
	Footer        Footer
	numbered      []int // the first numbers of the numbered lists
}

// Block is a paragraph or a table.
type Block interface{ write(*documentWriter) }

// ParagraphStyle is a style of paragraphs.
type ParagraphStyle struct {
	ID, Name      string // names that programs know: "heading 1", "Title"
	Font          Font
	Before, After float64 // space, in points
	KeepNext      bool    // stays with the paragraph behind it
	Outline       int     // level in the outline of the document, from 1; 0 for none
}

// Footer is the foot of every page: a text, and "Page 2 of 5" at its right end.
type Footer struct {
	Style    string
	Left     string
	Page, Of string
}

// Paragraph is a paragraph in a style.
type Paragraph struct {
	Style    string // id; "" for the first style
	KeepNext bool
	Indent   float64 // in points
	Center   bool
	List     *ListMark
	Inlines  []Inline
}

// ListMark makes a paragraph an entry of a list.
type ListMark struct {
	Depth int // 0 is the outermost
	list  int // number of the list; 0 for bullets
}

// Bullet marks an entry of a list with bullets.
func Bullet(depth int) *ListMark { return &ListMark{Depth: min(depth, deepestList)} }

// Numbers begins a list that counts from a number: its entries share the mark.
func (d *Document) Numbers(depth, from int) *ListMark {
	d.numbered = append(d.numbered, from)
	return &ListMark{min(depth, deepestList), len(d.numbered)}
}

// deepestList is the last level that programs have for lists.
const deepestList = 8

// Inline is a stretch of text, a line break, a control or a picture.
type Inline struct {
	Text         string
	Bold, Italic bool
	Font         Font   // the zero Font is that of the style
	Language     string // where it is not that of the document
	Break        bool
	Control      *Control
	Picture      *Picture
}

// ControlKind is what a control takes.
type ControlKind uint8

// The kinds of controls.
const (
	CheckBox ControlKind = iota
	TextBox              // a text
	DayBox               // a date
)

// Control is a field of a document. Its tag is its name for programs, its alias
// for people.
type Control struct {
	Kind       ControlKind
	Tag, Alias string
	Language   string // of a date
	Text       string // what stands in it; "" for a blank one
}

// LongestTag is how many characters a tag or an alias can have: programs refuse a
// document with a longer one.
const LongestTag = 64

// Table is a table of fixed widths.
type Table struct {
	Widths  []float64 // of its columns, in points
	Caption string    // what it is, for those who hear the document
	Rows    []TableRow
}

// TableRow is a row of a table.
type TableRow struct {
	Header bool    // repeated on every page
	Whole  bool    // not torn between pages
	Height float64 // at least, in points; 0 for what it needs
	Cells  []TableCell
}

// TableCell is a cell over so many columns.
type TableCell struct {
	Span   int // 0 is 1
	Fill   string
	Edges  Edges
	Middle bool
	Blocks []Block
}

const (
	nsWord     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsWord14   = "http://schemas.microsoft.com/office/word/2010/wordml"
	nsCompat   = "http://schemas.openxmlformats.org/markup-compatibility/2006"
	nsWordDraw = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	nsPicture  = "http://schemas.openxmlformats.org/drawingml/2006/picture"
	wordTypes  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	wordSpaces = `xmlns:w="` + nsWord + `" xmlns:r="` + nsRels + `" xmlns:mc="` + nsCompat + `" xmlns:w14="` + nsWord14 + `" mc:Ignorable="w14"`
)

// WriteDocument writes a document. The same document gives the same bytes. The
// error is the writer's.
func WriteDocument(out io.Writer, d *Document) error {
	w := &documentWriter{document: d, columns: d.Width - d.Margins.Left - d.Margins.Right}
	body := w.body()
	all := []typed{
		{"word/document.xml", wordTypes + "document.main+xml", textPart(body)},
		{"word/_rels/document.xml.rels", "", textPart(relationships(w.relations()))},
		{"word/styles.xml", wordTypes + "styles+xml", textPart(d.styles())},
		{"word/numbering.xml", wordTypes + "numbering+xml", textPart(d.numbering())},
		{"word/settings.xml", wordTypes + "settings+xml", textPart(d.settings())},
		{"word/footer1.xml", wordTypes + "footer+xml", textPart(w.footer())},
		{"word/theme/theme1.xml", typeTheme, textPart(theme())},
		{"word/fontTable.xml", wordTypes + "fontTable+xml", textPart(fontTable())},
	}
	for i, p := range w.pictures {
		all = append(all, picturePart("word/"+mediaName(i, p), p))
	}
	return writePackage(out, packageParts("word/document.xml", append(all, infoParts(d.Info)...), w.pictures...))
}

// documentRelations are the parts that every document has, by their numbers.
var documentRelations = []relation{
	{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"}, {"footer", "footer1.xml"}, {kindTheme, "theme/theme1.xml"}, {"fontTable", "fontTable.xml"},
}

// footerRelation is the number of the footer's.
const footerRelation = 4

func mediaName(i int, p *Picture) string { return fmt.Sprintf("media/image%d.%s", i+1, p.Extension) }

// documentWriter writes the body of a document.
type documentWriter struct {
	strings.Builder
	document *Document
	columns  float64 // the width between the margins
	controls int     // written so far; their ids
	pictures []*Picture
}

func (w *documentWriter) relations() []relation {
	out := documentRelations[:len(documentRelations):len(documentRelations)]
	for i, p := range w.pictures {
		out = append(out, relation{"image", mediaName(i, p)})
	}
	return out
}

func (w *documentWriter) body() string {
	w.WriteString(`<w:document ` + wordSpaces + `><w:body>`)
	w.blocks(w.document.Body)
	d := w.document
	orientation := ""
	if d.Width > d.Height {
		orientation = ` w:orient="landscape"`
	}
	fmt.Fprintf(w, `<w:sectPr><w:footerReference w:type="default" r:id="rId%d"/><w:pgSz w:w="%d" w:h="%d"%s/>`, footerRelation, twips(d.Width), twips(d.Height), orientation)
	fmt.Fprintf(w, `<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="%d" w:footer="%d" w:gutter="0"/></w:sectPr></w:body></w:document>`,
		twips(d.Margins.Top), twips(d.Margins.Right), twips(d.Margins.Bottom), twips(d.Margins.Left), twips(d.Margins.Top/2), twips(d.Margins.Bottom/2))
	return w.String()
}

// twips is a length in twentieths of a point, in which documents measure.
func twips(points float64) int { return int(float64(points*20) + 0.5) }

// blocks writes blocks. Programs would make one table of two that touch.
func (w *documentWriter) blocks(all []Block) {
	for i, b := range all {
		if i > 0 && isTable(b) && isTable(all[i-1]) {
			(&Paragraph{}).write(w)
		}
		b.write(w)
	}
}

func (w *documentWriter) footer() string {
	f := w.document.Footer
	field := func(code string) string {
		part := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
		return part("begin") + `<w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>` + part("separate") + `<w:r><w:t>1</w:t></w:r>` + part("end")
	}
	text := func(s string) string { return `<w:r><w:t xml:space="preserve">` + xmlText(s) + `</w:t></w:r>` }
	return `<w:ftr ` + wordSpaces + `><w:p><w:pPr><w:pStyle w:val="` + f.Style + `"/>` +
		fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs></w:pPr>`, twips(w.columns)) +
		text(f.Left) + `<w:r><w:tab/></w:r>` + text(f.Page+" ") + field("PAGE") + text(" "+f.Of+" ") + field("NUMPAGES") + `</w:p></w:ftr>`
}
