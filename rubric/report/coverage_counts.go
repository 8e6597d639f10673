package report

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/match"
)

// countsTable counts, for each parent and the whole, how similar the best
// candidates of its indicators are; each depth is indented once more.
func countsTable(d direction, indent string) table.Table {
	t := table.Table{Header: []string{parentTiers(d.framework()), Plural(indicatorNoun(d.framework()))}}
	t.Align = []table.Align{table.Left, table.Right}
	for _, s := range d.standings() {
		t.Header, t.Align = append(t.Header, s.String()), append(t.Align, table.Right)
	}
	for _, c := range d.parents() {
		label := strings.Repeat(indent, c.Item.Depth()) + c.Item.Code + " " + oneLine(c.Item)
		t.Rows = append(t.Rows, d.countsRow(label, c.Counts))
	}
	t.Rows = append(t.Rows, d.countsRow("all", d.counts()))
	return t
}

// withMostAlike adds the part of the other framework that is worded most like
// each parent.
func withMostAlike(t table.Table, d direction) table.Table {
	t.Header = append(t.Header, "most alike in "+d.other().ID)
	for i, c := range d.parents() {
		t.Rows[i] = append(t.Rows[i], mostAlike(c))
	}
	return t
}

// parents are the items that have indicators below them.
func (d direction) parents() []diff.Covered {
	var out []diff.Covered
	for _, c := range d.Coverage.Items {
		if c.Side == d.side && !c.Item.IsRated() {
			out = append(out, c)
		}
	}
	return out
}

// mostLabel is how much of a parent's name stands in a table.
const mostLabel = 80

func (d direction) countsRow(label string, c diff.Counts) []string {
	row := []string{clip(label, mostLabel), Thousands(c.Indicators)}
	for _, s := range d.standings() {
		row = append(row, Thousands(c.Of(s)))
	}
	return row
}

// mostAlike names what was reviewed for a parent, else its best candidate, and
// what its score is called.
func mostAlike(c diff.Covered) string {
	if reviewed := c.With(diff.Reviewed); len(reviewed) > 0 {
		other := reviewed[0].Of(c.Side.Other())
		return clip(other.Code+" "+oneLine(other), mostLabel) + " (reviewed: " + relationWords(reviewed[0], c.Side) + ")"
	}
	if c.Word() == match.Nothing {
		return "–"
	}
	other := c.Best().Of(c.Side.Other())
	return clip(other.Code+" "+oneLine(other), mostLabel) + " (" + c.Word().String() + ")"
}

// parentTiers names the tiers of the parents: "Role · Responsibility".
func parentTiers(f *rubric.Framework) string {
	var names []string
	for depth := range f.Depth() - 1 {
		if depth < len(f.Tiers) {
			names = append(names, f.Tiers[depth])
		}
	}
	return strings.Join(names, " · ")
}
