package pdfread

// Value is what an object can be: nil, bool, int, float64, [Name], [String],
// [Array], [Dict], [Ref] or [*Stream].
type Value any

// Name is a name, without its "/" and with its escapes read.
type Name string

// String is a string as it stands in the file; [Text] reads it as text.
type String string

// Ref refers to an object by its number.
type Ref int

// Array is a list of values.
type Array []Value

// Dict is a dictionary.
type Dict map[Name]Value

// Stream is a dictionary with data.
type Stream struct {
	Dict Dict
	raw  []byte
}
