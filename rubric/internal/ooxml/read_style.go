package ooxml

import (
	"strconv"
	"strings"

	"rubrickit/rubric/internal/lazyregexp"
)

// isBuiltInDate reports whether a number format that needs no definition shows
// a date (ECMA-376, 18.8.30, with those of East Asian editions). Formats of the
// time of day alone are none.
func isBuiltInDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 54 || id == 57 || id == 58
}

// readStyles learns which styles of cells show a date.
func (r *Reader) readStyles(name string) error {
	own := map[int]bool{} // formats that the workbook defines
	inCells := false
	return r.parts.Scan(name, Handler{
		Open: func(e Element) error {
			switch e.Name() {
			case "numFmt":
				own[number(e.Attr("numFmtId"))] = showsDate(e.Attr("formatCode"))
			case "cellXfs":
				inCells = true
			case "xf":
				if id := number(e.Attr("numFmtId")); inCells {
					date, defined := own[id]
					r.dates = append(r.dates, date || !defined && isBuiltInDate(id))
				}
			}
			return nil
		},
		Close: func(name string) error {
			inCells = inCells && name != "cellXfs"
			return nil
		},
	})
}

// number reads a small number of an attribute; 0 for what is none.
func number(attribute string) int {
	n, err := strconv.Atoi(attribute)
	if err != nil {
		return 0
	}
	return n
}

// literal is what a format code shows as it stands, or does not show: quoted
// and escaped characters, padding, and what stands in brackets.
var literal = lazyregexp.New(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`)

// showsDate reports whether a format code shows a day, or a month and a year.
// An m alone is a minute or a month.
func showsDate(code string) bool {
	first, _, _ := strings.Cut(literal.ReplaceAllString(strings.ToLower(code), ""), ";")
	if strings.Contains(first, "general") {
		return false
	}
	return strings.ContainsAny(first, "dy")
}

// isDate reports whether a cell of a style shows a date.
func (r *Reader) isDate(style string) bool {
	n := number(style) // a cell without a style has the first one
	return n >= 0 && n < len(r.dates) && r.dates[n]
}
