package ratings

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// nothingFits says of a file of which no cell could be taken why that is: the
// commonest reasons, each by a text that it may have been meant for, and what to
// do next.
func (r *fileReader) nothingFits(why reasons) error {
	var b strings.Builder
	fmt.Fprintf(&b, "none of its %d cells could be taken as a rating of %s: is it a file for another framework, or on another scale?", r.cells, r.framework.ID)
	sorted := why.sorted()
	for _, reason := range sorted[:min(len(sorted), fewReasons)] {
		b.WriteString("\n  " + reason.inWords())
	}
	if more := len(sorted) - fewReasons; more > 0 {
		fmt.Fprintf(&b, "\n  … and for %d more reasons", more)
	}
	b.WriteString("\n  rubric inspect shows what each column and text was taken for, and writes a mapping to put it right")
	return errors.New(b.String())
}

// How many reasons are told, and how many texts for each.
const (
	fewReasons = 3
	fewTexts   = 3
)

// inWords is a line about the reason: how many cells it concerns, one of them,
// and which other texts there are.
func (r *reason) inWords() string {
	x := r.example()
	line := fmt.Sprintf("%s (%s), such as line %d", x.Code, inCells(r.cells), x.At.Line)
	if x.Column != "" {
		line += fmt.Sprintf(", column %q", cut(x.Column, longestShown))
	}
	line += ": "
	if x.Value != "" && x.Column != "" && !strings.Contains(x.Message, x.Value) {
		line += fmt.Sprintf("%q: ", cut(x.Value, longestShown))
	}
	line += x.Message
	if x.Suggestion != "" {
		line += fmt.Sprintf("; did you mean %q?", x.Suggestion)
	}
	return line + r.others()
}

// others names further texts that are rejected for the reason.
func (r *reason) others() string {
	others := slices.SortedFunc(maps.Values(r.texts), rejection.compare)
	others = slices.DeleteFunc(others, func(x rejection) bool { return x.Value == r.example().Value })
	if len(others) == 0 {
		return ""
	}
	var shown []string
	for _, x := range others[:min(len(others), fewTexts)] {
		shown = append(shown, fmt.Sprintf("%q", cut(clean(x.Value), longestShown)))
	}
	out := "; also " + strings.Join(shown, ", ")
	if more := len(others) - fewTexts; r.many {
		out += " and many more"
	} else if more > 0 {
		out += fmt.Sprintf(" and %d more", more)
	}
	return out
}

// longestShown is how many characters of a text stand in such a line.
const longestShown = 60

func inCells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}
