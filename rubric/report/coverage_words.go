package report

import (
	"fmt"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/match"
)

// The remarks that every report on wording carries.
const (
	computedOnly = "computed from similar wording; nothing reviewed yet"
	caution      = "Similar wording is not the same expectation, and the same expectation may be said in other words: these are candidates for a person to review."
)

// direction is one direction of a comparison: an item of one side and what
// the other side has for it.
type direction struct {
	*diff.Comparison
	side diff.Side
}

// framework is the one whose items get candidates.
func (d direction) framework() *rubric.Framework {
	if d.side == diff.SourceSide {
		return d.Source
	}
	return d.Target
}

// other is the one that the candidates come from.
func (d direction) other() *rubric.Framework {
	return direction{d.Comparison, d.side.Other()}.framework()
}

func (d direction) counts() diff.Counts {
	if d.side == diff.SourceSide {
		return d.Coverage.Source
	}
	return d.Coverage.Target
}

func (d direction) gaps() []diff.Covered {
	if d.side == diff.SourceSide {
		return d.Gaps.Source
	}
	return d.Gaps.Target
}

func (d direction) matches() []diff.Match {
	if d.side == diff.SourceSide {
		return d.Matches
	}
	return d.Reverse
}

// candidates are the matches worth a look, by item, in document order: those
// that are possible or better.
func (d direction) candidates() [][]diff.Match {
	var out [][]diff.Match
	for _, m := range d.matches() {
		switch {
		case m.Word == match.Nothing:
		case m.Rank == 1:
			out = append(out, []diff.Match{m})
		default:
			out[len(out)-1] = append(out[len(out)-1], m)
		}
	}
	return out
}

// tally counts the words: "0 close, 3 likely, 11 possible, 23 nothing similar".
func tally(c diff.Counts) string {
	var parts []string
	for _, w := range match.Words() {
		parts = append(parts, Thousands(c.Of(w))+" "+w.String())
	}
	return strings.Join(parts, ", ")
}

// indicatorNoun is the framework's own word for its indicators, where all
// stand in one named tier.
func indicatorNoun(f *rubric.Framework) string {
	depth := -1
	for _, it := range f.Indicators() {
		if depth >= 0 && it.Depth() != depth {
			return "indicator"
		}
		depth = it.Depth()
	}
	if depth < 0 || depth >= len(f.Tiers) {
		return "indicator"
	}
	return strings.ToLower(f.Tiers[depth])
}

// oneLine is what an item is called, in one line of plain text.
func oneLine(it *rubric.Item) string {
	return strings.Join(strings.Fields(markup.Plain(it.Label())), " ")
}

// clip shortens a line to at most n characters, at a space where there is one.
func clip(line string, n int) string {
	runes := []rune(line)
	if len(runes) <= n {
		return line
	}
	short := string(runes[:n-1])
	if space := strings.LastIndexByte(short, ' '); space > n/2 {
		short = short[:space]
	}
	return strings.TrimRight(short, " ,;:") + "…"
}

// mostShared is how many shared words are shown beside a candidate.
const mostShared = 5

// sharedWords names the weightiest words that a pair shares, in the form of
// one side: the items' own, else those of their context, which is said.
func sharedWords(m diff.Match, s diff.Side) string {
	var own, context []string
	for _, e := range m.Evidence {
		word := e.Source
		if s == diff.TargetSide {
			word = e.Target
		}
		if e.Own {
			own = append(own, word)
		} else {
			context = append(context, word)
		}
	}
	if len(own) > 0 {
		return firstWords(own)
	}
	return "in context only: " + firstWords(context)
}

func firstWords(words []string) string {
	more := ""
	if len(words) > mostShared {
		more = fmt.Sprintf(" … %d more", len(words)-mostShared)
		words = words[:mostShared]
	}
	return strings.Join(words, ", ") + more
}

// mostCodes is how many codes stand in one enumeration.
const mostCodes = 40

// codesOf enumerates the codes of items, the first of them where they are many.
func codesOf(items []diff.Covered) string {
	var codes []string
	for _, c := range items[:min(len(items), mostCodes)] {
		codes = append(codes, c.Item.Code)
	}
	list := strings.Join(codes, ", ")
	if more := len(items) - mostCodes; more > 0 {
		list += fmt.Sprintf(" … %d more", more)
	}
	return list
}
