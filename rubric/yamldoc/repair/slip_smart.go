package repair

import (
	"unicode"

	"rubrickit/rubric/diag"
)

// plainQuote is the plain quote that a typographic one stands for, "" for any
// other character.
func plainQuote(c rune) string {
	switch c {
	case '“', '”', '„', '«', '»':
		return `"`
	case '‘', '’', '‚':
		return "'"
	default:
		return ""
	}
}

// proposeSmartQuote puts plain quotes for typographic ones that enclose a key
// or a value.
func proposeSmartQuote(s *site) []trial {
	out := s.smartPair(s.value, s.end)
	if s.at(s.end-1) == ',' {
		out = append(out, s.smartPair(s.value, s.end-1)...)
	}
	if s.colon >= 0 {
		out = append(out, s.smartPair(s.start, s.colon)...)
	} else if w := s.word(); s.at(w-1) == ':' {
		out = append(out, s.smartPair(s.start, w-1)...)
	}
	return out
}

// smartPair proposes plain quotes at either end of [from, to), where one of
// the two is typographic.
func (s *site) smartPair(from, to int) []trial {
	if to-from < 2 {
		return nil
	}
	open, shut := s.text[from], s.text[to-1]
	at, q := from, plainQuote(open)
	if q == "" {
		at, q = to-1, plainQuote(shut)
	}
	if q == "" {
		return nil
	}
	const message = "typographic quotes do not enclose a text in YAML"
	var both []diag.Edit
	if plainQuote(open) != "" || isQuote(open) {
		both = append(both, s.replace(from, from+1, q))
	}
	if plainQuote(shut) != "" || isQuote(shut) {
		both = append(both, s.replace(to-1, to, q))
	}
	out := []trial{s.trial(sure+0.1, CodeSmartQuote, at, at+1, message, "write "+q, both...)}
	if at == from && (plainQuote(shut) == "" || unicode.IsLetter(shut)) {
		out = append(out, s.trial(sure+0.2, CodeSmartQuote, at, at+1, message, "write "+q+" here, and at the end",
			s.replace(from, from+1, q), s.insert(to, q)))
	}
	return out
}
