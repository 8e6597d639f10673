package report

import (
	"fmt"
	"io"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// jsonProvenance is what scores are made of, in JSON. Field names are a
// promise.
type jsonProvenance struct {
	Framework jsonIdentity     `json:"framework"`
	Policy    score.Provenance `json:"policy"`
	Mapping   *jsonMapping     `json:"mapping,omitempty"`
	Tool      Tool             `json:"tool"`
	Inputs    []rubric.Input   `json:"inputs"`
	Ledger    rubric.Ledger    `json:"ledger"`
}

// jsonMapping is the mapping by which the files of ratings were read.
type jsonMapping struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

type jsonIdentity struct {
	ID          string `json:"id"`
	Version     string `json:"version"`
	SHA256      string `json:"sha256"`
	Fingerprint string `json:"fingerprint"`
}

// WriteProvenance writes what the scores were made of, as JSON: the framework,
// the policy, the mapping, the tool, the inputs, and the ledger of all cells.
func WriteProvenance(w io.Writer, r ScoreReport) error { return writeJSON(w, provenanceOf(r)) }

func provenanceOf(r ScoreReport) jsonProvenance {
	f := r.Framework
	out := jsonProvenance{
		Framework: jsonIdentity{f.ID, f.Version, f.SHA256, f.Fingerprint()},
		Policy:    r.Policy.Provenance(), Tool: r.Tool, Inputs: r.Result.Inputs, Ledger: r.Result.Ledger,
	}
	if m := r.Mapping; m != nil {
		out.Mapping = &jsonMapping{m.File, m.SHA256}
	}
	if out.Inputs == nil {
		out.Inputs = []rubric.Input{}
	}
	return out
}

// fact is a line of what scores are made of.
type fact struct{ what, is string }

// facts tell a person what scores are made of, as far as it is known.
func facts(r ScoreReport) []fact {
	f, p := r.Framework, r.Policy
	out := []fact{
		{"framework", f.Name()},
		{"framework id", f.ID},
		{"framework SHA-256", f.SHA256},
		{"framework fingerprint", f.Fingerprint()},
		{"policy", p.ID + ": " + p.Words()},
		{"policy title", p.Title},
		{"policy source", p.Source.Title},
		{"policy SHA-256", p.SHA256},
		{"tool", r.Tool.Name + " " + r.Tool.Version},
		{"ledger", LedgerLine(r.Result.Ledger)},
	}
	if m := r.Mapping; m != nil {
		out = append(out, fact{"mapping", fmt.Sprintf("%s, SHA-256 %s", m.File, m.SHA256)})
	}
	for _, in := range r.Result.Inputs {
		out = append(out, fact{"input", fmt.Sprintf("%s: %s, %s, SHA-256 %s", in.File, Count(in.Rows, "record"), Count(in.Rejects, "reject"), in.SHA256)})
	}
	return slices.DeleteFunc(out, func(f fact) bool { return f.is == "" })
}

// factColumns lay facts out as a table.
func factColumns() []column[fact] {
	return []column[fact]{
		{field{"what", word, "what is told"}, text(func(f *fact) string { return f.what })},
		{field{"is", prose, "what it is"}, text(func(f *fact) string { return f.is })},
	}
}
