package match

import "slices"

// Word is what a score is called. It ranks a candidate for review and claims
// nothing more; "nothing similar" is said of words, not of meaning.
type Word uint8

// The words, from the least similar.
const (
	Nothing Word = iota
	Possible
	Likely
	Close
)

// names of the words.
var names = [...]string{Nothing: "nothing similar", Possible: "possible", Likely: "likely", Close: "close"}

// Words lists the words, from the most similar.
func Words() []Word { return []Word{Close, Likely, Possible, Nothing} }

// String is the word itself: "likely".
func (w Word) String() string { return names[w] }

// MarshalText writes the word itself.
func (w Word) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// ParseWord returns the word with this name and whether there is one.
func ParseWord(name string) (Word, bool) {
	words := Words()
	i := slices.IndexFunc(words, func(w Word) bool { return w.String() == name })
	if i < 0 {
		return Nothing, false
	}
	return words[i], true
}
