package score

import "rubrickit/rubric/yamldoc"

// source reads `source`: where the rule of the policy is published, and what
// the policy leaves out of it. Its keys are those of a framework's source.
func (r *reader) source(n *yamldoc.Node) {
	s := &r.p.Source
	if n.Kind == yamldoc.Map && len(n.Pairs) == 0 && !n.Refused {
		r.Report(n.Span, yamldoc.CodeEmptyValue, "write `title:` below it, or take the key away", "`source` is empty")
	}
	ignored := func(yamldoc.Pair) {} // x-… keys are for other programs
	r.Object(n, "the source", []yamldoc.Field{
		{Name: "title", Read: func(n *yamldoc.Node) { s.Title = r.Text(n, "the source's `title`") }},
		{Name: "url", Read: func(n *yamldoc.Node) { s.URL = r.Word(n, "the source's `url`") }},
		{Name: "retrieved", Read: func(n *yamldoc.Node) { s.Retrieved = r.Word(n, "the source's `retrieved`") }},
		{Name: "rights", Read: func(n *yamldoc.Node) { s.Rights = r.Text(n, "the source's `rights`") }},
		{Name: "note", Read: func(n *yamldoc.Node) { s.Note = r.Text(n, "the source's `note`") }},
	}, ignored)
}
