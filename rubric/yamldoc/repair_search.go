package yamldoc

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// What bounds a search, so that hostile input ends soon. Work is counted in
// bytes parsed instead of in time, so that the same file gives the same
// findings on every machine.
const (
	window     = 25      // lines above the stop that are suspected
	maxLine    = 20_000  // characters; a longer line is not suspected
	maxTrials  = 1_500   // in one search
	baseWork   = 6 << 20 // bytes parsed for one file, besides
	workFactor = 6       // so many times the file's size
)

// misfitCost is what a misfit adds to the cost of a trial that can be parsed.
const misfitCost = 1.0

// search looks for the edit that undoes the slip at which the parser stops.
type search struct {
	*outline
	stop    stop
	fits    func([]string) int // misfits of a text that can be parsed
	work    *int               // bytes that may yet be parsed
	excerpt excerpt
	best    *trial
	score   float64
	further []advance
}

// advance is a trial after which the parser stops further down: the slip may
// be undone, and another one follows.
type advance struct {
	trial
	line int // where it stops then
}

// find returns the repair, its hint complete, or nil when no edit works.
func (s *search) find() *trial {
	trials := s.trials()
	s.try(trials)
	if s.best == nil && len(s.further) > 0 {
		s.advance()
	}
	if s.best == nil || s.excerpt.shift == 0 || s.holds() {
		return s.best
	}
	s.best, s.further, s.excerpt = nil, nil, excerpt{lines: s.lines}
	s.try(trials)
	if s.best == nil {
		s.advance()
	}
	return s.best
}

// trials are the edits to try, cheapest and nearest first.
func (s *search) trials() []trial {
	var out []trial
	suspects := s.suspects()
	for _, n := range suspects {
		for _, t := range s.propose(n) {
			d := s.stop.line - 1 - t.line
			if d < 0 {
				d = 1 - d
			}
			t.cost += 0.03 * float64(min(d, 20))
			out = append(out, t)
		}
	}
	if len(suspects) > 0 {
		s.excerpt = newExcerpt(s.outline, suspects[0], s.stop)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].cost < out[j].cost })
	return out[:min(len(out), maxTrials)]
}

// suspects are the lines that may hold the slip: those shortly above the
// stop, the next, and those further up on which a quote is opened.
func (s *search) suspects() []int {
	last := min(s.stop.line, len(s.lines)-1)
	var out []int
	for n := 0; n <= last; n++ {
		if strings.TrimSpace(s.lines[n]) == "" || len(s.lines[n]) > maxLine {
			continue
		}
		if n >= last-window || len(out) < window && s.opensQuote(n) {
			out = append(out, n)
		}
	}
	return out
}

// opensQuote reports whether a line's value begins with a quote that is not
// closed on the line.
func (s *search) opensQuote(n int) bool {
	if s.indent[n] < 0 || !strings.ContainsAny(s.lines[n], `"'`) {
		return false
	}
	line := s.site(n)
	c := line.at(line.value)
	if c != '"' && c != '\'' {
		return false
	}
	rest := line.text[line.value:line.end]
	w := quotedWidth(rest)
	return w == len(rest) && (w == 1 || rest[w-1] != c)
}

func (s *search) propose(n int) []trial {
	line := s.site(n)
	if line.at(line.start) == '#' {
		return proposeStray(line)
	}
	var out []trial
	for _, kind := range slips() {
		out = append(out, kind.propose(line)...)
	}
	return out
}

// try parses the excerpt with each edit, until none that is left can be
// better than the best found.
func (s *search) try(trials []trial) {
	for _, t := range trials {
		if *s.work <= 0 || s.best != nil && t.cost >= s.score {
			return
		}
		lines := apply(s.excerpt.lines, t.Edits, s.excerpt.shift)
		out := scan(lines)
		*s.work -= out.size + len(lines)
		if out.stop != nil {
			if line := out.stop.line + s.excerpt.shift; line > s.stop.line+1 {
				s.further = append(s.further, advance{t, line})
			}
			continue
		}
		*s.work -= 2 * out.size
		if misfits := s.fits(lines); s.best == nil || t.cost+misfitCost*float64(misfits) < s.score {
			best := t
			s.best, s.score = &best, t.cost+misfitCost*float64(misfits)
			s.best.Hint = hint(t, misfits == 0)
		}
	}
}

func hint(t trial, whole bool) string {
	switch {
	case t.choice:
		return t.action
	case whole:
		return t.action + "; with it the whole file reads well"
	default:
		return t.action + "; with it the file can be read"
	}
}

// holds reports whether the best repair works on the text as on its excerpt,
// and says in its hint how well.
func (s *search) holds() bool {
	lines := apply(s.lines, s.best.Edits, 0)
	out := scan(lines)
	*s.work -= 3 * out.size
	switch {
	case out.stop == nil:
		s.best.Hint = hint(*s.best, s.fits(lines) == 0)
		return true
	default:
		return out.stop.line > s.stop.line+1
	}
}

// maxFurther is how many trials are compared by what they make readable.
const maxFurther = 40

// advance chooses, where no single edit makes the whole file readable, the
// one that makes a part of it readable and fits best.
func (s *search) advance() {
	for _, a := range s.further[:min(len(s.further), maxFurther)] {
		if *s.work <= 0 || s.best != nil && a.cost >= s.score {
			return
		}
		misfits, ok := s.fitsUpTo(a)
		if !ok {
			continue
		}
		if score := a.cost + misfitCost*float64(misfits); s.best == nil || score < s.score {
			best := a.trial
			best.Hint = fmt.Sprintf("%s; with it the file can be read up to line %d", a.action, a.line)
			s.best, s.score = &best, score
		}
	}
}

// fitsUpTo counts the misfits above the next stop: the lines that end there
// are left out until the rest can be parsed.
func (s *search) fitsUpTo(a advance) (misfits int, ok bool) {
	lines := apply(s.excerpt.lines, a.Edits, s.excerpt.shift)
	for n := a.line - 1 - s.excerpt.shift; n > 0 && n > a.line-5-s.excerpt.shift; n-- {
		out := scan(slices.Clone(lines[:n]))
		*s.work -= 3 * out.size
		if out.stop == nil {
			return s.fits(lines[:n]), true
		}
	}
	return 0, false
}
