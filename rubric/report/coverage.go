package report

import (
	"errors"
	"io"

	"rubrickit/rubric/diff"
)

// comparisonFormat is a format of comparisons, with a writer for each mode that
// it is for.
type comparisonFormat struct {
	name, about string
	binary      bool
	frameworks  comparisonWriter // of two frameworks; nil where the format is not about them
	versions    comparisonWriter // of two versions of one
}

type comparisonWriter func(w io.Writer, c *diff.Comparison, o Options) error

// comparisonFormats is the table of them.
func comparisonFormats() []comparisonFormat {
	return []comparisonFormat{
		{name: "table", about: "for a terminal: counts, what to read first, candidates", frameworks: writeCoverageTable, versions: writeChangesTable},
		{name: "md", about: "a Markdown document with both directions", frameworks: writeCoverageMarkdown, versions: writeChangesMarkdown},
		{name: "html", about: "a page for a browser or a printer, both directions side by side", frameworks: writeComparisonHTML, versions: writeComparisonHTML},
		{name: "xlsx", about: "a workbook for a meeting", binary: true, frameworks: writeCoverageWorkbook, versions: writeChangesWorkbook},
		{name: "csv", about: "a row for each candidate, or for each change between versions", frameworks: writeCoverageCSV, versions: writeChangesCSV},
		{name: "json", about: "for programs: everything, with scores, shared words and provenance", frameworks: writeComparisonJSON, versions: writeComparisonJSON},
		{name: "sssom", about: "a mapping set (SSSOM, tab-separated), for other programs", frameworks: writeSSSOM},
		{name: "migration", about: "a mapping with which score reads ratings made under the old version", versions: writeMigration},
	}
}

// CoverageFormats are the formats of a comparison of two frameworks, or of two
// versions of one.
func CoverageFormats() []Format[*diff.Comparison] {
	var out []Format[*diff.Comparison]
	for _, f := range comparisonFormats() {
		out = append(out, Format[*diff.Comparison]{Name: f.name, About: f.about, Binary: f.binary, Write: f.write})
	}
	return out
}

// errMode is the error for a format that is not about what was compared.
var errMode = errors.New("the format is not about what was compared")

// write writes what fits what was compared.
func (f comparisonFormat) write(w io.Writer, c *diff.Comparison, o Options) error {
	write := f.frameworks
	if c.Mode == diff.Versions {
		write = f.versions
	}
	if write == nil {
		return errMode
	}
	return write(w, c, o)
}

// VersionsOnly reports whether a format is about two versions of a framework
// only.
func VersionsOnly(name string) bool {
	f := comparisonFormatNamed(name)
	return f.versions != nil && f.frameworks == nil
}

// FrameworksOnly reports whether a format is about two frameworks only.
func FrameworksOnly(name string) bool {
	f := comparisonFormatNamed(name)
	return f.frameworks != nil && f.versions == nil
}

// comparisonFormatNamed is the format of a name; the zero format for none.
func comparisonFormatNamed(name string) comparisonFormat {
	for _, f := range comparisonFormats() {
		if f.name == name {
			return f
		}
	}
	return comparisonFormat{}
}
