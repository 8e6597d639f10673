package ratings

import (
	"fmt"

	"rubrickit/rubric"
	"rubrickit/rubric/yamldoc"
)

func (m *mappingWriter) items() {
	m.comment("The name of a column, or a text in the column that names items, and the item's code;",
		"`ignore` leaves its ratings out.")
	var notes []note
	for _, file := range m.inspection.Files {
		for i, c := range file.Columns {
			switch h := file.Hints[i]; {
			case c.piece != nil && c.Item != nil:
				notes = append(notes, note{c.Name, yamldoc.Quote(c.Item.Code), true, "makes one rating with other columns: found anew each time"})
			case c.Role == "" && c.Item != nil && c.Item.IsRated():
				notes = append(notes, itemNote(c.Name, c.Item))
			case clean(c.Name) == "" || h.Why == "" || h.Role != "":
			case h.Item != nil:
				notes = append(notes, note{c.Name, yamldoc.Quote(h.Item.Code), true, h.Why})
			default:
				notes = append(notes, note{c.Name, "TODO", true, h.Why})
			}
		}
		for _, t := range file.Names.Texts {
			if n := nameNote(t); n.means != "" {
				notes = append(notes, n)
			}
		}
	}
	m.section("items", clean, notes)
}

func itemNote(name string, it *rubric.Item) note {
	n := note{text: name, means: yamldoc.Quote(it.Code)}
	if label := clean(it.Label()); label != it.Code && plainKey(label) != plainKey(name) {
		n.remark = yamldoc.Quote(cut(label, 60))
	}
	return n
}

// nameNote is the line about a text of the column that names items, unless it
// is the item's code.
func nameNote(t Text) note {
	switch {
	case t.Ignored:
		return note{text: t.Text, means: ignored}
	case t.Item != nil && t.Text == t.Item.Code:
		return note{}
	case t.Item != nil:
		return itemNote(t.Text, t.Item)
	case t.Suggestion != "":
		return note{t.Text, yamldoc.Quote(t.Suggestion), true, cellCount(t)}
	}
	return note{}
}

func cellCount(t Text) string {
	if t.Count == 1 {
		return fmt.Sprintf("1 cell, in line %d", t.First.Line)
	}
	return fmt.Sprintf("%d cells, first in line %d", t.Count, t.First.Line)
}
