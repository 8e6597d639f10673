package repair_test

import (
	"strings"
	"unicode"
)

// pickPlain chooses a line on which a plain text of several words stands.
func (d *draft) pickPlain(p part) int {
	return d.pick(func(l line) bool {
		text := l.tail()
		if p == further {
			text = strings.TrimSpace(l.text)
		}
		return l.part == p && text != "" && unicode.IsLetter(rune(text[0])) && strings.Contains(text, " ") && !strings.ContainsAny(text, `#"'[]{}:`)
	})
}

// between is the place of a space in a line's text.
func (d *draft) between(n int) int {
	l := d.lines[n]
	var all []int
	for i := max(l.value, l.indent); i < len(l.text); i++ {
		if l.text[i] == ' ' {
			all = append(all, i)
		}
	}
	return all[d.r.IntN(len(all))]
}

func (d *draft) plainPart() part {
	if d.r.IntN(2) == 0 {
		return further
	}
	return keyed
}

func colonInText(d *draft) *spoilt {
	n := d.pickPlain(d.plainPart())
	if n < 0 {
		return nil
	}
	at := d.between(n)
	words := d.choose(":", " as follows:", " (for example:", " note:")
	s := d.with(n, at, at, words)
	s.places[0].from = s.places[0].to - 1
	return s
}

func reservedFirst(d *draft) *spoilt {
	n := d.pickPlain(keyed)
	if n < 0 {
		return nil
	}
	at := d.lines[n].value
	words := d.choose("*", "& ", "@", "`", "% ", "!", "[1] ", "{draft} ", "**", "| ", "> ", "&", "%", "@staff ", "- ", "? ", ", ", "] ")
	return d.with(n, at, at, words)
}

func quotedWordFirst(d *draft) *spoilt {
	n := d.pickPlain(keyed)
	if n < 0 {
		return nil
	}
	at := d.lines[n].value
	return d.with(n, at, at, d.choose(`"Quoted" `, "'Own' "))
}

func hashInText(d *draft) *spoilt {
	n := d.pickPlain(d.plainPart())
	if n < 0 {
		return nil
	}
	at := d.between(n)
	s := d.with(n, at, at, d.choose(" #1", " #schoolpride", " (see #4)"))
	return s
}
