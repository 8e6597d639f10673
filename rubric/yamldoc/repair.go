package yamldoc

import (
	"fmt"
	"slices"

	"rubrickit/rubric/diag"
)

// Where YAML cannot read a file, trial repair finds the slip. The parser
// tells how far it came; near that place small edits are tried, each of which
// would undo one slip that people make, the likeliest and nearest first. The
// first after which the text can be parsed, and is what the caller expects,
// gives the place, the cause and a repair that is known to work.

// maxSlips is how many slips of one file are repaired.
const maxSlips = 8

// longestLine is how many bytes a line may have for repairs to be tried: no
// one types longer ones, and each trial looks at whole lines.
const longestLine = 20_000

// repairer reads a text that YAML cannot read as it stands.
type repairer struct {
	file string
	fits func(*Node) int
	past past
	work int // bytes that may yet be parsed
}

// read repairs the text slip by slip and reads what comes of it. The node and
// all findings stand where they belong in the text as it was. The node is nil
// when a slip is left for which no repair was found.
func (r *repairer) read(lines []string) (*Node, diag.List) {
	var found diag.List
	for {
		doc := read(r.file, lines)
		if doc.stop == nil {
			r.past.node(doc.node)
			for _, d := range doc.findings {
				found.Add(r.past.finding(d))
			}
			return doc.node, found
		}
		t := r.find(lines, *doc.stop)
		if t == nil {
			found.Add(r.past.finding(r.unrepaired(lines, *doc.stop)))
			return nil, found
		}
		d := r.past.finding(t.finding(r.file))
		after := apply(lines, t.Edits)
		r.past, lines = append(r.past, newStep(lines, after, t.Edits)), after
		if !t.choice {
			d.Hint += "; with it " + r.gain(t.effect)
		}
		found.Add(d)
	}
}

func (r *repairer) find(lines []string, at stop) *trial {
	if len(r.past) == maxSlips || slices.ContainsFunc(lines, func(l string) bool { return len(l) > longestLine }) {
		return nil
	}
	work := min(baseWork+workFactor*sizeOf(lines), r.work)
	s := search{outline: newOutline(lines), stop: at, work: work, fits: r.judge}
	t := s.find()
	r.work -= work - s.work
	return t
}

// gain says what a repair gains. It comes after the repair is made, since the
// line at which the parser stops then is counted in the original text.
func (r *repairer) gain(e effect) string {
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

// judge counts what is wrong with a text that can be parsed, and its keys.
func (r *repairer) judge(lines []string) verdict {
	doc := read("", lines)
	v := verdict{misfits: doc.findings.Count(diag.Error)}
	if doc.node == nil {
		return v
	}
	if r.fits != nil {
		v.misfits += r.fits(doc.node)
	}
	keyed := map[int]bool{}
	doc.node.keyLines(keyed)
	v.keyed = len(keyed)
	return v
}

// keyLines marks the lines on which a key stands.
func (n *Node) keyLines(lines map[int]bool) {
	for _, p := range n.Pairs {
		lines[p.Key.Span.Start.Line] = true
		p.Value.keyLines(lines)
	}
	for _, item := range n.Items {
		item.keyLines(lines)
	}
}

// unrepaired reports where the parser stopped and no edit helped.
func (r *repairer) unrepaired(lines []string, at stop) diag.Diagnostic {
	for at.line > 1 && blankLine(lines[at.line-1]) {
		at.line--
	}
	hint := "the mistake is here or shortly above: look for a missing colon, a quote that is not closed, " +
		"or a line indented unlike its neighbours; no single repair was found that works"
	if len(r.past) == maxSlips {
		hint = "mend the slips above first: there are too many in the file to look for a repair of each"
	}
	p := &parser{file: r.file, lines: toRunes(lines)}
	return diag.Diagnostic{
		Span: p.wholeLine(at.line), Severity: diag.Error, Code: CodeSyntax,
		Message: "the parser stopped here: " + at.problem, Hint: hint,
	}
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
