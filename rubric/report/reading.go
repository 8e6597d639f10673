package report

import (
	"io"
	"math"
	"strings"

	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/ratings"
)

// Inspected is how files of ratings were understood.
type Inspected struct {
	*ratings.Inspection
	Tool Tool
}

// InspectionFormats are the formats in which it is told how files were
// understood.
func InspectionFormats() []Format[Inspected] {
	return []Format[Inspected]{
		{Name: "text", About: "for people: columns, texts and rejects of each file", Write: writeInspectionText},
		{Name: "md", About: "the same as a Markdown document", Write: writeInspectionMarkdown},
		{Name: "json", About: "for programs: everything", Write: writeInspectionJSON},
	}
}

// section is a part of the report, before any format.
type section struct {
	title string
	lines []string
	// parts are tables, each under what it holds.
	parts []part
	after []string // lines below the tables
}

type part struct {
	about string
	table table.Table
}

func writeInspectionText(w io.Writer, x Inspected, o Options) error {
	var out strings.Builder
	listed := func(lines []string) {
		for _, line := range lines {
			out.WriteString("  " + oneVisible(line) + "\n")
		}
	}
	for i, s := range sections(x) {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(inkFor(o.Color).bold(oneVisible(s.title)) + "\n")
		listed(s.lines)
		for _, p := range s.parts {
			out.WriteByte('\n')
			p.table.Width = o.Width
			if err := p.table.Text(&out); err != nil {
				return err
			}
		}
		if len(s.parts) > 0 && len(s.after) > 0 {
			out.WriteByte('\n')
		}
		listed(s.after)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// oneVisible is a text on one line, control characters drawn as signs.
func oneVisible(text string) string {
	return strings.Join(table.Wrap(strings.ReplaceAll(text, "\n", " "), math.MaxInt32), " ")
}

func writeInspectionMarkdown(w io.Writer, x Inspected, _ Options) error {
	d := markdownDoc{w: w}
	d.heading("#", "How files for "+x.Framework.Name()+" were understood")
	for _, s := range sections(x) {
		d.heading("##", s.title)
		d.list(s.lines)
		for _, p := range s.parts {
			d.heading("###", p.about)
			d.table(p.table)
		}
		d.list(s.after)
	}
	return d.err
}

// list writes lines as a list.
func (d *markdownDoc) list(lines []string) {
	for _, line := range lines {
		d.text("- " + table.EscapeMarkdown(line) + "\n")
	}
	if len(lines) > 0 {
		d.text("\n")
	}
}
