package repair

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
)

// reserved are the characters that mean something to YAML at the start of a
// text.
const reserved = "[]{}*&!%@`>|#,?:-"

// proposeText puts quotes around a text that YAML takes for something else:
// one that begins with a reserved character, or has ": " or " #" in it.
func proposeText(s *site) []trial {
	if s.value >= s.end || isQuote(s.at(s.value)) {
		return nil
	}
	var out []trial
	if last := s.proseExtent(); last > s.n {
		out = append(out, quoteText(s.stretch(s.value, last), 0)...)
	}
	return append(out, quoteText(s.stretch(s.value, s.n), 0.05)...)
}

// quoteText quotes a text for the first reason that it holds.
func quoteText(t stretch, more float64) []trial {
	if isHeader(t) || strings.Trim(string(t.text), "]},") == "" {
		return nil
	}
	if c := t.text[0]; strings.ContainsRune(reserved, c) {
		return wrap(t, plausible+0.1+more, CodeReservedCharacter, 0, 1,
			fmt.Sprintf("the text begins with %q, which means something else in YAML", string(c)))
	}
	for i, c := range t.text {
		next := t.char(i + 1)
		if c == ':' && (next == ' ' || next == '\n' || next == '\t') {
			return wrap(t, plausible+more, CodeColonInText, i, i+1,
				`the text has ": " in it, so YAML takes what stands before it for a key`)
		}
		if c == '#' && i > 0 && (t.text[i-1] == ' ' || t.text[i-1] == '\n') {
			return wrap(t, plausible+more, CodeTextCut, i, i+1, "the text ends before ` #`: YAML takes the rest of the line for a comment")
		}
	}
	return nil
}

// isHeader reports whether the text is the header of a block text and what
// belongs to it.
func isHeader(t stretch) bool {
	first, _, _ := strings.Cut(string(t.text), "\n")
	return opensBlock(first) && len(strings.Fields(first)) == 1
}

// wrap encloses a text in quotes: in double ones where that spares doubling
// an apostrophe.
func wrap(t stretch, cost float64, code diag.Code, from, to int, message string) []trial {
	text := string(t.text)
	q := "'"
	if strings.Contains(text, "'") && !strings.ContainsAny(text, `"\`) {
		q = `"`
	}
	edits := []diag.Edit{t.insert(0, q)}
	if q == "'" {
		for _, i := range t.all('\'') {
			edits = append(edits, t.insert(i, "'"))
		}
	}
	edits = append(edits, t.insert(len(t.text), q))
	return []trial{t.trial(cost, code, from, to, message, fmt.Sprintf("put the text in quotes: %s…%s", q, q), edits...)}
}
