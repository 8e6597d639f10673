package lint

import (
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
		for _, problem := range markup.Check(t.text) {
			p.report(t.at, "texts have paragraphs, _emphasis_, **strong**, [links](…) and lists; all else is printed as it stands",
				"%s holds %s", t.what, problem.What)
			break // one finding a text
		}
	}
}
