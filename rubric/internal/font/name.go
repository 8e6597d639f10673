package font

import (
	"strings"
	"unicode/utf16"
)

// What the table of names has for the name by which programs know a font.
const (
	postScriptName  = 6
	platformWindows = 3
)

// unnamed is the name of a font without one.
const unnamed = "Font"

// Name is the name by which programs list the font: letters, digits and
// hyphens, such as SourceSans3-Regular.
func (f *Font) Name() string {
	names := f.tables["name"]
	texts := names.from(names.u16(4))
	for i := range names.u16(2) {
		record := names.from(6 + 12*i)
		if record.u16(0) != platformWindows || record.u16(6) != postScriptName {
			continue
		}
		text := texts.from(record.u16(10))
		if name := plainName(text[:min(len(text), record.u16(8))]); name != "" {
			return name
		}
	}
	return unnamed
}

// plainName is a text in UTF-16 without what a name cannot have.
func plainName(text table) string {
	var units []uint16
	for at := 0; at+2 <= len(text); at += 2 {
		units = append(units, uint16(text.u16(at)))
	}
	return strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, string(utf16.Decode(units)))
}
