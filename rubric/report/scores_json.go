package report

import (
	"io"
	"math/big"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// The JSON forms of scores. Field names are a promise; what is undefined is
// null.
type (
	jsonScores struct {
		Provenance jsonProvenance `json:"provenance"`
		Scores     []jsonScore    `json:"scores"`
		Notes      []jsonNote     `json:"notes"`
		Rejects    []jsonReject   `json:"rejects"`
		Comments   []jsonComment  `json:"comments"`
	}
	jsonProvenance struct {
		Framework jsonIdentity     `json:"framework"`
		Policy    score.Provenance `json:"policy"`
		Tool      Tool             `json:"tool"`
		Inputs    []rubric.Input   `json:"inputs"`
		Ledger    rubric.Ledger    `json:"ledger"`
	}
	jsonIdentity struct {
		ID          string `json:"id"`
		Version     string `json:"version"`
		SHA256      string `json:"sha256"`
		Fingerprint string `json:"fingerprint"`
	}
	jsonScore struct {
		Ratee         string  `json:"ratee"`
		Item          string  `json:"item"`
		Tier          string  `json:"tier"`
		Title         string  `json:"title"`
		Score         *string `json:"score"`
		ScoreExact    *string `json:"score_exact"`
		Band          *string `json:"band"`
		Rated         int     `json:"n_rated"`
		NotApplicable int     `json:"n_not_applicable"`
		NotObserved   int     `json:"n_not_observed"`
		Missing       int     `json:"n_missing"`
		Coverage      *string `json:"coverage"`
		Reason        *string `json:"reason"`
	}
	jsonNote struct {
		Ratee   string `json:"ratee"`
		Item    string `json:"item"`
		Message string `json:"message"`
	}
	jsonReject struct {
		File       string `json:"file"`
		Sheet      string `json:"sheet"`
		Line       int    `json:"line"`
		Record     int    `json:"record"`
		Column     string `json:"column"`
		Item       string `json:"item"`
		Value      string `json:"value"`
		Code       string `json:"code"`
		Message    string `json:"message"`
		Suggestion string `json:"suggestion"`
	}
	jsonComment struct {
		Ratee    string `json:"ratee"`
		Item     string `json:"item"`
		Rater    string `json:"rater"`
		Group    string `json:"group"`
		Occasion string `json:"occasion"`
		Text     string `json:"text"`
		File     string `json:"file"`
		Sheet    string `json:"sheet"`
		Line     int    `json:"line"`
	}
)

func writeScoreJSON(w io.Writer, r ScoreReport, _ Options) error {
	out := jsonScores{
		Provenance: provenanceOf(r), Scores: []jsonScore{}, Notes: []jsonNote{}, Rejects: []jsonReject{}, Comments: []jsonComment{},
	}
	for _, row := range r.Result.Rows {
		out.Scores = append(out.Scores, scoreJSON(row, r.Result.Display))
	}
	for _, n := range r.Result.Notes {
		out.Notes = append(out.Notes, jsonNote(n))
	}
	for _, reject := range r.Result.Rejects {
		out.Rejects = append(out.Rejects, rejectJSON(reject))
	}
	for _, c := range r.Comments {
		out.Comments = append(out.Comments, jsonComment{c.Ratee, c.Item, c.Rater, c.Group, c.Occasion, c.Text, c.At.File, c.At.Sheet, c.At.Line})
	}
	return writeJSON(w, out)
}

// WriteProvenance writes what the scores were made of, as JSON: the framework,
// the policy, the tool, the inputs, and the ledger of all cells.
func WriteProvenance(w io.Writer, r ScoreReport) error { return writeJSON(w, provenanceOf(r)) }

func provenanceOf(r ScoreReport) jsonProvenance {
	f := r.Framework
	out := jsonProvenance{
		Framework: jsonIdentity{f.ID, f.Version, f.SHA256, f.Fingerprint()},
		Policy:    r.Policy.Provenance(), Tool: r.Tool, Inputs: r.Result.Inputs, Ledger: r.Result.Ledger,
	}
	if out.Inputs == nil {
		out.Inputs = []rubric.Input{}
	}
	return out
}

func scoreJSON(row score.Row, show score.Rounding) jsonScore {
	return jsonScore{
		Ratee: row.Ratee, Item: row.Item, Tier: row.Tier, Title: row.Title,
		Score: orNull(shown(row.Score, show)), ScoreExact: exactOrNull(row.Score), Band: orNull(row.Band),
		Rated: row.Rated, NotApplicable: row.NotApplicable, NotObserved: row.NotObserved, Missing: row.Missing,
		Coverage: orNull(shown(row.Coverage, coverageRounding(show))), Reason: orNull(row.Reason),
	}
}

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func exactOrNull(x *big.Rat) *string {
	if x == nil {
		return nil
	}
	return orNull(x.RatString())
}

func rejectJSON(r rubric.Reject) jsonReject {
	return jsonReject{r.At.File, r.At.Sheet, r.At.Line, r.At.Record, r.Column, r.Item, r.Value, r.Code, r.Message, r.Suggestion}
}
