package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

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
	t.wrapped(e.Found.Item.Code+"  ", oneLine(e.Found.Item))
	t.wrapped("", "Stands as: "+e.Found.Standing().String()+gapRemark(e.Found)+".")
	if len(e.Found.Matches) == 0 {
		t.wrapped("", "No candidate: it has no word in common with any item it was compared with.")
	}
	for i, m := range e.Found.Matches {
		t.heading(explanationHeading(m))
		t.wrapped("   ", strings.Join(placeWords(e, i), "; ")+".")
		if len(m.Evidence)+len(m.Related) == 0 {
			continue
		}
		if err := evidenceTable(m, o).Text(&t.out); err != nil {
			return err
		}
	}
	t.neighbours(e)
	t.out.WriteByte('\n')
	t.wrapped("", "A word weighs more the rarer it is in the two frameworks and the shorter the texts that it stands in. "+
		bandWords(e.Provenance.Method.Words)+". "+caution)
	_, err := io.WriteString(w, t.out.String())
	return err
}

// gapRemark is what people wrote beside a confirmed gap.
func gapRemark(c diff.Covered) string {
	if c.Gap == nil {
		return ""
	}
	return inBrackets(remarkOf(c.Gap.Pair))
}

// explanationHeading is a match's rank, item, and what people or the score call
// it.
func explanationHeading(m diff.Match) string {
	rank, called := "–", string(m.Status)
	if m.Rank > 0 {
		rank = strconv.Itoa(m.Rank)
	}
	switch m.Status {
	case diff.Computed:
		called = m.Word.String()
	default:
		called += ": " + string(m.Row.Relation)
	}
	return fmt.Sprintf("%s  %s  %s  (%s)", rank, m.Target.Code, clip(oneLine(m.Target), mostText), called)
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
	for _, r := range m.Related {
		t.Rows = append(t.Rows, []string{r.Source, r.Target, r.Weight.String(), "near in meaning"})
	}
	t.Rows = append(t.Rows, []string{"score", "", m.Score.String(), strconv.Itoa(len(m.Evidence)) + " shared"})
	return t
}

type (
	jsonExplanation struct {
		Provenance diff.Provenance `json:"provenance"`
		Item       string          `json:"item"`
		Label      string          `json:"label"`
		Stands     string          `json:"stands"`
		Candidates []jsonCandidate `json:"candidates"`
		Neighbours []jsonNeighbour `json:"neighbours"`
	}
	jsonCandidate struct {
		jsonMatch
		RankBack *int `json:"rank_back"` // of the item among the candidates of the target; null where it is none
		Parallel int  `json:"parallel"`  // neighbours whose best candidate stands beside the target
	}
	jsonNeighbour struct {
		Item   string    `json:"item"`
		Stands string    `json:"stands"`
		Best   *jsonBest `json:"best"`
	}
)

func writeExplanationJSON(w io.Writer, e diff.Explanation, _ Options) error {
	out := jsonExplanation{
		Provenance: e.Provenance, Item: e.Found.Item.Code, Label: oneLine(e.Found.Item), Stands: e.Found.Standing().String(),
		Candidates: []jsonCandidate{}, Neighbours: []jsonNeighbour{},
	}
	for i, m := range matchesJSON(e.Found.Matches) {
		c := jsonCandidate{jsonMatch: m, Parallel: e.Parallel(e.Found.Matches[i].Target)}
		if e.Back[i] > 0 {
			c.RankBack = &e.Back[i]
		}
		out.Candidates = append(out.Candidates, c)
	}
	for _, c := range e.Neighbours {
		out.Neighbours = append(out.Neighbours, jsonNeighbour{c.Item.Code, c.Standing().String(), bestJSON(c)})
	}
	return writeJSON(w, out)
}
