package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/markup"
)

// inlines are the runs of a paragraph in a font; the zero Font is that of the
// paragraph's style.
func inlines(runs []markup.Run, font ooxml.Font) []ooxml.Inline {
	var out []ooxml.Inline
	for _, r := range runs {
		if r.Break {
			out = append(out, ooxml.Inline{Break: true})
		}
		if r.Text != "" {
			out = append(out, ooxml.Inline{Text: r.Text, Bold: r.Strong, Italic: r.Emphasis, Font: font})
		}
	}
	return out
}

// words is a text in one look; none for "".
func words(text string, font ooxml.Font) []ooxml.Inline {
	if text == "" {
		return nil
	}
	return []ooxml.Inline{{Text: text, Font: font}}
}

// own is a text that the form itself says, in its own language.
func (d *docxWriter) own(text string, font ooxml.Font) []ooxml.Inline {
	out := words(text, font)
	primary, _, _ := strings.Cut(d.form.Language, "-")
	if language := d.form.Words.Language; len(out) > 0 && !strings.EqualFold(language, primary) {
		out[0].Language = language
	}
	return out
}

// paragraph is a paragraph in a style; none without a text.
func paragraph(style string, in []ooxml.Inline) []ooxml.Block {
	if len(in) == 0 {
		return nil
	}
	return []ooxml.Block{&ooxml.Paragraph{Style: style, Inlines: in}}
}

// texts are blocks as paragraphs in a style, their lists as lists, moved in by an
// indent.
func (d *docxWriter) texts(blocks []markup.Block, style string, indent float64) []ooxml.Block {
	return d.list(blocks, style, indent, 0)
}

// list are blocks at a depth of lists.
func (d *docxWriter) list(blocks []markup.Block, style string, indent float64, depth int) []ooxml.Block {
	var out []ooxml.Block
	for _, b := range blocks {
		if b.Kind == markup.Paragraph {
			out = append(out, &ooxml.Paragraph{Style: style, Indent: indent + float64(depth)*docxListStep, Inlines: inlines(b.Runs, ooxml.Font{})})
			continue
		}
		mark := ooxml.Bullet(depth)
		if b.Kind == markup.NumberList {
			mark = d.document.Numbers(depth, b.Start)
		}
		for _, item := range b.Items {
			entry := d.list(item, style, indent, depth+1)
			out = append(out, d.listed(entry, style, indent, mark)...)
		}
	}
	return out
}

// docxListStep is how far the entries of a list stand in; the writer of documents
// has the same.
const docxListStep = 14

// listed makes the first paragraph of an entry one of a list.
func (d *docxWriter) listed(entry []ooxml.Block, style string, indent float64, mark *ooxml.ListMark) []ooxml.Block {
	if len(entry) > 0 {
		if first, ok := entry[0].(*ooxml.Paragraph); ok && first.List == nil {
			first.List, first.Indent = mark, indent
			return entry
		}
	}
	return append([]ooxml.Block{&ooxml.Paragraph{Style: style, Indent: indent, List: mark}}, entry...)
}

// rowTexts is what a row says besides its code and its levels.
func (d *docxWriter) rowTexts(r *form.Row) []ooxml.Block {
	first, rest := lead(r.Title, r.Text)
	font := ooxml.Font{}
	if len(r.Title) > 0 {
		font = d.look.strong
	}
	out := paragraph(styleText, inlines(first, font))
	out = append(out, d.texts(rest, styleText, 0)...)
	out = append(out, paragraph(styleSmall, words(strings.Join(r.Tags, " · "), ooxml.Font{}))...)
	out = append(out, paragraph(styleText, inlines(r.Stem, ooxml.Font{}))...)
	for i := range r.Explains {
		out = append(out, d.explanation(&r.Explains[i])...)
	}
	out = append(out, d.texts(r.Guidance, styleSmall, 0)...)
	if d.longCodes {
		out = append(out, paragraph(styleSmall, words(r.Code, ooxml.Font{}))...)
	}
	return out
}

// explanation is an item below a rated one.
func (d *docxWriter) explanation(e *form.Explanation) []ooxml.Block {
	indent := 1.5 * d.look.gap * float64(e.Depth+1)
	first, rest := lead(e.Title, e.Text)
	in := append(words(e.Code+"  ", d.look.label), inlines(first, ooxml.Font{})...)
	out := []ooxml.Block{&ooxml.Paragraph{Style: styleText, Indent: indent, Inlines: in}}
	return append(out, d.texts(rest, styleText, indent)...)
}
