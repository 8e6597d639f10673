package report

import (
	"io"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/score"
)

// ScoreReport is the product of scoring: the scores, and everything that they
// stand on.
type ScoreReport struct {
	Framework *rubric.Framework
	Policy    *score.Policy
	Mapping   *ratings.Mapping // by which the files were read; nil where none was given
	Tool      Tool
	Result    *score.Result
	Comments  []rubric.Comment
}

// Tool is the program that made a result.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// ScoreFormats are the formats of scores. Those for programs are written row by
// row, however many there are; those for people are laid out as a whole.
func ScoreFormats() []Format[ScoreReport] {
	return []Format[ScoreReport]{
		{Name: "table", About: "for a terminal", Write: writeScoreTable},
		{Name: "csv", About: "a row for each ratee and item, for a spreadsheet or a script", Write: writeScoreRows(',')},
		{Name: "tsv", About: "the same, with tabs between cells", Write: writeScoreRows('\t')},
		{Name: "json", About: "for programs: exact scores, rejects, comments, provenance", Write: writeScoreJSON, Whole: true},
		{Name: "ndjson", About: "a JSON object on a line for each ratee and item", Write: writeScoreLines},
		{Name: "md", About: "a Markdown document: the scores, and what they are made of", Write: writeScoreMarkdown},
		{Name: "xlsx", About: "a workbook: scores, rejects, comments and what they are made of", Write: writeScoreWorkbook, Binary: true, Whole: true},
	}
}

func writeScoreLines(w io.Writer, r ScoreReport, _ Options) error {
	return streamLines(w, r.Result.AllRows(), objectOf(onOneLine(), scoreColumnsOf(r.Result)).append)
}

func writeScoreJSON(w io.Writer, r ScoreReport, _ Options) error {
	return writeResultJSON(w, r, func(s *jsonStream) error {
		return streamRecords(s, "scores", scoreColumnsOf(r.Result), r.Result.AllRows())
	})
}

// writeResultJSON writes the JSON form of a result: the part that it is about
// between what it is made of and what goes with it.
func writeResultJSON(w io.Writer, r ScoreReport, part func(*jsonStream) error) error {
	s := newJSONStream(w)
	steps := []func() error{
		func() error { return s.value("provenance", provenanceOf(r)) },
		func() error { return part(s) },
		func() error { return streamRecords(s, "notes", noteColumns(), slices.Values(r.Result.Notes)) },
		func() error { return streamRecords(s, "rejects", rejectColumns(), slices.Values(r.Result.Rejects)) },
		func() error { return streamRecords(s, "comments", commentColumns(), slices.Values(r.Comments)) },
		s.close,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
