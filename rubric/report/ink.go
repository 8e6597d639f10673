package report

import "rubrickit/rubric/diag"

// ink colours text for a terminal, or leaves it alone.
type ink struct{ on bool }

func inkFor(color bool) ink { return ink{color} }

func (i ink) paint(code, text string) string {
	if !i.on {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (i ink) bold(text string) string  { return i.paint("1", text) }
func (i ink) faint(text string) string { return i.paint("2", text) }

// severity is red for errors, yellow for warnings, blue for notes.
func (i ink) severity(s diag.Severity, text string) string {
	return i.paint(map[diag.Severity]string{diag.Error: "1;31", diag.Warning: "1;33", diag.Note: "1;34"}[s], text)
}
