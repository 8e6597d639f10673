package repair

import (
	"fmt"
	"slices"

	"rubrickit/rubric/diag"
)

// proposeIndentation moves a line to the indentation of a line near it: the
// line alone, with what belongs to it, or with all that follow it as deep.
func proposeIndentation(s *site) []trial {
	alone, family, run := s.n, s.extent(s.n, s.indent), s.extent(s.n, s.indent-1)
	var out []trial
	for _, w := range s.nearWidths() {
		if w == s.indent {
			continue
		}
		cost := s.moveCost(w)
		out = append(out, s.move(cost, w, alone))
		if family > alone {
			out = append(out, s.move(cost+0.04, w, family))
		}
		if run > family {
			out = append(out, s.move(cost+0.08+0.01*float64(min(run-s.n, 20)), w, run))
		}
	}
	return out
}

// moveCost is less for a line at an indentation that the text hardly uses, or
// where keys like its own do not stand, and more for a move to such a one.
func (s *site) moveCost(to int) float64 {
	cost := guess + 0.02*float64(min(abs(to-s.indent), 20))
	prose := s.prose[s.n]
	if s.widths[width{prose, s.indent}] <= 1 {
		cost -= 0.8
	} else if s.widths[width{prose, s.indent}] > 3 {
		cost += 0.1
	}
	if s.widths[width{prose, to}] < 2 && s.widths[width{!prose, to}] < 2 {
		cost += 0.6
	}
	if s.colon >= 0 && !prose {
		kind := kindOf(s.key())
		if s.places[keyAt{kind, s.indent}] > 1 {
			cost += 0.4
		}
		if s.places[keyAt{kind, to}] > 1 {
			cost -= 0.4
		}
	}
	return cost + s.stepCost(to)
}

// stepCost is less for a move to where the line is a unit deeper than its
// parent, and more for a move from there.
func (s *site) stepCost(to int) float64 {
	if s.dash >= 0 || s.prose[s.n] {
		return 0
	}
	if s.colon < 0 {
		return s.proseCost(to)
	}
	return 0.4*s.isStep(s.indent) - 0.4*s.isStep(to)
}

// proseCost is less for a line without a key that moves back to the block text
// above it.
func (s *site) proseCost(to int) float64 {
	if n := s.above(s.n); n >= 0 && s.prose[n] && s.outline.indent[n] == to {
		return -0.6
	}
	return 0
}

// isStep is 1 where a line at the given indentation stands a unit deeper than
// the key above to which it belongs, else 0.
func (s *site) isStep(indent int) float64 {
	for n := s.above(s.n); n >= 0; n = s.above(n) {
		if s.outline.indent[n] >= indent {
			continue
		}
		if s.outline.indent[n]+s.unit == indent && s.outline.site(n).endsInColon() {
			return 1
		}
		return 0
	}
	return 0
}

// move shifts the lines from the site to last.
func (s *site) move(cost float64, columns, last int) trial {
	var edits []diag.Edit
	for n := s.n; n <= last; n++ {
		if s.outline.indent[n] < 0 {
			continue
		}
		to := max(0, s.outline.indent[n]+columns-s.indent)
		edits = append(edits, replace(n, 0, s.outline.indent[n], spaces(to)))
	}
	action := fmt.Sprintf("begin this line with %s", count(columns, "space"))
	if last > s.n {
		action += fmt.Sprintf(", and move the %s below it along", count(len(edits)-1, "line"))
	}
	return s.trial(cost, CodeIndentation, s.indent, s.end,
		fmt.Sprintf("this line begins with %s, unlike the lines it belongs to", count(s.indent, "space")), action, edits...)
}

func count(n int, what string) string {
	switch n {
	case 0:
		return "no " + what + "s"
	case 1:
		return "1 " + what
	default:
		return fmt.Sprintf("%d %ss", n, what)
	}
}

// nearWidths are the indentations that the line may have been meant to have:
// those of the lines it could belong to, of what they hold, and of the next.
func (s *site) nearWidths() []int {
	var out []int
	add := func(w int) {
		if w >= 0 && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	limit := -1
	for n := s.above(s.n); n >= 0 && limit != 0; n = s.above(n) {
		if w := s.outline.indent[n]; limit < 0 || w < limit {
			add(w)
			if limit < 0 {
				near := s.outline.site(n)
				add(near.start)
				add(w + s.unit)
			}
			limit = w
		}
	}
	if n := s.below(s.n); n >= 0 {
		add(s.outline.indent[n])
		add(s.outline.indent[n] - s.unit)
	}
	return out
}
