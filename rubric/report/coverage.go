package report

import (
	"io"

	"rubrickit/rubric/diff"
)

// CoverageFormats are the formats of a comparison of two frameworks, or of
// two versions of one.
func CoverageFormats() []Format[*diff.Comparison] {
	return []Format[*diff.Comparison]{
		{Name: "table", About: "for a terminal: counts, what to read first, candidates", Write: byMode(writeCoverageTable, writeChangesTable)},
		{Name: "md", About: "a Markdown document with both directions", Write: byMode(writeCoverageMarkdown, writeChangesMarkdown)},
		{Name: "csv", About: "a row for each candidate, or for each change between versions", Write: byMode(writeCoverageCSV, writeChangesCSV)},
		{Name: "json", About: "for programs: everything, with scores, shared words and provenance", Write: writeComparisonJSON},
	}
}

type comparisonWriter func(w io.Writer, c *diff.Comparison, o Options) error

// byMode chooses the writer that fits what was compared.
func byMode(wording, versions comparisonWriter) comparisonWriter {
	writers := map[diff.Mode]comparisonWriter{diff.Frameworks: wording, diff.Versions: versions}
	return func(w io.Writer, c *diff.Comparison, o Options) error { return writers[c.Mode](w, c, o) }
}
