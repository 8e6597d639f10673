package ooxml

import (
	"fmt"
	"strings"
)

const (
	kindTheme = "theme"
	typeTheme = "application/vnd.openxmlformats-officedocument.theme+xml"
)

// themeColors are the colours that a program offers first, by their names in a
// theme (ECMA-376, 20.1.6.2).
var themeColors = []struct{ name, rgb string }{
	{"dk1", "1B212C"}, {"lt1", "FFFFFF"}, {"dk2", "134F5C"}, {"lt2", "F1F4F6"},
	{"accent1", "134F5C"}, {"accent2", "5A6372"}, {"accent3", "6D7684"}, {"accent4", "8A5A00"},
	{"accent5", "3F6B3A"}, {"accent6", "7A3B52"}, {"hlink", "134F5C"}, {"folHlink", "5A6372"},
}

// theme is the part that every program expects beside styles: colours, faces,
// and three looks each of fills, lines, effects and backgrounds.
func theme() string {
	var colors strings.Builder
	for _, c := range themeColors {
		fmt.Fprintf(&colors, `<a:%s><a:srgbClr val="%s"/></a:%s>`, c.name, c.rgb, c.name)
	}
	face := `<a:latin typeface="` + Face + `"/><a:ea typeface=""/><a:cs typeface=""/>`
	fill := `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
	line := `<a:ln w="6350">` + fill + `</a:ln>`
	effect := `<a:effectStyle><a:effectLst/></a:effectStyle>`
	three := func(element, content string) string {
		return "<a:" + element + ">" + strings.Repeat(content, 3) + "</a:" + element + ">"
	}
	return `<a:theme xmlns:a="` + nsDrawing + `" name="Form"><a:themeElements>` +
		`<a:clrScheme name="Form">` + colors.String() + `</a:clrScheme>` +
		`<a:fontScheme name="Form"><a:majorFont>` + face + `</a:majorFont><a:minorFont>` + face + `</a:minorFont></a:fontScheme>` +
		`<a:fmtScheme name="Form">` + three("fillStyleLst", fill) + three("lnStyleLst", line) +
		three("effectStyleLst", effect) + three("bgFillStyleLst", fill) + `</a:fmtScheme></a:themeElements></a:theme>`
}
