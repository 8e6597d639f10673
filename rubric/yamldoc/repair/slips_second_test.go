package repair_test

import "strings"

// second is a model of slips of another make, which knows nothing of what
// people mean: single characters lost, added or swapped, wherever they fall.
var second = []kind{
	{"character lost", characterLost},
	{"character added", characterAdded},
	{"characters swapped", charactersSwapped},
}

const marks = ":-\"'{}[],#|>&*!%@` "

// anywhere is a place in a line: more often at a mark than in a word.
func (d *draft) anywhere() (n, at int) {
	for {
		n = d.r.IntN(len(d.lines))
		text := d.lines[n].text
		if strings.TrimSpace(text) == "" {
			continue
		}
		at = d.r.IntN(len(text))
		if text[at] < 0x80 && (strings.IndexByte(marks, text[at]) >= 0 || d.r.IntN(8) == 0) {
			return n, at
		}
	}
}

func characterLost(d *draft) *spoilt {
	n, at := d.anywhere()
	return d.inIndentation(d.with(n, at, at+1, ""), n, at)
}

func characterAdded(d *draft) *spoilt {
	n, at := d.anywhere()
	const more = "{}[]:\"'- &*,;#|>@`%!?.\tsae"
	i := d.r.IntN(len(more))
	return d.inIndentation(d.with(n, at, at, more[i:i+1]), n, at)
}

// inIndentation widens the place of a slip that changes nothing but the
// indentation: which of the spaces is lost cannot be seen.
func (d *draft) inIndentation(s *spoilt, n, at int) *spoilt {
	if at < d.lines[n].indent && strings.TrimSpace(s.lines[n]) == strings.TrimSpace(d.lines[n].text) {
		p := &s.places[0]
		p.from, p.to = 1, d.lines[n].indent+2
	}
	return s
}

func charactersSwapped(d *draft) *spoilt {
	n, at := d.anywhere()
	text := d.lines[n].text
	if at+1 >= len(text) || text[at+1] >= 0x80 || text[at] == text[at+1] {
		return nil
	}
	return d.with(n, at, at+2, text[at+1:at+2]+text[at:at+1])
}
