package lint

import (
	"fmt"
	"slices"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
	"rubrickit/rubric/yamldoc"
)

var badAcceptance = Rule{
	Code:     codeBadAcceptance,
	Severity: diag.Warning,
	About:    "an accepting comment without a reason, or of a finding that there is not",
	check:    checkBadAcceptance,
}

// checkBadAcceptance looks at every comment. Measured: nothing to find, since
// none of the frameworks accepts anything.
func checkBadAcceptance(p *pass) {
	const form = "write `# rubric:accept CODE: reason`"
	for _, a := range p.acceptances {
		switch {
		case a.code == "":
			p.report(a.at, form, "the comment names no finding to accept")
		case isAboutAcceptance(a.code):
			p.report(a.at, "mend the comment that it is about, or take it away", "the finding %s cannot be accepted", a.code)
		case slices.Contains(load.Codes(), a.code) || slices.Contains(yamldoc.Codes(), a.code):
			p.report(a.at, "mend what the error says; only warnings and notes can be accepted", "%s is an error, and errors cannot be accepted", a.code)
		case !slices.ContainsFunc(p.rules, func(r Rule) bool { return r.Code == a.code }):
			p.report(a.at, p.suggestRule(a.code), "there is no finding %q to accept", a.code)
		case a.reason == "":
			p.report(a.at, form+": who reads the file next needs to know why", "the comment gives no reason for accepting %s", a.code)
		}
	}
}

// suggestRule names the rule that was probably meant.
func (p *pass) suggestRule(code diag.Code) string {
	var names []string
	for _, r := range p.rules {
		names = append(names, string(r.Code))
	}
	if near := diag.Nearest(string(code), names); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "`rubric explain` lists all findings"
}
