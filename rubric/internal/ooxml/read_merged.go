package ooxml

import "strings"

// mostMerged bounds the merged cells of a sheet; those beyond it are read as if
// they were not merged.
const mostMerged = 10_000

// Merged lists the merged cells of a sheet. Those whose reference cannot be read
// are left out.
func (r *Reader) Merged(sheet SheetInfo) ([]Area, error) {
	var out []Area
	err := r.parts.Scan(sheet.part, Handler{Open: func(e Element) error {
		if e.Name() != "mergeCell" || len(out) == mostMerged {
			return nil
		}
		if a, ok := areaOf(e.Attr("ref")); ok {
			out = append(out, a)
		}
		return nil
	}})
	return out, err
}

// areaOf reads the reference of several cells, such as A1:B2.
func areaOf(reference string) (Area, bool) {
	first, last, _ := strings.Cut(reference, ":")
	a := Area{Left: columnOf(first), Top: rowOf(first), Right: columnOf(last), Bottom: rowOf(last)}
	return a, a.Left >= 0 && a.Top > 0 && a.Left <= a.Right && a.Top <= a.Bottom
}

// rowOf is the row of a reference such as AB12; 0 for what is none.
func rowOf(reference string) int {
	return number(strings.TrimLeft(reference, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
}
