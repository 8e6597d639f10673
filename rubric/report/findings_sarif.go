package report

import (
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
)

const (
	sarifSchema  = "https://json.schemastore.org/sarif-2.1.0.json"
	sarifVersion = "2.1.0"
)

// writeFindingsSARIF writes one run of SARIF 2.1.0: the rules that have
// findings, the files that were checked, and the findings with their related
// places and repairs. Columns count code points, as ours do.
func writeFindingsSARIF(w io.Writer, f Findings, _ Options) error {
	list := f.List.Sorted()
	run := sarifRun{
		Tool:       sarifTool{Driver: sarifDriver{Tool: f.Tool, Rules: sarifRules(list, f.Rules)}},
		Artifacts:  []sarifArtifact{},
		Results:    []sarifResult{},
		ColumnKind: "unicodeCodePoints",
	}
	for _, file := range f.files() {
		run.Artifacts = append(run.Artifacts, sarifArtifact{Location: sarifFile(file)})
	}
	for _, d := range list {
		run.Results = append(run.Results, sarifResultOf(d, run.Tool.Driver.Rules))
	}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: sarifVersion, Runs: []sarifRun{run}})
}

// sarifRules lists the rules of some findings, by code. A code without a text
// is a rule all the same.
func sarifRules(list diag.List, texts map[diag.Code]Rule) []sarifRule {
	var codes []diag.Code
	for _, d := range list {
		codes = append(codes, d.Code)
	}
	slices.Sort(codes)
	out := []sarifRule{}
	for _, code := range slices.Compact(codes) {
		rule := sarifRule{ID: code}
		if t, ok := texts[code]; ok {
			rule.Short, rule.Help = &sarifText{Text: t.Title}, &sarifText{Text: t.Help, Markdown: t.Help}
		}
		out = append(out, rule)
	}
	return out
}

func sarifResultOf(d diag.Diagnostic, rules []sarifRule) sarifResult {
	r := sarifResult{
		RuleID:    d.Code,
		RuleIndex: slices.IndexFunc(rules, func(rule sarifRule) bool { return rule.ID == d.Code }),
		Level:     d.Severity.String(),
		Message:   sarifText{Text: sarifPlain(inFull(d))},
		Locations: []sarifLocation{{Physical: sarifPlace(d.Span)}},
	}
	for i, rel := range d.Related {
		r.Related = append(r.Related, sarifLocation{ID: i + 1, Physical: sarifPlace(rel.Span), Message: &sarifText{Text: sarifPlain(rel.Message)}})
	}
	if fix := sarifFixOf(d.Edits); fix != nil {
		r.Fixes = []sarifFix{*fix}
	}
	return r
}

// sarifFixOf makes one fix of the edits, which belong together; nil where
// there are none, or one has no place that SARIF could name.
func sarifFixOf(edits []diag.Edit) *sarifFix {
	fix := &sarifFix{}
	for _, e := range edits {
		deleted := sarifRegionOf(e.Span)
		if deleted == nil {
			return nil
		}
		if e.End.IsZero() { // nothing is deleted
			deleted.EndLine, deleted.EndColumn = e.Start.Line, e.Start.Column
		}
		change := fix.changeOf(sarifFile(e.File))
		change.Replacements = append(change.Replacements, sarifReplacement{Deleted: *deleted, Inserted: sarifContent{Text: e.Text}})
	}
	if len(fix.Changes) == 0 {
		return nil
	}
	return fix
}

// changeOf finds the change of a file, or begins it.
func (f *sarifFix) changeOf(file sarifArtifactLocation) *sarifChange {
	i := slices.IndexFunc(f.Changes, func(c sarifChange) bool { return c.Location == file })
	if i < 0 {
		i = len(f.Changes)
		f.Changes = append(f.Changes, sarifChange{Location: file})
	}
	return &f.Changes[i]
}

func sarifPlace(s diag.Span) sarifPhysical {
	return sarifPhysical{Location: sarifFile(s.File), Region: sarifRegionOf(s)}
}

// sarifRegionOf is nil for a file as a whole. An end that is not known is
// left out.
func sarifRegionOf(s diag.Span) *sarifRegion {
	if s.Start.IsZero() {
		return nil
	}
	return &sarifRegion{StartLine: s.Start.Line, StartColumn: s.Start.Column, EndLine: s.End.Line, EndColumn: s.End.Column}
}

// sarifFile is the URI of a file, which stays relative where its name is.
func sarifFile(name string) sarifArtifactLocation {
	u := url.URL{Path: filepath.ToSlash(name)}
	if filepath.IsAbs(name) {
		u.Scheme = "file"
		u.Path = "/" + strings.TrimPrefix(u.Path, "/")
	}
	return sarifArtifactLocation{URI: u.String()}
}

// sarifPlain writes a text so that a viewer shows the very text: braces would
// begin a placeholder, and brackets before a parenthesis a link.
func sarifPlain(text string) string {
	return strings.NewReplacer("{", "{{", "}", "}}", "](", `\](`).Replace(text)
}
