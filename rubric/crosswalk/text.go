package crosswalk

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"rubrickit/rubric"
)

// hashDigits is how much of a hash is written down: enough to see that a text
// was changed, short enough to stand in a row.
const hashDigits = 8

// TextHash is a short hash of what an item says: its title and text, or its
// descriptors where it has no text. White space does not change it.
//
// It is a part of the SHA-256, in hexadecimal, from its first letter on: no
// spreadsheet takes a word that begins with a letter for a number, as some take
// 12345678 or 1e234567.
func TextHash(it *rubric.Item) string {
	sum := sha256.Sum256([]byte(saying(it)))
	digits := hex.EncodeToString(sum[:])
	if at := strings.IndexAny(digits, "abcdef"); at >= 0 && at+hashDigits <= len(digits) {
		return digits[at : at+hashDigits]
	}
	return digits[:hashDigits]
}

func saying(it *rubric.Item) string {
	parts := []string{flat(it.Title), flat(it.Text)}
	if it.Text == "" {
		for _, l := range it.Levels {
			parts = append(parts, flat(l.Text))
		}
	}
	return strings.Join(parts, "\n")
}

// flat is a text in one line, with single spaces.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }
