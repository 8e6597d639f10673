package lint

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/markup"
)

var unsupportedMarkup = Rule{
	Code:     "unsupported-markup",
	Severity: diag.Warning,
	About:    "HTML, headings, images and other markup that forms do not have",
	check:    checkUnsupportedMarkup,
}

func checkUnsupportedMarkup(p *pass) {
	for t := range texts(p.f) {
		problems := markup.Check(t.text)
		if len(problems) == 0 {
			continue
		}
		what, first := t.what, problems[0] // one finding a text
		if strings.Contains(t.text, "\n") {
			what = fmt.Sprintf("line %d of %s", first.Line, what)
		}
		p.report(t.at, "texts have paragraphs, _emphasis_, **strong**, [links](…) and lists; all else is printed as it stands",
			"%s holds %s", what, first.What)
	}
}
