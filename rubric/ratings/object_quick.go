package ratings

import "bytes"

// quickObjects reads objects of the plainest kind: without others in them,
// without escapes, their numbers without exponents. What it reads, the reader
// of JSON reads alike.
type quickObjects struct {
	keys map[string]string // that were met, each kept once
	one  [1]node
	text []byte // the rest of the line
}

// object reads a line; false where it is anything else than one such object.
func (q *quickObjects) object(line []byte, number int) (node, bool) {
	q.text = line
	n := node{kind: objectNode, line: number}
	if !q.takes('{') {
		return n, false
	}
	for {
		key, isKey := q.quoted()
		if !isKey || !q.takes(':') {
			return n, false
		}
		text, isText := q.scalar()
		if !isText || n.add(q.kept(key), node{text: string(text), line: number}) != nil {
			return n, false
		}
		switch {
		case q.takes(','):
		case q.takes('}'):
			q.space()
			return n, len(q.text) == 0
		default:
			return n, false
		}
	}
}

// kept is a key as a string, the same one for the same key.
func (q *quickObjects) kept(key []byte) string {
	if s, known := q.keys[string(key)]; known {
		return s
	}
	s := string(key)
	if len(q.keys) < mostColumns {
		q.keys[s] = s
	}
	return s
}

// space passes white space over.
func (q *quickObjects) space() { q.text = bytes.TrimLeft(q.text, " \t\r\n") }

// takes passes a sign over, and white space before it; false where another one
// stands there.
func (q *quickObjects) takes(sign byte) bool {
	q.space()
	if len(q.text) == 0 || q.text[0] != sign {
		return false
	}
	q.text = q.text[1:]
	return true
}

// quoted takes a text in quotes that has no escapes.
func (q *quickObjects) quoted() ([]byte, bool) {
	if !q.takes('"') {
		return nil, false
	}
	for i, c := range q.text {
		switch {
		case c == '"':
			text := q.text[:i]
			q.text = q.text[i+1:]
			return text, true
		case c == '\\' || c < ' ':
			return nil, false
		}
	}
	return nil, false
}

// scalar takes a text, a number, or a word of JSON; null is a blank text.
func (q *quickObjects) scalar() ([]byte, bool) {
	q.space()
	if len(q.text) > 0 && q.text[0] == '"' {
		return q.quoted()
	}
	end := bytes.IndexAny(q.text, " \t\r\n,}")
	if end < 0 {
		return nil, false
	}
	word := q.text[:end]
	q.text = q.text[end:]
	switch string(word) {
	case "null":
		return nil, true
	case "true", "false":
		return word, true
	}
	return word, isPlainNumber(word)
}

// isPlainNumber reports whether a word is a number of JSON without an exponent.
func isPlainNumber(word []byte) bool {
	word = bytes.TrimPrefix(word, []byte("-"))
	whole, fraction, point := bytes.Cut(word, []byte("."))
	zero := len(whole) > 1 && whole[0] == '0'
	return isDigits(whole) && !zero && (!point || isDigits(fraction))
}

func isDigits(text []byte) bool {
	return len(text) > 0 && len(bytes.TrimLeft(text, "0123456789")) == 0
}
