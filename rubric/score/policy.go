package score

import (
	"crypto/sha256"
	"encoding/hex"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// Policy is the rules by which ratings become scores: an ordered list of
// stages, each of which collapses dimensions of the ratings into one value;
// bands (cut scores) and rules for the verdict; and how numbers are rounded.
// It is read-only once it was parsed.
type Policy struct {
	ID     string
	Title  string        // what the policy calls itself; "" where it does not say
	Source rubric.Source // where its rule is published, and what it leaves out of it
	File   string        // the name it was read under
	SHA256 string        // of the bytes that were read, in hexadecimal

	pin    *pin
	stages []*stage
	bands  bands
	rules  []*rule
	round  Rounding // of what bands, rules and stages see
	// display is how numbers are shown: as round, unless asked otherwise.
	display  Rounding
	document *yamldoc.Node // the file as read
	// broken keeps what is wrong with the file, so that nobody scores by it.
	broken diag.List
}

// pin is the framework that a policy is written for.
type pin struct {
	id, version name
}

// format is the value of the key `policy` that this package reads.
const format = "v1"

// ParsePolicy reads a policy file, with every problem of the file at once.
// The name is used for places only. What depends on the framework is left to
// [Policy.Check]. The policy is nil when the text is no policy at all; one
// with errors serves for more checks, and [Compute] refuses it.
func ParsePolicy(file string, data []byte) (*Policy, diag.List) {
	root, findings := yamldoc.ParseWith(file, data, misfits)
	if root == nil {
		return nil, findings.Sorted()
	}
	r := newReader(file)
	ok := r.policy(root)
	findings = append(findings, r.Findings...).Sorted()
	if !ok {
		return nil, findings
	}
	sum := sha256.Sum256(data)
	r.p.document, r.p.SHA256 = root, hex.EncodeToString(sum[:])
	if findings.HasErrors() {
		r.p.broken = findings
	}
	return r.p, findings
}

// WithPlaces returns the policy with another number of decimals for display;
// bands, rules and stages see the same values as before.
func (p *Policy) WithPlaces(places int) *Policy {
	out := *p
	out.display = p.display.WithPlaces(places)
	return &out
}

// misfits counts what keeps a document from being a policy; the YAML reader
// uses it to judge the repair of a syntax error.
func misfits(root *yamldoc.Node) int {
	r := newReader("")
	r.policy(root)
	return r.Findings.Count(diag.Error)
}

// reader reads one policy file.
type reader struct {
	yamldoc.Reader
	p *Policy
}

func newReader(file string) *reader {
	return &reader{p: &Policy{File: file, round: displayed(defaultPlaces)}}
}

// policy reads the whole document; false when it is no map.
func (r *reader) policy(root *yamldoc.Node) bool {
	ignored := func(yamldoc.Pair) {} // x-… keys are for other programs
	ok := r.Object(root, "the policy", []yamldoc.Field{
		{Name: "policy", Required: true, Read: r.format},
		{Name: "id", Required: true, Read: r.id},
		{Name: "title", Read: func(n *yamldoc.Node) { r.p.Title = r.Text(n, "`title`") }},
		{Name: "source", Read: r.source},
		{Name: "framework", Read: r.pin},
		{Name: "stages", Read: r.stages},
		{Name: "bands", Read: r.bands},
		{Name: "rules", Read: r.rules},
		{Name: "round", Read: r.round},
	}, ignored)
	if !ok {
		return false
	}
	if root.Get("stages") == nil {
		r.p.stages = DefaultPolicy().stages
	}
	r.p.display = r.p.round
	r.checkVerdicts()
	return true
}

func (r *reader) format(n *yamldoc.Node) {
	if v := r.Word(n, "`policy`"); v != "" && v != format {
		r.Report(n.Span, CodeFormat, "this version of the tool reads `policy: v1`", "the policy's format is %q", v)
	}
}

// idPattern is that of frameworks' ids.
var idPattern = lazyregexp.New(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

func (r *reader) id(n *yamldoc.Node) {
	r.p.ID = r.Word(n, "`id`")
	if r.p.ID != "" && !idPattern.MatchString(r.p.ID) {
		r.Report(n.Span, CodeID, "use up to 64 letters, digits, dots, dashes and underscores, beginning with a letter or digit", "%q cannot be the id of a policy", r.p.ID)
	}
}

// pin reads `framework`: an id, or {id, version}.
func (r *reader) pin(n *yamldoc.Node) {
	r.p.pin = &pin{}
	if n.Kind == yamldoc.Scalar {
		r.p.pin.id = r.name(n, "`framework`")
		return
	}
	r.Object(n, "`framework`", []yamldoc.Field{
		{Name: "id", Required: true, Read: func(n *yamldoc.Node) { r.p.pin.id = r.name(n, "the framework's `id`") }},
		{Name: "version", Read: func(n *yamldoc.Node) { r.p.pin.version = r.name(n, "the framework's `version`") }},
	}, nil)
}
