package repair_test

import "strings"

// pickBrackets chooses a line with a collection in brackets, whole or not.
func (d *draft) pickBrackets(marks string) (n, at int) {
	n = d.pick(func(l line) bool {
		return l.part == further && strings.ContainsAny(l.text, "[]{}") && !strings.ContainsAny(l.text, `"'`) ||
			hasValue(l) && strings.ContainsAny(l.tail()[:1], "[{") && strings.ContainsAny(l.tail(), marks) && !strings.ContainsAny(l.tail(), `"'`)
	})
	if n < 0 {
		return -1, 0
	}
	var all []int
	for i := max(0, d.lines[n].value); i < len(d.lines[n].text); i++ {
		if strings.IndexByte(marks, d.lines[n].text[i]) >= 0 {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		return -1, 0
	}
	return n, all[d.r.IntN(len(all))]
}

// wholeFlow adds to the places the bracket that a collection begins with.
func (d *draft) wholeFlow(s *spoilt, n int) *spoilt {
	for i := n; i >= 0; i-- {
		if hasValue(d.lines[i]) {
			return s.also(i, d.lines[i].value, d.lines[i].value+1)
		}
	}
	return s
}

func closingBracketLost(d *draft) *spoilt {
	n, at := d.pickBrackets("]}")
	if n < 0 {
		return nil
	}
	s := d.with(n, at, at+1, "")
	if o := strings.LastIndexAny(d.lines[n].text[:at], "[{"); o >= 0 {
		s.also(n, o, o+1)
	}
	return d.wholeFlow(s, n)
}

func openingBracketLost(d *draft) *spoilt {
	n, at := d.pickBrackets("[{")
	if n < 0 {
		return nil
	}
	s := d.with(n, at, at+1, "")
	if c := strings.IndexAny(s.lines[n][at:], "]}"); c >= 0 {
		s.also(n, at+c, at+c+1)
	}
	return s
}

func wrongBracket(d *draft) *spoilt {
	n, at := d.pickBrackets("[]{}")
	if n < 0 {
		return nil
	}
	other := map[byte]string{'[': "{", '{': "[", ']': "}", '}': "]"}[d.lines[n].text[at]]
	s := d.with(n, at, at+1, other)
	if o := strings.LastIndexAny(d.lines[n].text[:at], "[{"); o >= 0 {
		s.also(n, o, o+1)
	}
	return s
}

func bracketTwice(d *draft) *spoilt {
	n, at := d.pickBrackets("[]{}")
	if n < 0 {
		return nil
	}
	return d.with(n, at, at, d.lines[n].text[at:at+1])
}

func commaLost(d *draft) *spoilt {
	n, at := d.pickBrackets(",")
	if n < 0 {
		return nil
	}
	return d.with(n, at, at+1, "")
}
