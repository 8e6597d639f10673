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

// checkMojibake reports characters that are the bytes of another one read as
// Windows-1252, and the sign for a character that could not be read; each once
// for a text. Measured: no findings.
func checkMojibake(p *pass) {
	for _, t := range p.texts {
		if i := strings.Index(t.text, "\uFFFD"); i >= 0 {
			p.reportIn(t, i, i+len("\uFFFD"), "look the word up in the source and type the character again",
				"%s holds the sign � for a character that was lost%s", t.what, andMore(strings.Count(t.text, "\uFFFD")-1))
		}
		if slips := garbledIn(t.text); len(slips) > 0 {
			first := slips[0]
			p.reportSlips(t, slips, "the text was saved in one encoding and read in another; correct it here and look for more",
				t.what+" holds “"+t.text[first.from:first.to]+"” where “"+first.meant+"” was meant")
		}
	}
}

// garbledIn finds the garbled characters of a text.
func garbledIn(text string) []slip {
	var out []slip
	for i, r := range text {
		if r < utf8.RuneSelf {
			continue
		}
		if meant, size := garbled(text[i:]); size > 0 { // none begins within another
			out = append(out, slip{i, i + size, string(meant)})
		}
	}
	return out
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
