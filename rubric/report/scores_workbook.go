package report

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"rubrickit/rubric/internal/ooxml"
)

func writeScoreWorkbook(w io.Writer, r ScoreReport, _ Options) error {
	return writeWorkbook(w, r, sheetOf("scores", scoreColumnsOf(r.Result), r.Result.AllRows()))
}

// writeWorkbook writes a sheet of a result, and sheets of what goes with it and
// of what it is made of.
func writeWorkbook(w io.Writer, r ScoreReport, sheet ooxml.Sheet) error {
	sheets := []ooxml.Sheet{
		sheet,
		sheetOf("notes", noteColumns(), slices.Values(r.Result.Notes)),
		sheetOf("rejects", rejectColumns(), slices.Values(r.Result.Rejects)),
		sheetOf("comments", commentColumns(), slices.Values(r.Comments)),
		sheetOf("made of", factColumns(), slices.Values(facts(r))),
	}
	err := ooxml.WriteXLSX(w, sheets)
	if errors.Is(err, ooxml.ErrRows) {
		return fmt.Errorf("%w; the formats csv and json have no such limit", err)
	}
	return err
}
