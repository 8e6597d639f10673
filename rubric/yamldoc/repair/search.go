package repair

import "sort"

// What bounds a search, so that hostile input ends soon. Work is counted in
// bytes parsed instead of in time, so that the same file gives the same
// findings on every machine. Of the slips that are measured (see
// BenchmarkSlips), all but one in some thousands need less.
const (
	maxTrials  = 1_500   // in one search
	baseWork   = 3 << 20 // bytes parsed for one slip, besides
	workFactor = 3       // so many times the file's size
	maxWork    = 2       // so many times as much for all slips of a file
	hopeWork   = 2 << 20 // bytes parsed until a first edit works, besides
	hopeFactor = 8       // so many times the size of what is parsed
)

// distanceCost is what a trial costs for each line between it and the stop,
// up to maxDistance lines.
const (
	distanceCost = 0.03
	maxDistance  = 20
)

// search looks for the edit that undoes the slip at which the parser stops.
type search struct {
	*outline
	stop    Stop
	parser  Parse
	fits    Judge
	work    int // bytes that may yet be parsed
	excerpt excerpt
	keys    []int  // lines with a key to look at among the first n of the excerpt
	whole   *tried // the best trial after which the whole text can be parsed
	part    *tried // the best after which the parser stops further down
}

// find returns the repair, with its effect, or nil when no edit works.
func (s *search) find() *trial {
	trials := s.trials()
	s.try(trials)
	best := s.best()
	if best != nil && s.excerpt.from != nil && !s.holds(best, s.lines) {
		s.whole, s.part = nil, nil
		s.look(excerpt{lines: s.lines})
		s.try(trials)
		best = s.best()
	}
	return best
}

// look takes an excerpt to try the edits in.
func (s *search) look(e excerpt) {
	s.excerpt, s.keys = e, make([]int, 1, len(e.lines)+1)
	for i := range e.lines {
		n := s.keys[i]
		if s.keyed(e.line(i+1) - 1) {
			n++
		}
		s.keys = append(s.keys, n)
	}
}

// trials are the edits to try, cheapest and nearest first.
func (s *search) trials() []trial {
	suspects, near := s.suspects(s.stop)
	s.look(newExcerpt(s.outline, suspects, near, s.stop, s.parser))
	var out []trial
	for _, n := range suspects {
		for _, t := range s.propose(n) {
			t.cost += distanceCost * float64(min(distance(s.stop.Line-1, t.line), maxDistance))
			out = append(out, t)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].cost < out[j].cost })
	return out[:min(len(out), maxTrials)]
}

// distance is how far a line is above the stop. A line below it is further off
// than one as far above.
func distance(stop, line int) int {
	if line > stop {
		return 1 + line - stop
	}
	return stop - line
}

// try parses the excerpt with each edit, until none that is left can be
// better than the best found, or none has worked for long.
func (s *search) try(trials []trial) {
	hopeless := s.work - hopeWork - hopeFactor*sizeOf(s.excerpt.lines)
	for _, t := range trials {
		vain := s.whole == nil && s.part == nil && s.work < hopeless
		if s.work <= 0 || vain || s.beaten(t.cost) {
			return
		}
		lines := s.excerpt.with(t.Edits)
		at := s.parse(lines)
		s.work -= len(t.Edits)
		if at == nil {
			s.whole = s.better(s.whole, t, s.judge(lines), len(lines))
		} else if s.excerpt.line(at.Line) > s.stop.Line+1 && t.Code != CodeStrayText {
			s.advance(t, lines, at.Line)
		}
	}
}

// parse returns where the parser stops, and counts the work.
func (s *search) parse(lines []string) *Stop {
	size, at := s.parser(lines)
	s.work -= size + len(lines)
	return at
}

// judge judges a text that can be parsed, and counts the work.
func (s *search) judge(lines []string) Verdict {
	s.work -= 2 * sizeOf(lines)
	return s.fits(lines)
}

// sizeOf is the size of a text in bytes.
func sizeOf(lines []string) int {
	n := len(lines)
	for _, l := range lines {
		n += len(l)
	}
	return n
}

// holds reports whether a repair works on the whole text as on a part of it,
// and says how well.
func (s *search) holds(t *trial, lines []string) bool {
	lines = apply(lines, t.Edits)
	at := s.parse(lines)
	if at == nil {
		t.effect = effect{misfits: s.judge(lines).Misfits}
		return true
	}
	t.effect.stop = at.Line
	return at.Line > s.stop.Line+1
}
