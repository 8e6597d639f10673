package crosswalk

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric/yamldoc"
)

// writeYAML writes a draft to fill in with an editor: a row a line, below the
// texts that it is about.
func writeYAML(w io.Writer, d Draft) error {
	var out strings.Builder
	yamlHead(&out, d)
	for i, l := range d.Lines {
		if i == 0 || d.Lines[i-1].about() != l.about() {
			out.WriteString("\n" + comment("  # ", l.title()))
		}
		out.WriteString(comment("  #   ", l.proposal()) + "  - " + l.yaml() + "\n")
	}
	if len(d.Lines) == 0 {
		out.WriteString("  []\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func yamlHead(out *strings.Builder, d Draft) {
	fmt.Fprintf(out, "# yaml-language-server: $schema=crosswalk.schema.json\n"+
		"# What %s and %s have in common. Put one of these words in the place of `undecided`:\n", d.Source, d.Target)
	for _, r := range Relations() {
		if r != Undecided {
			fmt.Fprintf(out, "#   %-9s %s\n", r, r.About())
		}
	}
	out.WriteString("# Remarks belong into `note: …`: `rubric diff --review` keeps them, and writes these comments anew.\n" +
		"# `source_text` and `target_text` tell later whether a text has changed since; take them away to confirm a stale row.\n")
	fmt.Fprintf(out, "crosswalk: v1\nsource: %s\ntarget: %s\npairs:\n", d.Source.yaml(), d.Target.yaml())
}

func (f Framework) yaml() string {
	if f.Version == "" {
		return "{id: " + yamldoc.Quote(f.ID) + "}"
	}
	return "{id: " + yamldoc.Quote(f.ID) + ", version: " + yamldoc.Quote(f.Version) + "}"
}

// about is the item that a line is listed under.
func (l Line) about() end {
	if l.Target != "" && (l.OfTarget || l.Source == "") {
		return end{keyTarget, l.Target}
	}
	return end{keySource, l.Source}
}

// About names the item that the line is listed under: its side and its code.
func (l Line) About() string { return l.about().column + " " + l.about().code }

// title is the item that a line is listed under, with its text.
func (l Line) title() string {
	if l.about().column == keyTarget {
		return "target " + l.Target + "  " + l.TargetSays
	}
	return l.Source + "  " + l.SourceSays
}

// proposal is what the line proposes for the item.
func (l Line) proposal() string {
	other := l.Target + "  " + l.TargetSays
	if l.about().column == keyTarget {
		other = l.Source + "  " + l.SourceSays
	}
	switch {
	case l.Source == "" || l.Target == "":
		other = "nothing fits it"
	case l.IsRejected():
		other = "not " + other
	}
	if l.Remark == "" {
		return other
	}
	return l.Remark + ": " + other
}

// yaml is the pair in one line.
func (l Line) yaml() string {
	var parts []string
	for _, c := range columns {
		if value := *c.of(&l.Pair); value != "" {
			parts = append(parts, c.name+": "+yamldoc.Quote(value))
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// comment is a text behind a mark, as one line of a comment.
func comment(mark, text string) string { return mark + printable(flat(text)) + "\n" }

// printable puts a sign in the place of what YAML does not take in a comment.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7F && r < 0xA0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff' {
			return '·'
		}
		return r
	}, text)
}
