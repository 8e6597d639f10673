package report_test

import (
	"slices"
	"testing"

	"rubrickit/rubric/report"
)

// Every row of every table of formats has a name of its own, a line of help
// and a writer.
func TestTablesOfFormats(t *testing.T) {
	checkFormats(t, "findings", report.FindingsFormats())
	checkFormats(t, "framework", report.FrameworkFormats())
	checkFormats(t, "list", report.ListFormats())
	checkFormats(t, "policy", report.PolicyFormats())
	checkFormats(t, "policies", report.PolicyListFormats())
	checkFormats(t, "inspection", report.InspectionFormats())
	checkFormats(t, "distribution", report.DistributionFormats())
	checkFormats(t, "scores", report.ScoreFormats())
	checkFormats(t, "groups", report.GroupFormats())
	checkFormats(t, "dictionary", report.DictionaryFormats())
	checkFormats(t, "coverage", report.CoverageFormats())
	checkFormats(t, "collected", report.CollectFormats())
	checkFormats(t, "explanation", report.ExplanationFormats())
	checkFormats(t, "score explanation", report.ScoreExplanationFormats())
}

func checkFormats[P any](t *testing.T, table string, formats []report.Format[P]) {
	t.Helper()
	names := report.Names(formats)
	if len(names) == 0 || report.Find(formats, "no such format") != nil {
		t.Errorf("%s: the table is empty, or finds what it does not have", table)
	}
	for i, f := range formats {
		if f.Name == "" || f.About == "" || f.Write == nil || slices.Index(names, f.Name) != i {
			t.Errorf("%s: row %d (%q) lacks a name of its own, a line of help or a writer", table, i, f.Name)
		}
		if found := report.Find(formats, f.Name); found == nil || found.Name != f.Name {
			t.Errorf("%s: %s is not found by its name", table, f.Name)
		}
	}
}
