package lint

import "rubrickit/rubric/diag"

var missingSource = Rule{
	Code:     "missing-source",
	Severity: diag.Note,
	About:    "no word on where the text comes from, or whose it is",
	check:    checkMissingSource,
}

func checkMissingSource(p *pass) {
	switch {
	case p.f.Source.Title == "" && p.f.Source.URL == "":
		p.report(p.f.Places.At("id"), "add `source: {title: …, rights: …}`: who copies the text needs to know whose it is",
			"the framework does not say where its text comes from")
	case p.f.Source.Rights == "":
		p.report(p.f.Places.At("source"), "add `rights:`, if only `rights: none stated`",
			"the source does not say whose the text is")
	}
}
