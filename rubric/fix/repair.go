package fix

import (
	"bytes"
	"slices"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
	"rubrickit/rubric/yamldoc/repair"
)

// Check reports everything about a file, as `rubric validate` does. It must
// depend on its arguments alone.
type Check func(file string, data []byte) diag.List

// Result is what came of repairing a file.
type Result struct {
	Data []byte
	// Fixed are the findings that were repaired, in their places before. Left
	// are those that the file has now.
	Fixed, Left diag.List
}

// maxChecks bounds how often one file is checked. What is left beyond it is
// found by the next run.
const maxChecks = 500

// Repair makes the edits of findings that can mean only one thing, round by
// round until none is left, and leaves all else: a second run changes nothing.
//
// An edit is kept only if the words of the file stay, no error is there that
// was not there before, and everything outside of what the finding is about
// reads as it did; otherwise its finding is left.
func Repair(file string, data []byte, check Check) Result {
	r := repairer{file: file, check: check, Result: Result{Data: data, Left: check(file, data)}, checks: 1}
	for r.checks < maxChecks && r.round() {
	}
	r.Fixed = r.Fixed.Sorted()
	return r.Result
}

type repairer struct {
	Result
	file   string
	check  Check
	checks int
}

// round repairs what it can at once, or else the first finding that can be
// repaired alone. It reports whether anything was. One by one is not worth
// its time where YAML stops for a reason unknown.
func (r *repairer) round() bool {
	batch := r.certain()
	return r.reencode() || r.make(batch) || !r.has(repair.CodeSyntax) && (r.makeOne(batch) || r.depth())
}

func (r *repairer) has(code diag.Code) bool {
	return slices.ContainsFunc(r.Left, func(d diag.Diagnostic) bool { return d.Code == code })
}

func (r *repairer) makeOne(batch diag.List) bool {
	return len(batch) > 1 && slices.ContainsFunc(batch, func(d diag.Diagnostic) bool {
		return r.checks < maxChecks && r.make(diag.List{d})
	})
}

// certain are the findings to repair next: as long as YAML cannot read the
// file, those that it stops at, since what else is found may be theirs.
func (r *repairer) certain() diag.List {
	t := newText(r.Data)
	syntax := !yamldoc.Reads(r.Data)
	doubtful := r.doubtful(t)
	var out diag.List
	for _, d := range r.Left {
		if t.isCertain(d) && kindOf(d.Code).syntax == syntax && !touches(d, doubtful) {
			out.Add(d)
		}
	}
	return out
}

// doubtful are the lines with an error that will stay: it may be due to
// another repair than the one that is proposed there.
func (r *repairer) doubtful(t text) map[int]bool {
	lines := map[int]bool{}
	for _, d := range r.Left {
		if d.Severity == diag.Error && !t.isCertain(d) {
			lines[d.Start.Line] = true
		}
	}
	return lines
}

func touches(d diag.Diagnostic, lines map[int]bool) bool {
	return slices.ContainsFunc(d.Edits, func(e diag.Edit) bool { return lines[e.Start.Line] })
}

// make applies the edits of a list, as far as they do not overlap, if the
// result stands the test.
func (r *repairer) make(list diag.List) bool {
	after, made := Apply(r.Data, list)
	if len(made) == 0 || bytes.Equal(after, r.Data) {
		return false
	}
	left := r.check(r.file, after)
	r.checks++
	if !noNewErrors(r.Left, made, left) || !r.readsAlike(after, made) {
		return false
	}
	r.keep(after, made, left)
	return true
}

func (r *repairer) keep(after []byte, made, left diag.List) {
	r.Data, r.Left = after, left
	r.Fixed = append(r.Fixed, made...)
}

// reencode writes a file that is not UTF-8 as UTF-8, if it can be read then.
func (r *repairer) reencode() bool {
	at := slices.IndexFunc(r.Left, func(d diag.Diagnostic) bool { return d.Code == yamldoc.CodeNotUTF8 })
	if at < 0 {
		return false
	}
	after, _, ok := Reencode(r.Data)
	if !ok {
		return false
	}
	left := r.check(r.file, after)
	r.checks++
	if root, _ := yamldoc.Parse(r.file, after); root == nil || root.Kind != yamldoc.Map {
		return false
	}
	r.keep(after, r.Left[at:at+1], left)
	return true
}

// noNewErrors reports whether every error that is left was there before, and
// the repaired ones are gone. YAML may stop with other words than before.
func noNewErrors(before, made, left diag.List) bool {
	count := map[string]int{}
	key := func(d diag.Diagnostic) string {
		if d.Code == repair.CodeSyntax {
			return string(d.Code)
		}
		return string(d.Code) + " " + d.Message
	}
	for _, d := range before {
		count[key(d)]++
	}
	for _, d := range made {
		count[key(d)]--
	}
	for _, d := range left {
		count[key(d)]--
		if count[key(d)] < 0 && d.Severity == diag.Error {
			return false
		}
	}
	return true
}

// readsAlike reports whether what the edits do not touch reads as before. A
// file that YAML could not read has no tree to compare; that its other errors
// are the same ones shows that it is read as it was with the repair in mind.
func (r *repairer) readsAlike(after []byte, made diag.List) bool {
	if isSyntax(made[0].Code) {
		return true
	}
	was, _ := yamldoc.Parse(r.file, r.Data)
	is, _ := yamldoc.Parse(r.file, after)
	var edits []diag.Edit
	for _, d := range made {
		edits = append(edits, d.Edits...)
	}
	return yamldoc.Reads(after) && sameTree(was, is, edits)
}
