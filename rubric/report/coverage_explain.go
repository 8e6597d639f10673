package report

import (
	"fmt"
	"io"
	"strconv"

	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/table"
)

// ExplanationFormats are the formats in which the ranking of one item's
// candidates is explained.
func ExplanationFormats() []Format[diff.Explanation] {
	return []Format[diff.Explanation]{
		{Name: "table", About: "for a terminal: each candidate with the words it shares", Write: writeExplanationTable},
		{Name: "json", About: "for programs", Write: writeExplanationJSON},
	}
}

func writeExplanationTable(w io.Writer, e diff.Explanation, o Options) error {
	t := coverageText{ink: inkFor(o.Color), width: max(o.Width, 40)}
	t.wrapped("", e.Source.Name()+" → "+e.Target.Name())
	t.wrapped(e.Item.Code+"  ", oneLine(e.Item))
	if len(e.Candidates) == 0 {
		t.wrapped("", "No candidate: it has no word in common with any item it was compared with.")
	}
	for _, m := range e.Candidates {
		t.heading(fmt.Sprintf("%d  %s  %s  (%s)", m.Rank, m.Target.Code, clip(oneLine(m.Target), mostText), m.Word))
		if err := evidenceTable(m, o).Text(&t.out); err != nil {
			return err
		}
	}
	t.out.WriteByte('\n')
	t.wrapped("", "A word weighs more the rarer it is in the two frameworks and the shorter the texts that it stands in; the weights add up to the score, but for rounding. "+
		bandWords(e.Provenance.Method.Words)+". "+caution)
	_, err := io.WriteString(w, t.out.String())
	return err
}

func evidenceTable(m diff.Match, o Options) table.Table {
	t := table.Table{
		Header: []string{"word", "in the candidate", "weight", "where"},
		Align:  []table.Align{table.Left, table.Left, table.Right},
		Width:  o.Width,
	}
	for _, e := range m.Evidence {
		where := "own words of both"
		if !e.Own {
			where = "context"
		}
		t.Rows = append(t.Rows, []string{e.Source, e.Target, e.Weight.String(), where})
	}
	t.Rows = append(t.Rows, []string{"score", "", m.Score.String(), strconv.Itoa(len(m.Evidence)) + " shared"})
	return t
}

type jsonExplanation struct {
	Provenance diff.Provenance `json:"provenance"`
	Item       string          `json:"item"`
	Label      string          `json:"label"`
	Candidates []jsonMatch     `json:"candidates"`
}

func writeExplanationJSON(w io.Writer, e diff.Explanation, _ Options) error {
	return writeJSON(w, jsonExplanation{e.Provenance, e.Item.Code, oneLine(e.Item), matchesJSON(e.Candidates)})
}
