package fix

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// closesQuote reports whether the edit closes a text that ends with its line,
// or a key like those on other lines.
func (s slip) closesQuote() bool {
	e, before, behind, ok := s.edit()
	return s.endsLine() || ok && strings.HasPrefix(behind, ":") && s.isKey(before+e.Text)
}

// endsLine reports whether the edit closes what was opened on its line, at
// the end of it.
func (s slip) endsLine() bool {
	e, before, behind, ok := s.edit()
	return ok && strings.TrimSpace(behind) == "" && !strings.Contains(before, " #") &&
		e.Start == e.End && e.Start.Line == s.Start.Line && len(e.Text) == 1
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// quotesText reports whether the edits put a whole text in quotes, from the
// first to the last character of its line, and nothing in it looks like a
// collection or a key. Apostrophes between the letters of a text in single
// quotes are certain too.
func (s slip) quotesText() bool {
	if s.doublesApostrophes() {
		return true
	}
	first, last := s.Edits[0], s.Edits[len(s.Edits)-1]
	before, text := s.around(first)
	_, behind := s.around(last)
	for _, e := range s.Edits {
		if e.Start != e.End || e.Start.Line != first.Start.Line || e.Text != "'" && e.Text != `"` {
			return false
		}
	}
	return len(s.Edits) > 1 && first.Text == last.Text && strings.TrimSpace(behind) == "" && text != "" &&
		beginsValue(before) && !strings.ContainsAny(text[:1], "[{|>-?") && !strings.Contains(text, " #") &&
		!s.holdsKey(text)
}

// beginsValue reports whether a value follows: behind a key or a dash.
func beginsValue(before string) bool {
	before = strings.TrimRight(before, " ")
	return strings.HasSuffix(before, ":") || strings.HasSuffix(before, "-")
}

// holdsKey reports whether a word before a colon may be a key, glued to the end
// of another word or not: two lines may have been joined.
func (s slip) holdsKey(text string) bool {
	for {
		before, after, found := strings.Cut(text, ": ")
		if !found {
			return false
		}
		words := strings.Fields(before)
		if len(words) == 0 {
			return true
		}
		if last := words[len(words)-1]; s.isKeyAnywhere(last) || endsInKey(last) {
			return true
		}
		text = after
	}
}

// formatKeys are the keys of a framework file.
const formatKeys = "rubric id title version publisher language uri source text guidance notes tiers tags scale scales " +
	"items stem weight levels rated retired url retrieved rights note step nulls blank own " +
	"not_applicable not_observed label value from aliases"

// endsInKey reports whether a word ends in a key, or holds a digit as codes do.
func endsInKey(word string) bool {
	return strings.ContainsFunc(word, unicode.IsDigit) || slices.ContainsFunc(strings.Fields(formatKeys), func(key string) bool {
		return strings.HasSuffix(word, key)
	})
}

func (s slip) isKeyAnywhere(word string) bool {
	for n := range s.lines {
		key, _, found := strings.Cut(s.line(n+1), ":")
		if found && n+1 != s.Start.Line && strings.Trim(key, ` -"'`) == word {
			return true
		}
	}
	return false
}

// doublesApostrophes reports whether each edit doubles a ' between letters.
func (s slip) doublesApostrophes() bool {
	for _, e := range s.Edits {
		before, behind := s.around(e)
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(strings.TrimPrefix(behind, "'"))
		if e.Start != e.End || e.Text != "'" || !strings.HasPrefix(behind, "'") || !unicode.IsLetter(last) || !unicode.IsLetter(next) {
			return false
		}
	}
	return true
}

// doublesAll reports whether every backslash of the line is doubled: where
// some of them begin an escape, as in C:\docs\new, it is not known which do.
func (s slip) doublesAll() bool {
	line := s.line(s.Edits[0].Start.Line)
	return strings.Count(line, `\`) == len(s.Edits)
}

// isSpace reports whether the tab stands between words, where it can only have
// been a space. See [repairer.depth] for tabs at the start of a line.
func (s slip) isSpace() bool {
	_, before, _, ok := s.edit()
	return ok && strings.TrimSpace(before) != ""
}
