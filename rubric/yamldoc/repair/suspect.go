package repair

import (
	"slices"
	"strings"
)

// What is suspected of holding the slip.
const (
	window  = 25    // lines above the stop
	maxFar  = 25    // lines further up
	maxLine = 5_000 // bytes; a longer line is not suspected
)

// suspects are the lines that may hold the slip, from above: further up those
// that hold the place of the stop and those that look odd by themselves, and
// from near on each down to the one below the stop.
func (o *outline) suspects(at Stop) (lines []int, near int) {
	last := min(at.Line, len(o.lines)-1)
	near = max(0, last-window)
	far := o.parents(last)
	for n := near - 1; n >= 0 && len(far) < maxFar; n-- {
		if o.odd(n) {
			far = append(far, n)
		}
	}
	for n := near; n <= last; n++ {
		far = append(far, n)
	}
	slices.Sort(far)
	return slices.DeleteFunc(slices.Compact(far), func(n int) bool {
		return len(o.lines[n]) > maxLine || blankLine(o.lines[n])
	}), near
}

// odd reports whether a line has a space that is none, or a quote without a
// partner: an odd number of double ones, or a value in single ones that does
// not end with the line.
func (o *outline) odd(n int) bool {
	if o.indent[n] < 0 || o.prose[n] || len(o.lines[n]) > maxLine {
		return false
	}
	if strings.Count(o.lines[n], `"`)%2 == 1 {
		return true
	}
	s := o.site(n)
	if first, _ := s.oddSpaces(); first >= 0 || slices.Contains(s.text[:s.indent], '\t') {
		return true
	}
	return s.at(s.value) == '\'' && len(unescaped(s.stretch(s.value, n), '\''))%2 == 1
}

// propose lists the trials for a line.
func (o *outline) propose(n int) []trial {
	s := o.site(n)
	if s.at(s.start) == '#' {
		return proposeStray(s)
	}
	var out []trial
	for _, kind := range slips() {
		if !o.prose[n] || kind.prose {
			out = append(out, kind.propose(s)...)
		}
	}
	return out
}
