package report

import (
	"io"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// The JSON form of an inspection. Field names are a promise; what is not known
// is null.
type (
	jsonInspection struct {
		Framework jsonIdentity    `json:"framework"`
		Tool      Tool            `json:"tool"`
		Files     []jsonInspected `json:"files"`
		Notes     []string        `json:"notes"`
		Rejects   []jsonReject    `json:"rejects"`
		Comments  int             `json:"comments"`
		Ledger    rubric.Ledger   `json:"ledger"`
	}
	jsonInspected struct {
		File      string              `json:"file"`
		Sheet     string              `json:"sheet"`
		Error     *string             `json:"error"`
		Guess     bool                `json:"guess"`
		Container string              `json:"container"`
		Gzip      bool                `json:"gzip"`
		Encoding  *string             `json:"encoding"`
		Delimiter *string             `json:"delimiter"`
		Layout    *string             `json:"layout"`
		Shape     *string             `json:"shape"`
		Header    []int               `json:"header"`
		Skipped   []int               `json:"skipped"`
		Dates     *string             `json:"dates"`
		Records   int                 `json:"records"`
		Notes     []string            `json:"notes"`
		Columns   []jsonColumn        `json:"columns"`
		Names     jsonTally[jsonName] `json:"names"`
		Cells     jsonTally[jsonText] `json:"cells"`
		Ledger    *rubric.Ledger      `json:"ledger"`
	}
	jsonColumn struct {
		Column  int       `json:"column"`
		Name    string    `json:"name"`
		Role    *string   `json:"role"`
		Item    *string   `json:"item"`
		Ignored bool      `json:"ignored"`
		How     *string   `json:"how"`
		Hint    *jsonHint `json:"hint"`
		Samples []string  `json:"samples"`
	}
	jsonHint struct {
		Role *string `json:"role"`
		Item *string `json:"item"`
		Why  string  `json:"why"`
	}
	jsonTally[T any] struct {
		Texts  []T `json:"texts"`
		Blank  int `json:"blank"`
		Others int `json:"others"`
	}
	jsonName struct {
		Text       string  `json:"text"`
		Count      int     `json:"count"`
		Line       int     `json:"line"`
		Item       *string `json:"item"`
		Ignored    bool    `json:"ignored"`
		Code       *string `json:"code"`
		Message    *string `json:"message"`
		Suggestion *string `json:"suggestion"`
	}
	jsonText struct {
		Text       string  `json:"text"`
		Count      int     `json:"count"`
		Line       int     `json:"line"`
		State      *string `json:"state"`
		Level      *string `json:"level"`
		Value      *string `json:"value"`
		Code       *string `json:"code"`
		Message    *string `json:"message"`
		Suggestion *string `json:"suggestion"`
	}
)

func writeInspectionJSON(w io.Writer, x Inspected, _ Options) error {
	f := x.Framework
	out := jsonInspection{
		Framework: jsonIdentity{f.ID, f.Version, f.SHA256, f.Fingerprint()}, Tool: x.Tool,
		Files: []jsonInspected{}, Notes: orEmpty(x.Notes), Rejects: []jsonReject{},
	}
	for _, file := range x.Files {
		out.Files = append(out.Files, inspectedJSON(file))
	}
	if x.Ratings != nil {
		out.Ledger, out.Comments = x.Ratings.Ledger, len(x.Ratings.Comments)
		for _, r := range x.Ratings.Rejects {
			out.Rejects = append(out.Rejects, jsonReject(r))
		}
	}
	return writeJSON(w, out)
}

func inspectedJSON(file ratings.FileInspection) jsonInspected {
	out := jsonInspected{
		File: file.File, Sheet: file.Sheet, Guess: file.Guess, Container: file.Container, Gzip: file.Packed,
		Encoding: orNull(file.Encoding), Delimiter: orNull(file.Delimiter), Layout: orNull(file.Layout), Shape: orNull(file.Shape),
		Header: orEmpty(file.HeaderLines), Skipped: orEmpty(file.Skipped), Dates: orNull(file.Dates), Records: file.Records,
		Notes: orEmpty(file.Notes), Columns: []jsonColumn{}, Names: tallyJSON(file.Names, nameJSON), Cells: tallyJSON(file.Cells, textJSON),
	}
	if file.Err != nil {
		out.Error = orNull(file.Err.Error())
	} else {
		out.Ledger = &file.Ledger
	}
	for i, c := range file.Columns {
		out.Columns = append(out.Columns, columnJSON(i, c, file))
	}
	return out
}

func columnJSON(i int, c ratings.Column, file ratings.FileInspection) jsonColumn {
	out := jsonColumn{
		Column: i + 1, Name: c.Name, Role: orNull(string(c.Role)), Item: codeOrNull(c.Item), Ignored: c.Ignored, How: orNull(c.How),
		Samples: []string{},
	}
	if h, ok := file.Hints[i]; ok {
		out.Hint = &jsonHint{orNull(string(h.Role)), codeOrNull(h.Item), h.Why}
	}
	if i < len(file.Samples) {
		out.Samples = orEmpty(file.Samples[i])
	}
	return out
}

func tallyJSON[T any](t ratings.Tally, one func(ratings.Text) T) jsonTally[T] {
	out := jsonTally[T]{Texts: []T{}, Blank: t.Blank, Others: t.Others}
	for _, text := range t.Texts {
		out.Texts = append(out.Texts, one(text))
	}
	return out
}

func nameJSON(t ratings.Text) jsonName {
	return jsonName{t.Text, t.Count, t.First.Line, codeOrNull(t.Item), t.Ignored, orNull(string(t.Code)), orNull(t.Message), orNull(t.Suggestion)}
}

func textJSON(t ratings.Text) jsonText {
	out := jsonText{
		Text: t.Text, Count: t.Count, Line: t.First.Line,
		Code: orNull(string(t.Code)), Message: orNull(t.Message), Suggestion: orNull(t.Suggestion),
	}
	if t.Code == "" {
		out.State = orNull(t.State.String())
	}
	if t.Code == "" && t.State == rubric.Rated {
		out.Value = orNull(t.Value.String())
	}
	if t.Level != nil {
		out.Level = orNull(t.Level.Code)
	}
	return out
}

func codeOrNull(it *rubric.Item) *string {
	if it == nil {
		return nil
	}
	return orNull(it.Code)
}

func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
