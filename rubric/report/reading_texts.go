package report

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/ratings"
)

// addTally adds the texts of some cells, unless there are none.
func (s *section) addTally(about string, tally ratings.Tally, rows func([]ratings.Text) table.Table) {
	if len(tally.Texts) == 0 && tally.Blank == 0 {
		return
	}
	t := rows(tally.Texts[:min(len(tally.Texts), shownTexts)])
	if more := len(tally.Texts) - shownTexts; more > 0 {
		cells := tally.Others
		for _, text := range tally.Texts[shownTexts:] {
			cells += text.Count
		}
		t.Rows = append(t.Rows, []string{fmt.Sprintf("… %s more", Thousands(more)), Thousands(cells), "--format json lists more"})
	}
	if tally.Blank > 0 {
		t.Rows = append(t.Rows, []string{"(blank)", Thousands(tally.Blank), ""})
	}
	s.parts = append(s.parts, part{about, t})
}

func cellTable(texts []ratings.Text) table.Table {
	t := table.Table{Header: []string{"text", "cells", "means"}, Align: []table.Align{table.Left, table.Right}}
	for _, text := range texts {
		t.Rows = append(t.Rows, []string{short(text.Text), Thousands(text.Count), meaningWords(text)})
	}
	return t
}

// meaningWords say what a text means as a rating.
func meaningWords(t ratings.Text) string {
	switch {
	case t.Code != "":
		return refusalWords(t)
	case t.State != rubric.Rated:
		return strings.ReplaceAll(t.State.String(), "_", " ")
	case t.Level == nil:
		return t.Value.String() + ", between levels"
	case t.Level.Code == t.Value.String():
		return levelWords(*t.Level)
	default:
		return t.Level.Code + " " + t.Level.Name() + " (" + t.Value.String() + ")"
	}
}

// refusalWords say that a text means nothing, and what it may have been meant
// for.
func refusalWords(t ratings.Text) string {
	words := fmt.Sprintf("not understood: %s, first in line %d", t.Code, t.First.Line)
	if t.Suggestion != "" {
		words += fmt.Sprintf("; perhaps %s?", short(t.Suggestion))
	}
	return words
}

func nameTable(texts []ratings.Text) table.Table {
	t := table.Table{Header: []string{"item", "cells", "means"}, Align: []table.Align{table.Left, table.Right}}
	for _, text := range texts {
		t.Rows = append(t.Rows, []string{short(text.Text), Thousands(text.Count), nameWords(text)})
	}
	return t
}

// nameWords say which item a text names.
func nameWords(t ratings.Text) string {
	switch {
	case t.Ignored:
		return "left out"
	case t.Code != "":
		return refusalWords(t)
	}
	return itemName(t.Item)
}

// rejectsOf are the rejects of a file or a sheet.
func (x Inspected) rejectsOf(file ratings.FileReport) []rubric.Reject {
	return slices.DeleteFunc(slices.Clone(x.Ratings.Rejects), func(r rubric.Reject) bool {
		return r.At.File != file.File || r.At.Sheet != file.Sheet
	})
}

// addRejects adds what was rejected, what is alike in one row with the place of
// the first.
func (s *section) addRejects(rejects []rubric.Reject) {
	kinds, others := alikeRejects(rejects, shownRejects)
	if len(kinds) == 0 {
		return
	}
	t := table.Table{Header: []string{"line", "column", "cell", "cells", "rejected for"}, Align: []table.Align{table.Right, 3: table.Right}}
	for _, k := range kinds {
		r := k.first
		reason := r.Code + ": " + r.Message
		if r.Suggestion != "" {
			reason += fmt.Sprintf("; perhaps %s?", short(r.Suggestion))
		}
		t.Rows = append(t.Rows, []string{fmt.Sprint(r.At.Line), short(r.Column), short(r.Value), Thousands(k.n), reason})
	}
	if others > 0 {
		t.Rows = append(t.Rows, []string{"", "", "", "", fmt.Sprintf("… %s more; --format json has them all", Thousands(others))})
	}
	s.parts = append(s.parts, part{"Rejects", t})
}

// commentLine counts the comments of a file, which are kept and not scored.
func commentLine(x Inspected, file ratings.FileReport) []string {
	n := 0
	for _, c := range x.Ratings.Comments {
		if c.At.File == file.File && c.At.Sheet == file.Sheet {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []string{Count(n, "comment")}
}
