package diff

import (
	"fmt"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/markup"
	"rubrickit/rubric/match"
)

// Draft lists what is to be reviewed: every row that people have decided or
// remarked on, as it is; the candidates of each indicator that has no row for
// them yet; and for each indicator that nothing fits so far a row to say so. A
// draft of a comparison that knows the rows of an earlier draft repeats them.
func (c *Comparison) Draft(rows []crosswalk.Row) crosswalk.Draft {
	d := drafter{
		kept: map[*rubric.Item][]crosswalk.Row{}, taken: map[ends]bool{}, settled: map[*rubric.Item]bool{}, named: map[*rubric.Item]bool{},
		proposed: map[Side]map[*rubric.Item][]Match{SourceSide: byItem(c.Matches, SourceSide), TargetSide: byItem(c.Reverse, TargetSide)},
	}
	for _, row := range rows {
		d.keep(row)
	}
	for it := range c.Source.All() {
		d.item(SourceSide, it)
	}
	for it := range c.Target.All() {
		if len(d.kept[it]) > 0 || !d.named[it] {
			d.item(TargetSide, it)
		}
	}
	for _, row := range d.lost {
		d.row(SourceSide, row)
	}
	return crosswalk.Draft{Source: crosswalk.NameOf(c.Source), Target: crosswalk.NameOf(c.Target), Lines: d.lines}
}

// drafter makes one draft.
type drafter struct {
	kept     map[*rubric.Item][]crosswalk.Row // by the item that they are listed under
	lost     []crosswalk.Row                  // those whose item is gone
	taken    map[ends]bool                    // pairs that have a row
	settled  map[*rubric.Item]bool            // items that people found something for, or nothing
	named    map[*rubric.Item]bool            // items that a line names
	proposed map[Side]map[*rubric.Item][]Match
	lines    []crosswalk.Line
}

// keep keeps a row that people have touched.
func (d *drafter) keep(row crosswalk.Row) {
	if !row.IsDecided() && row.Note == "" && row.By == "" {
		return
	}
	d.taken[ends{row.SourceItem, row.TargetItem}] = true
	if row.IsMatch() || row.IsGap() {
		d.settled[row.SourceItem], d.settled[row.TargetItem] = true, true
	}
	under := row.SourceItem
	if row.Source == "" {
		under = row.TargetItem
	}
	if under == nil {
		d.lost = append(d.lost, row)
		return
	}
	d.kept[under] = append(d.kept[under], row)
}

// item lists the lines about an item: its rows, its candidates, and that
// nothing fits.
func (d *drafter) item(s Side, it *rubric.Item) {
	isGap := false
	for _, row := range d.kept[it] {
		d.row(s, row)
		isGap = isGap || row.IsGap()
	}
	if isGap || !it.IsRated() {
		return
	}
	for _, m := range d.proposed[s][it] {
		if (m.Status == Derived || m.Status == Computed) && !d.taken[m.ends()] {
			d.add(s, m.ends(), crosswalk.Pair{Source: m.Source.Code, Target: m.Target.Code, Relation: crosswalk.Undecided}, proposal(m))
		}
	}
	if !d.settled[it] && !d.taken[alone(s, it)] {
		d.add(s, alone(s, it), gapOf(s, it), "")
	}
}

// alone is an item without a counterpart.
func alone(s Side, it *rubric.Item) ends {
	if s == TargetSide {
		return ends{target: it}
	}
	return ends{source: it}
}

// gapOf is the row that says, once somebody decides so, that nothing fits an
// item.
func gapOf(s Side, it *rubric.Item) crosswalk.Pair {
	if s == TargetSide {
		return crosswalk.Pair{Target: it.Code, Relation: crosswalk.Undecided}
	}
	return crosswalk.Pair{Source: it.Code, Relation: crosswalk.Undecided}
}

// proposal says why a candidate is proposed: "candidate 2, likely".
func proposal(m Match) string {
	switch {
	case m.Status == Derived:
		return "derived as " + string(m.Row.Relation) + ", " + m.Row.Note
	case m.Word == match.Nothing:
		return fmt.Sprintf("candidate %d", m.Rank)
	default:
		return fmt.Sprintf("candidate %d, %s", m.Rank, m.Word)
	}
}

// row lists a row that people have touched, with what has become of it.
func (d *drafter) row(s Side, row crosswalk.Row) {
	remark := row.Moved
	if row.Stale != "" {
		remark = "stale: " + row.Stale
	}
	d.add(s, ends{row.SourceItem, row.TargetItem}, row.Pair, remark)
}

// add adds a line. A text that was not reviewed before is from now on.
func (d *drafter) add(s Side, of ends, p crosswalk.Pair, remark string) {
	l := crosswalk.Line{Pair: p, Remark: remark, OfTarget: s == TargetSide}
	if of.source != nil {
		l.SourceSays, d.named[of.source] = saying(of.source), true
		l.SourceText = orHash(l.SourceText, of.source)
	}
	if of.target != nil {
		l.TargetSays, d.named[of.target] = saying(of.target), true
		l.TargetText = orHash(l.TargetText, of.target)
	}
	d.lines = append(d.lines, l)
}

func orHash(hash string, it *rubric.Item) string {
	if hash != "" {
		return hash
	}
	return crosswalk.TextHash(it)
}

// saying is what an item says in one line: its title and its text.
func saying(it *rubric.Item) string {
	var parts []string
	for _, part := range []string{it.Title, it.Text} {
		if line := strings.Join(strings.Fields(markup.Plain(part)), " "); line != "" {
			parts = append(parts, line)
		}
	}
	return strings.Join(parts, ". ")
}
