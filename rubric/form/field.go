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
	Value string // what stands in it; "" in a blank form
}

func headFields(w Words) []Field {
	return []Field{
		{Name: Ratee, Label: w.Ratee, Kind: ShortText},
		{Name: Rater, Label: w.Rater, Kind: ShortText},
		{Name: Group, Label: w.Group, Kind: ShortText},
		{Name: Occasion, Label: w.Date, Kind: Date},
	}
}

func footFields(w Words) []Field {
	return []Field{
		{Name: Notes, Label: w.Notes, Kind: LongText},
		{Name: Signature, Label: w.Signature, Kind: Sign},
		{Name: SignatureDate, Label: w.Date, Kind: Date},
	}
}
