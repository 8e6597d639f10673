package report

import (
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/score"
)

// ScoreExplanationFormats are the formats in which it is told how a score came
// about.
func ScoreExplanationFormats() []Format[score.Explanation] {
	return []Format[score.Explanation]{
		{Name: "text", About: "for a person: a tree from the score down to the ratings", Write: writeScoreExplanation},
		{Name: "json", About: "for programs: the whole tree, with exact numbers", Write: writeScoreExplanationJSON},
	}
}

// writeScoreExplanation writes the tree as text. A score over several items is
// told down to the rated items; of one item, down to the lines of the files.
func writeScoreExplanation(w io.Writer, e score.Explanation, _ Options) error {
	t := explanationText{show: e.Display}
	fmt.Fprintf(&t.out, "%s, %s: %s\n", e.Row.Ratee, named(e.Origin), t.result(e))
	fmt.Fprintf(&t.out, "policy %s: %s\n\n", e.Policy.ID, e.Policy.Words())
	t.line(e.Origin, t.value(e.Origin))
	whole := e.Origin.Item == itemsOf(e.Origin)
	t.parts(e.Origin, "", whole)
	if e.Note != "" {
		fmt.Fprintf(&t.out, "\nnote: %s\n", e.Note)
	}
	if !whole {
		t.out.WriteString("\n--item CODE shows in the same way where the score of one item comes from.\n")
	}
	_, err := io.WriteString(w, t.out.String())
	return err
}

// itemsOf is the item that all of an origin is about; "" where it is about
// several.
func itemsOf(o score.Origin) string {
	for _, p := range o.Parts {
		if itemsOf(p.Origin) != o.Item {
			return ""
		}
	}
	return o.Item
}

type explanationText struct {
	out  strings.Builder
	show score.Rounding
}

// named is the item with its title.
func named(o score.Origin) string {
	if o.Item == rubric.Overall {
		return rubric.Overall
	}
	return o.Item + " " + clip(o.Title, mostText)
}

// result is the row as a person reads it first.
func (t *explanationText) result(e score.Explanation) string {
	parts := []string{orDash(t.show.Show(e.Row.Score))}
	for _, more := range []string{e.Row.Band, e.Row.Reason} {
		if more != "" {
			parts = append(parts, more)
		}
	}
	return strings.Join(parts, ", ")
}

// line writes what an origin is and what made it.
func (t *explanationText) line(o score.Origin, value string) {
	t.out.WriteString(o.Item + " = " + value + by(o) + places(o.Ratings) + "\n")
}

// parts writes what a value is made of, a line each with those below it.
func (t *explanationText) parts(o score.Origin, indent string, whole bool) {
	for i, p := range o.Parts {
		branch, below := "├─ ", "│  "
		if i == len(o.Parts)-1 {
			branch, below = "└─ ", "   "
		}
		t.out.WriteString(indent + branch + t.part(o, p))
		if whole || p.Item != itemsOf(p.Origin) {
			t.out.WriteString(by(p.Origin) + places(p.Ratings) + "\n")
			t.parts(p.Origin, indent+below, whole)
			continue
		}
		t.out.WriteByte('\n')
	}
}

// part is one line: what it is, its value, its weight, and what was made of it.
func (t *explanationText) part(of score.Origin, p score.Part) string {
	line := label(of, p.Origin) + ": " + t.value(p.Origin)
	if !p.Filled.IsNone() {
		line += ", counts as " + number(p.Filled, t.show)
	}
	if p.Left != "" && p.Left != p.State.String() {
		line += ", left out: " + p.Left
	}
	if p.Left == "" && p.Weight.Cmp(exact.Int(1)) != 0 {
		line += ", weight " + number(p.Weight, t.show)
	}
	return line
}

// by names the stage that made a value.
func by(o score.Origin) string {
	if o.Stage == "" {
		return ""
	}
	return "  by " + o.Stage
}

// label is what tells a part from the others: its item, or its words in the
// dimensions that its stage collapsed.
func label(of, o score.Origin) string {
	var words []string
	if o.Item != of.Item {
		words = append(words, named(o))
	}
	for _, w := range [][2]string{{o.Group, of.Group}, {o.Rater, of.Rater}, {o.Occasion, of.Occasion}} {
		if w[0] != w[1] {
			words = append(words, w[0])
		}
	}
	if len(words) == 0 {
		return o.Item
	}
	return strings.Join(words, ", ")
}

// value is the number of an origin, or what stands in its place.
func (t *explanationText) value(o score.Origin) string {
	switch {
	case !o.Exactly.IsNone():
		return number(o.Exactly, t.show) + ", rounded to " + o.Score.String()
	case !o.Score.IsNone():
		return number(o.Score, t.show)
	case o.State == rubric.Rated && o.Reason != "":
		return "– (" + o.Reason + ")"
	default:
		return value(o.State)
	}
}

// value is a state in words.
func value(s rubric.State) string { return strings.ReplaceAll(s.String(), "_", " ") }

// number writes a number as it is, and as it is shown where that differs.
func number(x exact.Number, show score.Rounding) string {
	shown := show.Show(x)
	if places := show.Places(); x.Round(places, exact.Truncate).Cmp(x) == 0 {
		return strings.TrimSuffix(strings.TrimRight(x.Decimal(places, exact.Truncate), "0"), ".")
	}
	return x.String() + " ≈ " + shown
}

// places are the places of ratings in their files.
func places(ratings []rubric.Rating) string {
	var out strings.Builder
	for _, v := range ratings {
		if v.At.File != "" {
			out.WriteString("  " + v.At.String())
		}
	}
	return out.String()
}
