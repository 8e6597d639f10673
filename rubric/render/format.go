// Package render writes blank forms: on a terminal, as Markdown, as a CSV file
// for a spreadsheet, as an HTML page to print or to mark on screen, as PDF.
//
// Every format draws the same [form.Form]; a format is one row of [Formats].
// Texts of a framework never become markup of a format.
package render

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/form"
)

// Format is one way to write a form.
type Format struct {
	Name   string // what --format takes; also the extension of its files
	About  string // a line of help
	Paged  bool   // whether it is made for paper
	Binary bool   // whether a terminal would show no text
	Embeds bool   // whether fonts are part of it
	Write  func(w io.Writer, f *form.Form, o Options) error
	// stencil writes copies of a form of which most is drawn once; nil where each
	// is drawn as a whole.
	stencil func(blank *form.Form, copies []Copy, o Options) (CopyWriter, error)
}

// Options are about the paper and the terminal, not about the form.
type Options struct {
	Paper string            // name of a paper (see [Papers]); "" is A4
	Large bool              // large print, on paper and on screen
	Logo  *Logo             // at the head of the form; nil for none
	Font  *Font             // for the letters it has, in PDF; nil for our own
	Warn  func(text string) // told what is not drawn as it stands; nil for nobody
	Pages func(n int)       // told how many pages there are, where that is known; nil for nobody
	Width int               // columns of the terminal; 0 is 80
	Color bool              // ANSI bold and faint on a terminal
}

// Formats lists the formats; the first is the one for a terminal.
func Formats() []Format {
	return []Format{
		{Name: "text", About: "to read on a terminal", Write: writeText},
		{Name: "md", About: "Markdown with task lists to fill in", Write: writeMarkdown},
		{Name: "csv", About: "ratings to fill in with a spreadsheet", Write: writeCSV},
		{Name: "html", About: "one page to print or to mark on screen", Paged: true, Write: writeHTML},
		{Name: "pdf", About: "pages to print, or to fill in with any viewer", Paged: true, Binary: true, Embeds: true, Write: writePDF, stencil: stencilPDF},
		{Name: "xlsx", About: "a workbook to fill in by lists", Paged: true, Binary: true, Write: writeXLSX},
		{Name: "docx", About: "a text document with boxes and fields to fill in", Paged: true, Binary: true, Write: writeDOCX},
	}
}

// Names lists the names of the formats.
func Names() []string {
	var names []string
	for _, f := range Formats() {
		names = append(names, f.Name)
	}
	return names
}

// Find returns the format with a name; nil where there is none.
func Find(name string) *Format {
	for _, f := range Formats() {
		if f.Name == name {
			return &f
		}
	}
	return nil
}

// Paper is a size of paper.
type Paper struct {
	Name          string  // what --paper takes
	Title         string  // what people call it
	css           string  // its name in a style sheet
	width, height float64 // in points
}

// Papers lists the sizes of paper; the first is the one where none is asked
// for.
func Papers() []Paper {
	return []Paper{{"a4", "A4", "A4", 595.28, 841.89}, {"letter", "Letter", "letter", 612, 792}}
}

// FindPaper returns the paper with a name, the first for "". The error for
// another name lists the papers.
func FindPaper(name string) (Paper, error) {
	var names []string
	for _, p := range Papers() {
		if p.Name == strings.ToLower(name) || name == "" {
			return p, nil
		}
		names = append(names, p.Name)
	}
	hint := diag.Suggest(name, names, "papers: "+strings.Join(names, ", "))
	return Paper{}, fmt.Errorf("unknown paper %q (%s)", name, hint)
}
