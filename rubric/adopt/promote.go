package adopt

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rubrickit/rubric/internal/lazyregexp"
)

// promotion makes headings of lines in a document that has none, and says how many.
type promotion struct {
	why  string
	make func(lines []line, n *notes) int
}

// promotions are tried in order, until one finds headings.
var promotions = []promotion{
	{"their codes tell how deep they stand", headCodes},
	{"entries without a number follow them", headNumbers},
	{"they are bold", headStrong},
	{"a list follows each", headBefore(func(_, next line) bool { return next.kind == entry })},
	{"they are short, and a longer text follows each", headBefore(isCaption)},
}

// promoted are the lines of a document with headings, if any can be told.
func promoted(lines []line, n *notes) []line {
	if slices.ContainsFunc(lines, func(l line) bool { return l.kind == heading }) {
		return lines
	}
	for _, p := range promotions {
		out := slices.Clone(lines)
		if made := p.make(out, n); made > 0 {
			n.add(place{}, "the text has no headings; %s taken for some, since %s", many(made, "line was", "lines were"), p.why)
			return out
		}
	}
	return lines
}

// numberCode is a code of numbers alone, which tells by itself how deep it stands.
var numberCode = lazyregexp.New(`^[0-9]+(\.[0-9]+)*$`)

// headCodes makes headings of all lines with codes, where most have one and the
// codes are of several depths. A text that goes on after the break of a page is
// joined to what it belongs to.
func headCodes(lines []line, n *notes) int {
	depths, coded := map[int]bool{}, 0
	for _, l := range lines {
		if code, _, ok := leadingCode(l.text); ok && numberCode.MatchString(code) {
			depths[strings.Count(code, ".")] = true
			coded++
		}
	}
	if len(depths) < 2 || coded*2 < len(lines) {
		return 0
	}
	var last *line
	for i := range lines {
		l := &lines[i]
		first, _ := utf8.DecodeRuneInString(l.text)
		code, _, ok := leadingCode(l.text)
		switch {
		case ok && numberCode.MatchString(code):
			l.kind, l.depth = heading, belowTitle+strings.Count(code, ".")
			last = l
		case last != nil && unicode.IsLower(first):
			n.add(l.at, "joined to the text above, since it goes on with a small letter: %q", short(l.text))
			last.text += " " + l.text
			l.text = ""
		case last != nil && strings.HasSuffix(l.text, ":"):
			l.kind, l.depth = entry, 0
		}
	}
	return coded
}

// headNumbers makes headings of numbered entries that other entries follow on the
// same margin.
func headNumbers(lines []line, _ *notes) int {
	numbered := func(l line) bool { return l.kind == entry && l.numbered && l.depth == 0 }
	heads := 0
	for i, l := range lines[:max(len(lines)-1, 0)] {
		if next := lines[i+1]; numbered(l) && next.kind == entry && !next.numbered && next.depth == 0 {
			heads++
		}
	}
	if heads < 2 {
		return 0
	}
	return head(lines, numbered)
}

// headStrong makes headings of paragraphs that are bold.
func headStrong(lines []line, _ *notes) int {
	return head(lines, func(l line) bool { return l.kind == paragraph && l.strong })
}

// headBefore makes headings of short paragraphs by what follows them.
func headBefore(fits func(l, next line) bool) func([]line, *notes) int {
	return func(lines []line, _ *notes) int {
		places := map[place]bool{}
		for i, l := range lines[:max(len(lines)-1, 0)] {
			if l.kind == paragraph && isBrief(l.text) && fits(l, lines[i+1]) {
				places[l.at] = true
			}
		}
		return head(lines, func(l line) bool { return l.kind == paragraph && places[l.at] })
	}
}

// isCaption reports whether a text that follows a short one is what that is about.
func isCaption(l, next line) bool {
	return next.kind == paragraph && len(next.text) > 2*len(l.text) && strings.HasSuffix(plainOf(next.text), ".")
}

// isBrief reports whether a text is short and no sentence.
func isBrief(text string) bool {
	plain := plainOf(text)
	return plain != "" && utf8.RuneCountInString(plain) <= 100 && !strings.ContainsAny(plain[len(plain)-1:], ".:;!?")
}

// head makes headings of the lines that fit, unless there is only one.
func head(lines []line, fits func(line) bool) int {
	made := 0
	for _, l := range lines {
		if fits(l) {
			made++
		}
	}
	if made < 2 {
		return 0
	}
	for i := range lines {
		if fits(lines[i]) {
			lines[i].kind, lines[i].depth = heading, belowTitle
		}
	}
	return made
}
