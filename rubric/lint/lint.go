// Package lint judges a framework that loads: what is probably a slip in the
// text or makes it a poor measuring instrument. A rule is one file and one
// row of [Rules].
//
// A rule is on where a curriculum editor would agree with nearly all of its
// findings. Each was run over the five shipped frameworks and the four of
// other people in testdata/foreign, and every finding read; the comment of a
// rule's check says what came of it. Four published standards, the NIST documents
// in testdata/crosswalks, were added for the rules that are on. A rule that found
// nothing is on where what it reports is a slip whoever wrote the framework, and
// its test is strict.
package lint

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/match"
	"rubrickit/rubric/yamldoc"
)

// Rule is one thing that is looked for.
type Rule struct {
	Code     diag.Code
	Severity diag.Severity
	About    string // a line for lists of rules
	// Off says that the rule runs only where it is selected: its findings are
	// questions to an author more often than mistakes.
	Off bool
	// absence says that the rule is about what is not there, and so waits
	// until the file has no errors: else it may be there and could not be read.
	absence bool
	check   func(*pass)
}

// Rules returns all rules, in the order in which they are documented. Those
// about accepted findings come last, since they look at what the others found.
func Rules() []Rule {
	return slices.Concat(structureRules(), textRules(), measurementRules(), []Rule{badAcceptance, staleAcceptance})
}

// structureRules are about the tree, its codes and what belongs to it.
func structureRules() []Rule {
	return []Rule{
		codeSequence, parentCode, mergeableCodes, unequalDepth, singleChild, emptyTier, tiersDepth,
		missingDescriptor, missingSource,
	}
}

// textRules are about the wording and the characters of texts.
func textRules() []Rule {
	return []Rule{
		duplicateText, nearDuplicate, stemCompletion, inconsistentPunctuation, inconsistentMood, strayGlyph,
		unsupportedMarkup, mojibake, invisibleCharacter, mixedQuotes, truncatedText, placeholderText,
	}
}

// measurementRules are about the framework as an instrument.
func measurementRules() []Rule {
	return []Rule{
		doubleBarrelled, vagueQuantifier, absoluteWord, longIndicator, sameDescriptor, repeatedDescriptor, readingLevel,
	}
}

// Default lists the codes of the rules that are on by default.
func Default() []diag.Code {
	return codesOf(func(r Rule) bool { return !r.Off })
}

// All lists the codes of all rules.
func All() []diag.Code {
	return codesOf(func(Rule) bool { return true })
}

func codesOf(wanted func(Rule) bool) []diag.Code {
	var out []diag.Code
	for _, r := range Rules() {
		if wanted(r) {
			out = append(out, r.Code)
		}
	}
	return out
}

// Options say which rules are applied, and to what besides the model. The
// zero value applies the rules that are on by default.
type Options struct {
	Select []diag.Code // the rules to apply; nil for those that are on by default
	Ignore []diag.Code // rules that are not applied even so
	// Source is the file that the framework was read from. With it findings
	// point at the words they are about, and not only at the texts that hold
	// them, and the file's own `# rubric:accept` comments are heeded.
	Source []byte
	// Loaded is what the loader found. What a rule finds in the same place is
	// dropped: one mistake gives one finding.
	Loaded diag.List
}

// runs reports whether a rule is applied.
func (o Options) runs(r Rule) bool {
	wanted := !r.Off
	if o.Select != nil {
		wanted = slices.Contains(o.Select, r.Code)
	}
	return wanted && !slices.Contains(o.Ignore, r.Code) && !(r.absence && o.Loaded.HasErrors())
}

// Run applies the rules that are on by default to a framework.
func Run(f *rubric.Framework) diag.List { return RunWith(f, Options{}) }

// RunWith applies rules to a framework and returns what they find, sorted.
func RunWith(f *rubric.Framework, o Options) diag.List {
	p := &pass{f: f, o: o, rules: Rules(), texts: textsOf(f), english: match.SameLanguage(f.Language, "en")}
	if o.Source != nil {
		p.lines = yamldoc.Lines(string(o.Source))
		p.acceptances = acceptances(f.File, p.lines)
	}
	for _, r := range p.rules {
		if o.runs(r) {
			p.rule = r
			r.check(p)
		}
	}
	return p.unsilenced().Sorted()
}

// unsilenced are the findings that are not accepted in the file and do not
// stand where the loader found an error.
func (p *pass) unsilenced() diag.List {
	spots, errors := accepted(p.acceptances), map[diag.Pos]bool{}
	for _, d := range p.o.Loaded {
		errors[d.Start] = true
	}
	return slices.DeleteFunc(p.findings, func(d diag.Diagnostic) bool {
		return errors[d.Start] || spots[spot{d.Start.Line, d.Code}]
	})
}

// pass is a walk over one framework, rule after rule.
type pass struct {
	f           *rubric.Framework
	o           Options
	rules       []Rule   // all of them
	texts       []prose  // all that is printed
	english     bool     // the texts are English, or do not say what they are
	lines       []string // the source, nil without it
	acceptances []acceptance
	rule        Rule // the one that is applied now
	findings    diag.List
}

// report adds a finding of the rule.
func (p *pass) report(at diag.Span, hint, format string, args ...any) {
	p.add(diag.Diagnostic{Span: at, Hint: hint, Message: fmt.Sprintf(format, args...)})
}

// reportWith adds a finding that is also about another place.
func (p *pass) reportWith(at diag.Span, related diag.Related, hint, format string, args ...any) {
	p.add(diag.Diagnostic{Span: at, Hint: hint, Message: fmt.Sprintf(format, args...), Related: []diag.Related{related}})
}

// reportIn adds a finding about the bytes from, to of a text.
func (p *pass) reportIn(t prose, from, to int, hint, format string, args ...any) {
	p.report(p.place(t, from, to), hint, format, args...)
}

// add gives a finding the code and severity of the rule.
func (p *pass) add(d diag.Diagnostic) {
	d.Code, d.Severity = p.rule.Code, p.rule.Severity
	p.findings.Add(d)
}
