// Package lint judges a framework that loads: what is probably a slip in the
// text or makes it a poor measuring instrument. A rule is one file and one
// row of [Rules].
package lint

import (
	"fmt"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Rule is one thing that is looked for.
type Rule struct {
	Code     diag.Code
	Severity diag.Severity
	About    string // a line for lists of rules
	check    func(*pass)
}

// Rules returns all rules, in the order in which they are documented.
func Rules() []Rule {
	return []Rule{
		duplicateText,
		mergeableCodes,
		parentCode,
		tiersDepth,
		missingSource,
		strayGlyph,
		unsupportedMarkup,
	}
}

// Run applies every rule to a framework.
func Run(f *rubric.Framework) diag.List {
	var findings diag.List
	for _, r := range Rules() {
		r.check(&pass{f: f, rule: r, findings: &findings})
	}
	return findings.Sorted()
}

// pass is one rule's walk over one framework.
type pass struct {
	f        *rubric.Framework
	rule     Rule
	findings *diag.List
}

// report adds a finding of the rule.
func (p *pass) report(at diag.Span, hint, format string, args ...any) {
	p.reportWith(at, nil, hint, format, args...)
}

// reportWith adds a finding that is also about other places.
func (p *pass) reportWith(at diag.Span, related []diag.Related, hint, format string, args ...any) {
	p.findings.Add(diag.Diagnostic{
		Span: at, Severity: p.rule.Severity, Code: p.rule.Code,
		Message: fmt.Sprintf(format, args...), Hint: hint, Related: related,
	})
}
