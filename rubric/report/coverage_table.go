package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
)

// mostText is how much of an item's text stands on a terminal; the code leads
// to the whole of it.
const mostText = 240

// writeCoverageTable writes what a curriculum team reads first: how many
// statements have something similar, which have nothing, and the candidates of
// the rest; then the other direction in short.
func writeCoverageTable(w io.Writer, c *diff.Comparison, o Options) error {
	t := coverageText{ink: inkFor(o.Color), width: max(o.Width, 40)}
	forth, back := direction{c, diff.SourceSide}, direction{c, diff.TargetSide}
	t.head(c)
	counts := countsTable(forth, "  ")
	counts.Width = o.Width
	if err := counts.Text(&t.out); err != nil {
		return err
	}
	t.stale(c)
	t.confirmed(forth)
	t.gaps(forth)
	t.found(forth, diff.Reviewed, "Reviewed")
	t.found(forth, diff.Derived, "Derived from other crosswalks, not reviewed")
	t.candidates(forth)
	t.groups(c)
	t.summary(back)
	_, err := io.WriteString(w, t.out.String())
	return err
}

type coverageText struct {
	out   strings.Builder
	ink   ink
	width int
}

func (t *coverageText) head(c *diff.Comparison) {
	t.wrapped("", c.Source.Name()+" → "+c.Target.Name())
	for _, sentence := range basis(c) {
		t.wrapped("", sentence)
	}
	for _, note := range c.Provenance.Method.Notes {
		t.wrapped("", "Note: "+note+".")
	}
	t.out.WriteByte('\n')
}

// stale lists the rows of the crosswalk that have to be looked at again.
func (t *coverageText) stale(c *diff.Comparison) {
	if len(c.Stale()) == 0 {
		return
	}
	t.heading("Stale: reviewed, and to be looked at again")
	for _, row := range c.Stale() {
		t.wrapped("  ", row.Words()+": "+row.Stale)
	}
}

// confirmed lists the gaps that people confirmed.
func (t *coverageText) confirmed(d direction) {
	if len(d.confirmed()) == 0 {
		return
	}
	t.heading("Confirmed gaps: reviewed, and " + d.other().ID + " has nothing for them")
	for _, c := range d.confirmed() {
		t.coded("  ", c.Item, inBrackets(remarkOf(c.Gap.Pair)))
	}
}

// found lists the matches that people found, or that were derived.
func (t *coverageText) found(d direction, status diff.Status, title string) {
	lists := d.found(status)
	if len(lists) == 0 {
		return
	}
	t.heading(title)
	for _, list := range lists {
		t.item(list[0].Of(d.side))
		for _, m := range list {
			t.coded(fmt.Sprintf("         %-8s ", relationWords(m, d.side)), m.Of(d.side.Other()), inBrackets(remarkOf(m.Row.Pair)))
		}
	}
}

func inBrackets(text string) string {
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// gaps lists the items that have nothing similar, with what came nearest.
func (t *coverageText) gaps(d direction) {
	if len(d.computed()) == 0 {
		return
	}
	t.heading("Read these first: no similar wording found (least similar first, ~ the best candidate, which fell short)")
	for _, c := range d.computed() {
		t.item(c.Item)
		if c.Best() == nil {
			t.wrapped("         ~ ", "no word in common with any "+indicatorNoun(d.other()))
			continue
		}
		t.candidate("~", *c.Best(), d.side)
	}
}

func (t *coverageText) candidates(d direction) {
	lists := d.candidates()
	if len(lists) == 0 {
		return
	}
	t.heading("Candidates by similar wording (best first)")
	for _, list := range lists {
		t.item(list[0].Of(d.side))
		for _, m := range list {
			t.candidate(fmt.Sprintf("%-8s", m.Word), m, d.side)
		}
	}
}

// groups lists the items that several of the other framework may together be.
func (t *coverageText) groups(c *diff.Comparison) {
	if len(c.Groups) == 0 {
		return
	}
	t.heading("Perhaps one split into several, or several put together (similar alone, and together)")
	for _, g := range c.Groups {
		t.wrapped("  ", groupWords(c, g))
	}
}

// summary tells the other direction in a few lines, and what to do next.
func (t *coverageText) summary(d direction) {
	t.heading(fmt.Sprintf("The other direction: %s of %s: %s",
		Count(d.counts().Indicators, indicatorNoun(d.framework())), d.framework().Name(), d.tally(d.counts())))
	if len(d.confirmed()) > 0 {
		t.wrapped("  ", "confirmed gaps: "+codesOf(d.confirmed()))
	}
	if len(d.computed()) > 0 {
		t.wrapped("  ", "no similar wording found for "+codesOf(d.computed()))
	}
	t.out.WriteByte('\n')
	t.wrapped("", caution)
	t.wrapped("", "--explain CODE shows why candidates are ranked as they are; --format md has both directions, csv and json have every score.")
}

func (t *coverageText) heading(text string) {
	t.out.WriteByte('\n')
	for line := range strings.SplitSeq(strings.TrimRight(wrappedText("", text, t.width), "\n"), "\n") {
		t.out.WriteString(t.ink.bold(line) + "\n")
	}
}

func (t *coverageText) item(it *rubric.Item) { t.coded("  ", it, "") }

// candidate writes an item of the other framework, and what the two share.
func (t *coverageText) candidate(lead string, m diff.Match, s diff.Side) {
	t.coded("         "+lead+" ", m.Of(s.Other()), " ("+sharedWords(m, s)+")")
}

// coded writes an item after its code, wrapped under its own start; a code
// that is long takes part in the wrapping.
func (t *coverageText) coded(lead string, it *rubric.Item, after string) {
	const longCode = 12
	text := clip(oneLine(it), mostText) + after
	if len(it.Code) > longCode {
		t.wrapped(lead, it.Code+"  "+text)
		return
	}
	t.wrapped(lead+it.Code+"  ", text)
}

func (t *coverageText) wrapped(lead, text string) {
	t.out.WriteString(wrappedText(lead, text, t.width))
}

func wrappedText(lead, text string, width int) string {
	var out strings.Builder
	outlineText(&out, lead, text, width)
	return out.String()
}
