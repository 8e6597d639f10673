package repair_test

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/yamldoc"
)

// draft is a well-written file, about to be spoilt.
type draft struct {
	name  string
	hand  string // who wrote it
	lines []line
	r     *rand.Rand
}

// line is a line of a draft, and what is known of it since it is well written.
type line struct {
	text   string
	indent int
	part   part
	// byte columns, -1 where there is no such thing
	key, colon, value int
}

type part uint8

const (
	blank   part = iota
	keyed        // key: value
	dashed       // - entry
	prose        // a line of a block text
	further      // a text or collection that goes on
)

// spoilt is the file with a slip in it and where that is: any of the places
// will do, since some slips can be seen in two ways.
type spoilt struct {
	lines  []string
	places []place
}

func (s *spoilt) text() string { return strings.Join(s.lines, "\n") + "\n" }

func readable(s *spoilt) bool { return yamldoc.Reads([]byte(s.text())) }

// place is a stretch of a line; line and columns count from 1.
type place struct{ line, from, to int }

var keyPattern = regexp.MustCompile(`^( *)("[^"]*"|[^\s"'\[{#-][^:#]*):(?: (.*))?$`)

func newDraft(name, hand, text string) *draft {
	d := &draft{name: name, hand: hand}
	block, under, open := -1, -1, 0 // indentation of a block text, of a value that goes on; brackets open
	for _, t := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		l := line{text: t, key: -1, colon: -1, value: -1}
		content := strings.TrimLeft(t, " ")
		l.indent = len(t) - len(content)
		m := keyPattern.FindStringSubmatchIndex(t)
		switch {
		case content == "" || content[0] == '#' || content == "---":
		case block >= 0 && l.indent > block:
			l.part = prose
		case open > 0 || under >= 0 && l.indent > under:
			l.part = further
			open += depth(content, open > 0)
		default:
			block, under, open = -1, -1, 0
			if m != nil {
				l.part, l.key, l.colon, l.value = keyed, m[4], m[5], m[6]
			} else {
				l.part, l.value = dashed, l.indent+2
			}
			switch value := l.tail(); {
			case value == "":
			case strings.ContainsAny(value[:1], "|>"):
				block = l.indent
			default:
				under, open = l.indent, depth(value, false)
			}
		}
		d.lines = append(d.lines, l)
	}
	return d
}

// tail is the line's value, as far as it stands on the line.
func (l line) tail() string {
	if l.value < 0 {
		return ""
	}
	return l.text[l.value:]
}

var quotedPattern = regexp.MustCompile(`"(\\.|[^"\\])*"`)

// depth is by how many brackets a value, or a line within brackets, opens more
// than it closes.
func depth(text string, within bool) int {
	if !within && !strings.ContainsAny(text[:1], "[{") {
		return 0
	}
	text = quotedPattern.ReplaceAllString(text, "")
	return strings.Count(text, "{") + strings.Count(text, "[") - strings.Count(text, "}") - strings.Count(text, "]")
}

// pick is a line chosen from those that will do, -1 where none does.
func (d *draft) pick(ok func(line) bool) int {
	var all []int
	for i, l := range d.lines {
		if ok(l) {
			all = append(all, i)
		}
	}
	if len(all) == 0 {
		return -1
	}
	return all[d.r.IntN(len(all))]
}

func (d *draft) texts() []string {
	out := make([]string, len(d.lines))
	for i, l := range d.lines {
		out[i] = l.text
	}
	return out
}

// with gives the file with the bytes [from, to) of a line replaced, and the
// slip's place there.
func (d *draft) with(n, from, to int, text string) *spoilt {
	out := d.texts()
	old := out[n]
	out[n] = old[:from] + text + old[to:]
	at := utf8.RuneCountInString(old[:from]) + 1
	return &spoilt{out, []place{{n + 1, at, at + utf8.RuneCountInString(text)}}}
}

// also adds a place, by byte columns of the spoilt line.
func (s *spoilt) also(n, from, to int) *spoilt {
	text := s.lines[n]
	s.places = append(s.places, place{n + 1, utf8.RuneCountInString(text[:from]) + 1, utf8.RuneCountInString(text[:to]) + 1})
	return s
}

func (d *draft) choose(words ...string) string { return words[d.r.IntN(len(words))] }
