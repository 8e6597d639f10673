package meaning

// continued stands before a piece that goes on with a word.
const continued = "##"

// mostBytes is the length of a word beyond which it is taken for none, and
// longestPiece that of the longest piece: both bound the time for a word.
const (
	mostBytes    = 100
	longestPiece = 18
)

// Pieces takes a word apart into the longest pieces of the table, from left to
// right, as the tokenizer of BERT does (WordPiece). The word is in lower case
// and without accents. A word that has a part with no piece has none at all: it
// is of another script, or no word.
func (t *Table) Pieces(word string) []Piece {
	if len(word) > mostBytes {
		return nil
	}
	var out []Piece
	for from := 0; from < len(word); {
		piece, to := t.longest(word, from)
		if to == from {
			return nil
		}
		out, from = append(out, piece), to
	}
	return out
}

// longest finds the longest piece that stands at from, and where it ends; from
// itself if there is none. What stands at or before a key in the table either
// begins it, or tells how much of the key any piece can begin at most.
func (t *Table) longest(word string, from int) (Piece, int) {
	prefix := ""
	if from > 0 {
		prefix = continued
	}
	key := prefix + word[from:min(len(word), from+longestPiece)]
	for len(key) > len(prefix) {
		p, found := t.atOrBefore(key)
		if !found {
			break
		}
		spelling := t.Spelling(p)
		same := common(key, spelling)
		if same == len(spelling) {
			return p, from + same - len(prefix)
		}
		key = key[:same]
	}
	return 0, from
}

// common is how many bytes two texts begin with alike.
func common(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}
