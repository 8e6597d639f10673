package report

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/match"
)

// caution is the remark that every report on wording carries.
const caution = "Similar wording is not the same expectation, and the same expectation may be said in other words: these are candidates for a person to review."

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

// standings are those that a table of counts has columns for: without a review
// or a chain, nothing stands there.
func (d direction) standings() []diff.Standing {
	return slices.DeleteFunc(diff.Standings(), func(s diff.Standing) bool {
		if s == diff.FoundByChain {
			return d.Provenance.Chain == nil
		}
		return !s.IsComputed() && d.Provenance.Crosswalk == nil
	})
}

// indicators are the indicators of the side, with what was found for each.
func (d direction) indicators() []diff.Covered {
	var out []diff.Covered
	for _, c := range d.Coverage.Items {
		if c.Side == d.side && c.Item.IsRated() {
			out = append(out, c)
		}
	}
	return out
}

// confirmed are the gaps that people confirmed; computed are those for which
// nothing similar was found.
func (d direction) confirmed() []diff.Covered { return d.gapsAt(diff.ConfirmedGap) }

func (d direction) computed() []diff.Covered { return d.gapsAt(diff.SeemsNothing) }

func (d direction) gapsAt(s diff.Standing) []diff.Covered {
	return slices.DeleteFunc(slices.Clone(d.gaps()), func(c diff.Covered) bool { return c.Standing() != s })
}

// found are the items, parents too, with their matches of a status.
func (d direction) found(status diff.Status) [][]diff.Match {
	var out [][]diff.Match
	for _, c := range d.Coverage.Items {
		if matches := c.With(status); c.Side == d.side && len(matches) > 0 {
			out = append(out, matches)
		}
	}
	return out
}

// candidates are the candidates worth a look, by indicator, in document order:
// those that are possible or better, of what is not settled by a review.
func (d direction) candidates() [][]diff.Match {
	var out [][]diff.Match
	for _, c := range d.indicators() {
		if s := c.Standing(); s == diff.FoundByReview || s == diff.ConfirmedGap {
			continue
		}
		list := slices.DeleteFunc(c.With(diff.Computed), func(m diff.Match) bool { return !worthALook(m) })
		if len(list) > 0 {
			out = append(out, list)
		}
	}
	return out
}

// worthALook reports whether a candidate is possible or better.
func worthALook(m diff.Match) bool { return m.Word > match.Nothing }

// tally counts the standings: "0 close, 3 likely, 11 possible, 23 nothing
// similar".
func (d direction) tally(c diff.Counts) string {
	var parts []string
	for _, s := range d.standings() {
		parts = append(parts, Thousands(c.Of(s))+" "+s.String())
	}
	return strings.Join(parts, ", ")
}

// relationWords is a match's relation, as the side sees it.
func relationWords(m diff.Match, s diff.Side) string {
	if s == diff.TargetSide {
		return string(m.Row.Relation.Inverse())
	}
	return string(m.Row.Relation)
}

// remarkOf is what people wrote beside a row: the note, who, and when.
func remarkOf(p crosswalk.Pair) string {
	who := strings.Join(compactWords(p.By, p.On), ", ")
	return strings.Join(compactWords(oneText(p.Note), who), "; ")
}

// compactWords drops what is empty.
func compactWords(words ...string) []string {
	return slices.DeleteFunc(words, func(w string) bool { return w == "" })
}

// reviewWords says in a sentence what a review holds.
func reviewWords(r *diff.Reviewing) string {
	parts := []string{Count(r.Matches, "match"), Count(r.Gaps, "confirmed gap"), Count(r.Rejected, "rejected pair")}
	if r.Stale > 0 {
		parts = append(parts, Count(r.Stale, "stale row"))
	}
	if r.Undecided > 0 {
		parts = append(parts, Thousands(r.Undecided)+" undecided")
	}
	return strings.Join(parts, ", ")
}

// basis says what a report rests on, in the first lines of it.
func basis(c *diff.Comparison) []string {
	p := c.Provenance
	how := "wording and meaning"
	if !p.Method.KnowsMeaning() {
		how = "wording"
	}
	if p.Crosswalk == nil && p.Chain == nil {
		return []string{"Computed from similar " + how + "; nothing reviewed yet."}
	}
	var out []string
	if r := p.Crosswalk; r != nil {
		out = append(out, "Reviewed in "+r.File+": "+reviewWords(r)+".")
	}
	if p.Chain != nil {
		out = append(out, "Derived from other crosswalks: "+Count(p.Chain.Matches, "pair")+", which nobody has reviewed.")
	}
	return append(out, "What is not reviewed is computed from similar "+how+".")
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
func oneLine(it *rubric.Item) string { return oneText(markup.Plain(it.Label())) }

// oneText is a text in one line.
func oneText(text string) string { return strings.Join(strings.Fields(text), " ") }

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
// one side: the items' own, else those of their context, which is said; and
// words that mean something near.
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
	var parts []string
	switch {
	case len(own) > 0:
		parts = append(parts, "shares "+firstWords(own))
	case len(context) > 0:
		parts = append(parts, "shares in context only "+firstWords(context))
	}
	if related := relatedWords(m, s); len(related) > 0 {
		parts = append(parts, "near in meaning "+firstWords(related))
	}
	if len(parts) == 0 {
		return "shares no word"
	}
	return strings.Join(parts, "; ")
}

// relatedWords are words that mean something near, the side's own first:
// "coach ~ mentor".
func relatedWords(m diff.Match, s diff.Side) []string {
	var out []string
	for _, r := range m.Related {
		if s == diff.TargetSide {
			out = append(out, r.Target+" ~ "+r.Source)
		} else {
			out = append(out, r.Source+" ~ "+r.Target)
		}
	}
	return out
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
