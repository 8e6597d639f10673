package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
)

// writeMigration writes a mapping of rating files, with which ratings made under
// the old version are read for the new one: renumbered items by their new
// codes, nothing for items that are gone, renamed levels by what they are called
// now. What a person has to decide stands in comments.
func writeMigration(w io.Writer, c *diff.Comparison, _ Options) error {
	m := migration{Comparison: c}
	m.head()
	m.items()
	m.levels()
	_, err := io.WriteString(w, m.out.String())
	return err
}

// migration is a mapping that is being written.
type migration struct {
	*diff.Comparison
	out strings.Builder
}

func (m *migration) printf(format string, args ...any) { fmt.Fprintf(&m.out, format, args...) }

// inQuotes writes a text as YAML and JSON both read it.
func inQuotes(text string) string { return string(appendJSONText(nil, text)) }

// remark writes a text behind a sign for comments.
func remark(text string) string { return "# " + strings.Join(strings.FieldsFunc(text, isControl), " ") }

// isControl reports whether YAML takes no such character in a comment, or ends
// the line there.
func isControl(r rune) bool {
	return r < ' ' || r >= 0x7F && r < 0xA0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r > 0xFFFD && r < 0x10000
}

func (m *migration) head() {
	m.printf("# yaml-language-server: $schema=mapping.schema.json\n%s\n", remark("Ratings made under "+m.Source.Name()+", read for "+m.Target.Name()+"."))
	m.out.WriteString("# rubric score FRAMEWORK RATINGS --mapping this, FRAMEWORK being the new version; with --allow-version-mismatch where the files name their version.\n")
	m.printf("mapping: v1\nframework: {id: %s", inQuotes(m.Target.ID))
	if m.Target.Version != "" {
		m.printf(", version: %s", inQuotes(m.Target.Version))
	}
	m.printf("}\n")
}

// items says under which code the ratings of each item count now, and leaves out
// those that count for nothing. What a person has to decide is left in.
func (m *migration) items() {
	var lines []string
	decided := 0
	for _, c := range m.Carries {
		line, isDecided := itemLine(c)
		if isDecided {
			decided++
		}
		lines = append(lines, line)
	}
	m.section("items", decided, lines, "The code under which old ratings count now; ignore leaves them out. Take \"# \" away before a line if what the item asks is not the same any more.")
}

// itemLine is the line about an item of the old version, "" where there is
// nothing to say. It is decided unless it is a comment.
func itemLine(c diff.Carry) (line string, decided bool) {
	code := inQuotes(c.Source.Code)
	switch {
	case c.Verdict == diff.Dropped:
		return fmt.Sprintf("  %s: ignore  %s\n", code, remark(carryWords(c))), true
	case c.Source.Code != c.Target.Code && c.Verdict == diff.Check:
		return fmt.Sprintf("  %s: %s  %s\n", code, inQuotes(c.Target.Code), remark(c.Why+": if it does not ask the same any more, write ignore")), true
	case c.Source.Code != c.Target.Code:
		return fmt.Sprintf("  %s: %s  %s\n", code, inQuotes(c.Target.Code), remark(c.Why)), true
	case c.Verdict == diff.Check:
		return fmt.Sprintf("  # %s: ignore  %s\n", code, remark(carryWords(c))), false
	}
	return "", false
}

// levels gives renamed levels the codes that they have now. A name that means
// two levels, on two scales or in two versions, is left to a person.
func (m *migration) levels() {
	names, order := map[string]map[string]bool{}, []string{}
	for _, c := range m.Carries {
		if c.Target == nil || c.Source.Scale == nil || c.Target.Scale == nil {
			continue
		}
		for _, old := range c.Source.Scale.Levels {
			if renamed(old, c.Target.Scale) && names[old.Label] == nil {
				order, names[old.Label] = append(order, old.Label), map[string]bool{}
			}
			if names[old.Label] != nil {
				names[old.Label][old.Code] = true
			}
		}
	}
	var lines []string
	for _, name := range order {
		for code := range names[name] {
			if len(names[name]) == 1 && !m.means(name) {
				lines = append(lines, fmt.Sprintf("  %s: %s\n", inQuotes(name), inQuotes(code)))
			}
		}
	}
	m.section("levels", len(lines), lines, "These levels have other names now.")
}

// renamed reports whether a level has another name on the new scale.
func renamed(old rubric.Level, scale *rubric.Scale) bool {
	now := scale.Level(old.Code)
	return old.Label != "" && now != nil && !strings.EqualFold(now.Label, old.Label)
}

// means reports whether a name means a level of the new version.
func (m *migration) means(name string) bool {
	for _, it := range m.Target.Indicators() {
		if it.Scale == nil {
			continue
		}
		for _, l := range it.Scale.Levels {
			if strings.EqualFold(l.Label, name) || l.Code == name {
				return true
			}
		}
	}
	return false
}

// section writes a key with its lines, of which some may be comments; a key
// with nothing but comments is one itself.
func (m *migration) section(key string, decided int, lines []string, about string) {
	text := strings.Join(lines, "")
	if text == "" {
		return
	}
	mark := ""
	if decided == 0 {
		mark = "# "
	}
	m.printf("\n%s\n%s%s:\n%s", remark(about), mark, key, text)
}
