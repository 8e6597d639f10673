package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/unicode/norm"
)

// Typesetter sets text in lines, and remembers what its fonts lack.
type Typesetter struct {
	gaps gapSet
}

// word is what stands between two places where a line may end.
type word struct {
	parts  []part
	width  float64 // without the spaces at its end
	spaces float64
}

// Lines sets a paragraph: lines are as long as fits into the width, and end
// where Unicode Standard Annex #14 lets them. A word that is wider than a line
// is broken between letters.
func (t *Typesetter) Lines(spans []Span, width float64) []Line {
	text, ends := joined(spans)
	s := setting{typesetter: t, spans: spans, ends: ends, width: width}
	state, at := -1, 0
	for text != "" {
		var segment string
		segment, text, _, state = uniseg.FirstLineSegmentInString(text, state)
		s.place(at, strings.TrimSuffix(segment, hardBreak))
		at += len(segment)
		if strings.HasSuffix(segment, hardBreak) {
			s.endLine()
		}
	}
	if len(s.line.parts) > 0 {
		s.endLine()
	}
	return s.lines
}

// Width is how long a text is on one line.
func (t *Typesetter) Width(text string, style *Style) float64 {
	lines := t.Lines([]Span{{Text: text, Style: style}}, 1e9)
	if len(lines) == 0 {
		return 0
	}
	return lines[0].Width
}

// hardBreak ends a line in the joined text of a paragraph.
const hardBreak = "\n"

// joined is the text of a paragraph, and where each span of it ends.
func joined(spans []Span) (string, []int) {
	var b strings.Builder
	ends := make([]int, len(spans))
	for i, s := range spans {
		b.WriteString(cleaned(s.Text))
		if s.Break {
			b.WriteString(hardBreak)
		}
		ends[i] = b.Len()
	}
	return b.String(), ends
}

// cleaned is a text with composed letters, and without signs that control
// something else than how its lines break.
func cleaned(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || r == utf8.RuneError:
			return -1
		case unicode.Is(unicode.Zs, r) && r != '\u00a0' && r != '\u202f', r == '\t', r == '\n', r == '\r', r == '\u2028', r == '\u2029', r == '\u0085':
			return ' '
		case unicode.IsControl(r):
			return -1
		default:
			return r
		}
	}, norm.NFC.String(text))
}

// setting is a paragraph that is being set.
type setting struct {
	typesetter *Typesetter
	spans      []Span
	ends       []int
	width      float64
	span       int // the one that is being read
	line       Line
	lines      []Line
}

// place puts a segment of the text, which begins at an offset, on the line, or
// on the next one.
func (s *setting) place(at int, segment string) {
	w := s.word(at, segment)
	if w.width > s.width+hair {
		s.placeLetters(at, segment)
		return
	}
	s.put(w)
}

func (s *setting) put(w word) {
	if len(s.line.parts) > 0 && s.line.Width+s.line.spaces+w.width > s.width+hair {
		s.endLine()
	}
	s.line.add(w)
}

// placeLetters puts a segment that is too wide on as many lines as it needs.
func (s *setting) placeLetters(at int, segment string) {
	for segment != "" {
		cluster, rest, _, _ := uniseg.FirstGraphemeClusterInString(segment, -1)
		s.put(s.word(at, cluster))
		at, segment = at+len(cluster), rest
	}
}

// endLine ends the line; an empty one is as high as the text around it.
func (s *setting) endLine() {
	if s.line.Height == 0 {
		s.line.Height = s.spans[s.span].Style.Leading
	}
	s.lines = append(s.lines, s.line)
	s.line = Line{}
}

// word shapes a segment of the text.
func (s *setting) word(at int, segment string) word {
	var w word
	for segment != "" {
		for s.span = 0; s.ends[s.span] <= at; s.span++ {
		}
		n := min(len(segment), s.ends[s.span]-at)
		s.typesetter.shape(&w, &s.spans[s.span], segment[:n])
		at, segment = at+n, segment[n:]
	}
	return w
}
