// Package adopt makes framework files from what people have: rubrics in
// spreadsheets, text documents and Markdown.
//
// A file becomes a document (tables, and an outline of headings, entries and
// paragraphs), whatever it was; a shape that recognises itself on the document
// makes a draft of it; the draft becomes a framework, and a file in the layout
// of the house. Containers and shapes are rows of two tables.
//
// Nothing is invented: every guess is a [Note] with its place, and where a file
// can be read in several ways the error says what to add to the command.
package adopt

import (
	"errors"
	"fmt"

	"rubrickit/rubric"
)

// Options say what a file does not tell, or tells wrongly. The zero value guesses
// all of it.
type Options struct {
	Shape  string   // name of a shape; "" for the one that recognises itself
	Sheet  string   // name or number of the table to read; "" for the only one
	Header string   // number of the row with the names of the columns, "0" for none
	Levels []string // names of the levels, lowest first
	Scale  string   // built-in scale where the file has no levels
	ID     string   // of the framework; "" for one made of the title
	Title  string   // of the framework; "" for the one that the file has
}

// Note is a guess, or something left out, with its place in the file.
type Note struct {
	At   string // such as "row 3"; "" for the file as a whole
	Text string
}

// String is the note as one line.
func (n Note) String() string {
	if n.At == "" {
		return n.Text
	}
	return n.At + ": " + n.Text
}

// Result is a framework with what was guessed on the way.
type Result struct {
	Framework *rubric.Framework
	Notes     []Note
	// Scaled says that the scale is not the file's: it was asked for, or put in
	// since no framework is without one.
	Scaled bool
	from   string
}

// File reads a file into a framework. The name serves for messages, for the guess
// of a title, and to tell Markdown from tables. The error says what is wrong with
// the file and what to do about it.
func File(name string, data []byte, o Options) (*Result, error) {
	if err := checkOptions(o); err != nil {
		return nil, err
	}
	n := &notes{}
	doc, err := open(name, data, n)
	if err != nil {
		return nil, err
	}
	d, err := draftOf(doc, o, n)
	if err != nil {
		return nil, err
	}
	return d.result(doc, o, n)
}

// notes collects notes.
type notes struct{ list []Note }

func (n *notes) add(at place, format string, args ...any) {
	n.list = append(n.list, Note{at.String(), fmt.Sprintf(format, args...)})
}

// place is where something stands in a file. The zero place is the file.
type place struct {
	in     string // `sheet "Rubric"`; "" where a file has one table
	what   string // "row", "line", "paragraph"
	number int    // counted from 1
	column int    // counted from 1; 0 for all of them
}

// String says the place as people do: sheet "Rubric", row 3, column B.
func (p place) String() string {
	text := p.in
	add := func(part string) {
		if text != "" {
			text += ", "
		}
		text += part
	}
	if p.number > 0 {
		add(fmt.Sprintf("%s %d", p.what, p.number))
	}
	if p.column > 0 {
		add("column " + letters(p.column))
	}
	return text
}

// letters is the name of a column in spreadsheets: A, B … Z, AA.
func letters(column int) string {
	name := ""
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// errorAt is an error at a place.
func errorAt(at place, format string, args ...any) error {
	text := fmt.Sprintf(format, args...)
	if where := at.String(); where != "" {
		text = where + ": " + text
	}
	return errors.New(text)
}
