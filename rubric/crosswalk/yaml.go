package crosswalk

import (
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// format is the value of the key `crosswalk` that this package reads.
const format = "v1"

func parseYAML(file string, data []byte) (*Crosswalk, diag.List) {
	root, findings := yamldoc.ParseWith(file, data, misfits)
	if root == nil {
		return nil, findings
	}
	r := reader{c: &Crosswalk{}}
	ok := r.crosswalk(root)
	findings = append(findings, finish(&r.Reader, r.c)...)
	if !ok {
		return nil, findings
	}
	return r.c, findings
}

// misfits counts what keeps a document from being a crosswalk; the YAML reader
// uses it to judge the repair of a syntax error.
func misfits(root *yamldoc.Node) int {
	r := reader{c: &Crosswalk{}}
	r.crosswalk(root)
	return r.Findings.Count(diag.Error)
}

// reader reads one YAML file.
type reader struct {
	yamldoc.Reader
	c *Crosswalk
}

// foreign takes the x-… keys of other programs.
func foreign(yamldoc.Pair) {}

// crosswalk reads the whole document; false when it is no map.
func (r *reader) crosswalk(root *yamldoc.Node) bool {
	return r.Object(root, "the crosswalk", []yamldoc.Field{
		{Name: "crosswalk", Required: true, Read: r.format},
		{Name: "source", Required: true, Read: func(n *yamldoc.Node) { r.c.Source = r.framework(n, "`source`") }},
		{Name: "target", Required: true, Read: func(n *yamldoc.Node) { r.c.Target = r.framework(n, "`target`") }},
		{Name: "pairs", Required: true, Read: r.pairs},
	}, foreign)
}

func (r *reader) format(n *yamldoc.Node) {
	if v := r.Word(n, "`crosswalk`"); v != "" && v != format {
		r.Report(n.Span, CodeFormat, "this version of the tool reads `crosswalk: v1`", "the crosswalk's format is %s", quoted(v))
	}
}

// framework reads an id, or {id, version}.
func (r *reader) framework(n *yamldoc.Node, what string) Framework {
	f := Framework{Places: rubric.Places{"": n.Span}}
	id := func(n *yamldoc.Node) { f.Places["id"], f.ID = n.Span, r.Word(n, "the framework's `id`") }
	if n.Kind == yamldoc.Scalar {
		id(n)
		return f
	}
	r.Object(n, what, []yamldoc.Field{
		{Name: "id", Required: true, Read: id},
		{Name: "version", Read: func(n *yamldoc.Node) {
			f.Places["version"], f.Version = n.Span, r.Word(n, "the framework's `version`")
		}},
	}, foreign)
	return f
}

func (r *reader) pairs(n *yamldoc.Node) {
	if n.IsEmpty() {
		return // all its lines may be comments
	}
	for _, item := range r.List(n, "`pairs`") {
		r.pair(item)
	}
}

// pair reads a row. One in which a value cannot be taken is left out of the
// further checks, so that one mistake is one finding.
func (r *reader) pair(n *yamldoc.Node) {
	before := r.Failures()
	p := Pair{Places: rubric.Places{"": n.Span}}
	var fields []yamldoc.Field
	for i := range columns {
		c := &columns[i]
		fields = append(fields, yamldoc.Field{Name: c.name, Required: c.name == keyRelation, Read: func(n *yamldoc.Node) {
			c.take(&r.Reader, &p, r.value(n, c), n.Span)
		}})
	}
	if r.Object(n, "the pair", fields, foreign) && r.Failures() == before {
		r.c.Pairs = append(r.c.Pairs, p)
	}
}

func (r *reader) value(n *yamldoc.Node, c *column) string {
	what := "`" + c.name + "`"
	if c.prose {
		return r.Text(n, what)
	}
	return r.Word(n, what)
}
