package repair_test

import (
	"strings"
	"unicode/utf8"
)

func colonLost(d *draft) *spoilt {
	n := d.pick(isKeyed)
	c := d.lines[n].colon
	return d.with(n, c, c+1, "")
}

func semicolonForColon(d *draft) *spoilt {
	n := d.pick(isKeyed)
	c := d.lines[n].colon
	return d.with(n, c, c+1, d.choose(";", "=", " ="))
}

func spaceAfterColonLost(d *draft) *spoilt {
	n := d.pick(hasValue)
	c := d.lines[n].colon + 1
	return d.with(n, c, c+1, "")
}

func spaceBeforeColon(d *draft) *spoilt {
	n := d.pick(hasValue)
	c := d.lines[n].colon
	return d.with(n, c, c+2, " :")
}

func dashLost(d *draft) *spoilt {
	n := d.pick(isDashed)
	if n < 0 {
		return nil
	}
	at := d.lines[n].indent
	return d.with(n, at, at+2, d.choose("", "  ")).wide()
}

func spaceAfterDashLost(d *draft) *spoilt {
	n := d.pick(isDashed)
	if n < 0 {
		return nil
	}
	at := d.lines[n].indent + 1
	return d.with(n, at, at+1, "")
}

func noBreakAfterColon(d *draft) *spoilt {
	n := d.pick(hasValue)
	c := d.lines[n].colon + 1
	return d.with(n, c, c+1, "\u00a0")
}

func controlCharacter(d *draft) *spoilt {
	n := d.pick(func(l line) bool { return len(l.text) > l.indent })
	at := d.lines[n].indent + d.r.IntN(len(d.lines[n].text)-d.lines[n].indent)
	for !utf8.RuneStart(d.lines[n].text[at]) {
		at--
	}
	return d.with(n, at, at, d.choose("\x0b", "\x0c", "\x7f", "\x02"))
}

func keyCommentedOut(d *draft) *spoilt {
	n := d.pick(isKeyed)
	at := d.lines[n].indent
	return d.with(n, at, at, d.choose("#", "# "))
}

func linesJoined(d *draft) *spoilt {
	n := d.pick(structured)
	if n+1 >= len(d.lines) || d.lines[n+1].part == blank || d.lines[n+1].part == prose {
		return nil
	}
	at := len(d.lines[n].text)
	second := d.lines[n+1].text[d.lines[n+1].indent:]
	s := d.with(n, at, at, d.choose("", " ", " ")+second)
	s.places[0].to = s.places[0].from + 2 + utf8.RuneCountInString(strings.SplitN(second, ":", 2)[0])
	s.lines = append(s.lines[:n+1], s.lines[n+2:]...)
	return s
}

func unfinishedMerge(d *draft) *spoilt {
	n := d.pick(func(l line) bool { return hasValue(l) })
	text := d.lines[n].text
	s := d.with(n, 0, len(text), "<<<<<<< HEAD\n"+text+"\n=======\n"+text+" and more\n>>>>>>> draft")
	s.places = []place{{n + 1, 1, 13}}
	s.lines = strings.Split(strings.Join(s.lines, "\n"), "\n")
	return s
}
