package yamldoc

import "rubrickit/rubric/diag"

// Where YAML cannot read a file, trial repair finds the slip. The parser
// tells how far it came; near that place small edits are tried, each of which
// would undo one slip that people make, the likeliest and nearest first. The
// first after which the text can be parsed, and is what the caller expects,
// gives the place, the cause and a repair that is known to work.

// maxSlips is how many slips of one file are repaired.
const maxSlips = 8

// repairer reads a text that YAML cannot read as it stands.
type repairer struct {
	file string
	fits func(*Node) int
	past past
	work int
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
		after := apply(lines, t.Edits, 0)
		d := r.past.finding(t.diagnostic(r.file))
		found.Add(d)
		r.past, lines = append(r.past, newStep(lines, after, t.Edits)), after
	}
}

func (r *repairer) find(lines []string, at stop) *trial {
	if len(r.past) == maxSlips {
		return nil
	}
	s := search{outline: newOutline(lines), stop: at, work: &r.work, fits: r.misfits}
	return s.find()
}

// misfits counts what is wrong with a text that can be parsed.
func (r *repairer) misfits(lines []string) int {
	doc := read("", lines)
	n := doc.findings.Count(diag.Error)
	if doc.node != nil && r.fits != nil {
		n += r.fits(doc.node)
	}
	return n
}

// unrepaired reports where the parser stopped and no edit helped.
func (r *repairer) unrepaired(lines []string, at stop) diag.Diagnostic {
	p := &parser{file: r.file, lines: toRunes(lines)}
	return diag.Diagnostic{
		Span: p.wholeLine(at.line), Severity: diag.Error, Code: CodeSyntax,
		Message: "the parser stopped here: " + at.problem,
		Hint:    "the mistake is here or shortly above: look for a missing colon, a quote that is not closed, or a line indented unlike its neighbours; no single repair was found that works",
	}
}

// diagnostic is the finding of a repair, with the file in all its places.
func (t *trial) diagnostic(file string) diag.Diagnostic {
	d := t.Diagnostic
	d.File = file
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
