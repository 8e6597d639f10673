package render

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// box is the control that marks a choice of a row.
func (d *docxWriter) box(r *form.Row, c form.Choice) ooxml.Inline {
	return ooxml.Inline{Font: d.look.box, Control: &ooxml.Control{
		Kind: ooxml.CheckBox, Tag: form.Tag(form.BoxName(r.Code, c.Cell)), Alias: r.Code + ": " + choiceWords(c),
	}}
}

// options are choices with their boxes before them, on one line as far as that
// goes.
func (d *docxWriter) options(r *form.Row, choices []form.Choice) []ooxml.Block {
	var in []ooxml.Inline
	for i, c := range choices {
		if i > 0 {
			in = append(in, ooxml.Inline{Text: "    "})
		}
		// A space that does not break keeps a box with its words.
		in = append(in, d.box(r, c), ooxml.Inline{Text: "\u00a0" + strings.ReplaceAll(choiceWords(c), " ", "\u00a0")})
	}
	return paragraph(styleText, in)
}

// control is a field with a name, for a row or for the whole form.
func control(kind ooxml.ControlKind, name, alias, language string) ooxml.Inline {
	return ooxml.Inline{Control: &ooxml.Control{Kind: kind, Tag: form.Tag(name), Alias: alias, Language: language}}
}

// labelledControl is a paragraph of a label and a control behind it.
func (d *docxWriter) labelledControl(label string, c ooxml.Inline) ooxml.Block {
	return &ooxml.Paragraph{Style: styleText, Inlines: append(d.own(label+": ", d.look.label), c)}
}

// extras are the fields of a row besides its choices.
func (d *docxWriter) extras(r *form.Row) []ooxml.Block {
	var out []ooxml.Block
	if p := r.Points; p != nil {
		out = append(out, d.labelledControl(pointsWords(d.form.Words, p), control(ooxml.TextBox, p.Field, r.Code+": "+d.form.Words.Points, "")))
	}
	if c := r.Comment; c != nil {
		out = append(out, d.comment(r, c)...)
	}
	return out
}

// comment is the field for a comment, in a paragraph of its own below its label, so
// that what is written may be several.
func (d *docxWriter) comment(r *form.Row, c *form.Field) []ooxml.Block {
	label := &ooxml.Paragraph{Style: styleLabel, KeepNext: true, Inlines: d.own(c.Label+":", ooxml.Font{})}
	return []ooxml.Block{label, &ooxml.Paragraph{Inlines: []ooxml.Inline{control(ooxml.TextBox, c.Name, r.Code+": "+c.Label, "")}}}
}

// fieldKinds are the controls for fields that are no rating.
var fieldKinds = map[form.Kind]ooxml.ControlKind{form.ShortText: ooxml.TextBox, form.LongText: ooxml.TextBox, form.Date: ooxml.DayBox}

// field is a field of the head or the foot; nothing for one that takes ink.
func (d *docxWriter) field(f form.Field) []ooxml.Block {
	kind, written := fieldKinds[f.Kind]
	if !written {
		return nil
	}
	c := control(kind, f.Name, f.Label, d.form.Words.Language)
	c.Control.Text = f.Value
	return []ooxml.Block{&ooxml.Paragraph{Inlines: []ooxml.Inline{c}}}
}
