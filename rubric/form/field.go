package form

// Kind is what a field takes.
type Kind uint8

// The kinds of fields.
const (
	ShortText Kind = iota // one line
	LongText              // several lines
	Date                  // a day, year first: 2026-03-01
	Sign                  // a signature, by hand
)

// Field is a field of a form that is no rating.
type Field struct {
	Name  string // stable, the same in every format
	Label string // what a person reads
	Kind  Kind
}

func headFields(w Words) []Field {
	return []Field{
		{Ratee, w.Ratee, ShortText},
		{Rater, w.Rater, ShortText},
		{Group, w.Group, ShortText},
		{Occasion, w.Date, Date},
	}
}

func footFields(w Words) []Field {
	return []Field{
		{Notes, w.Notes, LongText},
		{Signature, w.Signature, Sign},
		{SignatureDate, w.Date, Date},
	}
}
