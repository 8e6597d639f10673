package lint

import (
	"slices"

	"rubrickit/rubric/diag"
)

var staleAcceptance = Rule{
	Code:     codeStaleAcceptance,
	Severity: diag.Warning,
	About:    "an accepting comment with nothing to accept",
	absence:  true,
	check:    checkStaleAcceptance,
}

// checkStaleAcceptance looks at the findings of the other rules. Of a rule that
// does not run it cannot know. Measured: nothing to find, since none of the
// frameworks accepts anything.
func checkStaleAcceptance(p *pass) {
	ran := map[diag.Code]bool{}
	for _, r := range p.rules {
		ran[r.Code] = p.o.runs(r) && !isAboutAcceptance(r.Code)
	}
	byCode := map[diag.Code][]int{} // the lines of findings, rising
	for _, d := range p.findings.Sorted() {
		byCode[d.Code] = append(byCode[d.Code], d.Start.Line)
	}
	for _, a := range p.acceptances {
		if !ran[a.code] || a.reason == "" {
			continue
		}
		lines := byCode[a.code]
		if i, _ := slices.BinarySearch(lines, a.from); i == len(lines) || lines[i] > a.to {
			p.report(a.at, "take the comment away; if it was meant for another line, move it directly above that line",
				"there is no finding %s here to accept", a.code)
		}
	}
}
