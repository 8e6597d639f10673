package ratings

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	forms "rubrickit/rubric/form"
	"rubrickit/rubric/internal/ooxml"
)

// A form as a text document of an office program has a control for each choice and
// each field, whose tag is the field's name (see package form). Programs that do
// not know tags drop them; the rows of its tables then say whose its boxes are.

// isTextDocument reports whether an office file is a text document.
func isTextDocument(data []byte) bool {
	return ooxml.Kind(bytes.NewReader(data), int64(len(data))) == "document"
}

// documentTables is the one table of a form as a text document.
func documentTables(r *fileReader, src source) ([]*table, error) {
	text, err := ooxml.ReadDocument(bytes.NewReader(src.data), int64(len(src.data)))
	if err != nil {
		return nil, fmt.Errorf("%w; save the document again as .docx", err)
	}
	identity, err := documentIdentity(text)
	if err != nil {
		return nil, err
	}
	d := &documentForm{officeForm: newOfficeForm(identity), reader: r}
	if !d.tagged(text) {
		d.untagged(text)
	}
	if len(d.rows) == 0 {
		return nil, errors.New("this document has no boxes of a form: were they replaced by plain text? Fill in the form as it was rendered, and save it as .docx")
	}
	return r.tablesOfForms([]*officeForm{d.officeForm})
}

// documentIdentity is the framework that a document is a form of: by its property,
// or, where a program has dropped that, by the foot of its pages.
func documentIdentity(text *ooxml.Contents) (forms.Identity, error) {
	if said := text.Properties[forms.IdentityProperty]; said != "" {
		identity, ok := forms.ParseIdentity(said)
		if !ok {
			return identity, fmt.Errorf("this document names its framework as %q under %s, which lacks an id or a fingerprint: it was changed or is damaged; fill in the form as it was rendered", cut(said, longestValue), forms.IdentityProperty)
		}
		return identity, nil
	}
	for _, foot := range text.Footers {
		foot, _, _ = strings.Cut(foot, "\t")
		if found := identityLine.FindStringSubmatch(foot); found != nil {
			return forms.Identity{ID: found[1], Version: found[2], Fingerprint: found[3]}, nil
		}
	}
	return forms.Identity{}, errors.New("this document does not say which framework it is a form of: rubric did not render it, or its properties and the foot of its pages were removed; hand in the file that was filled in")
}

// documentForm is a form as a text document.
type documentForm struct {
	*officeForm
	reader *fileReader
}

// tagged takes the controls by their tags, and reports whether some box had one.
func (d *documentForm) tagged(text *ooxml.Contents) bool {
	var names map[string]string
	boxes := false
	var others []string
	for _, c := range text.Controls {
		name := c.Tag
		if strings.Contains(name, forms.CutTag) {
			if names == nil {
				names = d.names()
			}
			name = names[name]
		}
		switch known := d.take(name, c); {
		case known:
			boxes = boxes || c.Kind == ooxml.CheckBox
		case c.Tag != "" && (c.Text != "" || c.Checked):
			others = append(others, c.Tag)
		}
	}
	if boxes && len(others) > 0 {
		d.notes = append(d.notes, fmt.Sprintf("not read, since a form has no fields of these names: %s", someOf(others)))
	}
	return boxes
}

// take takes a control by the name of its field, and reports whether a form has
// such a field.
func (d *documentForm) take(name string, c ooxml.Filled) bool {
	if code, cell, ok := forms.CutBoxName(name); ok {
		row := d.row(code, c.Line)
		if c.Checked {
			row.mark(cell)
		}
		return true
	}
	if code, ok := forms.PointsCode(name); ok {
		d.row(code, c.Line).points = placedCell{c.Text, c.Line}
		return true
	}
	if code, ok := forms.CommentCode(name); ok {
		d.row(code, c.Line).comment = placedCell{c.Text, c.Line}
		return true
	}
	return d.entry(name, c.Text, c.Line)
}

// names are the names of fields that tags have no room for, by their tags.
func (d *documentForm) names() map[string]string {
	out := map[string]string{}
	add := func(name string) {
		if tag := forms.Tag(name); tag != name {
			out[tag] = name
		}
	}
	for _, row := range d.blankRows("form") {
		add(forms.PointsName(row.Code))
		add(forms.CommentName(row.Code))
		for _, c := range row.Choices {
			add(forms.BoxName(row.Code, c.Cell))
		}
	}
	return out
}

// blankRows are the rows of the blank form in a layout.
func (d *documentForm) blankRows(layout string) []forms.Row {
	blank, err := forms.New(d.reader.framework, forms.Options{Layout: layout})
	if err != nil { // nothing of the framework is rated, so no row can be known
		return nil
	}
	return blank.Rows()
}
