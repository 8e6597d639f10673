package render

import (
	"io"
	"slices"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// writeDOCX writes a form as a text document: a box for each choice and a field
// for each text, as content controls whose tags have the names of package form.
// Each row of the form is a row of a table, or several, the first of which begins
// with the code, by which it is known when a program has dropped the tags.
func writeDOCX(w io.Writer, f *form.Form, o Options) error {
	paper, err := FindPaper(o.Paper)
	if err != nil {
		return err
	}
	d := newDOCXWriter(f, paper, o)
	d.head()
	for _, k := range f.Keys {
		d.key(&k)
	}
	for i := range f.Sections {
		d.section(&f.Sections[i])
	}
	d.foot()
	return ooxml.WriteDocument(w, d.document)
}

// docxWriter puts one form together.
type docxWriter struct {
	form      *form.Form
	document  *ooxml.Document
	look      *docxLook
	logo      *Logo // nil for none
	width     float64
	codes     float64 // of the column of codes; 0 where they are too long
	longCodes bool
}

func newDOCXWriter(f *form.Form, paper Paper, o Options) *docxWriter {
	d := &docxWriter{form: f, look: newDOCXLook(o.Large), logo: o.Logo, longCodes: hasLongCodes(f)}
	m := d.look.margin
	if o.Large {
		m = largeMargin
	}
	d.width = paper.width - 2*m
	d.document = &ooxml.Document{
		Info: officeInfo(f), Width: paper.width, Height: paper.height,
		Margins: ooxml.Margins{Left: m, Right: m, Top: m, Bottom: m + 12},
		Styles:  d.look.styles(), Entry: ooxml.Font{Color: hexColor(colorGrey)},
		Footer: ooxml.Footer{Style: styleFooter, Left: f.Identity.String(), Page: f.Words.Page, Of: f.Words.PageOf},
	}
	if !d.longCodes {
		d.codes = d.codeWidth()
	}
	return d
}

// codeWidth is what the widest code of a row needs in its cell.
func (d *docxWriter) codeWidth() float64 {
	width := 0.0
	for _, r := range d.form.Rows() {
		width = max(width, textWidth(r.Code, d.look.code))
	}
	return width + 2*d.look.gap
}

func (d *docxWriter) add(blocks ...ooxml.Block) {
	d.document.Body = append(d.document.Body, blocks...)
}

// head adds the title, who is rated by whom, and what the framework says of
// itself.
func (d *docxWriter) head() {
	f := d.form
	d.add(d.title())
	d.add(paragraph(styleSmall, words(f.Publisher, ooxml.Font{}))...)
	d.add(d.fields(f.Head), &ooxml.Paragraph{Style: styleSmall})
	d.add(d.texts(f.Intro, styleText, 0)...)
	if len(f.Guidance) > 0 {
		d.heading(1, d.own(f.Words.Guidance, ooxml.Font{}))
		d.add(d.texts(f.Guidance, styleText, 0)...)
	}
}

// title is the title, with the logo at its right end.
func (d *docxWriter) title() ooxml.Block {
	title := &ooxml.Paragraph{Style: styleTitle, Inlines: inlines(d.form.Title, ooxml.Font{})}
	if d.logo == nil {
		return title
	}
	picture := officePicture(d.logo, d.form.Words)
	width := picture.Width + d.look.gap + 8
	return &ooxml.Table{
		Widths: []float64{d.width - width, width},
		Rows: []ooxml.TableRow{{Cells: []ooxml.TableCell{
			{Blocks: []ooxml.Block{title}},
			{Blocks: []ooxml.Block{&ooxml.Paragraph{Inlines: []ooxml.Inline{{Picture: &picture}}}}},
		}}},
	}
}

// fields are fields with their labels, two side by side; a long one takes the
// whole width.
func (d *docxWriter) fields(all []form.Field) *ooxml.Table {
	label := 0.0
	for _, f := range all {
		label = max(label, textWidth(f.Label, d.look.label))
	}
	label = min(label+2*d.look.gap, d.width/5)
	entry := d.width/2 - label
	t := &ooxml.Table{Widths: []float64{label, entry, label, entry}}
	var row []ooxml.TableCell
	flush := func(height float64) {
		if len(row) > 0 {
			t.Rows = append(t.Rows, ooxml.TableRow{Whole: true, Height: height, Cells: row})
		}
		row = nil
	}
	for _, f := range all {
		long := f.Kind == form.LongText
		if long || len(row) == 4 {
			flush(docxEntry * d.look.scale)
		}
		row = append(row, d.labelCell(f), d.entryCell(f))
		if long {
			row[1].Span = 3
			flush(3 * docxEntry * d.look.scale)
		}
	}
	flush(docxEntry * d.look.scale)
	return t
}

// docxEntry is the height of a field for one line, in points.
const docxEntry = 20

func (d *docxWriter) labelCell(f form.Field) ooxml.TableCell {
	return ooxml.TableCell{Middle: f.Kind != form.LongText, Blocks: paragraph(styleLabel, d.own(f.Label, ooxml.Font{}))}
}

// entryCell is the cell that a field is written in.
func (d *docxWriter) entryCell(f form.Field) ooxml.TableCell {
	border := hexColor(colorBorder)
	cell := ooxml.TableCell{Blocks: d.field(f), Middle: f.Kind != form.LongText}
	if f.Kind == form.Sign {
		cell.Edges.Bottom = border
		return cell
	}
	cell.Fill = hexColor(colorEntry)
	cell.Edges = ooxml.Edges{Left: border, Right: border, Top: border, Bottom: border}
	return cell
}

// heading adds a heading of a level, from 1.
func (d *docxWriter) heading(level int, in []ooxml.Inline) {
	d.add(&ooxml.Paragraph{Style: headingStyle(level), Inlines: in})
}

// key adds what the levels of a scale mean.
func (d *docxWriter) key(k *form.Key) {
	d.heading(1, d.own(d.form.Words.Levels, ooxml.Font{}))
	names := d.width / 4
	t := &ooxml.Table{Widths: []float64{names, d.width - names}, Caption: d.form.Words.Levels}
	for _, c := range k.Levels {
		texts := slices.Concat(d.texts(c.Text, styleText, 0), d.texts(c.Guidance, styleSmall, 0))
		t.Rows = append(t.Rows, ooxml.TableRow{Whole: true, Cells: []ooxml.TableCell{
			ruledCell(ooxml.TableCell{Blocks: paragraph(styleText, words(choiceWords(c), d.look.strong))}),
			ruledCell(ooxml.TableCell{Blocks: texts}),
		}})
	}
	d.add(t)
}

// ruledCell draws a thin line below a cell.
func ruledCell(c ooxml.TableCell) ooxml.TableCell {
	c.Edges.Bottom = hexColor(colorRule)
	return c
}

// foot adds notes and signature, and whose the texts are.
func (d *docxWriter) foot() {
	d.add(&ooxml.Paragraph{}, d.fields(d.form.Foot), &ooxml.Paragraph{})
	d.add(paragraph(styleSmall, inlines(rightsRuns(d.form), ooxml.Font{}))...)
}
