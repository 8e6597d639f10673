package ratings

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// source is the content of a file, unpacked.
type source struct {
	data []byte
	text string // of the data; "" where they are no text
}

// container is one way in which a file holds rows of cells. What a file is, its
// content says, not its name; for YAML alone the name counts as well.
type container struct {
	name   string
	begins string            // a file that is no text begins with these bytes
	holds  func([]byte) bool // where files of several kinds begin alike
	is     func(name, text string) bool
	most   int // bytes of a file that is held in memory; 0 where only memory bounds it
	tables func(*fileReader, source) ([]*table, error)
}

// containers is the table of them; they are tried in order, and the last one
// takes every text.
func containers() []container {
	return []container{
		{name: "docx", begins: "PK\x03\x04", holds: isTextDocument, most: mostHeld, tables: documentTables},
		{name: "xlsx", begins: "PK\x03\x04", most: mostHeld, tables: workbookTables},
		{name: "pdf", begins: "%PDF-", most: mostHeld, tables: pdfTables},
		{name: "markdown", is: isMarkdownForm, most: mostHeld, tables: markdownTables},
		{name: "ndjson", is: isObjectLines, most: mostHeld, tables: objectTables(parseJSON)},
		{name: "json", is: isJSON, most: mostHeld, tables: objectTables(parseJSON)},
		{name: "yaml", is: isYAML, most: longestYAML, tables: objectTables(parseYAML)},
		{name: "csv", is: func(string, string) bool { return true }, tables: textTable},
	}
}

// Containers lists the names of the ways in which files hold cells. Each may
// be packed with gzip.
func Containers() []string {
	var names []string
	for _, c := range containers() {
		names = append(names, c.name)
	}
	return names
}

// strangers are files that are no ratings, by their first bytes.
var strangers = []struct{ begins, about string }{
	{"\xD0\xCF\x11\xE0", "a workbook of the old format (.xls), or one with a password; save it as .xlsx without a password"},
	{"\x1F\x8B", "gzip within gzip; unpack it once"},
	{"<!doctype html", "a web page; save the answers as CSV"},
	{"<html", "a web page; save the answers as CSV"},
}

// open finds the tables of a file.
func (r *fileReader) open() ([]*table, error) {
	src := source{data: r.file.Data}
	if isPacked(src.data) {
		unpacked, err := unpack(src.data)
		if err != nil {
			return nil, err
		}
		src.data, r.report.Packed = unpacked, true
	}
	for _, s := range strangers {
		if begins(src.data, s.begins) {
			return nil, errors.New("it is " + s.about)
		}
	}
	return r.openSource(src)
}

// begins reports whether bytes begin with others, letters in any case.
func begins(data []byte, with string) bool {
	return len(data) >= len(with) && bytes.EqualFold(data[:len(with)], []byte(with))
}

// isBinary reports whether bytes that are no text are of a container.
func (c container) isBinary(data []byte) bool {
	return c.begins != "" && begins(data, c.begins) && (c.holds == nil || c.holds(data))
}

func (r *fileReader) openSource(src source) ([]*table, error) {
	rows := containers()
	i := slices.IndexFunc(rows, func(c container) bool { return c.isBinary(src.data) })
	if i < 0 {
		var err error
		if src.text, r.report.Encoding, err = decode(src.data, r.options.Encoding); err != nil {
			return nil, err
		}
		name := strings.ToLower(r.file.Name)
		i = slices.IndexFunc(rows, func(c container) bool { return c.is != nil && c.is(name, src.text) })
	}
	r.report.Container = rows[i].name
	if most := rows[i].most; most > 0 && max(len(src.data), len(src.text)) > most {
		return nil, rows[i].tooBig()
	}
	return rows[i].tables(r, src)
}

// textTable is the one table of a text whose lines are rows.
func textTable(r *fileReader, src source) ([]*table, error) {
	if err := checkLines(src.text); err != nil {
		return nil, err
	}
	t, err := r.findTable(src.text, 0)
	if err != nil {
		return nil, err
	}
	return []*table{t}, nil
}

// mostLineBytes bounds the bytes of a line: a table of thousands of columns stays
// far below, and splitting a line takes many times its memory.
const mostLineBytes = 4 << 20

// checkLines refuses a text with a line that no table has.
func checkLines(text string) error {
	number := 1
	for line := range strings.Lines(text) {
		if len(line) > mostLineBytes {
			return fmt.Errorf("line %d is %d MiB long, and a line of a table at most %d: is it a table?", number, len(line)>>20, mostLineBytes>>20)
		}
		number++
	}
	return nil
}
