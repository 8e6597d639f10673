package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/table"
)

// writeCoverageMarkdown writes a document with both directions: counts, what
// has nothing similar, candidates, and at the end how it was made.
func writeCoverageMarkdown(w io.Writer, c *diff.Comparison, _ Options) error {
	d := markdownDoc{w: w}
	d.heading("#", c.Source.Name()+" → "+c.Target.Name())
	d.paragraph(strings.Join(append(basis(c), caution), " "))
	for _, note := range c.Provenance.Method.Notes {
		d.paragraph("Note: " + note + ".")
	}
	d.stale(c)
	for _, side := range diff.Sides() {
		d.direction(direction{c, side})
	}
	if len(c.Groups) > 0 {
		d.heading("##", "Perhaps one split into several, or several put together")
		for _, g := range c.Groups {
			d.text("- " + table.EscapeMarkdown(groupWords(c, g)) + "\n")
		}
		d.text("\n")
	}
	d.provenance(c.Provenance)
	return d.err
}

// markdownDoc writes a Markdown document up to the first error.
type markdownDoc struct {
	w   io.Writer
	err error
}

func (d *markdownDoc) text(text string) {
	if d.err == nil {
		_, d.err = io.WriteString(d.w, text)
	}
}

func (d *markdownDoc) heading(level, text string) {
	d.text(level + " " + table.EscapeMarkdown(text) + "\n\n")
}

func (d *markdownDoc) paragraph(text string) { d.text(table.EscapeMarkdown(text) + "\n\n") }

func (d *markdownDoc) table(t table.Table) {
	if d.err == nil {
		d.err = t.Markdown(d.w)
	}
	d.text("\n")
}

func (d *markdownDoc) direction(r direction) {
	d.heading("##", fmt.Sprintf("What %s has beside the %s of %s", r.other().Name(), Plural(indicatorNoun(r.framework())), r.framework().Name()))
	d.table(withMostAlike(countsTable(r, ""), r))
	if len(r.confirmed()) > 0 {
		d.heading("###", "Confirmed gaps")
		d.paragraph("Reviewed, and " + r.other().ID + " has nothing for them.")
		d.table(confirmedTable(r))
	}
	if len(r.computed()) > 0 {
		d.heading("###", "No similar wording found")
		d.paragraph("Least similar first, with the best candidate, which fell short.")
		d.table(gapsTable(r))
	}
	d.found(r, diff.Reviewed, "Reviewed")
	d.found(r, diff.Derived, "Derived from other crosswalks, not reviewed")
	if len(r.candidates()) > 0 {
		d.heading("###", "Candidates by similar wording")
		d.table(candidatesTable(r))
	}
}

// stale lists the rows of the crosswalk that have to be looked at again.
func (d *markdownDoc) stale(c *diff.Comparison) {
	if len(c.Stale()) == 0 {
		return
	}
	d.heading("##", "Stale: reviewed, and to be looked at again")
	t := table.Table{Header: []string{c.Source.ID, c.Target.ID, "relation", "why"}}
	for _, row := range c.Stale() {
		t.Rows = append(t.Rows, []string{row.Source, row.Target, string(row.Relation), row.Stale})
	}
	d.table(t)
}

func confirmedTable(d direction) table.Table {
	t := table.Table{Header: []string{d.framework().ID, indicatorNoun(d.framework()), "remark"}}
	for _, c := range d.confirmed() {
		t.Rows = append(t.Rows, []string{c.Item.Code, oneLine(c.Item), remarkOf(c.Gap.Pair)})
	}
	return t
}

// found lists the matches that people found, or that were derived.
func (d *markdownDoc) found(r direction, status diff.Status, title string) {
	lists := r.found(status)
	if len(lists) == 0 {
		return
	}
	d.heading("###", title)
	t := table.Table{Header: []string{r.framework().ID, "item", "relation", r.other().ID, "what fits it", "remark"}}
	for _, list := range lists {
		for i, m := range list {
			it, other := m.Of(r.side), m.Of(r.side.Other())
			row := []string{it.Code, oneLine(it), relationWords(m, r.side), other.Code, oneLine(other), remarkOf(m.Row.Pair)}
			if i > 0 {
				row[0], row[1] = "", ""
			}
			t.Rows = append(t.Rows, row)
		}
	}
	d.table(t)
}

func gapsTable(d direction) table.Table {
	t := table.Table{Header: []string{d.framework().ID, indicatorNoun(d.framework()), d.other().ID, "best candidate", "shared words"}}
	for _, c := range d.computed() {
		row := []string{c.Item.Code, oneLine(c.Item), "–", "no word in common"}
		if best := c.Best(); best != nil {
			other := best.Of(d.side.Other())
			row = append(row[:2], other.Code, oneLine(other), sharedWords(*best, d.side))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// candidatesTable has a row for each candidate; an item stands in its first.
func candidatesTable(d direction) table.Table {
	t := table.Table{Header: []string{d.framework().ID, indicatorNoun(d.framework()), "wording", d.other().ID, "candidate", "shared words"}}
	for _, list := range d.candidates() {
		for i, m := range list {
			it, other := m.Of(d.side), m.Of(d.side.Other())
			row := []string{it.Code, oneLine(it), m.Word.String(), other.Code, oneLine(other), sharedWords(m, d.side)}
			if i > 0 {
				row[0], row[1] = "", ""
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

func (d *markdownDoc) provenance(p diff.Provenance) {
	d.heading("##", "How this was made")
	t := table.Table{Header: []string{"", "id", "version", "file", "SHA-256", "fingerprint"}}
	for _, f := range []struct {
		role string
		diff.Identity
	}{{"source", p.Source}, {"target", p.Target}} {
		t.Rows = append(t.Rows, []string{f.role, f.ID, f.Version, f.File, f.SHA256, f.Fingerprint})
	}
	d.table(t)
	if r := p.Crosswalk; r != nil {
		d.paragraph("Crosswalk: " + r.File + ", SHA-256 " + r.SHA256 + "; " + reviewWords(r) + ".")
	}
	d.text("Method: " + table.EscapeMarkdown(p.Method.About) + ".")
	if len(p.Method.Words) > 0 {
		d.text(" " + table.EscapeMarkdown(bandWords(p.Method.Words)) + ".")
	}
	d.text("\n")
}

// bandWords tells where the words for scores begin.
func bandWords(bands []diff.Band) string {
	var parts []string
	for _, b := range bands {
		if b.From > 0 {
			parts = append(parts, fmt.Sprintf("%s from %s", b.Word, b.From))
		}
	}
	return "Words for scores: " + strings.Join(parts, ", ") + ", nothing similar below that"
}
