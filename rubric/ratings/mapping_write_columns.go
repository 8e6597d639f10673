package ratings

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/yamldoc"
)

func (m *mappingWriter) columns() {
	m.comment("The name of a column, and its role:", strings.Join(Roles(), ", ")+";",
		"`ignore` leaves a column out; {role: comment, item: CODE} are comments on one item.")
	notes := m.wanting()
	for _, file := range m.inspection.Files {
		for i, c := range file.Columns {
			if n := columnNote(c, file.Hints[i]); n.means != "" {
				n.remark = strings.Join(append([]string{n.remark}, m.holds(file, i, n)...), "")
				notes = append(notes, n)
			}
		}
	}
	m.section("columns", clean, notes)
}

// wanting are lines to fill in for roles without which a file cannot be read.
func (m *mappingWriter) wanting() []note {
	var notes []note
	for _, file := range m.inspection.Files {
		for _, role := range needed(file.Shape) {
			_, set := m.inspection.Options.Set[role]
			has := slices.ContainsFunc(file.Columns, func(c Column) bool { return c.Role == role })
			if !set && !has {
				notes = append(notes, note{"TODO", string(role), true, "name the column; if it is the same for all, write `set: {" + string(role) + ": …}`"})
			}
		}
	}
	return notes
}

// needed are the roles that a file of a shape cannot do without.
func needed(shape string) []Role {
	if shape == "long" {
		return []Role{Ratee, Rater}
	}
	return []Role{Ratee}
}

// columnNote is the line about a column that is no item's.
func columnNote(c Column, h Hint) note {
	n := note{text: c.Name}
	switch {
	case clean(c.Name) == "", c.Part:
	case c.Ignored:
		n.means = ignored
	case c.Role != "" && c.Item != nil:
		n.means = fmt.Sprintf("{role: %s, item: %s}", c.Role, yamldoc.Quote(c.Item.Code))
	case c.Role != "":
		n.means = string(c.Role)
	case c.Item == nil && (h.Role != "" || h.Why == ""):
		n.suggested, n.means, n.remark = true, ignored, "not recognised, and not read"
		if h.Role != "" {
			n.means, n.remark = string(h.Role), h.Why
		}
	}
	return n
}

// holds shows what stands in a column that a person has to decide about.
func (m *mappingWriter) holds(file FileInspection, column int, n note) []string {
	if !n.suggested || column >= len(file.Samples) || len(file.Samples[column]) == 0 {
		return nil
	}
	var texts []string
	for _, text := range file.Samples[column] {
		texts = append(texts, yamldoc.Quote(cut(text, 20)))
	}
	return []string{"; it holds ", strings.Join(texts, ", ")}
}
