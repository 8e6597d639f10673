package score

import (
	"strings"

	"rubrickit/rubric/yamldoc"
)

// Words says in one line how the policy makes a score, stage by stage, as the
// file gives it: "occasion latest → rater mean → group mean (weights self 0,
// others 1) → items mean".
func (p *Policy) Words() string {
	if len(p.stages) == 0 {
		return "no stages"
	}
	var stages []string
	for _, s := range p.stages {
		stages = append(stages, s.line())
	}
	return strings.Join(stages, " → ")
}

// line is a stage in words, with all its parameters.
func (s *stage) line() string {
	var parameters []string
	for _, p := range s.source.Pairs {
		if key := p.Key.Value; key != "over" && key != "how" {
			parameters = append(parameters, strings.ReplaceAll(key, "_", " ")+" "+inWords(p.Value))
		}
	}
	line := strings.Join(texts(s.over), " and ") + " " + strings.ReplaceAll(s.how.name, "_", " ")
	if len(parameters) == 0 {
		return line
	}
	return line + " (" + strings.Join(parameters, "; ") + ")"
}

// inWords writes a value of the file on one line.
func inWords(n *yamldoc.Node) string {
	var parts []string
	for _, p := range n.Pairs {
		key := p.Key.Value
		if key == everyOther {
			key = "others"
		}
		parts = append(parts, key+" "+inWords(p.Value))
	}
	for _, item := range n.Items {
		parts = append(parts, inWords(item))
	}
	if len(parts) == 0 {
		return n.Value
	}
	return strings.Join(parts, ", ")
}

// Provenance is what a result says of its policy: which file it was, whose rule
// it states, and what of it made the numbers, as written.
type Provenance struct {
	ID     string          `json:"id"`
	Title  string          `json:"title"`
	SHA256 string          `json:"sha256"`
	Source *yamldoc.Node   `json:"source,omitempty"`
	Stages []*yamldoc.Node `json:"stages"`
	Bands  *yamldoc.Node   `json:"bands,omitempty"`
	Rules  *yamldoc.Node   `json:"rules,omitempty"`
	Round  *yamldoc.Node   `json:"round,omitempty"`
}

// Provenance describes the policy; the stages are the default's where the file
// gives none.
func (p *Policy) Provenance() Provenance {
	out := Provenance{
		ID: p.ID, Title: p.Title, SHA256: p.SHA256, Source: p.document.Get("source"), Stages: []*yamldoc.Node{},
		Bands: p.document.Get("bands"), Rules: p.document.Get("rules"), Round: p.document.Get("round"),
	}
	for _, s := range p.stages {
		out.Stages = append(out.Stages, s.source)
	}
	return out
}
