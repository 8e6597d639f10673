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

// bands are the names of the words and the scores at which they begin. The
// scores were placed on a crosswalk between two revisions of a framework: there
// the first candidate is right 9 times in 10 where it is close, 6 in 10 where
// likely, 4 in 10 where possible, 2 in 10 below that. Between independent
// documents it is right far less often (likely 2 in 10, possible 1 in 10), and
// a right one is among the first five in 6 and 4 of 10: see TestMeasureWords.
var bands = [...]struct {
	name string
	from Score
}{
	Nothing:  {"nothing similar", 0},
	Possible: {"possible", 2000},
	Likely:   {"likely", 3000},
	Close:    {"close", 5000},
}

// Words lists the words, from the most similar.
func Words() []Word { return []Word{Close, Likely, Possible, Nothing} }

// WordOf is the word for a score.
func WordOf(s Score) Word {
	for _, w := range Words() {
		if s >= w.From() {
			return w
		}
	}
	return Nothing
}

// From is the score at which the word begins.
func (w Word) From() Score { return bands[w].from }

// String is the word itself: "likely".
func (w Word) String() string { return bands[w].name }

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
