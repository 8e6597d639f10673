package crosswalk

import (
	"io"
	"strings"
)

// Draft is a crosswalk to write: what is decided, and what is there to decide.
type Draft struct {
	Source, Target Framework
	Lines          []Line // those about one item stand together
}

// Line is a pair of a draft, with what helps to decide it.
type Line struct {
	Pair
	SourceSays, TargetSays string // the texts of the items
	Remark                 string // why the pair is proposed, or is to be looked at again
	OfTarget               bool   // it is listed under its target's item
}

// Format is a form that a draft can be written in.
type Format struct {
	Name   string // also the extension of its files
	Binary bool
	Write  func(w io.Writer, d Draft) error
}

// Formats is the table of them. [Parse] reads them all.
func Formats() []Format {
	return []Format{
		{Name: "yaml", Write: writeYAML},
		{Name: "csv", Write: writeCSV},
		{Name: "xlsx", Binary: true, Write: writeWorkbook},
	}
}

// FormatOf is the format that a file's extension names; false where it names
// none.
func FormatOf(extension string) (Format, bool) {
	extension = strings.ToLower(strings.TrimPrefix(extension, "."))
	if extension == "yml" {
		extension = "yaml"
	}
	for _, f := range Formats() {
		if f.Name == extension {
			return f, true
		}
	}
	return Format{}, false
}
