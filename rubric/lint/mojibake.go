package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

var mojibake = Rule{
	Code:     "mojibake",
	Severity: diag.Warning,
	About:    "letters that were lost or garbled on the way: â€™ for ’, Ã© for é, �",
	check:    checkMojibake,
}

// checkMojibake reports, once for a text, characters that are the bytes of
// another one read as Windows-1252, and the sign for a character that could not
// be read. Measured: no findings.
func checkMojibake(p *pass) {
	for _, t := range p.texts {
		for i := range t.text {
			if t.text[i] < utf8.RuneSelf {
				continue
			}
			if strings.HasPrefix(t.text[i:], "\uFFFD") {
				p.reportIn(t, i, i+len("\uFFFD"), "look the word up in the source and type the character again",
					"%s holds the sign � for a character that was lost", t.what)
				break
			}
			if meant, size := garbled(t.text[i:]); size > 0 {
				p.garbledAt(t, i, i+size, meant)
				break
			}
		}
	}
}

func (p *pass) garbledAt(t prose, from, to int, meant rune) {
	at, exact := p.exact(t, from, to)
	d := diag.Diagnostic{
		Span: at, Message: t.what + " holds “" + t.text[from:to] + "” where “" + string(meant) + "” was meant",
		Hint: "the text was saved in one encoding and read in another; correct it here and look for more",
	}
	if exact {
		d.Edits = []diag.Edit{{Span: at, Text: string(meant)}}
	}
	p.add(d)
}

// windows1252 are the characters of the bytes 0x80 to 0x9F in Windows-1252; the
// five that it leaves out stand for themselves.
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"

// garbled is the character whose UTF-8 bytes a text begins with, each written
// as a character of Windows-1252, and how many bytes of the text that takes; 0
// where it begins otherwise.
func garbled(text string) (meant rune, size int) {
	var bytes []byte
	for i, r := range text {
		b, ok := windowsByte(r)
		if !ok || i == 0 && b < 0xC2 {
			return 0, 0
		}
		bytes = append(bytes, b)
		if utf8.FullRune(bytes) {
			meant, n := utf8.DecodeRune(bytes)
			if meant == utf8.RuneError || n < len(bytes) || !unicode.IsGraphic(meant) {
				return 0, 0
			}
			return meant, i + utf8.RuneLen(r)
		}
	}
	return 0, 0
}

// windowsByte is the byte of a character beyond ASCII in Windows-1252.
func windowsByte(r rune) (byte, bool) {
	if r >= 0xA0 && r <= 0xFF {
		return byte(r), true
	}
	b := byte(0x80)
	for _, w := range windows1252 {
		if w == r {
			return b, true
		}
		b++
	}
	return 0, false
}
