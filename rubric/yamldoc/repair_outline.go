package yamldoc

import (
	"strings"
	"unicode"
)

// outline is what the search knows of the text as a whole, read line by line
// without the parser, which has given up on it: hints for what is likely,
// never for what is right.
type outline struct {
	lines  []string
	indent []int          // of each line; -1 where it is blank or a comment
	prose  []bool         // whether a line seems to stand in a block text
	widths map[width]int  // how many lines begin at an indentation
	places map[keyAt]int  // how many keys of a kind begin there
	keys   map[string]int // how often a word stands before a colon
	shapes map[string]int // the same for the shapes of such words
	unit   int            // by how much a line is usually deeper than its parent
}

// width is an indentation, of the lines of block texts or of the others.
type width struct {
	prose   bool
	columns int
}

// keyAt is a kind of key at an indentation. Words are kinds of their own, and
// codes of one shape are one kind.
type keyAt struct {
	kind    string
	columns int
}

func newOutline(lines []string) *outline {
	o := &outline{
		lines: lines, prose: make([]bool, len(lines)), unit: 2,
		widths: map[width]int{}, places: map[keyAt]int{}, keys: map[string]int{}, shapes: map[string]int{},
	}
	steps := map[int]int{}
	block, above := -1, 0
	for n, l := range lines {
		content := strings.TrimLeftFunc(l, unicode.IsSpace)
		indent := len([]rune(l)) - len([]rune(content))
		if content == "" || content[0] == '#' {
			o.indent = append(o.indent, -1)
			continue
		}
		o.indent = append(o.indent, indent)
		o.prose[n] = block >= 0 && indent > block
		o.widths[width{o.prose[n], indent}]++
		if o.prose[n] {
			continue
		}
		block = -1
		if opensBlock(content) {
			block = indent
		}
		steps[indent-above]++
		above = indent
		if s := o.site(n); s.colon >= 0 {
			o.keys[s.key()]++
			o.shapes[shape(s.key())]++
			o.places[keyAt{kindOf(s.key()), indent}]++
		}
	}
	for step, count := range steps {
		if step > 0 && (count > steps[o.unit] || count == steps[o.unit] && step < o.unit) {
			o.unit = step
		}
	}
	return o
}

// opensBlock reports whether a line ends in the header of a block text.
func opensBlock(content string) bool {
	content, _, _ = strings.Cut(content, " #")
	fields := strings.Fields(content)
	if len(fields) == 0 {
		return false
	}
	last := fields[len(fields)-1]
	return len(last) <= 3 && (last[0] == '|' || last[0] == '>')
}

// shape is a word with its digits, capitals and small letters made alike:
// the codes 1.1.3 and 1.2.10 have one shape.
func shape(word string) string {
	var b strings.Builder
	var last rune
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			r = '9'
		case unicode.IsUpper(r):
			r = 'A'
		case unicode.IsLower(r):
			r = 'a'
		}
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}

// kindOf is a code's shape; any other word is a kind of its own.
func kindOf(word string) string {
	if s := shape(word); isCode(s) {
		return s
	}
	return word
}

// isCode reports whether a shape is that of a code, such as 1.1 or RE.
func isCode(shape string) bool {
	return strings.ContainsAny(shape, "9A") && !strings.Contains(shape, "Aa")
}

// knows reports whether a word is likely a key: it stands before a colon
// elsewhere, or looks like the codes that do.
func (o *outline) knows(word string) bool {
	s := shape(word)
	return o.keys[word] > 0 || o.shapes[s] > 0 && isCode(s)
}

// above is the next line above n that is neither blank nor a comment, -1 when
// there is none.
func (o *outline) above(n int) int {
	for n--; n >= 0 && o.indent[n] < 0; n-- {
	}
	return n
}

// below is the same downwards.
func (o *outline) below(n int) int {
	for n++; n < len(o.lines); n++ {
		if o.indent[n] >= 0 {
			return n
		}
	}
	return -1
}

// maxExtent is how many lines a text or a flow collection may run over in a
// trial.
const maxExtent = 40

// proseExtent is the extent of a text: a line that begins with what is likely
// a key is none of it.
func (s *site) proseExtent() int {
	last := s.extent(s.n, s.inner())
	for n := s.n + 1; n <= last; n++ {
		if line := s.outline.site(n); line.colon >= 0 && (s.keys[line.key()] > 1 || !strings.Contains(line.key(), " ")) {
			return n - 1
		}
	}
	return last
}

// extent is the last line of what begins on line n: those below it that stand
// deeper than the given indentation.
func (o *outline) extent(n, indent int) int {
	last := n
	for i := n + 1; i < len(o.lines) && i <= n+maxExtent; i++ {
		if o.indent[i] > indent {
			last = i
		} else if strings.TrimSpace(o.lines[i]) != "" {
			break
		}
	}
	return last
}
