package render

import "rubrickit/rubric/internal/ooxml"

// breaks are the rows below which sheets of paper end: early where a heading would
// stand alone at the end of one. Each end is told, also that of a full sheet: a
// program that fits more rows on one would else end all that follow elsewhere.
func (x *xlsxWriter) breaks(titles int) []int {
	full := x.pageHeight()
	again := 0.0
	if titles > 0 {
		again = x.rows[titles-1].Height
	}
	var out []int
	used := 0.0
	for i := titleRow - 1; i < len(x.rows); i++ {
		group := x.together(i)
		isFull := used+group > full && x.leads[i+1] || used+x.rows[i].Height > full
		if isFull && i+1 > titles && used > again {
			out = append(out, i) // the number of the row above
			used = again
		}
		used += x.rows[i].Height
	}
	return out
}

// pageHeight is how much of a sheet rows can fill, in points.
func (x *xlsxWriter) pageHeight() float64 {
	height := x.paper.height
	if x.columns.landscape {
		height = x.paper.width
	}
	m := x.margins()
	return height - m.Top - m.Bottom
}

// together is the height of a row with those that stay with it: below a heading,
// its texts and the first row.
func (x *xlsxWriter) together(i int) float64 {
	sum := x.rows[i].Height
	for x.leads[i+1] && i+1 < len(x.rows) {
		i++
		sum += x.rows[i].Height
	}
	return sum
}

// margins are those of the paper; the footer stands in the lower one.
func (x *xlsxWriter) margins() ooxml.Margins {
	m := x.look.margin
	return ooxml.Margins{Left: m, Right: m, Top: m, Bottom: 1.3 * m}
}
