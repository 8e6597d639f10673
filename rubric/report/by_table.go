package report

import (
	"io"
	"slices"
	"strconv"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/stats"
)

func writeGroupTable(w io.Writer, r GroupReport, o Options) error {
	for i, p := range groupParts(r) {
		if i > 0 {
			if _, err := io.WriteString(w, "\n"+p.about+"\n\n"); err != nil {
				return err
			}
		}
		p.table.Width = o.Width
		if err := p.table.Text(w); err != nil {
			return err
		}
	}
	return nil
}

func writeGroupMarkdown(w io.Writer, r GroupReport, _ Options) error {
	return writeMarkdown(w, r.Scores, groupParts(r)...)
}

// groupParts lay groups out for a person: a row for each item and group. How the
// scores spread over the levels stands in one table, what share reaches each
// level in another. Where items have scales of their own, one table has a row
// for each level.
func groupParts(r GroupReport) []part {
	groups := slices.Collect(r.Groups)
	levels, common := commonLevels(groups)
	if !common {
		return []part{{"Means and levels", levelTable(r, groups)}}
	}
	parts := []part{{"Means, and how many are on each level", spreadTable(r, groups, levels)}}
	if len(levels) > 0 {
		parts = append(parts, part{"The share at each level or above, with its 95 % interval", reachTable(r, groups, levels)})
	}
	return parts
}

// commonLevels are the labels of the levels that all groups share, but for
// those without any; false where two groups differ in them.
func commonLevels(groups []stats.Group) (labels []string, common bool) {
	for _, g := range groups {
		var own []string
		for _, l := range g.Levels {
			own = append(own, l.Label)
		}
		switch {
		case len(own) == 0:
		case labels == nil:
			labels = own
		case !slices.Equal(labels, own):
			return nil, false
		}
	}
	return labels, true
}

// itemRows begin a row for each group with what names it: the item in its first
// row only.
type itemRows struct{ last string }

func (i *itemRows) begin(g stats.Group) []string {
	if g.Item == i.last {
		return []string{"", "", orDash(g.Value)}
	}
	i.last = g.Item
	return []string{g.Item, shortTo(g.Title, shownTitle), orDash(g.Value)}
}

// meanCells are the number of scores, their mean and their deviation.
func meanCells(g stats.Group, show numbers) []string {
	return []string{strconv.Itoa(g.Scored), orDash(show.scores.Show(g.Mean)), orDash(show.scores.Show(g.Deviation))}
}

// rightFrom aligns the columns from a number on to the right, out of so many.
func rightFrom(first, columns int) []table.Align {
	out := make([]table.Align, columns)
	for i := first; i < columns; i++ {
		out[i] = table.Right
	}
	return out
}

// spreadTable has the means, and a column for each level: how many are on it.
func spreadTable(r GroupReport, groups []stats.Group, levels []string) table.Table {
	t := table.Table{Header: append([]string{"item", "title", r.By, "n", "mean", "sd"}, levels...)}
	t.Align = rightFrom(3, len(t.Header))
	var rows itemRows
	for _, g := range groups {
		row := append(rows.begin(g), meanCells(g, r.show())...)
		for _, l := range g.Levels {
			row = append(row, strconv.Itoa(l.N))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// reachTable has a column for each level: the share that is on it or on a
// higher one. The lowest is left out where everybody reaches it.
func reachTable(r GroupReport, groups []stats.Group, levels []string) table.Table {
	first := 1
	if slices.ContainsFunc(groups, func(g stats.Group) bool { return len(g.Levels) > 0 && g.Levels[0].AtLeast < g.Scored }) {
		first = 0
	}
	t := table.Table{Header: []string{"item", r.By}}
	for _, label := range levels[first:] {
		t.Header = append(t.Header, "≥ "+label)
	}
	t.Align = rightFrom(2, len(t.Header))
	var rows itemRows
	for _, g := range groups {
		if len(g.Levels) == 0 {
			continue // on no scale
		}
		head := rows.begin(g)
		row := []string{head[0], head[2]}
		for _, l := range g.Levels[first:] {
			row = append(row, reachWords(l, r.show()))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// reachWords are the share at a level or above and its interval, as "0.67
// (0.21-0.94)", which no line break splits at the hyphen.
func reachWords(l stats.Level, show numbers) string {
	if l.Share.IsNone() {
		return orDash("")
	}
	return show.shares.Show(l.ShareAtLeast) + " (" + show.shares.Show(l.Low) + "-" + show.shares.Show(l.High) + ")"
}

// levelTable has a row for each level; what is the same for all levels of a
// group stands in its first.
func levelTable(r GroupReport, groups []stats.Group) table.Table {
	t := table.Table{
		Header: []string{"item", "title", r.By, "n", "mean", "sd", "level", "on it", "at least"},
		Align:  []table.Align{3: table.Right, 4: table.Right, 5: table.Right, 7: table.Right, 8: table.Right},
	}
	var rows itemRows
	for _, g := range groups {
		head := append(rows.begin(g), meanCells(g, r.show())...)
		if len(g.Levels) == 0 {
			t.Rows = append(t.Rows, head)
		}
		for _, l := range g.Levels {
			t.Rows = append(t.Rows, append(head, l.Label, strconv.Itoa(l.N), reachWords(l, r.show())))
			head = make([]string, len(head))
		}
	}
	return t
}
