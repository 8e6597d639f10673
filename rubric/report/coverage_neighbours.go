package report

import (
	"fmt"

	"rubrickit/rubric/diff"
)

// placeWords say of a match what is not in its words: how the item ranks seen
// from the other end, what the neighbours say, what people wrote.
func placeWords(e diff.Explanation, i int) []string {
	m := e.Found.Matches[i]
	var out []string
	if remark := remarkOf(m.Row.Pair); remark != "" {
		out = append(out, remark)
	}
	if m.Status == diff.Stale {
		out = append(out, "stale: "+m.Row.Stale)
	}
	if e.Back[i] > 0 {
		out = append(out, fmt.Sprintf("seen from %s, %s is number %d", m.Target.Code, m.Source.Code, e.Back[i]))
	} else {
		out = append(out, fmt.Sprintf("seen from %s, others come before %s", m.Target.Code, m.Source.Code))
	}
	if n := e.Parallel(m.Target); n > 0 {
		out = append(out, fmt.Sprintf("%d of %s have their best candidate beside it", n, Count(len(e.Neighbours), "neighbour")))
	}
	return out
}

// neighbours lists what was found for the indicators under the same parent.
func (t *coverageText) neighbours(e diff.Explanation) {
	if len(e.Neighbours) == 0 {
		return
	}
	t.heading("Its neighbours")
	for _, c := range e.Neighbours {
		line := c.Item.Code + "  " + clip(oneLine(c.Item), mostLabel) + ": " + c.Standing().String()
		if best := c.Best(); best != nil {
			line += ", best candidate " + best.Target.Code + inBrackets(best.Word.String())
		}
		t.wrapped("  ", line)
	}
}
