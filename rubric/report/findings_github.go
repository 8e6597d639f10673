package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"rubrickit/rubric/diag"
)

// githubCommand is the workflow command of each severity.
var githubCommand = map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Note: "notice"}

// Escapes of workflow commands. Without them a line break in a message would
// begin a command of its own, written by the author of the checked file.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeFindingsGitHub writes a workflow command for each finding, which
// GitHub Actions shows beside the line in a pull request.
func writeFindingsGitHub(w io.Writer, f Findings, _ Options) error {
	var out strings.Builder
	for _, d := range f.List.Sorted() {
		fmt.Fprintf(&out, "::%s %s::%s\n", githubCommand[d.Severity], githubProperties(d), githubMessage.Replace(inFull(d)))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// githubProperties gives the place and the title of an annotation. GitHub
// takes columns only where the annotation begins and ends on one line.
func githubProperties(d diag.Diagnostic) string {
	out := []string{"file=" + githubProperty.Replace(d.File)}
	add := func(name string, n int) { out = append(out, name+"="+strconv.Itoa(n)) }
	if !d.Start.IsZero() {
		add("line", d.Start.Line)
		switch {
		case d.End.IsZero():
			add("col", d.Start.Column)
		case d.End.Line == d.Start.Line:
			add("col", d.Start.Column)
			add("endColumn", d.End.Column)
		default:
			add("endLine", d.End.Line)
		}
	}
	return strings.Join(append(out, "title="+githubProperty.Replace(string(d.Code))), ",")
}

// inFull is the message of a finding, and on a line below it what to do.
func inFull(d diag.Diagnostic) string {
	if d.Hint == "" {
		return d.Message
	}
	return d.Message + "\n" + d.Hint
}
