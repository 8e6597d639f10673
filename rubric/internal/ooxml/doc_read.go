package ooxml

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// Contents are what stands in a text document: its fields, and its paragraphs with
// their places in tables.
type Contents struct {
	Properties map[string]string // of the user's own, by name
	Controls   []Filled          // in the order of the document
	Paragraphs []Line            // those with a text
	Footers    []string          // paragraphs of the feet of pages
}

// Filled is a control with what was filled in.
type Filled struct {
	Tag     string
	Kind    ControlKind
	Checked bool   // of a box
	Text    string // of any other; "" while nothing is written
	Line    int    // number of its paragraph, from 1
}

// Line is a paragraph. What controls show while they are empty is no part of it.
type Line struct {
	Text   string
	Number int // among the paragraphs of the document, from 1
	Row    int // number of the row of a table that it stands in, from 1; 0 outside
	Cell   int // of that row, from 1
}

// mostLines bounds the paragraphs and controls of a document; a form of a thousand
// items has a tenth.
const mostLines = 300_000

// Kind says what an office file holds: "workbook", "document", or what its main
// part is called; "" for a file that is none.
func Kind(data io.ReaderAt, size int64) string {
	parts, err := OpenPackage(data, size)
	if err != nil {
		return ""
	}
	top, err := parts.links("")
	if err != nil {
		return ""
	}
	kind := ""
	found := errors.New("found")
	// The first element says what the part is; an error in it, that it is nothing.
	_ = parts.Scan(top.OfKind("officeDocument"), Handler{Open: func(e Element) error {
		kind = e.Name()
		return found
	}})
	return kind
}

// ReadDocument reads a text document of so many bytes. The error says why the bytes
// are none that can be read.
func ReadDocument(data io.ReaderAt, size int64) (*Contents, error) {
	parts, err := OpenPackage(data, size)
	if err != nil {
		return nil, err
	}
	top, err := parts.links("")
	if err != nil {
		return nil, err
	}
	t := &Contents{Properties: map[string]string{}}
	if err := readProperties(parts, top, t.Properties); err != nil {
		return nil, err
	}
	main := top.OfKind("officeDocument")
	body := &textReader{}
	if err := parts.Scan(main, body.handler()); err != nil {
		return nil, err
	}
	t.Controls, t.Paragraphs = body.controls, body.lines
	return t, t.readFooters(parts, main)
}

// readFooters reads the feet of pages.
func (t *Contents) readFooters(parts *Package, main string) error {
	links, err := parts.links(main)
	if err != nil {
		return err
	}
	for _, name := range links.allOf("footer") {
		foot := &textReader{}
		if err := parts.Scan(name, foot.handler()); err != nil {
			return err
		}
		for _, line := range foot.lines {
			t.Footers = append(t.Footers, line.Text)
		}
	}
	return nil
}

// readProperties reads the properties of the user's own, where there are any.
func readProperties(parts *Package, top Links, to map[string]string) error {
	for _, kind := range []string{kindCustom, "customProperties"} { // of the two editions of the standard
		name := top.OfKind(kind)
		if name == "" || !parts.Has(name) {
			continue
		}
		property := ""
		var text strings.Builder
		return parts.Scan(name, Handler{
			Open: func(e Element) error {
				if e.Name() == "property" {
					property = e.Attr("name")
					text.Reset()
				}
				return nil
			},
			Text: func(b []byte) { text.Write(b) },
			Close: func(name string) error {
				if name == "property" {
					to[property] = text.String()
				}
				return nil
			},
		})
	}
	return nil
}

// textReader puts paragraphs and controls together.
type textReader struct {
	lines    []Line
	controls []Filled
	open     []*openControl // controls within each other, the innermost last
	rows     []rowPlace     // rows of tables within each other
	row      int            // number of the last row
	number   int            // of paragraphs
	line     strings.Builder
	inText   bool
	hidden   int // how deep in what nobody sees
}

// rowPlace is a row of a table and the cell that is read.
type rowPlace struct{ row, cell int }

// openControl is a control that is being read.
type openControl struct {
	filled      Filled
	content     bool // behind its properties
	placeholder bool
	day         string
	text        strings.Builder
	paragraphs  int
}

func (t *textReader) handler() Handler {
	return Handler{Open: t.opens, Text: t.add, Close: t.closes}
}

// unseen are elements whose texts nobody sees, or which stand a second time for
// older programs; and the stops of tabs, which are no tabs.
var unseen = map[string]bool{"Fallback": true, "moveFrom": true, "del": true, "tabs": true}

func (t *textReader) opens(e Element) error {
	name := e.Name()
	if unseen[name] {
		t.hidden++
	}
	if t.hidden > 0 {
		return nil
	}
	switch name {
	case "tr":
		t.row++
		t.rows = append(t.rows, rowPlace{row: t.row})
	case "tc":
		if n := len(t.rows); n > 0 {
			t.rows[n-1].cell++
		}
	case "p":
		return t.openParagraph()
	case "t":
		t.inText = true
	case "br", "cr":
		t.put("\n")
	case "tab":
		t.put("\t")
	case "noBreakHyphen":
		t.put("-")
	case "sdt":
		return t.openControl()
	default:
		t.property(name, e)
	}
	return nil
}

// openParagraph begins a paragraph. Within a control of several, each begins a line
// of its text.
func (t *textReader) openParagraph() error {
	if t.number++; t.number > mostLines {
		return fmt.Errorf("it has more than %d paragraphs", mostLines)
	}
	t.endLine()
	if c := t.control(); c != nil && c.content {
		if c.paragraphs++; c.paragraphs > 1 {
			c.text.WriteString("\n")
		}
	}
	return nil
}

func (t *textReader) openControl() error {
	if len(t.controls)+len(t.open) >= mostLines {
		return fmt.Errorf("it has more than %d fields", mostLines)
	}
	t.open = append(t.open, &openControl{filled: Filled{Kind: TextBox, Line: max(t.number, 1)}})
	return nil
}

// control is the innermost one that is open; nil outside.
func (t *textReader) control() *openControl {
	if n := len(t.open); n > 0 {
		return t.open[n-1]
	}
	return nil
}

// property takes what the properties of a control say.
func (t *textReader) property(name string, e Element) {
	c := t.control()
	if c == nil || c.content && name != "sdtContent" {
		return
	}
	switch name {
	case "sdtContent":
		c.content = true
	case "tag":
		c.filled.Tag = e.Linked("val")
	case "checkbox":
		c.filled.Kind = CheckBox
	case "checked":
		v := e.Linked("val")
		c.filled.Checked = v == "1" || v == "true" || v == "on"
	case "showingPlcHdr":
		c.placeholder = isOn(e.Linked("val"))
	case "date":
		c.filled.Kind = DayBox
		c.day, _, _ = strings.Cut(e.Linked("fullDate"), "T")
	}
}

// isOn reports whether a switch is on: it is where it says nothing.
func isOn(value string) bool { return value == "" || value == "1" || value == "true" || value == "on" }

func (t *textReader) add(text []byte) {
	if t.inText && t.hidden == 0 {
		t.put(string(text))
	}
}

// put adds to the paragraph and to the control, unless it is what an empty control
// shows.
func (t *textReader) put(text string) {
	for _, c := range t.open {
		if c.placeholder && c.content {
			return
		}
	}
	if len(t.open) > 0 && !t.control().content {
		return // properties have no text
	}
	t.line.WriteString(text)
	if c := t.control(); c != nil {
		c.text.WriteString(text)
	}
}

func (t *textReader) closes(name string) error {
	if unseen[name] {
		t.hidden--
	}
	if t.hidden > 0 {
		return nil
	}
	switch name {
	case "t":
		t.inText = false
	case "p":
		t.endLine()
	case "tr":
		if n := len(t.rows); n > 0 {
			t.rows = t.rows[:n-1]
		}
	case "sdt":
		t.closeControl()
	}
	return nil
}

// endLine keeps the paragraph, if it has a text.
func (t *textReader) endLine() {
	if strings.TrimSpace(t.line.String()) != "" {
		line := Line{Text: t.line.String(), Number: t.number}
		if n := len(t.rows); n > 0 && t.rows[n-1].cell > 0 { // a damaged row has texts beside its cells
			line.Row, line.Cell = t.rows[n-1].row, t.rows[n-1].cell
		}
		t.lines = append(t.lines, line)
	}
	t.line.Reset()
}

func (t *textReader) closeControl() {
	c := t.control()
	if c == nil {
		return
	}
	t.open = t.open[:len(t.open)-1]
	if c.filled.Kind != CheckBox {
		c.filled.Text = c.text.String()
		if c.day != "" && c.filled.Text != "" {
			c.filled.Text = c.day
		}
	}
	t.controls = append(t.controls, c.filled)
}
