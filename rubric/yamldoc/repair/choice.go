package repair

// What is added to the cost of a trial that can be parsed: for each misfit,
// and for each line that has a key to look at and none as it was parsed, since
// a text has swallowed it. An edit that loses many lines is no repair.
const (
	misfitCost = 1.8
	lostCost   = 0.7
	maxLost    = 6
)

// What is added to the cost of a trial with which the parser only stops
// further down, of one with which it comes just a few lines further, and of
// one that cannot be judged, since a collection in brackets goes on there.
const (
	anotherCost  = 1.5
	shortCost    = 0.5
	unjudgedCost = 0.6
	shortAdvance = 4
	nearby       = 8 // lines below the stop by which a trial is judged
	maxRest      = 3 // lines above the next stop left out to parse what stands before
)

// tried is a trial that works.
type tried struct {
	trial
	score float64 // its cost, with that of its misfits
	lines int     // how many of the excerpt it is judged by
}

// better is the better one of the best so far and a trial that is judged by
// so many lines.
func (s *search) better(best *tried, t trial, v Verdict, lines int) *tried {
	lost := max(s.keys[min(lines, len(s.keys)-1)]-v.Keyed, 0)
	score := t.cost + misfitCost*float64(v.Misfits) + lostCost*float64(lost)
	if lost >= maxLost || best != nil && score >= best.score {
		return best
	}
	t.effect.misfits = v.Misfits
	return &tried{t, score, lines}
}

// best is the trial after which the whole text can be parsed, unless one that
// reads on to another slip is better. The two are compared by the same lines:
// other mistakes of the file do not count against the first.
func (s *search) best() *trial {
	switch {
	case s.whole == nil && s.part == nil:
		return nil
	case s.whole == nil:
		return &s.part.trial
	case s.part == nil || s.whole.score <= s.part.score:
		return &s.whole.trial
	}
	v, n := s.judgeUpTo(s.excerpt.with(s.whole.Edits), s.part.lines)
	if near := s.better(s.part, s.whole.trial, v, n); n == 0 || near != s.part {
		return &s.whole.trial
	}
	return &s.part.trial
}

// beaten reports whether a trial of a cost can no longer be the best.
func (s *search) beaten(cost float64) bool {
	return s.whole != nil && cost >= s.whole.score || s.part != nil && cost >= s.part.score
}

// advance considers a trial after which the parser stops further down: the
// slip may be undone, and another one follows. It is judged by the lines near
// the slip, so that the other one does not count against it. That some
// character is taken away proves too little for this.
func (s *search) advance(t trial, lines []string, at int) {
	t.effect.stop = s.excerpt.line(at)
	t.cost += anotherCost
	if t.effect.stop-s.stop.Line < shortAdvance {
		t.cost += shortCost
	}
	last := min(at-1, at-(t.effect.stop-s.stop.Line)+nearby)
	if s.beaten(t.cost) {
		return
	}
	if v, n := s.judgeUpTo(lines, last); n > 0 {
		s.part = s.better(s.part, t, v, n)
		return
	}
	t.cost += unjudgedCost
	s.part = s.better(s.part, t, Verdict{Keyed: s.keys[len(s.keys)-1]}, last)
}

// judgeUpTo judges the first lines of a text, as many as can be parsed, and
// returns how many those are; 0 when too many must be left out.
func (s *search) judgeUpTo(lines []string, last int) (Verdict, int) {
	for n := min(last, len(lines)); n > 0 && n > last-maxRest; n-- {
		if s.parse(lines[:n]) == nil {
			return s.judge(lines[:n]), n
		}
	}
	return Verdict{}, 0
}
