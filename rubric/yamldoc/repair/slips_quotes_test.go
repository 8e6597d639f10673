package repair_test

import (
	"regexp"
	"strings"
)

// quotes are the quoted texts of a line that begin and end on it: byte columns.
var quotes = regexp.MustCompile(`"(?:[^"\\]|\\.)*"|(?:: |^ *- )'(?:[^']|'')*'`)

var longWord = regexp.MustCompile(`[A-Za-z]{4,}`)

// pickQuoted chooses a quoted text of a line.
func (d *draft) pickQuoted() (n, from, to int) {
	n = d.pick(func(l line) bool { return (structured(l) || l.part == further) && quotes.MatchString(l.text) })
	if n < 0 {
		return -1, 0, 0
	}
	all := quotes.FindAllStringIndex(d.lines[n].text, -1)
	at := all[d.r.IntN(len(all))]
	for d.lines[n].text[at[0]] != '"' && d.lines[n].text[at[0]] != '\'' {
		at[0]++
	}
	return n, at[0], at[1]
}

func closingQuoteLost(d *draft) *spoilt {
	n, from, to := d.pickQuoted()
	if n < 0 {
		return nil
	}
	return d.with(n, to-1, to, "").also(n, from, from+1)
}

func openingQuoteLost(d *draft) *spoilt {
	n, from, to := d.pickQuoted()
	if n < 0 {
		return nil
	}
	return d.with(n, from, from+1, "").also(n, to-2, to-1)
}

func quoteTwice(d *draft) *spoilt {
	n, from, to := d.pickQuoted()
	if n < 0 {
		return nil
	}
	q := d.lines[n].text[from : from+1]
	if d.r.IntN(2) == 0 {
		return d.with(n, from, from, q)
	}
	return d.with(n, to, to, q)
}

func wordQuotedInQuotes(d *draft) *spoilt {
	n, from, to := d.pickQuoted()
	if n < 0 {
		return nil
	}
	w := d.word(n, from, to)
	if w == nil || d.lines[n].text[from] != '"' {
		return nil
	}
	s := d.with(n, w[0], w[1], `"`+d.lines[n].text[w[0]:w[1]]+`"`)
	return s.also(n, w[0], w[0]+1)
}

// word chooses a word within [from, to) of a line.
func (d *draft) word(n, from, to int) []int {
	all := longWord.FindAllStringIndex(d.lines[n].text[from:to], -1)
	if len(all) == 0 {
		return nil
	}
	w := all[d.r.IntN(len(all))]
	return []int{from + w[0], from + w[1]}
}

func apostropheInQuotes(d *draft) *spoilt {
	n := d.pick(func(l line) bool { return strings.HasPrefix(l.tail(), "'") })
	if n < 0 {
		return nil
	}
	w := d.word(n, d.lines[n].value, len(d.lines[n].text))
	if w == nil {
		return nil
	}
	return d.with(n, w[1], w[1], "'s")
}

func otherQuoteAtEnd(d *draft) *spoilt {
	n, from, to := d.pickQuoted()
	if n < 0 {
		return nil
	}
	other := map[byte]string{'"': "'", '\'': `"`}[d.lines[n].text[from]]
	return d.with(n, to-1, to, other).also(n, from, from+1)
}

func typographicQuotes(d *draft) *spoilt {
	n, from, to := d.pickQuoted()
	if n < 0 {
		return nil
	}
	open, shut := "“", "”"
	if d.lines[n].text[from] == '\'' {
		open, shut = "‘", "’"
	}
	switch d.r.IntN(3) {
	case 0:
		return d.with(n, from, from+1, open).also(n, to+1, to+2)
	case 1:
		return d.with(n, to-1, to, shut).also(n, from, from+1)
	}
	s := d.with(n, from, to, open+d.lines[n].text[from+1:to-1]+shut)
	return s
}

func backslashInQuotes(d *draft) *spoilt {
	n, from, to := d.pickQuoted()
	if n < 0 || d.lines[n].text[from] != '"' {
		return nil
	}
	w := d.word(n, from, to)
	if w == nil {
		return nil
	}
	return d.with(n, w[0], w[0], d.choose(`C:\My `, `and\or `, `\*`))
}
