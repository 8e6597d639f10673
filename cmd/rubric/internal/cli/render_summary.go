package cli

import (
	"strings"

	"rubrickit/rubric/form"
	"rubrickit/rubric/render"
	"rubrickit/rubric/report"
)

// renderSummary says in a line what was written: "4 pages, form layout, A4; 8
// standards, 37 statements, Never … Always". Where no pages are counted, there
// are none to tell.
func renderSummary(blank *form.Form, format *render.Format, options render.Options, pages int) string {
	how := blank.Layout.Name + " layout"
	if pages > 0 {
		how = report.Count(pages, "page") + ", " + how
	}
	if paper, err := render.FindPaper(options.Paper); err == nil && format.Paged {
		how += ", " + paper.Title
	}
	var parts []string
	for _, c := range blank.Counts() {
		noun := strings.ToLower(c.Tier)
		if noun == "" {
			noun = "item"
		}
		parts = append(parts, report.Count(c.Items, noun))
	}
	if scale := scaleSummary(blank); scale != "" {
		parts = append(parts, scale)
	}
	return how + "; " + strings.Join(parts, ", ")
}

// scaleSummary names the ends of the scale that all rows share.
func scaleSummary(blank *form.Form) string {
	ends := ""
	for i, r := range blank.Rows() {
		if r.Box {
			return "boxes to tick"
		}
		var labels []string
		for _, c := range r.Choices {
			if c.IsLevel() {
				labels = append(labels, c.Label)
			}
		}
		of := ""
		if len(labels) > 0 {
			of = labels[0] + " … " + labels[len(labels)-1]
		}
		if i > 0 && of != ends {
			return "different levels"
		}
		ends = of
	}
	return ends
}
