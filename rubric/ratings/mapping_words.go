package ratings

import (
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// levels reads `levels`: the text of a cell → a level's code, label or value.
func (r *mappingReader) levels(n *yamldoc.Node) {
	r.m.levels = r.lines(n, "`levels`", r.words, plainKey, func(n *yamldoc.Node, line *mapped) {
		line.means = r.token(n, "the level")
	})
}

// nulls reads `nulls`: the text of a cell → the null state that it stands for.
func (r *mappingReader) nulls(n *yamldoc.Node) {
	r.m.nulls = r.lines(n, "`nulls`", r.words, plainKey, func(n *yamldoc.Node, line *mapped) {
		line.means = r.token(n, "the null state")
		if line.means.text != "" && !slices.Contains(nullStates(), line.means.text) {
			hint := diag.Suggest(line.means.text, nullStates(), "write one of: "+strings.Join(nullStates(), ", "))
			r.Report(n.Span, CodeMappingValue, hint, "there is no null state %q", line.means.text)
			line.means.text = ""
		}
	})
}

// fillNulls are the words for null states, those that the caller told
// outranking the mapping's.
func (m *Mapping) fillNulls(nulls map[string]rubric.State) map[string]rubric.State {
	out := map[string]rubric.State{}
	told := map[string]bool{}
	for word, state := range nulls {
		out[word], told[plainKey(word)] = state, true
	}
	for _, line := range m.nulls {
		if state, _ := rubric.ParseState(line.means.text); !told[plainKey(line.name.text)] {
			out[line.name.text] = state
		}
	}
	return out
}

// nullStates are the names of the states that are no rating.
func nullStates() []string {
	return []string{rubric.NotApplicable.String(), rubric.NotObserved.String(), rubric.Missing.String()}
}
