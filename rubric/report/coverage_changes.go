package report

import (
	"io"
	"strings"

	"rubrickit/rubric/diff"
	"rubrickit/rubric/internal/table"
)

// changeColumns are the columns of changes as CSV. Their names and their order
// are a promise.
var changeColumns = []string{"change", "source", "target", "field", "before", "after"}

func writeChangesCSV(w io.Writer, c *diff.Comparison, o Options) error {
	t := table.Table{Header: changeColumns}
	for _, change := range c.Changes {
		t.Rows = append(t.Rows, []string{string(change.Kind), change.Source, change.Target, change.Field, change.Before, change.After})
	}
	return t.CSV(w, o.Excel)
}

func writeChangesTable(w io.Writer, c *diff.Comparison, o Options) error {
	t := coverageText{ink: inkFor(o.Color), width: max(o.Width, 40)}
	t.wrapped("", versionsTitle(c))
	t.wrapped("", changesSummary(c))
	if len(c.Changes) > 0 {
		t.out.WriteByte('\n')
		changes := changesTable(c)
		changes.Width, changes.Ruled = o.Width, true
		if err := changes.Text(&t.out); err != nil {
			return err
		}
	}
	if err := t.carries(c, o); err != nil {
		return err
	}
	_, err := io.WriteString(w, t.out.String())
	return err
}

func writeChangesMarkdown(w io.Writer, c *diff.Comparison, _ Options) error {
	d := markdownDoc{w: w}
	d.heading("#", versionsTitle(c))
	d.paragraph(changesSummary(c))
	if len(c.Changes) > 0 {
		d.table(changesTable(c))
	}
	if len(c.Changes) > 0 && len(c.Carries) > 0 {
		d.heading("##", "Ratings made under the old version")
		d.paragraph(carriesSummary(c))
		if rows := carriesTable(c); len(rows.Rows) > 0 {
			d.table(rows)
		}
	}
	d.provenance(c.Provenance)
	return d.err
}

// changesTable has a row for each change, for people.
func changesTable(c *diff.Comparison) table.Table {
	t := table.Table{Header: []string{"change", "code", "what", "before", "after"}}
	for _, change := range c.Changes {
		before, after := change.Before, change.After
		if change.Kind == diff.Reworded {
			before, after = markedWords(change)
		}
		t.Rows = append(t.Rows, []string{string(change.Kind), codePair(change), change.Field, before, after})
	}
	return t
}

// markedWords are the texts of a change, with [-words-] that were taken away
// and {+words+} that were added, unless the whole is one or the other.
func markedWords(c diff.Change) (before, after string) {
	if c.Before == "" || c.After == "" {
		return c.Before, c.After
	}
	var old, now []string
	for _, s := range c.Stretches() {
		switch s.Op {
		case diff.Taken:
			old = append(old, "[-"+s.Text+"-]")
		case diff.Put:
			now = append(now, "{+"+s.Text+"+}")
		default:
			old, now = append(old, s.Text), append(now, s.Text)
		}
	}
	return strings.Join(old, " "), strings.Join(now, " ")
}

// codePair is the code that a change is about: the old one, an arrow and the
// new one where they differ.
func codePair(c diff.Change) string {
	switch {
	case c.Source == c.Target:
		return c.Source
	case c.Source == "":
		return c.Target
	case c.Target == "":
		return c.Source
	default:
		return c.Source + " → " + c.Target
	}
}

// versionsTitle names the framework and its two versions; where the versions
// do not tell them apart, the files do.
func versionsTitle(c *diff.Comparison) string {
	before, after := "version "+c.Source.Version, "version "+c.Target.Version
	if before == after {
		before, after = c.Source.File, c.Target.File
	}
	if c.Source.Version == "" {
		before = c.Source.File
	}
	if c.Target.Version == "" {
		after = c.Target.File
	}
	return c.Source.ID + ": " + before + " → " + after
}

// changesSummary counts the changes by kind: "2 reworded, 1 added; 31 items
// unchanged".
func changesSummary(c *diff.Comparison) string {
	if len(c.Changes) == 0 {
		return "No differences: " + Count(c.Unchanged, "item") + " unchanged."
	}
	counts := map[diff.Kind]int{}
	for _, change := range c.Changes {
		counts[change.Kind]++
	}
	var parts []string
	for _, kind := range diff.Kinds() {
		if n := counts[kind]; n > 0 {
			parts = append(parts, Thousands(n)+" "+string(kind))
		}
	}
	return strings.Join(parts, ", ") + "; " + Count(c.Unchanged, "item") + " unchanged."
}
