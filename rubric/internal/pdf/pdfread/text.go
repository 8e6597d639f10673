package pdfread

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The marks by which a string says how its text is encoded.
const (
	markUTF16  = "\xfe\xff"
	markUTF16L = "\xff\xfe" // some programs write it, though the standard has only the other order
	markUTF8   = "\xef\xbb\xbf"
)

// Text reads a string as text (7.9.2.2): UTF-16 or UTF-8 with a mark, else
// PDFDocEncoding. Its lines end in "\n".
func Text(s String) string {
	raw := string(s)
	var text string
	switch {
	case strings.HasPrefix(raw, markUTF16):
		text = fromUTF16(raw[2:], 0, 1)
	case strings.HasPrefix(raw, markUTF16L):
		text = fromUTF16(raw[2:], 1, 0)
	case strings.HasPrefix(raw, markUTF8):
		text = strings.ToValidUTF8(raw[3:], string(utf8.RuneError))
	default:
		text = fromDocEncoding(raw)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
}

// fromUTF16 reads UTF-16, of whose units the high byte is at one place and the
// low one at another. Marks of language, between escapes, are left out.
func fromUTF16(raw string, high, low int) string {
	units := make([]uint16, 0, len(raw)/2)
	marked := false
	for ; len(raw) >= 2; raw = raw[2:] {
		unit := uint16(raw[high])<<8 | uint16(raw[low])
		if unit == 0x1b {
			marked = !marked
			continue
		}
		if !marked {
			units = append(units, unit)
		}
	}
	return string(utf16.Decode(units))
}

// docEncoding has the letters of PDFDocEncoding that Latin-1 has not (Annex
// D.3), by their codes from 0x18 and from 0x80.
var (
	docAccents = []rune("˘ˇˆ˙˝˛˚˜")
	docHigh    = []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€")
)

func fromDocEncoding(raw string) string {
	var b strings.Builder
	for i := range len(raw) {
		switch c := raw[i]; {
		case c >= 0x18 && c < 0x20:
			b.WriteRune(docAccents[c-0x18])
		case c >= 0x80 && int(c) < 0x80+len(docHigh):
			b.WriteRune(docHigh[c-0x80])
		default:
			b.WriteRune(rune(c))
		}
	}
	return b.String()
}
