package sample

// shape is how ratings stand in rows.
type shape struct {
	rows   uint64 // for each form
	header func(*line)
	row    func(l *line, s *sheet, n uint64) // the n-th row of a form
}

// shapes are the shapes of files.
var shapes = []choice[shape]{
	{"long", shape{uint64(len(statements)), longHeader, longRow}},
	{"wide", shape{1, wideHeader, wideRow}},
}

// Shapes lists the shapes of files: long has a row for each rating, wide a row
// for each form with a column for each statement.
func Shapes() []string { return names(shapes) }

func longHeader(l *line) {
	for _, name := range []string{"ratee", "item", "rater", "group", "date", "rating"} {
		l.key([]byte(name))
	}
}

func longRow(l *line, s *sheet, n uint64) {
	l.key(s.ratee.id)
	l.key(statements[n].code)
	l.key(s.rater)
	l.key(s.group)
	l.key(s.date)
	l.answer(s.answer(statements[n]))
}

func wideHeader(l *line) {
	for _, name := range []string{"ratee", "rater", "group", "date"} {
		l.key([]byte(name))
	}
	for _, st := range statements {
		l.key(st.code)
	}
}

func wideRow(l *line, s *sheet, _ uint64) {
	l.key(s.ratee.id)
	l.key(s.rater)
	l.key(s.group)
	l.key(s.date)
	for _, st := range statements {
		l.answer(s.answer(st))
	}
}
