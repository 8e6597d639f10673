package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
)

// The elements of a JUnit report, as far as build servers agree on them.
type (
	junitSuites struct {
		XMLName  xml.Name   `xml:"testsuites"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Suite    junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"` // checks that broke down: never ours
		Skipped  int         `xml:"skipped,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Failure *junitFailure `xml:"failure"`
		Output  string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// writeFindingsJUnit writes a test case for each file that was checked, which
// fails where the file has errors. Warnings and notes are its output.
// Characters that XML cannot hold become U+FFFD.
func writeFindingsJUnit(w io.Writer, f Findings, _ Options) error {
	suite := junitSuite{Name: "rubric validate"}
	of := map[string]diag.List{}
	for _, d := range f.List.Sorted() {
		of[d.File] = append(of[d.File], d)
	}
	for _, file := range f.files() {
		c := junitCaseOf(file, of[file])
		if c.Failure != nil {
			suite.Failures++
		}
		suite.Cases = append(suite.Cases, c)
	}
	suite.Tests = len(suite.Cases)
	out, err := xml.MarshalIndent(junitSuites{Tests: suite.Tests, Failures: suite.Failures, Suite: suite}, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, out)
	return err
}

// junitCaseOf makes one failure of all errors of a file, since readers of
// these reports take one at most.
func junitCaseOf(file string, list diag.List) junitCase {
	c := junitCase{Class: "rubric.validate", Name: file}
	var errors diag.List
	var failure, output strings.Builder
	for _, d := range list {
		if d.Severity != diag.Error {
			fmt.Fprintf(&output, "%s\n", junitLines(d))
			continue
		}
		errors.Add(d)
		fmt.Fprintf(&failure, "%s\n", junitLines(d))
	}
	c.Output = output.String()
	if len(errors) > 0 {
		c.Failure = &junitFailure{Type: string(errors[0].Code), Message: errors.Error(), Text: failure.String()}
	}
	return c
}

func junitLines(d diag.Diagnostic) string {
	if d.Hint == "" {
		return d.String()
	}
	return d.String() + "\n  " + d.Hint
}

// files names, in order, every file that was checked or has a finding.
func (f Findings) files() []string {
	names := map[string]bool{}
	for name := range f.Sources {
		names[name] = true
	}
	for _, d := range f.List {
		names[d.File] = true
	}
	return slices.Sorted(maps.Keys(names))
}
