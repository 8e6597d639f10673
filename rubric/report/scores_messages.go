package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/score"
)

// firstRejects is how many rejects and notes are told one by one; a file of
// them has them all.
const firstRejects = 5

// Reading is what a person is told beside the scores: how each file was
// understood, what became of its cells, and which policy made the numbers.
type Reading struct {
	Report *ratings.Report
	Score  ScoreReport
	// Default says that no policy was given.
	Default bool
}

// WriteReading writes the messages that go with scores.
func WriteReading(w io.Writer, r Reading) error {
	var out strings.Builder
	for _, file := range r.Report.Files {
		out.WriteString(fileLine(file))
		out.WriteString(columnLines(file.Columns))
		for _, note := range file.Notes {
			fmt.Fprintf(&out, "  note: %s\n", note)
		}
		fmt.Fprintf(&out, "%s: %s\n", file.File, LedgerLine(r.ledgerOf(file)))
	}
	for _, note := range r.Report.Notes {
		fmt.Fprintf(&out, "note: %s\n", note)
	}
	rejectLines(&out, r.Score.Result.Rejects)
	noteLines(&out, r.Score.Result.Notes)
	fmt.Fprintln(&out, r.policyLine())
	_, err := io.WriteString(w, out.String())
	return err
}

func fileLine(file ratings.FileReport) string {
	delimiter := fmt.Sprintf("delimiter %q", file.Delimiter)
	if file.Delimiter == "\t" {
		delimiter = "tabs between cells"
	}
	return fmt.Sprintf("%s: %s, %s, %s, header in line %d, %s\n", file.File, file.Shape, file.Encoding, delimiter, file.Header, Count(file.Records, "record"))
}

// columnLines tell what each column was taken for, the items' columns
// together.
func columnLines(columns []ratings.Column) string {
	var roles, items, unknown []string
	for _, c := range columns {
		switch {
		case c.Role != "":
			roles = append(roles, roleWords(c))
		case c.Item != nil:
			items = append(items, c.Name)
		case c.Name != "":
			unknown = append(unknown, fmt.Sprintf("%q", c.Name))
		}
	}
	if len(items) > 0 {
		roles = append(roles, itemWords(items))
	}
	lines := "  columns: " + strings.Join(roles, ", ") + "\n"
	if len(unknown) > 0 {
		lines += "  not recognised, and not read: " + strings.Join(unknown, ", ") + " (--map ROLE=COLUMN says what a column is)\n"
	}
	return lines
}

func roleWords(c ratings.Column) string {
	words := c.Name
	if c.Name != string(c.Role) {
		words += " as " + string(c.Role)
	}
	if c.Item != nil {
		words += " of " + c.Item.Code
	}
	return words
}

func itemWords(names []string) string {
	if len(names) == 1 {
		return names[0] + " as an item"
	}
	return fmt.Sprintf("%s … %s as %s", names[0], names[len(names)-1], Count(len(names), "item"))
}

// ledgerOf is the ledger of a file with what scoring rejected of it.
func (r Reading) ledgerOf(file ratings.FileReport) rubric.Ledger {
	l := file.Ledger
	for _, reject := range r.Score.Result.Rejects {
		if reject.At.File == file.File && reject.Code == string(score.CodeAmbiguousLatest) {
			l.Rated -= reject.Cells
			l.Rejected += reject.Cells
		}
	}
	return l
}

// LedgerLine writes a ledger as the sum that it is: "30 cells = 27 rated + 0
// not applicable + …".
func LedgerLine(l rubric.Ledger) string {
	return fmt.Sprintf("%s = %s rated + %s not applicable + %s not observed + %s missing + %s rejected",
		Count(l.Cells, "cell"), Thousands(l.Rated), Thousands(l.NotApplicable), Thousands(l.NotObserved), Thousands(l.Missing), Thousands(l.Rejected))
}

func rejectLines(out *strings.Builder, rejects []rubric.Reject) {
	for _, r := range rejects[:min(len(rejects), firstRejects)] {
		place := r.At.String()
		if r.Column != "" {
			place += ":" + r.Column
		}
		value := ""
		if r.Value != "" && !strings.Contains(r.Message, r.Value) {
			value = fmt.Sprintf("%q: ", r.Value)
		}
		fmt.Fprintf(out, "%s: %s%s; %s", place, value, r.Message, r.Code)
		if r.Suggestion != "" {
			fmt.Fprintf(out, " (%s?)", strings.TrimSuffix(r.Suggestion, "?"))
		}
		out.WriteByte('\n')
	}
	if more := len(rejects) - firstRejects; more > 0 {
		fmt.Fprintf(out, "… %s more; --rejects FILE writes them all\n", Thousands(more))
	}
}

func noteLines(out *strings.Builder, notes []score.Note) {
	for _, n := range notes[:min(len(notes), firstRejects)] {
		fmt.Fprintf(out, "note: %s, %s: %s\n", n.Ratee, n.Item, n.Message)
	}
	if more := len(notes) - firstRejects; more > 0 {
		fmt.Fprintf(out, "… %s more notes; --format json has them all\n", Thousands(more))
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
