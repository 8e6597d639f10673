package adopt

import (
	"slices"
	"strings"

	"rubrickit/rubric/internal/lazyregexp"
)

// footStart is what footnotes begin with.
var footStart = lazyregexp.New(`(?i)^(\\?\*+|†|‡|[¹²³]|\(?c\)|©|notes?\b|source\b|adapted from\b|copyright\b|legend\b|key\b|developed by\b|revised\b|rev\.)`)

// rightsLine is a line that says whose a text is.
var rightsLine = lazyregexp.New(`(?i)^\W*(©|\(c\)\s|copyright\b|all rights reserved)`)

// cutFoot takes footnotes off the end of a table: rows with one text alone that
// begin like one, or stand below an empty row.
func (v *view) cutFoot() {
	end := len(v.data)
	for end > 0 {
		r := v.data[end-1]
		c, alone := r.only()
		if !alone || v.g.width() < 2 || !footStart.MatchString(plainOf(c.text)) && !v.gapAbove(end-1) {
			break
		}
		end--
	}
	v.data, v.foot = v.data[:end], v.data[end:]
}

// gapAbove reports whether an empty row parts the lone texts at the end from the
// table.
func (v *view) gapAbove(i int) bool {
	for ; i > 0; i-- {
		if _, alone := v.data[i].only(); !alone {
			return false
		}
		if v.data[i].gap {
			return true
		}
	}
	return false
}

// surroundings puts what stands above and below the table into the draft.
func (v *view) surroundings(d *draft) {
	for _, r := range v.lead {
		for _, c := range r.cells {
			v.leadText(d, c)
		}
	}
	for _, r := range v.foot {
		c, _ := r.only()
		if rightsLine.MatchString(plainOf(c.text)) {
			d.rights = oneLine(plainOf(c.text))
			v.n.add(r.at, "taken for the rights of the source: %q", short(c.text))
			continue
		}
		d.notes = append(d.notes, escaped(oneLine(plainOf(c.text))))
		v.n.add(r.at, "taken for a footnote, and kept in `notes`: %q", short(c.text))
	}
}

// blankToFill is a line of a form: "Name: ____", "School:".
var blankToFill = lazyregexp.New(`_{3,}|\.{5,}|:\s*$`)

// leadText takes a text above the table: the first is the title, those to be
// filled in are left out, the others introduce.
func (v *view) leadText(d *draft, c cell) {
	plain := plainOf(c.text)
	switch {
	case plain == "" || sameWords(plain, d.title): // a heading that pages repeat
	case c.across > 1 && c.at.column > 1:
		v.n.add(c.at, "left out, since it only heads columns: %q", short(c.text))
	case blankToFill.MatchString(plain):
		v.n.add(c.at, "left out, since it is to be filled in: %q", short(c.text))
	case rightsLine.MatchString(plain):
		d.rights = oneLine(plain)
		v.n.add(c.at, "taken for the rights of the source: %q", short(c.text))
	case d.title == "" && !strings.Contains(c.text, "\n"):
		d.title = c.text
		v.n.add(c.at, "taken for the title: %q", short(c.text))
	default:
		d.intro = append(d.intro, c.text)
		v.n.add(c.at, "taken for the introduction: %q", short(c.text))
	}
}

var (
	totalWords = []string{"total", "totals", "sum", "subtotal", "sub total", "total score", "total points", "overall score", "score", "points", "grand total", "average", "mean", "overall", "final score", "comments", "signature", "date", "overall rating", "final grade", "grade"}
	blankCell  = lazyregexp.New(`^[\s_./\\,%=\-–—0-9]*$`)
)

// isTotal reports whether a row is one of sums, or to be filled in: its name says
// so, and nothing but numbers stands beside.
func (v *view) isTotal(r row) bool {
	first := slices.IndexFunc(r.cells, func(c cell) bool { return c.text != "" })
	if first < 0 || !slices.Contains(totalWords, keyOf(strings.TrimRight(r.cells[first].text, " :_"))) {
		return false
	}
	return !slices.ContainsFunc(r.cells[first+1:], func(c cell) bool { return !blankCell.MatchString(plainOf(c.text)) })
}
