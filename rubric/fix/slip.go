package fix

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/diag"
)

// slip is a finding in the text that it is about. Its edits stand in the text,
// each within a line.
type slip struct {
	text
	diag.Diagnostic
}

// edit is the finding's only edit with the line that it stands on, before and
// behind it; false where there are several.
func (s slip) edit() (e diag.Edit, before, behind string, ok bool) {
	if len(s.Edits) != 1 {
		return e, "", "", false
	}
	e = s.Edits[0]
	before, behind = s.around(e)
	return e, before, behind, true
}

// around is the line before and behind an edit.
func (s slip) around(e diag.Edit) (before, behind string) {
	from, _ := s.offset(e.Start)
	to, _ := s.offset(e.End)
	l := s.lines[e.Start.Line-1]
	return string(s.data[l.start:from]), string(s.data[to:l.end])
}

func (s slip) always() bool { return true }

// endsKnownKey reports whether the colon comes after a word that is a key on
// other lines at this indentation, or a number among such lines with numbers,
// or a known key where no text goes on: a word of a text would not be.
func (s slip) endsKnownKey() bool {
	e, before, _, ok := s.edit()
	return ok && (s.isKey(before) || s.opensBlock(e.Start.Line-1) && s.isKeyAnywhere(strings.Trim(before, ` -"'`)))
}

// opensBlock reports whether a key without a value stands on the given line,
// or on the next one above that is not blank: no text goes on below it.
func (s slip) opensBlock(line int) bool {
	for ; line > 0; line-- {
		if l := strings.TrimSpace(s.line(line)); l != "" {
			return strings.HasSuffix(l, ":")
		}
	}
	return false
}

// missesSpace reports whether the space is missing after such a key, or after
// the dash of an entry that is no negative number.
func (s slip) missesSpace() bool {
	e, before, behind, ok := s.edit()
	if !ok {
		return false
	}
	key, colon := strings.CutSuffix(before, ":")
	if colon || e.Text == ": " {
		return s.isKey(key)
	}
	first, _ := utf8.DecodeRuneInString(behind)
	return strings.HasSuffix(before, "-") && unicode.IsLetter(first)
}

// isKey compares the beginning of a line with the keys that stand on other
// lines.
func (s slip) isKey(line string) bool {
	for n := range s.lines {
		key, _, found := strings.Cut(s.line(n+1), ":")
		if found && n+1 != s.Edits[0].Start.Line && (key == line || digits(key) == digits(line) && key != digits(key)) {
			return true
		}
	}
	return false
}

// digits is a text with a 0 for every group of digits.
func digits(text string) string {
	var out strings.Builder
	last := ' '
	for _, r := range text {
		if unicode.IsDigit(r) {
			r = '0'
		}
		if r != '0' || last != '0' {
			out.WriteRune(r)
		}
		last = r
	}
	return out.String()
}
