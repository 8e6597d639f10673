package adopt

import (
	"bytes"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/fix"
)

// source is a kind of file that is read.
type source struct {
	name  string // for messages
	is    func(ext string, data []byte) bool
	parse func(name string, data []byte, n *notes) (*document, error)
}

// sources is the table of them; the first that takes a file reads it. What a file
// is, its bytes say; for text its name counts first.
var sources = []source{
	{"a workbook", isOffice("xl/"), readWorkbook},
	{"a text document", isOffice("word/"), readDocument},
	{"Markdown", isMarkdown, readMarkdown},
	{"a table", isTable, readTable},
	{"an outline", func(string, []byte) bool { return true }, readMarkdown},
}

// strangers are files that are not read, by their first bytes.
var strangers = []struct{ begins, about string }{
	{"\xD0\xCF\x11\xE0", "a file of the old Office format (.doc, .xls), or one with a password; save it as .docx or .xlsx without a password"},
	{"%PDF-", "a PDF, which has places of letters and no tables; save the document that it was made of as .docx, .xlsx or CSV"},
	{"PK\x03\x04", "a ZIP file that is neither a workbook (.xlsx) nor a text document (.docx)"},
	{"{\\rtf", "rich text; save it as .docx"},
	{"<!doctype html", "a web page; copy its table into a spreadsheet, and save that"},
	{"<html", "a web page; copy its table into a spreadsheet, and save that"},
	{"rubric: v1", "a framework file already; check it with `rubric validate`"},
	{"{", "JSON; write a table with a row for each item"},
}

// open reads a file as a document.
func open(name string, data []byte, n *notes) (*document, error) {
	if len(data) > mostBytes {
		return nil, fmt.Errorf("the file has %d MiB, and at most %d are read: is it a framework?", len(data)>>20, mostBytes>>20)
	}
	ext := strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/")))
	for _, s := range sources[:2] {
		if s.is(ext, data) {
			return s.document(name, data, n)
		}
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	for _, s := range strangers {
		if len(data) >= len(s.begins) && strings.EqualFold(string(data[:len(s.begins)]), s.begins) {
			return nil, errors.New("it is " + s.about)
		}
	}
	text, err := decode(data, n)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(sources[2:], func(s source) bool { return s.is(ext, text) })
	return sources[2+i].document(name, text, n)
}

func (s source) document(name string, data []byte, n *notes) (*document, error) {
	doc, err := s.parse(name, data, n)
	if err != nil {
		return nil, err
	}
	doc.name, doc.kind = name, s.name
	if len(doc.outline) > mostRows {
		return nil, fmt.Errorf("it has %d lines, and a framework at most %d: is it one?", len(doc.outline), mostRows)
	}
	if len(doc.outline) == 0 && len(doc.grids) == 0 {
		return nil, errors.New("nothing is written in the file")
	}
	return doc, nil
}

// decode gives text as UTF-8.
func decode(data []byte, n *notes) ([]byte, error) {
	text, was, ok := fix.Reencode(data)
	switch {
	case ok:
		n.add(place{}, "the text is no UTF-8 and was read as %s; look at its accents and quotes", was)
		return text, nil
	case !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0:
		return nil, errors.New("it is no text, no workbook (.xlsx) and no text document (.docx)")
	}
	return data, nil
}

// isMarkdown reports whether a text is Markdown: by its name, else by headings or
// a table's line under the header.
func isMarkdown(ext string, data []byte) bool {
	if slices.Contains([]string{".md", ".markdown", ".txt", ".text"}, ext) {
		return true
	}
	if slices.Contains([]string{".csv", ".tsv", ".tab"}, ext) {
		return false
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if headingLine.MatchString(line) || strings.Contains(line, "|") && ruleLine.MatchString(line) {
			return true
		}
	}
	return false
}
