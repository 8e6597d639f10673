package collect

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// Attendance holds what came back against a roster.
type Attendance struct {
	Answered int        // lines of the roster that are answered
	Waiting  []Waiting  // lines that are not, in the order of the roster
	Repeated []Answered // lines that are answered more than once
	Strange  []Stranger // forms that are on no line, in the order of the files
}

// Waiting is a line of the roster that is not answered. Why is "" where nothing
// came, else what is wrong with what came.
type Waiting struct {
	ratings.RosterLine
	Why string
}

// Answered is a line of the roster with the files that answer it.
type Answered struct {
	ratings.RosterLine
	Files []string
}

// Stranger is a form that nobody expected. Perhaps says what may have been meant,
// "" where nothing is near.
type Stranger struct {
	rubric.Form
	File    string
	Perhaps string
}

// Against holds the collection against a roster. A form answers the line that
// says what it says; what a line leaves open may be anything, and of several
// lines the one that says most is answered. Names must be the same, character by
// character, as where ratings are read.
func (c *Collection) Against(roster *ratings.Roster) Attendance {
	h := newHall(roster)
	var out Attendance
	var strange []*filing
	for i := range c.filings {
		f := &c.filings[i]
		h.came[f.form.Ratee] = true
		line := h.lineFor(f.form)
		switch {
		case line < 0:
			strange = append(strange, f)
		case f.isBlank():
			h.blank[line] = append(h.blank[line], f.file)
		default:
			h.files[line] = append(h.files[line], f.file)
		}
	}
	for line := range roster.Lines {
		h.tell(&out, line, c.Book)
	}
	for _, f := range strange {
		out.Strange = append(out.Strange, Stranger{f.form, f.file, h.perhaps(f.form)})
	}
	return out
}

// hall is a roster with what answers each of its lines.
type hall struct {
	roster       *ratings.Roster
	byRatee      map[string][]int
	names        []string
	files, blank [][]string      // by line
	came         map[string]bool // ratees of whom there is a form
}

func newHall(r *ratings.Roster) *hall {
	h := &hall{roster: r, byRatee: map[string][]int{}, files: make([][]string, len(r.Lines)), blank: make([][]string, len(r.Lines)), came: map[string]bool{}}
	for i, line := range r.Lines {
		if h.byRatee[line.Ratee] == nil {
			h.names = append(h.names, line.Ratee)
		}
		h.byRatee[line.Ratee] = append(h.byRatee[line.Ratee], i)
	}
	return h
}

// lineFor is the line that a form answers, -1 for none.
func (h *hall) lineFor(f rubric.Form) int {
	best, most := -1, -1
	for _, i := range h.byRatee[f.Ratee] {
		said, fits := fit(h.roster.Lines[i].Form, f)
		if fits && said > most {
			best, most = i, said
		}
	}
	return best
}

// fit counts what a line says beside the ratee, and reports whether a form says
// the same.
func fit(line, form rubric.Form) (said int, fits bool) {
	for _, pair := range [][2]string{{line.Rater, form.Rater}, {line.Group, form.Group}, {line.Occasion, form.Occasion}} {
		switch {
		case pair[0] == "":
		case pair[0] != pair[1]:
			return 0, false
		default:
			said++
		}
	}
	return said, true
}

// tell adds what became of a line.
func (h *hall) tell(out *Attendance, line int, b *rubric.Book) {
	l := h.roster.Lines[line]
	switch files := h.files[line]; {
	case len(files) == 0:
		out.Waiting = append(out.Waiting, Waiting{l, h.why(line, b)})
		return
	case len(files) > 1:
		out.Repeated = append(out.Repeated, Answered{l, files})
	}
	out.Answered++
}

// why says what is wrong with what came for a line that is not answered.
func (h *hall) why(line int, b *rubric.Book) string {
	if blank := h.blank[line]; len(blank) > 0 {
		return "came back blank: " + strings.Join(blank, ", ")
	}
	name := h.roster.Lines[line].Ratee
	i := slices.IndexFunc(b.Rejects, func(r rubric.Reject) bool { return r.Ratee == name })
	if i >= 0 && !h.came[name] {
		return "everything in it was rejected: " + b.Rejects[i].At.File
	}
	return ""
}

// perhaps says which line a form may have been meant for.
func (h *hall) perhaps(f rubric.Form) string {
	lines := h.byRatee[f.Ratee]
	if lines == nil {
		return ratings.NearName(f.Ratee, h.names)
	}
	open := slices.IndexFunc(lines, func(i int) bool { return len(h.files[i]) == 0 })
	return Words(h.roster.Lines[lines[max(open, 0)]].Form)
}

// Words names a form: "Okafor, Ada by s1 as supervisor on 2026-03-01".
func Words(f rubric.Form) string {
	out := f.Ratee
	for _, part := range []struct{ word, text string }{{"by", f.Rater}, {"as", f.Group}, {"on", f.Occasion}} {
		if part.text != "" {
			out += fmt.Sprintf(" %s %s", part.word, part.text)
		}
	}
	return out
}
