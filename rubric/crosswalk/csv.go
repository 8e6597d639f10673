package crosswalk

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// delimiters are what may stand between the cells of a text.
const delimiters = ",;\t"

// headWithin is how many bytes of a text the header must begin in.
const headWithin = 4096

// tableDelimiter is the delimiter by which a line near the top of a text is a
// table's header; 0 where the text is none.
func tableDelimiter(data []byte) rune {
	for line := range strings.Lines(string(data[:min(len(data), headWithin)])) {
		for _, delimiter := range delimiters {
			if cells, err := csvReader([]byte(line), delimiter).Read(); err == nil && isHeader(cells) {
				return delimiter
			}
		}
	}
	return 0
}

func csvReader(text []byte, delimiter rune) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiter, -1
	return r
}

func parseCSV(file string, data []byte) (*Crosswalk, diag.List) {
	if !utf8.Valid(data) {
		return nil, diag.List{notUTF8(file)}
	}
	r := newTableReader(file)
	lines := yamldoc.Lines(string(data))
	in := csvReader(bytes.TrimPrefix(data, []byte("\ufeff")), tableDelimiter(data))
	for {
		texts, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, append(r.Findings, badCSV(file, err))
		}
		if r.header != nil {
			r.row(csvRow(file, in, texts, lines))
		} else if isHeader(texts) && !r.head(csvRow(file, in, texts, lines)) {
			return nil, r.Findings
		}
	}
	return r.c, finish(&r.Reader, r.c)
}

// csvRow gives the cells of a record their places.
func csvRow(file string, in *csv.Reader, texts []string, lines []string) row {
	out := row{cells: map[int]cell{}}
	for i, text := range texts {
		line, column := in.FieldPos(i)
		start := diag.Pos{Line: line, Column: characters(lines, line, column)}
		end := diag.Pos{Line: line, Column: start.Column + utf8.RuneCountInString(text)}
		out.cells[i] = cell{withoutApostrophe(text), diag.Span{File: file, Start: start, End: end}}
		if i == 0 {
			out.at = diag.Span{File: file, Start: start}
		}
	}
	return out
}

// characters turns a column in bytes into one in characters; both count from 1.
func characters(lines []string, line, column int) int {
	if line > len(lines) {
		return column
	}
	text := lines[line-1]
	return 1 + utf8.RuneCountInString(text[:min(column-1, len(text))])
}

// formulaStarts are the characters before which a table made for spreadsheets
// has an apostrophe, so that no cell is a formula.
const formulaStarts = "=+-@\t\r"

// withoutApostrophe is a cell as it was before it was made for spreadsheets.
func withoutApostrophe(text string) string {
	if looksNeutral(text) {
		return text[1:]
	}
	return text
}

// looksNeutral reports whether a cell begins as one that had an apostrophe put
// before it: such a one gets another when it is written.
func looksNeutral(text string) bool {
	rest := strings.TrimLeft(text, "'")
	return len(rest) < len(text) && rest != "" && strings.ContainsRune(formulaStarts, rune(rest[0]))
}

func badCSV(file string, err error) diag.Diagnostic {
	d := diag.Diagnostic{
		Span: diag.Span{File: file}, Severity: diag.Error, Code: CodeTable,
		Message: "the table cannot be read: " + err.Error(),
		Hint:    "write a quote within quotes twice, and end a text in quotes with a quote",
	}
	var at *csv.ParseError
	if errors.As(err, &at) {
		d.Start = diag.Pos{Line: at.Line, Column: max(at.Column, 1)}
		d.Message = "the table cannot be read: " + at.Err.Error()
	}
	return d
}

func notUTF8(file string) diag.Diagnostic {
	return diag.Diagnostic{
		Span: diag.Span{File: file}, Severity: diag.Error, Code: yamldoc.CodeNotUTF8,
		Message: "the table is not UTF-8", Hint: "save it as `CSV UTF-8`, or as a workbook",
	}
}
