package report

import (
	"io"

	"rubrickit/rubric/diff"
	"rubrickit/rubric/match"
)

// The JSON forms of a comparison. Field names are a promise; what is not there
// is null.
type (
	jsonComparison struct {
		Provenance     diff.Provenance `json:"provenance"`
		Mode           diff.Mode       `json:"mode"`
		Matches        []jsonMatch     `json:"matches"`
		Reverse        []jsonMatch     `json:"reverse"`
		Parents        []jsonMatch     `json:"parents"`
		ParentsReverse []jsonMatch     `json:"parents_reverse"`
		Gaps           jsonGaps        `json:"gaps"`
		Coverage       jsonCoverage    `json:"coverage"`
		Changes        []jsonChange    `json:"changes"`
		Unchanged      int             `json:"unchanged"`
	}
	jsonMatch struct {
		Source   string       `json:"source"`
		Target   string       `json:"target"`
		Rank     int          `json:"rank"`
		Score    match.Score  `json:"score"`
		Word     match.Word   `json:"word"`
		Status   diff.Status  `json:"status"`
		Relation *string      `json:"relation"` // what a reviewer said; null while computed
		Evidence []jsonShared `json:"evidence"`
	}
	jsonShared struct {
		Source string      `json:"source"`
		Target string      `json:"target"`
		Weight match.Score `json:"weight"`
		Where  string      `json:"where"` // own or context
	}
	jsonGaps struct {
		Source []jsonGap `json:"source"`
		Target []jsonGap `json:"target"`
	}
	jsonGap struct {
		Item  string    `json:"item"`
		Label string    `json:"label"`
		Word  string    `json:"word"`
		Best  *jsonBest `json:"best"`
	}
	jsonBest struct {
		Item  string      `json:"item"`
		Score match.Score `json:"score"`
		Word  match.Word  `json:"word"`
	}
	jsonCoverage struct {
		Source jsonCounts    `json:"source"`
		Target jsonCounts    `json:"target"`
		Items  []jsonCovered `json:"items"`
	}
	jsonCounts struct {
		Indicators int `json:"indicators"`
		Close      int `json:"close"`
		Likely     int `json:"likely"`
		Possible   int `json:"possible"`
		Nothing    int `json:"nothing_similar"`
	}
	jsonCovered struct {
		Side  diff.Side `json:"side"`
		Item  string    `json:"item"`
		Tier  string    `json:"tier"`
		Label string    `json:"label"`
		jsonCounts
		Best *jsonBest `json:"best"`
	}
	jsonChange struct {
		Kind   diff.Kind `json:"change"`
		Source string    `json:"source"`
		Target string    `json:"target"`
		Field  string    `json:"field"`
		Before string    `json:"before"`
		After  string    `json:"after"`
	}
)

func writeComparisonJSON(w io.Writer, c *diff.Comparison, _ Options) error {
	out := jsonComparison{
		Provenance: c.Provenance, Mode: c.Mode, Unchanged: c.Unchanged,
		Matches: matchesJSON(c.Matches), Reverse: matchesJSON(c.Reverse),
		Parents: matchesJSON(c.Parents), ParentsReverse: matchesJSON(c.ParentsReverse),
		Gaps:     jsonGaps{gapsJSON(c.Gaps.Source), gapsJSON(c.Gaps.Target)},
		Coverage: coverageJSON(c),
		Changes:  []jsonChange{},
	}
	for _, change := range c.Changes {
		out.Changes = append(out.Changes, jsonChange(change))
	}
	return writeJSON(w, out)
}

func matchesJSON(matches []diff.Match) []jsonMatch {
	out := make([]jsonMatch, 0, len(matches))
	for _, m := range matches {
		out = append(out, jsonMatch{
			Source: m.Source.Code, Target: m.Target.Code, Rank: m.Rank, Score: m.Score, Word: m.Word, Status: m.Status,
			Evidence: evidenceJSON(m.Evidence),
		})
	}
	return out
}

func evidenceJSON(evidence []match.Shared) []jsonShared {
	out := make([]jsonShared, 0, len(evidence))
	for _, e := range evidence {
		out = append(out, jsonShared{e.Source, e.Target, e.Weight, whereShared(e)})
	}
	return out
}

// whereShared says whether both items use a word themselves.
func whereShared(e match.Shared) string {
	if e.Own {
		return "own"
	}
	return "context"
}

func gapsJSON(gaps []diff.Covered) []jsonGap {
	out := make([]jsonGap, 0, len(gaps))
	for _, c := range gaps {
		out = append(out, jsonGap{c.Item.Code, oneLine(c.Item), c.Word().String(), bestJSON(c)})
	}
	return out
}

func bestJSON(c diff.Covered) *jsonBest {
	if c.Best == nil {
		return nil
	}
	return &jsonBest{c.Best.Of(c.Side.Other()).Code, c.Best.Score, c.Best.Word}
}

func coverageJSON(c *diff.Comparison) jsonCoverage {
	out := jsonCoverage{countsJSON(c.Coverage.Source), countsJSON(c.Coverage.Target), []jsonCovered{}}
	for _, covered := range c.Coverage.Items {
		f := direction{c, covered.Side}.framework()
		out.Items = append(out.Items, jsonCovered{
			covered.Side, covered.Item.Code, f.Tier(covered.Item.Depth()), oneLine(covered.Item),
			countsJSON(covered.Counts), bestJSON(covered),
		})
	}
	return out
}

func countsJSON(c diff.Counts) jsonCounts {
	return jsonCounts{c.Indicators, c.Of(match.Close), c.Of(match.Likely), c.Of(match.Possible), c.Of(match.Nothing)}
}
