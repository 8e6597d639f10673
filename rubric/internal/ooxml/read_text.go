package ooxml

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"rubrickit/rubric/internal/lazyregexp"
)

// richText puts a text together that a part gives in runs. How a word is
// pronounced (rPh) is no part of it.
type richText struct {
	b        strings.Builder
	in       bool // within a run's text
	phonetic bool
}

func (t *richText) open(name string) {
	switch name {
	case "rPh":
		t.phonetic = true
	case "t":
		t.in = !t.phonetic
	}
}

func (t *richText) add(text []byte) {
	if t.in {
		t.b.Write(text)
	}
}

func (t *richText) close(name string) {
	switch name {
	case "rPh":
		t.phonetic = false
	case "t":
		t.in = false
	}
}

// take returns the text and begins the next one.
func (t *richText) take() string {
	text := unescape(t.b.String())
	*t = richText{}
	return text
}

// escaped is a character that XML cannot hold, as the standard writes it
// (ECMA-376, ST_Xstring).
var escaped = lazyregexp.New(`_x[0-9A-Fa-f]{4}_`)

// unescape gives escaped characters back.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(code string) string {
		n, err := strconv.ParseUint(code[2:6], 16, 16)
		if err != nil || utf16.IsSurrogate(rune(n)) {
			return code
		}
		return string(rune(n))
	})
}

// readTexts reads the shared strings, which cells name by number.
func (r *Reader) readTexts(name string) error {
	var text richText
	return r.parts.Scan(name, Handler{
		Open: func(e Element) error { text.open(e.Name()); return nil },
		Text: text.add,
		Close: func(name string) error {
			text.close(name)
			if name == "si" {
				r.texts = append(r.texts, text.take())
			}
			return nil
		},
	})
}
