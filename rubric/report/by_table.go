package report

import (
	"io"
	"strconv"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/stats"
)

func writeGroupTable(w io.Writer, r GroupReport, o Options) error {
	t := groupTable(r)
	t.Width = o.Width
	return t.Text(w)
}

func writeGroupMarkdown(w io.Writer, r GroupReport, _ Options) error {
	return writeMarkdown(w, r.Scores, groupTable(r))
}

// groupTable lays groups out for a person: a row for each level, what is the
// same for all levels of a group only in its first.
func groupTable(r GroupReport) table.Table {
	t := table.Table{
		Header: []string{r.By, "item", "title", "n", "mean", "sd", "level", "on it", "share", "at least", "95 % interval"},
		Align: []table.Align{
			table.Left, table.Left, table.Left, table.Right, table.Right, table.Right,
			table.Left, table.Right, table.Right, table.Right, table.Left,
		},
	}
	show := r.show()
	for g := range r.Groups {
		head := []string{
			orDash(g.Value), g.Item, g.Title, strconv.Itoa(g.Scored), orDash(show.scores.Show(g.Mean)), orDash(show.scores.Show(g.Deviation)),
		}
		if len(g.Levels) == 0 {
			t.Rows = append(t.Rows, head)
		}
		for _, l := range g.Levels {
			t.Rows = append(t.Rows, append(head, levelCells(l, show)...))
			head = make([]string, len(head))
		}
	}
	return t
}

func levelCells(l stats.Level, show numbers) []string {
	if l.Share.IsNone() {
		return []string{l.Label, strconv.Itoa(l.N)}
	}
	return []string{
		l.Label, strconv.Itoa(l.N), show.shares.Show(l.Share), show.shares.Show(l.ShareAtLeast),
		show.shares.Show(l.Low) + " to " + show.shares.Show(l.High),
	}
}
