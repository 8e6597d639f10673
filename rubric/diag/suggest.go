package diag

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Nearest returns the one of the candidates that is most like the given word,
// or "" when none is close enough to be worth suggesting: a difference of at
// most a third of the word's characters, by Damerau's edit distance (adjacent
// transposition counts once), letters' case ignored.
func Nearest(word string, candidates []string) string {
	limit := max(1, utf8.RuneCountInString(word)/3)
	best, bestDistance := "", limit+1
	for _, c := range candidates {
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// Suggest is a hint that names the nearest of the allowed words, where one is
// near, and otherwise only says what to do.
func Suggest(word string, allowed []string, otherwise string) string {
	if near := Nearest(word, allowed); near != "" {
		return fmt.Sprintf("did you mean %q? %s", near, otherwise)
	}
	return otherwise
}

// distance is the optimal string alignment distance of two words.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, above, row := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(t)]
}
