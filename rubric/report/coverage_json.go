package report

import (
	"io"

	"rubrickit/rubric/crosswalk"
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
		Groups         []jsonGroup     `json:"groups"`
		Coverage       jsonCoverage    `json:"coverage"`
		Stale          []jsonStale     `json:"stale"`
		Changes        []jsonChange    `json:"changes"`
		Unchanged      int             `json:"unchanged"`
		Ratings        []jsonCarry     `json:"ratings"`
	}
	jsonMatch struct {
		Source   string              `json:"source"`
		Target   string              `json:"target"`
		Rank     *int                `json:"rank"` // with score and word, null where only people named the pair
		Score    *match.Score        `json:"score"`
		Word     *match.Word         `json:"word"`
		Status   diff.Status         `json:"status"`
		Relation *crosswalk.Relation `json:"relation"` // what people said; null while computed
		Evidence []jsonShared        `json:"evidence"`
		Related  []jsonNear          `json:"related"`
		jsonRemark
	}
	// jsonNear are two words that mean something near.
	jsonNear struct {
		Source string      `json:"source"`
		Target string      `json:"target"`
		Near   match.Score `json:"near"`
		Weight match.Score `json:"weight"`
	}
	// jsonRemark is what people wrote beside a row of a crosswalk.
	jsonRemark struct {
		Note string `json:"note,omitempty"`
		By   string `json:"by,omitempty"`
		On   string `json:"on,omitempty"`
	}
	jsonStale struct {
		Source   string             `json:"source"`
		Target   string             `json:"target"`
		Relation crosswalk.Relation `json:"relation"`
		Why      string             `json:"why"`
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
		Item   string      `json:"item"`
		Label  string      `json:"label"`
		Status diff.Status `json:"status"` // reviewed for a confirmed gap, computed otherwise
		Word   string      `json:"word"`
		Best   *jsonBest   `json:"best"`
		jsonRemark
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
		Reviewed   int `json:"reviewed"`
		Confirmed  int `json:"confirmed_gap"`
		Derived    int `json:"derived"`
		Close      int `json:"close"`
		Likely     int `json:"likely"`
		Possible   int `json:"possible"`
		Nothing    int `json:"nothing_similar"`
	}
	jsonCovered struct {
		Side   diff.Side `json:"side"`
		Item   string    `json:"item"`
		Tier   string    `json:"tier"`
		Label  string    `json:"label"`
		Stands string    `json:"stands"` // where the item itself stands
		jsonCounts
		Best *jsonBest `json:"best"`
	}
	jsonChange struct {
		Kind   diff.Kind   `json:"change"`
		Source string      `json:"source"`
		Target string      `json:"target"`
		Field  string      `json:"field"`
		Before string      `json:"before"`
		After  string      `json:"after"`
		Words  []jsonWords `json:"words,omitempty"` // of a text that was reworded: what stayed, was removed, was added
	}
	jsonWords struct {
		Op   diff.Op `json:"op"`
		Text string  `json:"text"`
	}
	// jsonCarry says what becomes of ratings made under the old version.
	jsonCarry struct {
		Source  string       `json:"source"`
		Target  *string      `json:"target"`
		Verdict diff.Verdict `json:"verdict"`
		Why     string       `json:"why"`
		Taken   bool         `json:"code_taken"` // the old code is another item's now
	}
)

func writeComparisonJSON(w io.Writer, c *diff.Comparison, _ Options) error {
	out := jsonComparison{
		Provenance: c.Provenance, Mode: c.Mode, Unchanged: c.Unchanged,
		Matches: matchesJSON(c.Matches), Reverse: matchesJSON(c.Reverse),
		Parents: matchesJSON(c.Parents), ParentsReverse: matchesJSON(c.ParentsReverse),
		Gaps:     jsonGaps{gapsJSON(c.Gaps.Source), gapsJSON(c.Gaps.Target)},
		Groups:   groupsJSON(c.Groups),
		Coverage: coverageJSON(c), Stale: staleJSON(c),
		Changes: []jsonChange{}, Ratings: []jsonCarry{},
	}
	for _, change := range c.Changes {
		out.Changes = append(out.Changes, changeJSON(change))
	}
	for _, carry := range c.Carries {
		out.Ratings = append(out.Ratings, carryJSON(carry))
	}
	return writeJSON(w, out)
}

func changeJSON(c diff.Change) jsonChange {
	out := jsonChange{Kind: c.Kind, Source: c.Source, Target: c.Target, Field: c.Field, Before: c.Before, After: c.After}
	if c.Kind == diff.Reworded {
		for _, s := range c.Stretches() {
			out.Words = append(out.Words, jsonWords(s))
		}
	}
	return out
}

func carryJSON(c diff.Carry) jsonCarry {
	out := jsonCarry{Source: c.Source.Code, Verdict: c.Verdict, Why: c.Why, Taken: c.Taken}
	if c.Target != nil {
		out.Target = &c.Target.Code
	}
	return out
}

func matchesJSON(matches []diff.Match) []jsonMatch {
	out := make([]jsonMatch, 0, len(matches))
	for _, m := range matches {
		j := jsonMatch{
			Source: m.Source.Code, Target: m.Target.Code, Status: m.Status,
			Evidence: evidenceJSON(m.Evidence), Related: relatedJSON(m.Related), jsonRemark: jsonRemark{m.Row.Note, m.Row.By, m.Row.On},
		}
		if m.Rank > 0 {
			j.Rank, j.Score, j.Word = &m.Rank, &m.Score, &m.Word
		}
		if m.Status != diff.Computed {
			j.Relation = &m.Row.Relation
		}
		out = append(out, j)
	}
	return out
}

func staleJSON(c *diff.Comparison) []jsonStale {
	out := []jsonStale{}
	for _, row := range c.Stale() {
		out = append(out, jsonStale{row.Source, row.Target, row.Relation, row.Stale})
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

func relatedJSON(related []match.Related) []jsonNear {
	out := make([]jsonNear, 0, len(related))
	for _, r := range related {
		out = append(out, jsonNear(r))
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
		gap := jsonGap{Item: c.Item.Code, Label: oneLine(c.Item), Status: diff.Computed, Word: c.Word().String(), Best: bestJSON(c)}
		if c.Gap != nil {
			gap.Status, gap.jsonRemark = diff.Reviewed, jsonRemark{c.Gap.Note, c.Gap.By, c.Gap.On}
		}
		out = append(out, gap)
	}
	return out
}

func bestJSON(c diff.Covered) *jsonBest {
	best := c.Best()
	if best == nil {
		return nil
	}
	return &jsonBest{best.Of(c.Side.Other()).Code, best.Score, best.Word}
}

func coverageJSON(c *diff.Comparison) jsonCoverage {
	out := jsonCoverage{countsJSON(c.Coverage.Source), countsJSON(c.Coverage.Target), []jsonCovered{}}
	for _, covered := range c.Coverage.Items {
		f := direction{c, covered.Side}.framework()
		out.Items = append(out.Items, jsonCovered{
			covered.Side, covered.Item.Code, f.Tier(covered.Item.Depth()), oneLine(covered.Item), covered.Standing().String(),
			countsJSON(covered.Counts), bestJSON(covered),
		})
	}
	return out
}

func countsJSON(c diff.Counts) jsonCounts {
	return jsonCounts{
		c.Indicators, c.Of(diff.FoundByReview), c.Of(diff.ConfirmedGap), c.Of(diff.FoundByChain),
		c.Of(diff.SeemsClose), c.Of(diff.SeemsLikely), c.Of(diff.SeemsPossible), c.Of(diff.SeemsNothing),
	}
}
