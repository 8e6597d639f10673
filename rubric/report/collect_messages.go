package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/collect"
)

// Collected is what a person is told who has returned forms brought together.
type Collected struct {
	*collect.Collection
	// Attendance is nil where nobody was expected.
	Attendance *collect.Attendance
	// Rejects says that all of them are written elsewhere.
	Rejects bool
	Output  string // the file of the ratings; "" for standard output
}

// WriteCollected writes the messages that go with a collection: what could not be
// taken first, then what came, at last who has not answered.
func WriteCollected(w io.Writer, c Collected) error {
	var out strings.Builder
	c.fileLines(&out)
	if c.Book != nil {
		noteLines(&out, Reading{Report: c.Report}.fileNotes())
		c.repeatLines(&out)
		c.rejectLines(&out)
		c.summary(&out)
	}
	if c.Attendance != nil {
		attendanceLines(&out, c.Attendance)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// fileLines tell which files are not among the ratings, and why.
func (c Collected) fileLines(out *strings.Builder) {
	for _, u := range c.Unread {
		lines := strings.Split(u.Err.Error(), "\n")
		fmt.Fprintf(out, "%s: not read: %s\n", u.File, lines[0])
		for _, line := range lines[1:] {
			fmt.Fprintf(out, "  %s\n", strings.TrimSpace(line))
		}
	}
	for _, s := range c.Same {
		fmt.Fprintf(out, "%s: the same file as %s, byte for byte: counted once\n", s.File, s.As)
	}
}

// repeatLines tell which forms came more than once.
func (c Collected) repeatLines(out *strings.Builder) {
	for _, r := range c.Repeats {
		fmt.Fprintf(out, "%s came %s: %s; ", formWords(r.Form), times(len(r.Files)), strings.Join(r.Files, ", "))
		if len(r.Differ) == 0 {
			out.WriteString("the answers are the same and count once\n")
			continue
		}
		var codes []string
		for _, it := range r.Differ {
			codes = append(codes, it.Code)
		}
		fmt.Fprintf(out, "the answers differ for %s, and are rejected there: %s\n", Count(len(codes), "item"), strings.Join(codes, ", "))
	}
}

// formWords name a form; a rater that only stands for nobody's name is left out,
// since the file that it names stands beside it.
func formWords(f rubric.Form) string { return oneVisible(collect.Words(f)) }

func times(n int) string {
	if n == 2 {
		return "twice"
	}
	return Thousands(n) + " times"
}

func (c Collected) rejectLines(out *strings.Builder) {
	where := "--rejects FILE writes them all"
	if c.Rejects {
		where = "the file of --rejects has them all"
	}
	writeRejectLines(out, c.Book.Rejects, where)
}

// summary tells how many forms came in which formats, and what became of their
// cells.
func (c Collected) summary(out *strings.Builder) {
	kinds := map[string]int{}
	files := 0
	last := ""
	for _, file := range c.Report.Files {
		if file.File != last || files == 0 {
			kinds[file.Container]++
			files++
		}
		last = file.File
	}
	fmt.Fprintf(out, "%s in %s (%s): %s", Count(c.Book.Forms(), "form"), Count(files, "file"), kindWords(kinds), LedgerLine(c.Book.Ledger))
	if n := len(c.Book.Comments); n > 0 {
		fmt.Fprintf(out, "; %s", Count(n, "comment"))
	}
	if c.Output != "" {
		fmt.Fprintf(out, " → %s", c.Output)
	}
	out.WriteByte('\n')
}

// kindWords count files by their kind, the most frequent first.
func kindWords(kinds map[string]int) string {
	var names []string
	for name := range kinds {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if kinds[a] != kinds[b] {
			return kinds[b] - kinds[a]
		}
		return strings.Compare(a, b)
	})
	for i, name := range names {
		names[i] = fmt.Sprintf("%s %s", Thousands(kinds[name]), name)
	}
	return strings.Join(names, ", ")
}

// attendanceLines tell what came back against the roster.
func attendanceLines(out *strings.Builder, a *collect.Attendance) {
	expected := a.Answered + len(a.Waiting)
	fmt.Fprintf(out, "answered: %s of %s on the roster\n", Thousands(a.Answered), Thousands(expected))
	waitingLines(out, a.Waiting)
	for _, r := range a.Repeated {
		fmt.Fprintf(out, "answered %s: %s (%s)\n", times(len(r.Files)), formWords(r.Form), strings.Join(r.Files, ", "))
	}
	for _, s := range a.Strange {
		fmt.Fprintf(out, "nobody expected: %s (%s)", formWords(s.Form), s.File)
		if s.Perhaps != "" {
			fmt.Fprintf(out, "; the roster has %s", oneVisible(s.Perhaps))
		}
		out.WriteByte('\n')
	}
}

// waitingLines list who has not answered: those of whom nothing came on one line.
func waitingLines(out *strings.Builder, waiting []collect.Waiting) {
	var names []string
	for _, w := range waiting {
		if w.Why == "" {
			names = append(names, formWords(w.Form))
		}
	}
	if len(names) > 0 {
		fmt.Fprintf(out, "not answered: %s\n", strings.Join(names, " · "))
	}
	for _, w := range waiting {
		if w.Why != "" {
			fmt.Fprintf(out, "not answered: %s (%s)\n", formWords(w.Form), w.Why)
		}
	}
}
