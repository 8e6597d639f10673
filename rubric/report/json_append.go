package report

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// jsonLayout is what stands around the members of an object, and around the
// objects of a list.
type jsonLayout struct {
	start, colon, next, end string
	first, between, last    string // of a list
}

// indented is the layout of writeJSON for objects that stand so far in.
func indented(columns int) jsonLayout {
	line := "\n" + strings.Repeat(" ", columns)
	return jsonLayout{
		"{" + line + "  ", ": ", "," + line + "  ", line + "}",
		"[" + line, "," + line, strings.TrimSuffix(line, "  ") + "]",
	}
}

// onOneLine is the layout of an object that is a line.
func onOneLine() jsonLayout { return jsonLayout{"{", ":", ",", "}", "[", ",", "]"} }

// object writes records as objects of a layout.
type object[R any] struct {
	columns []column[R]
	keys    []string // what stands before each value
	layout  jsonLayout
}

func objectOf[R any](l jsonLayout, columns []column[R]) object[R] {
	out := object[R]{columns: columns, layout: l}
	start := l.start
	for _, c := range columns {
		out.keys = append(out.keys, start+string(appendJSONText(nil, c.name))+l.colon)
		start = l.next
	}
	return out
}

// append appends a record.
func (o object[R]) append(line []byte, r *R) []byte { return append(o.open(line, r), o.layout.end...) }

// open appends a record, to which more members can be added.
func (o object[R]) open(line []byte, r *R) []byte {
	for i := range o.columns {
		line = appendJSONValue(append(line, o.keys[i]...), &o.columns[i], r)
	}
	return line
}

// appendList appends a list of records.
func (o object[R]) appendList(line []byte, records iter.Seq[R]) []byte {
	start, end := o.layout.first, "[]"
	for r := range records {
		line = o.append(append(line, start...), &r)
		start, end = o.layout.between, o.layout.last
	}
	return append(line, end...)
}

// appendJSONValue appends the value of a column: a number as it is, a text in
// quotes.
func appendJSONValue[R any](line []byte, c *column[R], r *R) []byte {
	start := len(line)
	line = append(line, '"')
	line = c.append(line, r)
	value := line[start+1:]
	switch {
	case c.kind.optional && len(value) == 0:
		return append(line[:start], "null"...)
	case c.kind.whole:
		return append(line[:start], value...)
	case c.kind.number || isPlainJSON(value):
		return append(line, '"')
	default:
		return appendJSONText(line[:start], string(value))
	}
}

// isPlainJSON reports whether a text stands in JSON as it is.
func isPlainJSON(text []byte) bool {
	for _, c := range text {
		if c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

const hexDigits = "0123456789abcdef"

// appendJSONText appends a text in quotes, escaped as writeJSON escapes it.
func appendJSONText(line []byte, text string) []byte {
	line = append(line, '"')
	for _, r := range text { // what is no UTF-8 becomes the replacement character
		switch {
		case r == '"' || r == '\\':
			line = append(line, '\\', byte(r))
		case r == '\n':
			line = append(line, `\n`...)
		case r == '\r':
			line = append(line, `\r`...)
		case r == '\t':
			line = append(line, `\t`...)
		case r == '\b':
			line = append(line, `\b`...)
		case r == '\f':
			line = append(line, `\f`...)
		case r < ' ' || r == '\u2028' || r == '\u2029':
			line = append(line, '\\', 'u', hexDigits[r>>12], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
		default:
			line = utf8.AppendRune(line, r)
		}
	}
	return append(line, '"')
}

// orNull is a text as JSON has it where nothing is null.
func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
