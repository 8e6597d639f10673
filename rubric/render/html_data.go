package render

import (
	"rubrickit/rubric/form"
)

// pageData is what the script of a page knows of its form. Its names are those
// of the script.
type pageData struct {
	Framework   string            `json:"framework"`
	Version     string            `json:"version"`
	Fingerprint string            `json:"fingerprint"`
	Rows        []pageRow         `json:"rows"`
	Words       map[string]string `json:"words"`
}

// pageRow is one item that is rated: its code, and the names of its fields.
type pageRow struct {
	Item    string      `json:"item"`
	Rate    string      `json:"rate"`
	Box     bool        `json:"box,omitempty"`
	Comment string      `json:"comment,omitempty"`
	Points  *pagePoints `json:"points,omitempty"`
}

// pagePoints are the bounds of a field for points. Step is "1" where only whole
// points count.
type pagePoints struct {
	Field string `json:"field"`
	Label string `json:"label"`
	From  string `json:"from"`
	To    string `json:"to"`
	Step  string `json:"step"`
}

func dataOf(f *form.Form) pageData {
	w := f.Words
	out := pageData{
		Framework: f.Identity.ID, Version: f.Identity.Version, Fingerprint: f.Identity.Fingerprint,
		Words: map[string]string{
			"ratedOf": w.RatedOf, "tickedOf": w.TickedOf, "unkept": w.Unkept, "saved": w.Saved,
			"cleared": w.Cleared, "nameFirst": w.NameFirst, "pointsWrong": w.PointsWrong,
		},
	}
	for _, r := range f.Rows() {
		row := pageRow{Item: r.Code, Rate: r.Field, Box: r.Box, Points: pointsOf(w, r.Points)}
		if r.Comment != nil {
			row.Comment = r.Comment.Name
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

func pointsOf(w form.Words, p *form.Points) *pagePoints {
	if p == nil {
		return nil
	}
	out := &pagePoints{Field: p.Field, Label: pointsWords(w, p), From: p.From.String(), To: p.To.String(), Step: "1"}
	if !p.OnlyRange {
		out.Step = p.Step.String()
	}
	return out
}
