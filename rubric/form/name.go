package form

import (
	"strconv"
	"strings"
)

// The names of the fields that every form has. They are also the names of the
// columns of a ratings file.
const (
	Ratee    = "ratee"    // who is rated
	Rater    = "rater"    // who rates
	Group    = "group"    // as what the rater rates: self, peer, supervisor …
	Occasion = "occasion" // when, a date
	Item     = "item"     // code of what is rated
	Rating   = "rating"   // a level or a null state
	Comment  = "comment"

	Notes         = "notes" // on the form as a whole
	Signature     = "signature"
	SignatureDate = "signature_date"
)

// The columns by which a ratings file names the framework it belongs to.
const (
	FrameworkID          = "framework"
	FrameworkVersion     = "version"
	FrameworkFingerprint = "fingerprint"
)

// The columns that help a person to fill in a file, and that no reader needs.
const (
	Label   = "label"
	Choices = "choices"
)

// The prefixes of the fields that belong to one item.
const (
	ratePrefix    = "rate_"
	pointsPrefix  = "points_"
	commentPrefix = "comment_"
)

// RateName is the name of the field that takes the rating of an item.
func RateName(code string) string { return ratePrefix + EscapeCode(code) }

// PointsName is the name of the field that takes an item's rating as a number,
// where its scale allows more than its levels.
func PointsName(code string) string { return pointsPrefix + EscapeCode(code) }

// CommentName is the name of the field that takes a comment on an item.
func CommentName(code string) string { return commentPrefix + EscapeCode(code) }

// RateCode returns the code of the item whose rating a field takes, and
// whether the name is one that [RateName] makes.
func RateCode(name string) (code string, ok bool) { return cutName(name, ratePrefix) }

// PointsCode is the inverse of [PointsName].
func PointsCode(name string) (code string, ok bool) { return cutName(name, pointsPrefix) }

// CommentCode is the inverse of [CommentName].
func CommentCode(name string) (code string, ok bool) { return cutName(name, commentPrefix) }

func cutName(name, prefix string) (string, bool) {
	escaped, ok := strings.CutPrefix(name, prefix)
	if !ok {
		return "", false
	}
	return UnescapeCode(escaped)
}

// EscapeCode writes a code with nothing but ASCII letters, digits, "-" and
// "_", so that it can stand in the names of fields of every format (a PDF
// field's name may have no dot). Different codes, which are UTF-8, have
// different names:
//
//   - letters, digits and "-" stand for themselves;
//   - "_" stands for a dot, where a letter, a digit, "-" or the end follows;
//   - every other character, "_" too, is "__", its number in hexadecimal, "_".
//
// So 1.2 is 1_2, the code 1_2 is 1__5f_2, and "§ 3" is __a7___20_3.
func EscapeCode(code string) string {
	var b strings.Builder
	for i, r := range code {
		switch {
		case isPlain(r):
			b.WriteRune(r)
		case r == '.' && dotIsSimple(code[i+1:]):
			b.WriteByte('_')
		default:
			b.WriteString("__" + strconv.FormatInt(int64(r), 16) + "_")
		}
	}
	return b.String()
}

func isPlain(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-'
}

// dotIsSimple reports whether a dot before this text can be one "_".
func dotIsSimple(after string) bool { return after == "" || isPlain(rune(after[0])) }

// UnescapeCode returns the code that [EscapeCode] wrote as name, and whether
// there is one.
func UnescapeCode(name string) (code string, ok bool) {
	var b strings.Builder
	for rest := name; rest != ""; {
		if escape, found := strings.CutPrefix(rest, "__"); found {
			digits, after, closed := strings.Cut(escape, "_")
			n, err := strconv.ParseInt(digits, 16, 32)
			if !closed || err != nil {
				return "", false
			}
			b.WriteRune(rune(n))
			rest = after
			continue
		}
		c := rest[0]
		if c == '_' {
			c = '.'
		}
		b.WriteByte(c)
		rest = rest[1:]
	}
	code = b.String()
	return code, EscapeCode(code) == name
}
