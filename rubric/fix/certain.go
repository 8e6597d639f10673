package fix

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// kind is a row of the table of certain repairs: the findings of one code
// whose edits [Repair] makes. A repair is certain where the text could not have
// meant anything else; a likely one is left to the author, who finds it in the
// hint. So no line is joined, broken or taken away; for lines that are moved
// see [repairer.depth].
type kind struct {
	code diag.Code
	// certain looks at the finding and the text around it.
	certain func(slip) bool
	// syntax says that YAML could not read the file before.
	syntax bool
	// rewrites says that letters change: the ones that stand there were never
	// written.
	rewrites bool
}

func kinds() []kind {
	return []kind{
		{code: yamldoc.CodeMissingColon, certain: slip.endsKnownKey, syntax: true},
		{code: yamldoc.CodeMissingSpace, certain: slip.missesSpace, syntax: true},
		{code: yamldoc.CodeUnclosedQuote, certain: slip.closesQuote, syntax: true},
		{code: yamldoc.CodeUnclosedBracket, certain: slip.endsLine, syntax: true},
		{code: yamldoc.CodeQuoteInText, certain: slip.quotesText, syntax: true},
		{code: yamldoc.CodeColonInText, certain: slip.quotesText, syntax: true},
		{code: yamldoc.CodeReservedCharacter, certain: slip.quotesText, syntax: true},
		{code: yamldoc.CodeBackslash, certain: slip.doublesAll, syntax: true},
		{code: yamldoc.CodeSmartQuote, certain: slip.always, syntax: true},
		{code: yamldoc.CodeTab, certain: slip.isSpace, syntax: true},
		{code: yamldoc.CodeNoBreakSpace, certain: slip.always, syntax: true},
		{code: yamldoc.CodeControlCharacter, certain: slip.always, syntax: true},
		{code: "stray-glyph", certain: slip.always},
		{code: "invisible-character", certain: slip.always},
		{code: "mojibake", certain: slip.always, rewrites: true},
	}
}

// kindOf returns the row for a code, nil where none is certain.
func kindOf(code diag.Code) *kind {
	for _, k := range kinds() {
		if k.code == code {
			return &k
		}
	}
	return nil
}

// isSyntax reports whether a finding is what YAML stops at.
func isSyntax(code diag.Code) bool {
	k := kindOf(code)
	return k != nil && k.syntax || slices.Contains([]diag.Code{yamldoc.CodeIndentation, yamldoc.CodeMissingDash,
		yamldoc.CodeMissingComma, yamldoc.CodeJoinedLines, yamldoc.CodeStrayText, yamldoc.CodeTextCut}, code)
}

// isCertain reports whether the edits of a finding are to be made.
func (t text) isCertain(d diag.Diagnostic) bool {
	k := kindOf(d.Code)
	return k != nil && len(d.Edits) > 0 && (k.rewrites || t.keepsWords(d.Edits)) && k.certain(slip{t, d})
}

// slip is a finding in the text that it is about.
type slip struct {
	text
	diag.Diagnostic
}

// edit is the finding's only edit with the line that it stands on, before and
// behind it; false where there are several.
func (s slip) edit() (e diag.Edit, before, behind string, ok bool) {
	if len(s.Edits) != 1 || s.Edits[0].Start.Line != s.Edits[0].End.Line {
		return e, "", "", false
	}
	e = s.Edits[0]
	before, behind = s.around(e)
	return e, before, behind, true
}

// around is the line before and behind an edit that stands within a line.
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

// closesQuote reports whether the edit closes a text that ends with its line,
// or a key like those on other lines.
func (s slip) closesQuote() bool {
	e, before, behind, ok := s.edit()
	return s.endsLine() || ok && strings.HasPrefix(behind, ":") && s.isKey(before+e.Text)
}

// endsLine reports whether the edit closes what was opened on its line, at
// the end of it, and no text goes on below.
func (s slip) endsLine() bool {
	e, before, behind, ok := s.edit()
	return ok && strings.TrimSpace(behind) == "" && !strings.Contains(before, " #") &&
		e.Start == e.End && e.Start.Line == s.Start.Line && len(e.Text) == 1 && !s.goesOn(e.Start.Line)
}

// goesOn reports whether the next line that is not blank is deeper.
func (s slip) goesOn(line int) bool {
	for n := line + 1; n <= len(s.lines); n++ {
		if below := s.line(n); strings.TrimSpace(below) != "" {
			return indentOf(below) > indentOf(s.line(line))
		}
	}
	return false
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
		!s.holdsKey(text) && !s.goesOn(first.Start.Line)
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
