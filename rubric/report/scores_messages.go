package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// firstTold is how many of anything (rejects, notes, columns, files) are told
// one by one; the rest is counted, with the place that has them all.
const firstTold = 5

// Reading is what a person is told beside the scores: how each file was
// understood, what became of its cells, and which policy made the numbers.
type Reading struct {
	Report *ratings.Report
	Score  ScoreReport
	// Default says that no policy was given.
	Default bool
	// Rejects, Comments and Notes say that all of them are written elsewhere.
	Rejects, Comments, Notes bool
}

// WriteReading writes the messages that go with scores.
func WriteReading(w io.Writer, r Reading) error {
	var out strings.Builder
	r.fileLines(&out)
	r.ledgerLines(&out)
	noteLines(&out, r.fileNotes())
	r.rejectLines(&out)
	r.scoreNotes(&out)
	r.commentLine(&out)
	fmt.Fprintln(&out, r.policyLine())
	_, err := io.WriteString(w, out.String())
	return err
}

// fileNotes are the remarks on the files, each with its file, and on all of
// them together.
func (r Reading) fileNotes() []string {
	var out []string
	for _, file := range r.Report.Files {
		for _, note := range file.Notes {
			out = append(out, fileName(file)+": note: "+note)
		}
	}
	for _, note := range r.Report.Notes {
		out = append(out, "note: "+note)
	}
	return out
}

func noteLines(out *strings.Builder, notes []string) {
	for _, n := range notes[:min(len(notes), firstTold)] {
		fmt.Fprintln(out, n)
	}
	if more := len(notes) - firstTold; more > 0 {
		fmt.Fprintf(out, "… %s on the files; rubric inspect tells them all\n", Count(more, "more note"))
	}
}

// rejectLines tell of what was rejected, what is alike in one line.
func (r Reading) rejectLines(out *strings.Builder) {
	where := "--rejects FILE writes them all"
	if r.Rejects {
		where = "the file of --rejects has them all"
	}
	writeRejectLines(out, r.Score.Result.Rejects, where)
}

// writeRejectLines tells the first kinds of rejects, and where all are unless
// that were all.
func writeRejectLines(out *strings.Builder, rejects []rubric.Reject, where string) {
	kinds, others := alikeRejects(rejects, firstTold)
	for _, k := range kinds {
		line := rejectLine(k.first)
		if k.n > 1 {
			line += fmt.Sprintf(", and %s more like it", Thousands(k.n-1))
		}
		fmt.Fprintln(out, line)
	}
	switch {
	case others > 0:
		fmt.Fprintf(out, "… %s more; %s\n", Thousands(others), where)
	case len(rejects) > len(kinds):
		fmt.Fprintf(out, "%s; %s\n", Count(len(rejects), "reject"), where)
	}
}

func rejectLine(r rubric.Reject) string {
	place := r.At.String()
	if r.Column != "" {
		place += ":" + r.Column
	}
	value := ""
	if r.Value != "" && !strings.Contains(r.Message, r.Value) {
		value = fmt.Sprintf("%q: ", r.Value)
	}
	line := fmt.Sprintf("%s: %s%s; %s", place, value, r.Message, r.Code)
	if r.Suggestion != "" {
		line += fmt.Sprintf(" (%s?)", strings.TrimSuffix(r.Suggestion, "?"))
	}
	return line
}

// scoreNotes tell why a band and the score beside it may seem to disagree.
func (r Reading) scoreNotes(out *strings.Builder) {
	notes := r.Score.Result.Notes
	for _, n := range notes[:min(len(notes), firstTold)] {
		fmt.Fprintf(out, "note: %s, %s: %s\n", n.Ratee, n.Item, n.Message)
	}
	if more := len(notes) - firstTold; more > 0 {
		where := "--format json has them all"
		if r.Notes {
			where = "the output has them all"
		}
		fmt.Fprintf(out, "… %s; %s\n", Count(more, "more note"), where)
	}
}

// commentLine tells of comments that are written nowhere.
func (r Reading) commentLine(out *strings.Builder) {
	if n := len(r.Score.Comments); n > 0 && !r.Comments {
		fmt.Fprintf(out, "%s with the ratings; --comments FILE writes them, and --format json has them\n", Count(n, "comment"))
	}
}

func (r Reading) policyLine() string {
	p := r.Score.Policy
	source := p.ID + " (" + p.File + ")"
	if r.Default {
		source = "default, since none is given"
	}
	return fmt.Sprintf("policy %s: %s", source, p.Words())
}
