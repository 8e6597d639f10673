package report

import (
	"strings"

	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/table"
)

// verdictWords are what becomes of old ratings.
var verdictWords = map[diff.Verdict]string{
	diff.Kept:    "count as they are",
	diff.Mapped:  "count under another code",
	diff.Check:   "worded otherwise, to be looked at",
	diff.Dropped: "nothing left to count for",
}

// carriesSummary says what becomes of old ratings, by their indicators.
func carriesSummary(c *diff.Comparison) string {
	counts := map[diff.Verdict]int{}
	for _, carry := range c.Carries {
		counts[carry.Verdict]++
	}
	var parts []string
	for _, v := range diff.Verdicts() {
		if counts[v] > 0 {
			parts = append(parts, verdictWords[v]+": "+Thousands(counts[v]))
		}
	}
	return "Of " + Count(len(c.Carries), "indicator") + ", " + strings.Join(parts, "; ") +
		". --format migration writes the mapping with which score reads old ratings accordingly."
}

// carriesTable lists the indicators whose ratings do not simply stay.
func carriesTable(c *diff.Comparison) table.Table {
	t := table.Table{Header: []string{"old code", "new code", "old ratings", "why"}}
	for _, carry := range c.Carries {
		if carry.Verdict == diff.Kept {
			continue
		}
		t.Rows = append(t.Rows, []string{carry.Source.Code, targetCode(carry), string(carry.Verdict), carryWords(carry)})
	}
	return t
}

func targetCode(c diff.Carry) string {
	if c.Target == nil {
		return ""
	}
	return c.Target.Code
}

// carryWords say why, and warn where the code means something else now.
func carryWords(c diff.Carry) string {
	if !c.Taken {
		return c.Why
	}
	return c.Why + "; " + c.Source.Code + " is the code of another item now"
}

func (t *coverageText) carries(c *diff.Comparison, o Options) error {
	if len(c.Changes) == 0 || len(c.Carries) == 0 {
		return nil
	}
	t.heading("Ratings made under the old version")
	t.wrapped("", carriesSummary(c))
	rows := carriesTable(c)
	if len(rows.Rows) == 0 {
		return nil
	}
	t.out.WriteByte('\n')
	rows.Width = o.Width
	return rows.Text(&t.out)
}
