package report

import (
	"io"
	"strings"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/score"
	"rubrickit/rubric/yamldoc"
)

// PolicyFile is a scoring policy together with the file that it was read from.
type PolicyFile struct {
	Policy *score.Policy
	Data   []byte
}

// PolicyFormats are the formats in which one policy is shown.
func PolicyFormats() []Format[PolicyFile] {
	return []Format[PolicyFile]{
		{Name: "yaml", About: "the file itself, byte for byte", Write: func(w io.Writer, p PolicyFile, _ Options) error {
			_, err := w.Write(p.Data)
			return err
		}},
		{Name: "json", About: "for programs: the same keys without the comments, which score reads as well", Write: writePolicyJSON},
	}
}

func writePolicyJSON(w io.Writer, p PolicyFile, _ Options) error {
	root, findings := yamldoc.Parse(p.Policy.File, p.Data)
	if err := findings.Err(); err != nil {
		return err
	}
	return writeJSON(w, root)
}

// PolicyListFormats are the formats of a list of policies.
func PolicyListFormats() []Format[[]PolicyFile] {
	return []Format[[]PolicyFile]{
		{Name: "table", About: "for a terminal", Write: func(w io.Writer, list []PolicyFile, o Options) error {
			t := policyTable(list)
			t.Width = o.Width
			return t.Text(w)
		}},
		{Name: "md", About: "a Markdown table", Write: func(w io.Writer, list []PolicyFile, _ Options) error {
			return policyTable(list).Markdown(w)
		}},
		{Name: "csv", About: "for a spreadsheet or a script", Write: func(w io.Writer, list []PolicyFile, o Options) error {
			return policyTable(list).CSV(w, o.Excel)
		}},
		{Name: "json", About: "for programs", Write: writePolicyListJSON},
	}
}

func policyTable(list []PolicyFile) table.Table {
	t := table.Table{Header: []string{"id", "title", "bands"}}
	for _, p := range list {
		t.Rows = append(t.Rows, []string{p.Policy.ID, p.Policy.Title, policyBands(p.Policy.Provenance().Bands)})
	}
	return t
}

// policyBands writes the bands of a policy on one line, lowest first, each after
// its lower bound where it has one: "1 Ineffective, 2.65 Effective".
func policyBands(bands *yamldoc.Node) string {
	if bands == nil {
		return ""
	}
	var words []string
	for _, p := range bands.Pairs {
		words = append(words, p.Value.Value+" "+p.Key.Value)
	}
	for _, item := range bands.Items {
		words = append(words, item.Value)
	}
	if len(words) == 0 {
		return bands.Value
	}
	return strings.Join(words, ", ")
}

// writePolicyListJSON writes what a policy is, and what makes its numbers, as in
// the provenance of scores.
func writePolicyListJSON(w io.Writer, list []PolicyFile, _ Options) error {
	out := make([]score.Provenance, 0, len(list))
	for _, p := range list {
		out = append(out, p.Policy.Provenance())
	}
	return writeJSON(w, out)
}
