package report

import (
	"io"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// The JSON form of how a score came about. What does not apply is left out.
type (
	jsonScoreExplanation struct {
		Ratee  string           `json:"ratee"`
		Score  *string          `json:"score"`
		Band   *string          `json:"band"`
		Reason *string          `json:"reason"`
		Note   string           `json:"note,omitempty"`
		Policy score.Provenance `json:"policy"`
		Origin jsonOrigin       `json:"origin"`
	}
	jsonOrigin struct {
		Item       string       `json:"item"`
		Tier       string       `json:"tier"`
		Title      string       `json:"title"`
		Rater      string       `json:"rater,omitempty"`
		Group      string       `json:"group,omitempty"`
		Occasion   string       `json:"occasion,omitempty"`
		ScoreExact *string      `json:"score_exact"`
		Unrounded  string       `json:"unrounded,omitempty"`
		State      string       `json:"state"`
		Reason     string       `json:"reason,omitempty"`
		Stage      string       `json:"stage,omitempty"`
		Weight     string       `json:"weight,omitempty"`
		LeftOut    string       `json:"left_out,omitempty"`
		Filled     string       `json:"filled,omitempty"`
		Ratings    []jsonPlace  `json:"ratings,omitempty"`
		Parts      []jsonOrigin `json:"parts,omitempty"`
	}
	jsonPlace struct {
		File  string `json:"file"`
		Sheet string `json:"sheet,omitempty"`
		Line  int    `json:"line"`
	}
)

func writeScoreExplanationJSON(w io.Writer, e score.Explanation, _ Options) error {
	return writeJSON(w, jsonScoreExplanation{
		Ratee: e.Row.Ratee, Score: orNull(e.Display.Show(e.Row.Score)), Band: orNull(e.Row.Band), Reason: orNull(e.Row.Reason), Note: e.Note,
		Policy: e.Policy.Provenance(), Origin: originJSON(e.Origin),
	})
}

func originJSON(o score.Origin) jsonOrigin {
	out := jsonOrigin{
		Item: o.Item, Tier: o.Tier, Title: o.Title, Rater: o.Rater, Group: o.Group, Occasion: o.Occasion,
		ScoreExact: orNull(o.Score.String()), Unrounded: o.Exactly.String(), State: o.State.String(), Reason: o.Reason, Stage: o.Stage,
		Ratings: placesJSON(o.Ratings),
	}
	for _, p := range o.Parts {
		part := originJSON(p.Origin)
		part.Weight, part.LeftOut, part.Filled = p.Weight.String(), p.Left, p.Filled.String()
		out.Parts = append(out.Parts, part)
	}
	return out
}

func placesJSON(ratings []rubric.Rating) []jsonPlace {
	var out []jsonPlace
	for _, v := range ratings {
		out = append(out, jsonPlace{v.At.File, v.At.Sheet, v.At.Line})
	}
	return out
}
