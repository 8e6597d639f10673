package ratings

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"rubrickit/rubric/yamldoc"
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
	text, remark := yamldoc.Quote(n.text), ""
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
		if name := yamldoc.Quote(file.File); !slices.Contains(names, name) {
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
		m.printf("framework: {id: %s}\n", yamldoc.Quote(f.ID))
		return
	}
	m.printf("framework: {id: %s, version: %s}\n", yamldoc.Quote(f.ID), yamldoc.Quote(f.Version))
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

func (m *mappingWriter) set() {
	set := m.inspection.Options.Set
	if len(set) == 0 {
		return
	}
	m.comment("What a role is where the files have no column for it, or leave it blank.")
	var notes []note
	for _, row := range roles {
		if value := set[row.role]; clean(value) != "" {
			notes = append(notes, note{text: string(row.role), means: yamldoc.Quote(value)})
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
