// Package ooxml reads and writes workbooks and text documents in Office Open XML
// (ECMA-376, the .xlsx and .docx files of office programs). It knows nothing about
// rubrics.
//
// Reading trusts nothing: what a file unpacks to is bounded, references and row
// numbers are checked, and XML with a document type is refused. What a cell
// gives is the stored value, not what a program shows for it.
package ooxml

import (
	"errors"
	"fmt"
	"io"
)

// Reader reads a workbook.
type Reader struct {
	parts    *Package
	sheets   []SheetInfo
	texts    []string // shared strings, by number
	dates    []bool   // styles of cells: whether they show a date
	from1904 bool     // days are counted from 1904, not from 1900
}

// SheetInfo names a sheet of cells of a workbook that is read.
type SheetInfo struct {
	Name   string
	Hidden bool
	part   string
}

// NewReader opens a workbook of so many bytes. The error says why the bytes are
// none that can be read.
func NewReader(data io.ReaderAt, size int64) (*Reader, error) {
	parts, err := OpenPackage(data, size)
	if err != nil {
		return nil, err
	}
	book, links, err := parts.Main()
	if err != nil {
		return nil, err
	}
	if book == "" {
		return nil, errors.New("it is a ZIP file and no workbook: it names no main document; unpack it first, if there are files in it")
	}
	r := &Reader{parts: parts}
	return r, r.open(book, links)
}

// open reads what the sheets of a workbook share.
func (r *Reader) open(book string, links Links) error {
	if err := r.readBook(book, links); err != nil {
		return err
	}
	if name := links.OfKind("sharedStrings"); name != "" {
		if err := r.readTexts(name); err != nil {
			return err
		}
	}
	if name := links.OfKind("styles"); name != "" {
		return r.readStyles(name)
	}
	return nil
}

// Sheets lists the sheets of cells in the workbook's order; charts are none.
func (r *Reader) Sheets() []SheetInfo { return r.sheets }

// readBook reads the list of sheets.
func (r *Reader) readBook(name string, links Links) error {
	isBook := false
	err := r.parts.Scan(name, Handler{Open: func(e Element) error {
		switch e.Name() {
		case "workbook":
			isBook = true
		case "workbookPr":
			r.from1904 = isTrue(e.Attr("date1904"))
		case "sheet":
			link := links[e.Linked("id")]
			if link.kind == "worksheet" {
				r.sheets = append(r.sheets, SheetInfo{Name: e.Attr("name"), Hidden: isHidden(e.Attr("state")), part: link.target})
			}
		}
		return nil
	}})
	if err == nil && !isBook {
		return fmt.Errorf("it is an Office file and no workbook: its main document is %s", name)
	}
	return err
}

func isTrue(attribute string) bool { return attribute == "1" || attribute == "true" }

func isHidden(state string) bool { return state == "hidden" || state == "veryHidden" }
