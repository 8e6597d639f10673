package repair

import (
	"strings"
	"sync"
	"unicode"

	"rubrickit/rubric/diag"
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
	// The edits of all lines, which many trials share; found when first asked for.
	allTabs   func() []diag.Edit
	allSpaces func() spaceEdits
}

// width is an indentation, of the lines of block texts or of the others.
type width struct {
	prose   bool
	columns int
}

// keyAt is a kind of key at an indentation.
type keyAt struct {
	kind    string
	columns int
}

func newOutline(lines []string) *outline {
	o := &outline{
		lines: lines, indent: make([]int, len(lines)), prose: make([]bool, len(lines)), unit: 2,
		widths: map[width]int{}, places: map[keyAt]int{}, keys: map[string]int{}, shapes: map[string]int{},
	}
	o.allTabs, o.allSpaces = sync.OnceValue(o.untab), sync.OnceValue(o.unspace)
	steps := map[int]int{}
	block, above := -1, 0 // indentation of the key of a block text, of the line above
	for n, l := range lines {
		s := o.site(n)
		o.indent[n] = s.indent
		if s.at(s.indent) == '#' || s.indent >= s.end {
			o.indent[n] = -1
			continue
		}
		o.prose[n] = block >= 0 && s.indent > block && !o.knowsPlace(s)
		o.widths[width{o.prose[n], s.indent}]++
		if o.prose[n] {
			continue
		}
		block = -1
		if opensBlock(l) {
			block = s.indent
		}
		steps[s.indent-above]++
		above = s.indent
		o.count(s)
	}
	o.unit = commonest(steps, o.unit)
	return o
}

// count takes note of a line's key.
func (o *outline) count(s *site) {
	if s.colon < 0 {
		return
	}
	o.keys[s.key()]++
	o.shapes[shape(s.key())]++
	o.places[keyAt{kindOf(s.key()), s.indent}]++
}

// keyed reports whether a line is likely meant to have a key.
func (o *outline) keyed(n int) bool {
	if o.indent[n] < 0 || o.prose[n] {
		return false
	}
	s := o.site(n)
	return s.colon >= 0 && !strings.Contains(s.key(), " ")
}

// knowsPlace reports whether keys like the line's have stood at its
// indentation before.
func (o *outline) knowsPlace(s *site) bool {
	return s.colon >= 0 && o.places[keyAt{kindOf(s.key()), s.indent}] > 0
}

// maxUnit is the widest indentation that is taken for a unit.
const maxUnit = 8

// commonest is the step that is counted most often, a given one where no
// other is more common.
func commonest(steps map[int]int, unit int) int {
	for step := 1; step <= maxUnit; step++ {
		if steps[step] > steps[unit] {
			unit = step
		}
	}
	return unit
}

// opensBlock reports whether a line ends in the header of a block text.
func opensBlock(line string) bool {
	line, _, _ = strings.Cut(line, " #")
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return false
	}
	last := fields[len(fields)-1]
	return len(last) <= 3 && (last[0] == '|' || last[0] == '>')
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

// extent is the last line of what begins on line n: those below it that stand
// deeper than the given indentation.
func (o *outline) extent(n, indent int) int {
	last := n
	for i := n + 1; i < len(o.lines) && i <= n+maxExtent; i++ {
		if o.indent[i] > indent {
			last = i
		} else if !blankLine(o.lines[i]) {
			break
		}
	}
	return last
}

func blankLine(line string) bool {
	return strings.IndexFunc(line, func(r rune) bool { return !unicode.IsSpace(r) }) < 0
}
