package form

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// BoxName is the name of the field that marks one choice of an item, in formats
// that have a field for each: the name of the item's rating, a dot, and the cell
// of the choice, escaped like a code.
func BoxName(code, cell string) string { return RateName(code) + "." + EscapeCode(cell) }

// CutBoxName is the inverse of [BoxName].
func CutBoxName(name string) (code, cell string, ok bool) {
	item, escaped, found := strings.Cut(name, ".")
	code, rated := RateCode(item)
	cell, written := UnescapeCode(escaped)
	return code, cell, found && rated && written
}

// Tags of text documents have up to so many characters; of a longer name, the
// first stand before a hash of all.
const (
	longestTag = 64
	tagHash    = 16 // hexadecimal digits
	// CutTag stands in every tag that is not the name itself, and in no name.
	CutTag = "~"
)

// Tag is the name of a field as a text document can hold it. No two names share
// one: a name that is cut has [CutTag] in it.
func Tag(name string) string {
	if len(name) <= longestTag {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	return name[:longestTag-tagHash-1] + CutTag + hex.EncodeToString(sum[:])[:tagHash]
}
