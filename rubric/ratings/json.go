package ratings

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rubrickit/rubric/internal/lazyregexp"
)

// isJSON reports whether a text begins with a list or an object: a row of a
// CSV begins with neither.
func isJSON(_, text string) bool { return startOfJSON.MatchString(text) }

var startOfJSON = lazyregexp.New(`^\s*(\{\s*["}]|\[\s*[\[{\]"])`)

// isObjectLines reports whether the first two lines with anything in them are
// an object each.
func isObjectLines(name, text string) bool {
	return isJSON(name, text) && startOfLines.MatchString(text)
}

var startOfLines = lazyregexp.New(`^\s*\{[^\n]*\}[ \t]*\n\s*\{`)

// jsonReader reads values with their lines.
type jsonReader struct {
	decoder *json.Decoder
	text    *placedText
	begins  int64 // bytes of the text before the value that is being read
	values  int   // in it
}

// parseJSON hands the values of a text to a function: those of a list at the
// top one by one, those that stand after each other too (NDJSON).
func parseJSON(text string, value func(node) error) error {
	return readJSON(strings.NewReader(text), value)
}

// readJSON does the same for a text that is not at hand; no more of it is kept
// than a value.
func readJSON(from io.Reader, value func(node) error) error { return readJSONAt(1, from, value) }

// readJSONAt does it for a text that begins on a line.
func readJSONAt(line int, from io.Reader, value func(node) error) error {
	text := newPlacedText(from)
	text.line = line
	r := &jsonReader{decoder: json.NewDecoder(text), text: text}
	r.decoder.UseNumber()
	for {
		token, err := r.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case token == json.Delim('['):
			err = r.list(1, value)
		default:
			err = r.hand(token, 0, value)
		}
		if err != nil {
			return err
		}
	}
}

// next reads a token and counts lines up to its end; only white space breaks
// lines, so that a token begins on the line where it ends.
func (r *jsonReader) next() (json.Token, error) {
	token, err := r.decoder.Token()
	r.text.pass(r.decoder.InputOffset())
	if err == nil || err == io.EOF {
		return token, err
	}
	return nil, r.broken(err)
}

// broken says where and why a text is not JSON: at the value that cannot be
// read, since the offsets within errors count from different places.
func (r *jsonReader) broken(err error) error {
	switch {
	case r.text.err != nil:
		return r.text.err
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.text.passAll()
		return fmt.Errorf("%s: the text ends within an object or a list: is the file complete?", r.text)
	}
	r.text.passSpace()
	return fmt.Errorf("%s: this is not JSON: %w", r.text, err)
}

// list reads the rest of a list after its bracket.
func (r *jsonReader) list(depth int, value func(node) error) error {
	for r.decoder.More() {
		token, err := r.next()
		if err != nil {
			return r.cutOff(err)
		}
		if err := r.hand(token, depth, value); err != nil {
			return err
		}
	}
	_, err := r.next() // the closing bracket
	return r.cutOff(err)
}

// cutOff makes an error of the end of a text that comes too early.
func (r *jsonReader) cutOff(err error) error {
	if err == io.EOF {
		return r.broken(io.ErrUnexpectedEOF)
	}
	return err
}

// hand reads the value that begins with a token and hands it on.
func (r *jsonReader) hand(token json.Token, depth int, value func(node) error) error {
	if depth <= 1 { // what is handed on is not kept
		r.begins, r.values = r.text.at, 0
	}
	n, err := r.value(token, depth)
	if err != nil {
		return err
	}
	return value(n)
}

// value reads the value that begins with a token.
func (r *jsonReader) value(token json.Token, depth int) (node, error) {
	n := node{line: r.text.line}
	r.values++
	switch {
	case r.text.at-r.begins > mostHeld, r.values > mostHeldValues:
		return n, fmt.Errorf("line %d: a single object has more than %d MiB or %d values, the most that are held in memory: write it as NDJSON, one object of plain values a line, or as CSV, which are read piece by piece",
			n.line, mostHeld>>20, mostHeldValues)
	case depth > nestedAtMost:
		return n, fmt.Errorf("line %d: lists and objects stand more than %d deep in each other", n.line, nestedAtMost)
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '[' {
			n.kind = listNode
			return n, r.list(depth+1, func(item node) error { n.items = append(n.items, item); return nil })
		}
		n.kind = objectNode
		return n, r.object(&n, depth+1)
	case string:
		n.text = t
	case json.Number:
		n.text = t.String()
	case bool:
		n.text = strconv.FormatBool(t)
	}
	return n, nil
}

// object reads the rest of an object after its brace.
func (r *jsonReader) object(n *node, depth int) error {
	for r.decoder.More() {
		key, err := r.next()
		if err != nil {
			return r.cutOff(err)
		}
		token, err := r.next()
		if err != nil {
			return r.cutOff(err)
		}
		value, err := r.value(token, depth)
		if err != nil {
			return err
		}
		name, _ := key.(string) // the decoder lets nothing else stand there
		if err := n.add(name, value); err != nil {
			return err
		}
	}
	_, err := r.next() // the closing brace
	return r.cutOff(err)
}
