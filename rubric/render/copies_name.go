package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rubrickit/rubric"
)

// CopiesOf names copies for forms: by who is rated, and, where there are several
// about one person, by what else the forms say; "okafor-ada", "okafor-ada-coach".
// The names can be those of files on every system: they have letters of any
// script, digits and hyphens alone, are not too long, none of them is reserved,
// and no two are the same where case does not count.
func CopiesOf(forms []rubric.Form) []Copy {
	about := map[string]int{}
	for _, f := range forms {
		about[f.Ratee]++
	}
	taken := map[string]bool{}
	out := make([]Copy, len(forms))
	for i, f := range forms {
		name := fileName(f.Ratee)
		if about[f.Ratee] > 1 {
			name = fileName(f.Ratee, f.Rater, f.Group, f.Occasion)
		}
		out[i] = Copy{freeName(name, taken), f}
	}
	return out
}

// freeName is a name, or the first with a number behind it that is not taken, and
// takes it.
func freeName(name string, taken map[string]bool) string {
	free := name
	for n := 2; taken[nameKey(free)]; n++ {
		free = fmt.Sprintf("%s-%d", name, n)
	}
	taken[nameKey(free)] = true
	return free
}

// nameKey is the same for names that some system does not tell apart.
func nameKey(name string) string { return strings.ToLower(norm.NFKC.String(name)) }

// longestName is how many bytes a name may have: systems allow 255 for a file's,
// and some of them 260 characters for all folders with it.
const longestName = 100

// fileName makes a name of texts.
func fileName(texts ...string) string {
	var words []string
	for _, text := range texts {
		words = append(words, strings.FieldsFunc(norm.NFC.String(text), notInName)...)
	}
	name := strings.ToLower(strings.Join(words, "-"))
	for len(name) > longestName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	name = strings.Trim(name, "-")
	if name == "" || isReserved(name) {
		return strings.Trim(name+"-form", "-")
	}
	return name
}

// notInName reports whether a character stands in no name: all but letters, the
// marks upon them, digits and hyphens.
func notInName(r rune) bool {
	return r == utf8.RuneError || r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// isReserved reports whether Windows takes a name for that of a device, whatever
// its extension.
func isReserved(name string) bool {
	stem := strings.TrimRight(name, "0123456789")
	numbered := len(name) == len(stem)+1 && slices.Contains([]string{"com", "lpt"}, stem)
	return numbered || slices.Contains([]string{"con", "prn", "aux", "nul"}, name)
}
