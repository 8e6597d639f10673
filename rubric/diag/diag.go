// Package diag holds what every checker of this module reports: a finding
// with its place, a stable code, what is wrong, and what would mend it.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Severity says how bad a finding is.
type Severity uint8

// The severities, mildest first.
const (
	Note    Severity = iota // worth knowing; nothing to mend
	Warning                 // probably a mistake; the file can be used
	Error                   // the file cannot be used as it stands
)

// String gives the word used in every output: error, warning or note.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// Code is the stable, lower-case name of a kind of finding, such as
// "duplicate-code". A code is never reused for another meaning.
type Code string

// Related is a second place that a finding is about, such as the first use of
// a code that is used twice.
type Related struct {
	Span
	Message string
}

// Edit replaces the text of Span by Text; applied, it mends the finding.
type Edit struct {
	Span
	Text string
}

// Diagnostic is one finding.
type Diagnostic struct {
	Span
	Severity Severity
	Code     Code
	Message  string    // what is wrong, in a sentence without a final stop
	Hint     string    // what to do about it; may be empty
	Related  []Related // other places that belong to it
	// Edits are a repair, to apply together. It may be merely likely: package
	// fix decides which are certain.
	Edits []Edit
}

// String gives the one-line form "file:line:column: severity[code]: message".
func (d Diagnostic) String() string {
	return fmt.Sprintf("%s: %s[%s]: %s", d.Span, d.Severity, d.Code, d.Message)
}

// compare orders findings by place, then gravity, then code and message.
func compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Start.Line, b.Start.Line),
		cmp.Compare(a.Start.Column, b.Start.Column),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
	)
}

// List is a set of findings. It is itself the error of an operation that
// found problems: see [List.Err].
type List []Diagnostic

// Add appends a finding.
func (l *List) Add(d Diagnostic) { *l = append(*l, d) }

// Sorted returns the findings in order of file and place, each once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, compare)
	return slices.CompactFunc(out, func(a, b Diagnostic) bool { return compare(a, b) == 0 })
}

// Count returns how many findings have the given severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// HasErrors reports whether any finding is an error.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Err returns the list as an error when it holds an error, else nil:
// warnings and notes do not make an operation fail.
func (l List) Err() error {
	if !l.HasErrors() {
		return nil
	}
	return l
}

// Error gives the first error and how many more findings there are.
func (l List) Error() string {
	sorted := l.Sorted()
	for _, d := range sorted {
		if d.Severity != Error {
			continue
		}
		if len(sorted) == 1 {
			return d.String()
		}
		return fmt.Sprintf("%s (and %d more)", d, len(sorted)-1)
	}
	return "no errors"
}
