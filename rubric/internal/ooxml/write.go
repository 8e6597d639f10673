package ooxml

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"
	"unicode/utf8"
)

// Sheet is a sheet of a workbook to write: a header that stays in sight, and
// rows of cells below it.
type Sheet struct {
	Name    string // up to 31 characters, none of []:*?/\
	Columns []Column
	// Rows are written as they come, none of them longer than Columns.
	Rows iter.Seq[[]Cell]
}

// Column is a column of a sheet to write.
type Column struct {
	Name  string
	Width int // in digits of the standard font
}

// Cell is what stands in one cell: a text, which is never a formula, or a
// number.
type Cell struct {
	text   string
	number bool
}

// Text is a cell with a text; "" leaves it empty. What is longer than a cell
// can hold (32,767 characters) is cut, and says so.
func Text(text string) Cell { return Cell{text, false} }

// Number is a cell with a decimal number, "2.50" or "-3", shown with as many
// decimals as it is written with; "" leaves the cell empty. A workbook keeps
// about 15 digits of a number.
func Number(decimal string) Cell { return Cell{decimal, true} }

// What a workbook can hold, by Microsoft's "Excel specifications and limits".
const (
	mostRows      = 1_048_576
	mostColumns   = 16_384
	longestText   = 32_767 // UTF-16 code units of a cell
	longestName   = 31     // characters of a sheet's name
	nameForbidden = `[]:*?/\`
)

// ErrRows is the error for a sheet of more rows than a workbook can hold.
var ErrRows = fmt.Errorf("more than %d rows, which is all that a sheet of a workbook holds", mostRows)

// WriteXLSX writes a workbook of sheets (ECMA-376, SpreadsheetML). Its memory
// does not grow with the rows. The same sheets give the same bytes. The error
// says what does not fit into a workbook, such as [ErrRows], or is the writer's.
func WriteXLSX(w io.Writer, sheets []Sheet) error {
	if err := checkSheets(sheets); err != nil {
		return err
	}
	return writePackage(w, parts(sheets))
}

// writePackage writes parts as a package, in their order.
func writePackage(w io.Writer, parts []part) error {
	archive := zip.NewWriter(w)
	archive.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestSpeed) // sheets repeat themselves: more effort saves little
	})
	for _, part := range parts {
		if err := addPart(archive, part.name, part.write); err != nil {
			return err
		}
	}
	return archive.Close()
}

// dawn is the time of every part: a workbook has no clock, and a ZIP archive
// no earlier one.
var dawn = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

func addPart(archive *zip.Writer, name string, write func(io.Writer) error) error {
	out, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: dawn})
	if err != nil {
		return err
	}
	return write(out)
}

// checkSheets refuses sheets that a spreadsheet program would not open.
func checkSheets(sheets []Sheet) error {
	taken := map[string]bool{}
	for _, s := range sheets {
		key := strings.ToLower(s.Name)
		switch n := utf8.RuneCountInString(s.Name); {
		case n == 0 || n > longestName || strings.ContainsAny(s.Name, nameForbidden):
			return fmt.Errorf("%q cannot be the name of a sheet: it has 1 to %d characters, none of %s", s.Name, longestName, nameForbidden)
		case taken[key]:
			return fmt.Errorf("two sheets have the name %q", s.Name)
		case len(s.Columns) == 0 || len(s.Columns) > mostColumns:
			return fmt.Errorf("the sheet %q has %d columns; it can have 1 to %d", s.Name, len(s.Columns), mostColumns)
		}
		taken[key] = true
	}
	if len(sheets) == 0 {
		return fmt.Errorf("a workbook needs a sheet")
	}
	return nil
}
