package repair_test

import "strings"

func (d *draft) reindent(n int, margin string) *spoilt {
	return d.with(n, 0, d.lines[n].indent, margin).wide()
}

// wide makes the place of a slip in the indentation reach to the first
// character behind it, since a space that is not there has no place.
func (s *spoilt) wide() *spoilt {
	p := &s.places[0]
	p.from, p.to = 1, p.to+1
	return s
}

// unit is the smallest indentation of the draft.
func (d *draft) unit() int {
	unit := 8
	for _, l := range d.lines {
		if structured(l) && l.indent > 0 {
			unit = min(unit, l.indent)
		}
	}
	return unit
}

func tabIndentation(d *draft) *spoilt {
	n := d.pick(nested)
	return d.reindent(n, strings.Repeat("\t", max(1, d.lines[n].indent/d.unit())))
}

func spacesAndTab(d *draft) *spoilt {
	n := d.pick(nested)
	rest := strings.Repeat(" ", max(0, d.lines[n].indent-d.unit()))
	return d.reindent(n, d.choose(rest+"\t", "\t"+rest))
}

func severalTabs(d *draft) *spoilt {
	n := d.pick(nested)
	s := d.reindent(n, strings.Repeat("\t", max(1, d.lines[n].indent/d.unit())))
	for i := n + 1; i < len(d.lines) && i < n+4; i++ {
		if l := d.lines[i]; nested(l) {
			s.lines[i] = strings.Repeat("\t", max(1, l.indent/d.unit())) + l.text[l.indent:]
		} else {
			break
		}
	}
	return s
}

func noBreakIndentation(d *draft) *spoilt {
	n := d.pick(nested)
	l := d.lines[n]
	if d.r.IntN(2) == 0 {
		return d.reindent(n, strings.Repeat("\u00a0", l.indent))
	}
	i := d.r.IntN(l.indent)
	return d.reindent(n, l.text[:i]+"\u00a0"+l.text[i+1:l.indent])
}

func indentedBy(by int) func(*draft) *spoilt {
	return func(d *draft) *spoilt {
		n := d.pick(func(l line) bool { return structured(l) && l.indent+by >= 0 })
		return d.reindent(n, strings.Repeat(" ", d.lines[n].indent+by))
	}
}

// blockMoved moves a line and those that belong to it.
func blockMoved(d *draft) *spoilt {
	n := d.pick(func(l line) bool { return nested(l) && l.tail() == "" })
	if n < 0 {
		return nil
	}
	by := 1 + d.r.IntN(2)
	s := d.reindent(n, strings.Repeat(" ", d.lines[n].indent+by))
	for i := n + 1; i < len(d.lines) && d.lines[i].indent > d.lines[n].indent; i++ {
		s.lines[i] = strings.Repeat(" ", by) + s.lines[i]
	}
	return s
}

func (d *draft) dedent(p part) *spoilt {
	n := d.pick(func(l line) bool { return l.part == p && l.indent >= 2 })
	if n < 0 {
		return nil
	}
	to := max(0, d.lines[n].indent-[]int{1, 2, 4, 99}[d.r.IntN(4)])
	return d.reindent(n, strings.Repeat(" ", to))
}

func proseDedented(d *draft) *spoilt   { return d.dedent(prose) }
func furtherDedented(d *draft) *spoilt { return d.dedent(further) }
