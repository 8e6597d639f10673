package render

import (
	"slices"
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// docxArrangements are the rows of a section as tables, one for each arrangement.
var docxArrangements = map[form.Arrangement]func(*docxWriter, *form.Section) *ooxml.Table{
	form.Matrix: (*docxWriter).matrix,
	form.Lines:  (*docxWriter).lines,
	form.Stack:  (*docxWriter).lines,
	form.Cells:  (*docxWriter).cells,
}

func (d *docxWriter) section(s *form.Section) {
	d.sectionHead(s)
	if len(s.Rows) > 0 {
		t := docxArrangements[s.Arrangement](d, s)
		t.Caption = sectionView{*s, d.form}.Caption()
		d.add(t)
	}
}

// sectionHead adds a heading, and what it says.
func (d *docxWriter) sectionHead(s *form.Section) {
	if s.Code == "" {
		d.add(&ooxml.Paragraph{})
		return
	}
	title := inlines(s.Title, ooxml.Font{})
	if !d.longCodes {
		title = append(words(s.Code+"  ", ooxml.Font{}), title...)
	}
	if s.Continued {
		title = append(title, d.own(" ("+d.form.Words.Continued+")", ooxml.Font{})...)
	}
	d.heading(s.Depth+1, title)
	if s.Continued {
		return
	}
	var texts []ooxml.Block
	if d.longCodes {
		texts = paragraph(styleSmall, words(s.Code, ooxml.Font{}))
	}
	texts = append(texts, paragraph(styleSmall, words(strings.Join(s.Tags, " · "), ooxml.Font{}))...)
	texts = append(texts, d.texts(s.Text, styleText, 0)...)
	texts = append(texts, d.texts(s.Guidance, styleSmall, 0)...)
	texts = append(texts, paragraph(styleText, inlines(s.Stem, d.look.strong))...)
	d.add(keptTogether(texts, len(s.Rows) > 0)...)
}

// lines is a table of the rows, each with its texts, its choices and its fields
// below each other: the choices in a line, or, where they are described, one below
// the other.
func (d *docxWriter) lines(s *form.Section) *ooxml.Table {
	t := &ooxml.Table{Widths: d.itemWidths(d.width)}
	for i := range s.Rows {
		r := &s.Rows[i]
		content := d.rowTexts(r)
		switch {
		case !r.Rated():
		case s.Arrangement == form.Stack:
			content = slices.Concat(content, d.levels(r), d.options(r, nulls(r.Choices)))
		default:
			content = append(content, d.options(r, r.Choices)...)
		}
		t.Rows = append(t.Rows, ooxml.TableRow{Whole: isShort(r), Cells: d.itemCells(r, append(content, d.extras(r)...))})
	}
	return t
}

// longestWhole is how many characters a row may have to be kept on one page.
const longestWhole = 1500

// isShort reports whether a row is kept on one page.
func isShort(r *form.Row) bool {
	n := len(matrixText(r))
	for _, c := range r.Choices {
		n += len(c.Label) + textLength(c)
	}
	return n < longestWhole
}

// itemWidths are the columns of codes and of texts, of so much width.
func (d *docxWriter) itemWidths(width float64) []float64 {
	if d.codes == 0 {
		return []float64{width}
	}
	return []float64{d.codes, width - d.codes}
}

// itemCells are the cells of a row's code and of its texts.
func (d *docxWriter) itemCells(r *form.Row, content []ooxml.Block) []ooxml.TableCell {
	cells := []ooxml.TableCell{ruledCell(ooxml.TableCell{Blocks: content})}
	if d.codes == 0 {
		return cells
	}
	code := ruledCell(ooxml.TableCell{Blocks: paragraph(styleText, words(r.Code, d.look.code))})
	return append([]ooxml.TableCell{code}, cells...)
}

// levels are the levels of a row, one below the other.
func (d *docxWriter) levels(r *form.Row) []ooxml.Block {
	var out []ooxml.Block
	indent := 2 * d.look.gap
	for _, c := range levels(r.Choices) {
		texts := slices.Concat(d.texts(c.Text, styleText, indent), d.texts(c.Guidance, styleSmall, indent))
		font := ooxml.Font{}
		if len(texts) > 0 {
			font = d.look.strong
		}
		name := &ooxml.Paragraph{KeepNext: len(texts) > 0, Inlines: append([]ooxml.Inline{d.box(r, c)}, words("\u00a0"+choiceWords(c), font)...)}
		out = append(append(out, name), texts...)
	}
	return out
}
