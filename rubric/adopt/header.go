package adopt

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// view is a table with its header found and its columns told apart.
type view struct {
	g       *grid
	o       Options
	n       *notes
	header  int // index of its row; -1 where there is none
	columns []column
	lead    []row // above the header
	data    []row
	foot    []row  // footnotes
	settled *notes // what is noted of columns, to stand behind the shape
}

// headerWithin is how many rows may stand above the header.
const headerWithin = 30

// look finds the header of a table and what its columns hold.
func look(g *grid, o Options, n *notes) (*view, error) {
	v := &view{g: g, o: o, n: n, header: -1, settled: &notes{}}
	if err := v.findHeader(); err != nil {
		return nil, err
	}
	v.columns = make([]column, g.width())
	if v.header >= 0 {
		v.columns = columnsOf(g.rows[v.header], o.Levels)
		pairYesNo(v.columns)
		v.lead = g.rows[:v.header]
	}
	v.data = g.rows[v.header+1:]
	if v.header >= 0 {
		v.pointsBelow()
		v.namesAbove()
	}
	v.cutFoot()
	v.passRepeats()
	return v, nil
}

// findHeader finds the row with the names of the columns: the one that is told,
// else the first of those with most names that are known.
func (v *view) findHeader() error {
	if v.o.Header != "" {
		return v.toldHeader()
	}
	most := 0
	for i, r := range v.g.rows[:min(len(v.g.rows), headerWithin)] {
		if r.filled() < 2 || !v.mayHead(r) {
			continue
		}
		if found := known(columnsOf(r, v.o.Levels)); found > most {
			most, v.header = found, i
		}
	}
	if v.header >= 0 {
		return nil
	}
	first := slices.IndexFunc(v.g.rows, func(r row) bool { return r.filled() > 1 })
	if first >= 0 && v.looksLikeHeader(first) {
		v.header = first
		v.n.add(v.g.rows[first].at, "taken for the names of the columns, since it is shorter than the rows below; if it is none, say --header 0")
	}
	return nil
}

// toldHeader takes the row whose number a person gives.
func (v *view) toldHeader() error {
	number, err := strconv.Atoi(v.o.Header)
	if err != nil || number < 0 {
		return fmt.Errorf("--header takes the number of a row, or 0 for none, and not %q", v.o.Header)
	}
	if number == 0 {
		return nil
	}
	v.header = slices.IndexFunc(v.g.rows, func(r row) bool { return r.at.number == number })
	if v.header < 0 {
		return fmt.Errorf("--header: nothing stands in %s %d of %s", v.g.rows[0].at.what, number, v.g.label())
	}
	return nil
}

// mayHead reports whether a row can be one of names: none of its texts is long.
func (v *view) mayHead(r row) bool {
	const longest = 90
	return !slices.ContainsFunc(r.cells, func(c cell) bool {
		return utf8.RuneCountInString(plainOf(c.text)) > longest
	})
}

// looksLikeHeader reports whether a row whose words are not known heads those
// below: it is bold and they are not, or it is much shorter.
func (v *view) looksLikeHeader(at int) bool {
	head, below := v.g.rows[at], v.g.rows[at+1:]
	if !v.mayHead(head) || len(below) == 0 {
		return false
	}
	strong := func(r row) bool {
		return !slices.ContainsFunc(r.cells, func(c cell) bool { return c.text != "" && !c.strong })
	}
	if strong(head) && !strong(below[0]) {
		return true
	}
	if slices.ContainsFunc(head.cells, func(c cell) bool { return c.text != "" && !blankCell.MatchString(c.text) && v.numbersBelow(c, below) }) {
		return true
	}
	last := len(head.cells) - 1
	var sizes []int
	for _, r := range below {
		if size := len(r.cells[last].text); size > 0 {
			sizes = append(sizes, size)
		}
	}
	if len(sizes) == 0 {
		return false
	}
	slices.Sort(sizes)
	return len(head.cells[last].text) > 0 && 2*len(head.cells[last].text) < sizes[0]
}

// pointsBelow joins a row of points under the header to the names of the levels.
func (v *view) pointsBelow() {
	if len(v.data) == 0 {
		return
	}
	r, points := v.data[0], 0
	for i, c := range r.cells {
		plain := oneLine(plainOf(c.text))
		l, numbered := parseLevel(plain)
		switch {
		case plain == "":
		case i == 0 && slices.Contains([]string{"points", "score", "value", "level", "rating", "possible points", "points possible"}, keyOf(plain)):
		case numbered && l.label == plain:
			points++
		default:
			return
		}
	}
	if points < 2 {
		return
	}
	for i, c := range r.cells {
		col := v.columns[i]
		if plain := oneLine(plainOf(c.text)); plain != "" && col.name != "" && i > 0 {
			col.name += " (" + strings.Trim(plain, "()[]") + ")"
			v.columns[i] = col.asLevel()
		}
	}
	v.data = v.data[1:]
	v.n.add(r.at, "taken for the points of the levels above")
}

// namesAbove joins the names of levels to the numbers that stand below them as the
// header.
func (v *view) namesAbove() {
	if len(v.lead) == 0 {
		return
	}
	last := v.lead[len(v.lead)-1]
	for i, c := range v.columns {
		above := last.cells[i].text != "" && (last.cells[i].across < 2)
		if above != (c.role == roleLevel) || above && !bareNumber.MatchString(c.name) {
			return
		}
	}
	for i, c := range v.columns {
		if c.role == roleLevel {
			c.name += " - " + oneLine(plainOf(last.cells[i].text))
			v.columns[i] = c.asLevel()
		}
	}
	v.lead = v.lead[:len(v.lead)-1]
	v.n.add(last.at, "taken for the names of the levels whose numbers stand below")
}

// passRepeats leaves out rows that repeat the header, as tables do on every page.
func (v *view) passRepeats() {
	if v.header < 0 {
		return
	}
	head := v.g.rows[v.header]
	v.data = slices.DeleteFunc(slices.Clone(v.data), func(r row) bool { return sameRow(r, head) })
}

func sameRow(a, b row) bool {
	return slices.EqualFunc(a.cells, b.cells, func(x, y cell) bool { return sameWords(x.text, y.text) })
}

// numbersBelow reports whether nothing but numbers stands below a cell.
func (v *view) numbersBelow(head cell, below []row) bool {
	some := false
	for _, r := range below {
		for _, c := range r.cells {
			if c.at.column != head.at.column || c.text == "" {
				continue
			}
			if !blankCell.MatchString(plainOf(c.text)) {
				return false
			}
			some = true
		}
	}
	return some
}
