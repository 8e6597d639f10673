package repair

import (
	"fmt"
	"strings"
	"unicode"

	"rubrickit/rubric/diag"
)

// proposeControl takes away a character that YAML allows nowhere.
func proposeControl(s *site) []trial {
	for i, r := range s.text {
		if r != '\t' && r != '\u0085' && (r < ' ' || r > '~' && r < '\u00A0' || r == '\uFFFE' || r == '\uFFFF') {
			return []trial{s.trial(sure-0.1, CodeControlCharacter, i, i+1, Invisible(r), "take it away", s.replace(i, i+1, ""))}
		}
	}
	return nil
}

// Invisible says that a character stands where no one sees it.
func Invisible(r rune) string { return fmt.Sprintf("the invisible character U+%04X stands here", r) }

// proposeTab indents with spaces what is indented with tabs: this line like a
// line near it, or every line by a unit for each tab.
func proposeTab(s *site) []trial {
	tab := strings.IndexRune(string(s.text[:s.indent]), '\t')
	if tab < 0 {
		return s.innerTab()
	}
	const message = "a tab stands in the indentation, where YAML knows only spaces"
	var out []trial
	for _, w := range s.nearWidths() {
		off := abs(w - s.expanded())
		out = append(out, s.trial(sure+0.02*float64(off), CodeTab, tab, s.indent, message,
			"indent with "+count(w, "space"), s.replace(0, s.indent, spaces(w))))
	}
	if all := s.allTabs(); len(all) > 1 {
		out = append(out, s.trial(sure+0.05, CodeTab, tab, s.indent, message,
			fmt.Sprintf("put %s for each tab, on %d lines", count(s.unit, "space"), len(all)), all...))
	}
	return out
}

// innerTab puts a space for a tab between the marks of a line.
func (s *site) innerTab() []trial {
	for i := s.indent; i < s.end; i++ {
		if s.text[i] == '\t' {
			return []trial{s.trial(likely, CodeTab, i, i+1, "a tab stands where a space belongs", "put a space here", s.replace(i, i+1, " "))}
		}
	}
	return nil
}

// expanded is the indentation with a unit for each tab.
func (s *site) expanded() int {
	tabs := strings.Count(string(s.text[:s.indent]), "\t")
	return s.indent + tabs*(s.unit-1)
}

// untab are the edits that put spaces for every tab in an indentation.
func (o *outline) untab() []diag.Edit {
	var out []diag.Edit
	for n, l := range o.lines {
		white := len(l) - len(strings.TrimLeft(l, " \t"))
		if white == len(l) || !strings.Contains(l[:white], "\t") {
			continue
		}
		out = append(out, replace(n, 0, white, strings.ReplaceAll(l[:white], "\t", spaces(o.unit))))
	}
	return out
}

// proposeNoBreakSpace puts plain spaces for the look-alikes that come with
// text copied from a web page or a word processor.
func proposeNoBreakSpace(s *site) []trial {
	first, edits := s.oddSpaces()
	if first < 0 {
		return nil
	}
	const message = "a no-break space stands where a plain space belongs"
	out := []trial{s.trial(sure, CodeNoBreakSpace, first, first+1, message, "type a plain space in its place", edits...)}
	if all := s.allSpaces(); all.lines > 1 {
		out = append(out, s.trial(sure+0.05, CodeNoBreakSpace, first, first+1, message,
			fmt.Sprintf("type plain spaces in their place, on %d lines", all.lines), all.edits...))
	}
	return out
}

// spaceEdits are edits for odd spaces, and on how many lines they are.
type spaceEdits struct {
	edits []diag.Edit
	lines int
}

// unspace are the edits for the odd spaces of all lines.
func (o *outline) unspace() (all spaceEdits) {
	for n := range o.lines {
		if _, edits := o.site(n).oddSpaces(); edits != nil {
			all.edits = append(all.edits, edits...)
			all.lines++
		}
	}
	return all
}

// oddSpaces are the edits for the line's odd spaces that take part in its
// structure: in the indentation, and next to a dash, colon or comma.
func (s *site) oddSpaces() (first int, edits []diag.Edit) {
	first = -1
	for i, r := range s.text[:s.end] {
		if r == ' ' || r == '\t' || !unicode.IsSpace(r) && r != '\u200B' && r != '\uFEFF' {
			continue
		}
		if i >= s.indent && !strings.ContainsRune(":,-", s.at(i-1)) && s.at(i+1) != ':' {
			continue
		}
		if first < 0 {
			first = i
		}
		edits = append(edits, s.replace(i, i+1, " "))
	}
	return first, edits
}

func spaces(n int) string { return strings.Repeat(" ", n) }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
