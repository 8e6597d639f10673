package ratings

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// WriteMapping writes down how the files were understood, as a mapping file for
// a person to review: what is certain as it is, suggestions as comments. It is
// an error where no one mapping can stand for all the files.
func (x *Inspection) WriteMapping(w io.Writer) error {
	if err := x.alike(); err != nil {
		return err
	}
	m := &mappingWriter{inspection: x, session: newSession(x.Framework, x.Options)}
	m.head()
	m.dialect(x.Files[0])
	m.columns()
	m.items()
	m.words()
	m.set()
	m.dates()
	_, err := io.WriteString(w, m.out.String())
	return err
}

// mappingWriter writes one mapping file.
type mappingWriter struct {
	inspection *Inspection
	session    *session
	out        strings.Builder
}

func (m *mappingWriter) printf(format string, args ...any) { fmt.Fprintf(&m.out, format, args...) }

// comment writes a paragraph of a few lines before a key.
func (m *mappingWriter) comment(lines ...string) {
	m.out.WriteByte('\n')
	for _, line := range lines {
		m.printf("# %s\n", line)
	}
}

// note is a line of a section: a text of the files, and its meaning as YAML.
// A suggestion is written as a comment.
type note struct {
	text, means string
	suggested   bool
	remark      string
}

// section writes the lines below a key. A text may stand once, by its key: of
// several lines about it the first is kept. Where all lines are suggestions,
// the key is one too.
func (m *mappingWriter) section(name string, key func(string) string, notes []note) {
	mark := ""
	if !slices.ContainsFunc(notes, func(n note) bool { return !n.suggested }) {
		mark = "# "
	}
	m.printf("%s%s:\n", mark, name)
	seen := map[string]bool{}
	for _, n := range notes {
		line, said := n.line(mark), key(n.text)
		if n.suggested {
			said = line // any number of suggestions, each once
		}
		if !seen[said] {
			m.out.WriteString(line)
		}
		seen[said] = true
	}
}

// line is the note as it stands in the file, in a section that begins with a
// mark.
func (n note) line(mark string) string {
	text, remark := quoteYAML(n.text), ""
	if n.remark != "" {
		remark = "  # " + n.remark
	}
	switch {
	case mark != "":
		mark += "  "
	case n.suggested:
		mark = "  # "
	case len(text) > longestKey:
		return fmt.Sprintf("  ? %s%s\n  : %s\n", text, remark, n.means)
	default:
		mark = "  "
	}
	return fmt.Sprintf("%s%s: %s%s\n", mark, text, n.means, remark)
}

// longestKey is how many bytes a key of a YAML map may have on the line of its
// value; the bound is at 1024 characters.
const longestKey = 1000

// namedFiles is how many files the first line of a mapping names.
const namedFiles = 3

func (m *mappingWriter) head() {
	var names []string
	for _, file := range m.inspection.Files {
		if name := quoteYAML(file.File); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if more := len(names) - namedFiles; more > 0 {
		names = append(names[:namedFiles], fmt.Sprintf("%d more", more))
	}
	f := m.inspection.Framework
	m.printf("# yaml-language-server: $schema=mapping.schema.json\n")
	m.printf("# How these files were understood: %s.\n", strings.Join(names, ", "))
	m.printf("# Files of this layout are read in just this way with --mapping; flags outrank\n# what stands here. Suggestions stand behind \"# \": take that away to use one.\nmapping: v1\n")
	if f.Version == "" {
		m.printf("framework: {id: %s}\n", quoteYAML(f.ID))
		return
	}
	m.printf("framework: {id: %s, version: %s}\n", quoteYAML(f.ID), quoteYAML(f.Version))
}

func (m *mappingWriter) dialect(file FileInspection) {
	m.comment("How bytes become rows. Lines count from 1: `header` are those on which the rows",
		"with the columns' names begin, `skip` those of further rows that are no data.")
	m.printf("dialect:\n")
	if file.Encoding != "" {
		m.printf("  encoding: %s\n", encodingName(file.Encoding))
	}
	if file.Delimiter != "" {
		m.printf("  delimiter: %s\n", delimiterYAML(file.Delimiter))
	}
	if lines := headerLines(file); len(lines) > 0 {
		remark := ""
		if file.Guess {
			remark = "  # a guess"
		}
		m.printf("  header: %s%s\n", listYAML(lines), remark)
	}
	if o := m.inspection.Options; o.Mapping != nil && len(o.Mapping.dialect.skip) > 0 {
		m.printf("  skip: %s\n", listYAML(o.Mapping.dialect.skip))
	} else {
		m.printf("  # skip: []\n")
	}
}

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
		n.means = fmt.Sprintf("{role: %s, item: %s}", c.Role, quoteYAML(c.Item.Code))
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
		texts = append(texts, quoteYAML(cut(text, 20)))
	}
	return []string{"; it holds ", strings.Join(texts, ", ")}
}

func (m *mappingWriter) items() {
	m.comment("The name of a column, or a text in the column that names items, and the item's code.")
	var notes []note
	for _, file := range m.inspection.Files {
		for i, c := range file.Columns {
			switch h := file.Hints[i]; {
			case c.piece != nil && c.Item != nil:
				notes = append(notes, note{c.Name, quoteYAML(c.Item.Code), true, "makes one rating with other columns: found anew each time"})
			case c.Role == "" && c.Item != nil && c.Item.IsRated():
				notes = append(notes, itemNote(c.Name, c.Item))
			case clean(c.Name) == "" || h.Why == "" || h.Role != "":
			case h.Item != nil:
				notes = append(notes, note{c.Name, quoteYAML(h.Item.Code), true, h.Why})
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
	n := note{text: name, means: quoteYAML(it.Code)}
	if label := clean(it.Label()); label != it.Code && plainKey(label) != plainKey(name) {
		n.remark = quoteYAML(cut(label, 60))
	}
	return n
}

// nameNote is the line about a text of the column that names items, unless it
// is the item's code.
func nameNote(t Text) note {
	switch {
	case t.Item != nil && t.Text == t.Item.Code:
		return note{}
	case t.Item != nil:
		return itemNote(t.Text, t.Item)
	case t.Suggestion != "":
		return note{t.Text, quoteYAML(t.Suggestion), true, cellCount(t)}
	}
	return note{}
}

func cellCount(t Text) string {
	if t.Count == 1 {
		return fmt.Sprintf("1 cell, in line %d", t.First.Line)
	}
	return fmt.Sprintf("%d cells, first in line %d", t.Count, t.First.Line)
}

func (m *mappingWriter) set() {
	set := m.inspection.Options.Set
	if len(set) == 0 {
		return
	}
	m.comment("What a role is where the files have no column for it, or leave it blank.")
	var notes []note
	for _, row := range roles {
		if value := set[row.role]; clean(value) != "" {
			notes = append(notes, note{text: string(row.role), means: quoteYAML(value)})
		}
	}
	m.section("set", clean, notes)
}

func (m *mappingWriter) dates() {
	m.comment("The order of day and month in dates such as 3/4/2026: mdy or dmy.")
	for _, file := range m.inspection.Files {
		if file.Dates != "" {
			m.printf("dates: %s\n", file.Dates)
			return
		}
	}
	if order := m.inspection.Options.Dates; order != "" {
		m.printf("dates: %s\n", order)
		return
	}
	m.printf("# dates: mdy\n")
}

// words writes `levels` and `nulls`. A text that means something else on
// another scale of the framework is left to the scales.
func (m *mappingWriter) words() {
	var levels, nulls []note
	for _, t := range m.texts() {
		switch n := (note{text: t.Text, remark: cellCount(t)}); {
		case t.Code != "":
			n.suggested = true
			m.suggest(t, n, &levels, &nulls)
		case !m.meansOne(t):
		case t.State != rubric.Rated:
			n.means = t.State.String()
			nulls = append(nulls, n)
		case t.Level != nil && plainKey(t.Text) != plainKey(t.Level.Code):
			n.means = quoteYAML(t.Level.Code)
			levels = append(levels, n)
		}
	}
	nulls = append(nulls, m.toldNulls()...)
	m.comment("The text of a cell, and the level that it stands for: a level's code, label or value.")
	m.section("levels", plainKey, levels)
	m.comment("The text of a cell that is no rating, and why: not_applicable (it does not count),", "not_observed, or missing (no answer).")
	m.section("nulls", plainKey, nulls)
}

// toldNulls are the words that the caller told to stand for null states,
// whether or not the files have them.
func (m *mappingWriter) toldNulls() []note {
	var notes []note
	for _, word := range slices.Sorted(maps.Keys(m.inspection.Options.Nulls)) {
		if clean(word) != "" {
			notes = append(notes, note{text: word, means: m.inspection.Options.Nulls[word].String()})
		}
	}
	return notes
}

// texts are those of all files' cells. One that stands in several, or is read
// on several scales, is counted together where it means the same.
func (m *mappingWriter) texts() []Text {
	type meant struct {
		key, code string
		state     rubric.State
		value     string
	}
	at := map[meant]int{}
	var out []Text
	for _, file := range m.inspection.Files {
		for _, t := range file.Cells.Texts {
			key := meant{plainKey(t.Text), string(t.Code), t.State, t.Value.Rat().RatString()}
			if i, known := at[key]; known {
				out[i].Count += t.Count
				continue
			}
			at[key] = len(out)
			out = append(out, t)
		}
	}
	return out
}

// meansOne reports whether a text means the same on every scale.
func (m *mappingWriter) meansOne(t Text) bool {
	for _, scale := range m.session.scales() {
		other := Text{Text: t.Text}
		scale.explain(&other)
		if other.Code != "" || other.State != t.State || codeOfLevel(other.Level) != codeOfLevel(t.Level) {
			return false
		}
	}
	return true
}

func codeOfLevel(l *rubric.Level) string {
	if l == nil {
		return ""
	}
	return l.Code
}

// mendable are the reasons of rejects for which a mapping may be the answer.
var mendable = []diag.Code{CodeUnknownLabel, CodeOutOfRange}

// suggest offers what a text that means nothing may have been meant for.
func (m *mappingWriter) suggest(t Text, n note, levels, nulls *[]note) {
	if !slices.Contains(mendable, t.Code) {
		return
	}
	meant := Text{Text: t.Suggestion}
	if t.Suggestion != "" {
		m.session.scales()[0].explain(&meant)
	}
	switch {
	case t.Suggestion == "" || meant.Code != "":
		n.means = rubric.Missing.String()
		*nulls = append(*nulls, n)
	case meant.State != rubric.Rated:
		n.means = meant.State.String()
		*nulls = append(*nulls, n)
	default:
		n.means = quoteYAML(t.Suggestion)
		*levels = append(*levels, n)
	}
}
