package sample

// quote says which fields stand in quotes; no field needs them.
type quote struct{ keys, answers bool }

// quotes are the ways to quote.
var quotes = []choice[quote]{
	{"none", quote{}},
	{"labels", quote{answers: true}},
	{"all", quote{keys: true, answers: true}},
}

// Quotes lists which fields can stand in quotes: none, the labels of levels, or
// all, the header and blanks included.
func Quotes() []string { return names(quotes) }

// line is a line of CSV that is being written.
type line struct {
	quote
	text []byte
}

// key adds a field that says whom, what, who or when; answer one that rates.
func (l *line) key(s []byte)    { l.field(s, l.keys) }
func (l *line) answer(s []byte) { l.field(s, l.answers) }

func (l *line) field(s []byte, quoted bool) {
	if quoted {
		l.text = append(append(append(l.text, '"'), s...), '"', ',')
		return
	}
	l.text = append(append(l.text, s...), ',')
}

// end returns the line, and begins the next in the same place.
func (l *line) end() []byte {
	whole := l.text
	whole[len(whole)-1] = '\n'
	l.text = whole[:0]
	return whole
}
