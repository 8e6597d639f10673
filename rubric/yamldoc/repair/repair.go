// Package repair finds the slip for which a hand-written YAML text cannot be
// parsed. The parser tells how far it came; near that place small edits are
// tried, each of which would undo one slip that people make, the likeliest and
// nearest first. The first after which the text can be parsed, and is what the
// caller expects, gives the place, the cause and a repair that is known to
// work.
//
// The package knows how YAML is written, and no parser: it is given one.
package repair

import (
	"fmt"

	"rubrickit/rubric/diag"
)

// Stop is where the parser gave up: it had read this many lines, so that the
// mistake stands on that line or above it.
type Stop struct {
	Line    int
	Problem string // in the parser's words
}

// Parse parses a text. It returns how many bytes it read, and where it stopped,
// nil where it came to the end.
type Parse func(lines []string) (size int, at *Stop)

// Verdict is what a text that can be parsed amounts to.
type Verdict struct {
	Misfits int // what keeps it from being what the caller expects
	Keyed   int // lines on which a key stands
}

// Judge judges a text that can be parsed.
type Judge func(lines []string) Verdict

// maxSlips is how many slips of one file are repaired.
const maxSlips = 8

// Repairer repairs a text slip by slip, and leads places back to the text as it
// was.
type Repairer struct {
	file  string
	parse Parse
	judge Judge
	past  past
	work  int // bytes that may yet be parsed
}

// New returns a repairer for a text; the file name is used for places only.
func New(file string, lines []string, parse Parse, judge Judge) *Repairer {
	work := maxWork * (baseWork + workFactor*sizeOf(lines))
	return &Repairer{file: file, parse: parse, judge: judge, work: work}
}

// Mend undoes the slip at which the parser stopped in a text, that of [New] at
// first, then what the last call returned. It returns the text after the repair
// and a finding about the slip, with its place in the text as it was at first.
// Where no repair is found, after is nil, and the finding tells where the
// parser stopped.
func (r *Repairer) Mend(lines []string, at Stop) (after []string, d diag.Diagnostic) {
	t := r.find(lines, at)
	if t == nil {
		return nil, r.Finding(r.unrepaired(lines, at))
	}
	d = r.Finding(t.finding(r.file))
	after = apply(lines, t.Edits)
	r.past = append(r.past, newStep(lines, after, t.Edits))
	if !t.choice {
		d.Hint += "; with it " + r.gain(t.effect)
	}
	return after, d
}

// Span leads a place in the text after the repairs back to the text as it was.
func (r *Repairer) Span(at diag.Span) diag.Span { return r.past.span(at) }

// Finding leads a finding back, in place where it has more than one place. It
// loses its edits where they touch a repair.
func (r *Repairer) Finding(d diag.Diagnostic) diag.Diagnostic { return r.past.finding(d) }

func (r *Repairer) find(lines []string, at Stop) *trial {
	if len(r.past) == maxSlips {
		return nil
	}
	work := min(baseWork+workFactor*sizeOf(lines), r.work)
	s := search{stop: at, work: work, parser: r.parse, fits: r.judge}
	t := s.findIn(lines)
	r.work -= work - s.work
	return t
}

// gain says what a repair gains. It comes after the repair is made, since the
// line at which the parser stops then is counted in the original text.
func (r *Repairer) gain(e effect) string {
	switch {
	case e.stop > 0:
		at := r.past.span(diag.Span{Start: diag.Pos{Line: e.stop, Column: 1}})
		return fmt.Sprintf("the file can be read up to line %d", at.Start.Line)
	case e.misfits > 0:
		return "the file can be read"
	default:
		return "the whole file reads well"
	}
}

// unrepaired reports where the parser stopped and no edit helped.
func (r *Repairer) unrepaired(lines []string, at Stop) diag.Diagnostic {
	n := at.Line - 1
	for n > 0 && blankLine(lines[n]) {
		n--
	}
	hint := "the mistake is here or shortly above: look for a missing colon, a quote that is not closed, " +
		"or a line indented unlike its neighbours; no single repair was found that works"
	if len(r.past) == maxSlips {
		hint = "mend the slips above first: there are too many in the file to look for a repair of each"
	}
	d := diag.Diagnostic{
		Span: wholeLine(n, lines[n]), Severity: diag.Error, Code: CodeSyntax,
		Message: "the parser stopped here: " + at.Problem, Hint: hint,
	}
	d.File = r.file
	return d
}

// finding is what a repair reports, with the file in all its places.
func (t *trial) finding(file string) diag.Diagnostic {
	d := t.Diagnostic
	d.File = file
	d.Hint = t.action
	d.Edits = nil
	if t.choice {
		return d
	}
	for _, e := range inOrder(t.Edits) {
		e.File = file
		d.Edits = append(d.Edits, e)
	}
	return d
}
