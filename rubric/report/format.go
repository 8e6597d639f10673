// Package report writes products (findings, frameworks, scores, comparisons)
// in the formats that people and programs read: one table of formats a
// product, one file a format or a product.
package report

import "io"

// Format is one row of a product's table of formats.
type Format[P any] struct {
	Name  string // what --format takes
	About string // a line of help
	Write func(w io.Writer, product P, o Options) error
	// Binary says that a terminal would show no text.
	Binary bool
	// Whole says that everything is in it that the product has to tell, and
	// not only its table.
	Whole bool
}

// Options are about the paper, not about the product.
type Options struct {
	Width int  // columns of the terminal, for tables and wrapped text
	Color bool // ANSI colours
	Excel bool // CSV for Excel: byte order mark, CRLF, no cell that is a formula
}

// Names lists the formats of a table.
func Names[P any](formats []Format[P]) []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.Name
	}
	return names
}

// Find returns the format with this name; nil where the table has none.
func Find[P any](formats []Format[P], name string) *Format[P] {
	for i := range formats {
		if formats[i].Name == name {
			return &formats[i]
		}
	}
	return nil
}
