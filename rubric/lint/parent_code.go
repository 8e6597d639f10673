package lint

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var parentCode = Rule{
	Code:     "parent-code",
	Severity: diag.Warning,
	About:    "a code that does not begin with its parent's, while its siblings' do",
	check:    checkParentCode,
}

// checkParentCode looks at families in which at least two codes extend their
// parent's ("2" › "2.1") and reports the ones that do not. Measured: no findings.
func checkParentCode(p *pass) {
	for parent := range p.f.All() {
		strangers := outOfFamily(parent)
		if len(parent.Items)-len(strangers) < 2 {
			continue
		}
		for _, it := range strangers {
			p.report(it.Places.At(""), "is the code mistyped, or does the item belong below another heading?",
				"the code %s does not begin with %s, the code above it, as its neighbours' do", it.Code, parent.Code)
		}
	}
}

func outOfFamily(parent *rubric.Item) []*rubric.Item {
	var out []*rubric.Item
	for _, it := range parent.Items {
		rest, extends := strings.CutPrefix(it.Code, parent.Code)
		if !extends || rest == "" || startsWithDigit(rest) && endsWithDigit(parent.Code) {
			out = append(out, it)
		}
	}
	return out
}

// startsWithDigit and endsWithDigit tell 12 › 12.1 from 1 › 12.
func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func endsWithDigit(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }
