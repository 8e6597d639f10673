package lint

import (
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

var missingSource = Rule{
	Code:     "missing-source",
	Severity: diag.Note,
	About:    "no word on where the text comes from, or whose it is",
	check:    checkMissingSource,
}

// checkMissingSource goes by which keys the file has, so that one whose value
// could not be read is not reported as missing too. Measured: 4 findings, the
// four foreign ones, all right.
func checkMissingSource(p *pass) {
	s := p.f.Source
	switch {
	case !has(p.f, "source", s.Title+s.URL+s.Rights):
		p.report(p.f.Places.At("id"), "add `source: {title: …, rights: …}`: who copies the text needs to know whose it is",
			"the framework does not say where its text comes from")
	case s.Title+s.URL+s.Retrieved+s.Rights+s.Note == "": // could not be read
	case !has(p.f, "source.title", s.Title) && !has(p.f, "source.url", s.URL):
		p.report(p.f.Places.At("source"), "add the `title:` of the document, or the `url:` where it stands",
			"the source does not say which document the text comes from")
	case !has(p.f, "source.rights", s.Rights):
		p.report(p.f.Places.At("source"), "add `rights:`, if only `rights: none stated`",
			"the source does not say whose the text is")
	}
}

// has reports whether a framework has a value, or its file the key for it.
func has(f *rubric.Framework, key, value string) bool {
	_, given := f.Places[key]
	return given || value != ""
}
