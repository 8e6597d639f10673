package ratings

import (
	"maps"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

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
			n.means = yamldoc.Quote(t.Level.Code)
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
		n.means = yamldoc.Quote(t.Suggestion)
		*levels = append(*levels, n)
	}
}
