// Package ooxml reads and writes workbooks in Office Open XML (ECMA-376, the
// .xlsx files of spreadsheet programs). It knows nothing about rubrics.
//
// Reading trusts nothing: what a file inflates to is bounded, references and
// row numbers are checked, and XML with a document type is refused. What a
// cell gives is the stored value, not what a program shows for it.
package ooxml

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// Reader reads a workbook.
type Reader struct {
	parts    archive
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
	parts, err := openArchive(data, size)
	if err != nil {
		return nil, err
	}
	r := &Reader{parts: parts}
	links, err := r.links("")
	if err != nil {
		return nil, err
	}
	book := links.ofKind("officeDocument")
	if book == "" {
		return nil, fmt.Errorf("it is a ZIP file and no workbook: it names no main document; unpack it first, if there are files in it")
	}
	return r, r.open(book)
}

// open reads what the sheets of a workbook share.
func (r *Reader) open(book string) error {
	links, err := r.links(book)
	if err != nil {
		return err
	}
	if err := r.readBook(book, links); err != nil {
		return err
	}
	if name := links.ofKind("sharedStrings"); name != "" {
		if err := r.readTexts(name); err != nil {
			return err
		}
	}
	if name := links.ofKind("styles"); name != "" {
		return r.readStyles(name)
	}
	return nil
}

// Sheets lists the sheets of cells in the workbook's order; charts are none.
func (r *Reader) Sheets() []SheetInfo { return r.sheets }

// readBook reads the list of sheets.
func (r *Reader) readBook(name string, links links) error {
	isBook := false
	err := r.parts.scan(name, handler{open: func(e element) error {
		switch e.name() {
		case "workbook":
			isBook = true
		case "workbookPr":
			r.from1904 = isTrue(e.attr("date1904"))
		case "sheet":
			link := links[e.linked("id")]
			if link.kind == "worksheet" {
				r.sheets = append(r.sheets, SheetInfo{Name: e.attr("name"), Hidden: isHidden(e.attr("state")), part: link.target})
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

// link leads from one part to another.
type link struct{ kind, target string }

// links are the links of a part by their id.
type links map[string]link

// ofKind is the target of the first link of a kind; "" where there is none.
func (l links) ofKind(kind string) string {
	found := ""
	for _, link := range l {
		if link.kind == kind && (found == "" || link.target < found) {
			found = link.target
		}
	}
	return found
}

// allOf are the targets of all links of a kind, in order.
func (l links) allOf(kind string) []string {
	var out []string
	for _, link := range l {
		if link.kind == kind {
			out = append(out, link.target)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// links reads the links of a part, "" being the package itself. A part without
// any has none. The kind of a link is the last word of its type, since the two
// editions of the standard differ in what stands before it.
func (r *Reader) links(of string) (links, error) {
	out := links{}
	folder, file := path.Split(of)
	name := folder + "_rels/" + file + ".rels"
	if !r.parts.has(name) {
		return out, nil
	}
	err := r.parts.scan(name, handler{open: func(e element) error {
		if e.name() == "Relationship" && e.attr("TargetMode") != "External" {
			out[e.attr("Id")] = link{path.Base(e.attr("Type")), resolve(folder, e.attr("Target"))}
		}
		return nil
	}})
	return out, err
}

// resolve is the name of a part that is given from a folder.
func resolve(folder, target string) string {
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(folder, target)
}
