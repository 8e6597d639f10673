package form

import (
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/markup"
)

// Choice is one thing that can be marked in a row: a level or a null state.
type Choice struct {
	// Cell is what a ratings file says for the choice: the level's code, with
	// the label where the code alone could be the value of another level; or
	// the first word for the null state. No two choices of a row share it.
	Cell string
	// Entry is what a person may write instead, such as "3 - Often".
	Entry string
	State rubric.State // Rated for a level
	Label string       // what a person reads
	// Sign is a short sign for the level besides its label, "" where the
	// label is enough: "3", or the range of its points, "10–14".
	Sign     string
	Text     []markup.Block // the row's descriptor of the level
	Guidance []markup.Block // how to rate it; only with [Options.Guidance]
}

// IsLevel tells a level from a null state.
func (c Choice) IsLevel() bool { return c.State == rubric.Rated }

// Points bounds the values that may be written where a scale allows more than
// its levels.
type Points struct {
	Field     string // name of the field that takes the value
	From, To  rubric.Decimal
	Step      rubric.Decimal // 0 where only ranges of levels are open, in whole points
	OnlyRange bool           // values outside the levels' ranges are not accepted
}

// Key explains the levels of a scale once, where the scale has texts for them.
type Key struct {
	Scale  string // name of the scale, "" where it has none
	Levels []Choice
}

// choices lists what can be marked for an item.
func (b *builder) choices(it *rubric.Item) []Choice {
	if it.Scale == nil {
		return nil
	}
	var out []Choice
	for i := range it.Scale.Levels {
		level := &it.Scale.Levels[i]
		if b.layout.boxes && isBox(it.Scale) && level.Code == it.Scale.Blank {
			continue
		}
		c := b.level(it, level)
		if b.layout.boxes && isBox(it.Scale) {
			c.Sign = "" // a box has no number
		}
		out = append(out, c)
	}
	for _, null := range it.Scale.Nulls {
		out = append(out, Choice{Cell: null.Words[0], Entry: oneLine(null.Words[0]), State: null.State, Label: oneLine(null.Words[0])})
	}
	return out
}

// isBox reports whether a scale is a box to tick: two levels, of which a blank
// means one.
func isBox(s *rubric.Scale) bool { return len(s.Levels) == 2 && s.Blank != "" }

// level is the choice of one level, described by the item's own cell.
func (b *builder) level(it *rubric.Item, level *rubric.Level) Choice {
	c := Choice{Cell: cell(it.Scale, level), Label: oneLine(level.Name()), Sign: sign(it.Scale, level)}
	c.Entry = entry(c, level)
	described := it.Descriptor(level.Code)
	if described == nil {
		return c
	}
	if label := oneLine(described.Label); label != "" && label != c.Label {
		c.Label, c.Entry = label, c.Cell // a name of this row's only
	}
	if b.layout.descriptors {
		c.Text = markup.Parse(described.Text)
	}
	if b.options.Guidance {
		c.Guidance = markup.Parse(described.Guidance)
	}
	return c
}

// cell is what a ratings file says for a level. A number that is one level's
// code and another's value means neither, so such a code goes with the label.
func cell(s *rubric.Scale, level *rubric.Level) string {
	number, err := rubric.ParseDecimal(level.Code)
	other := func(l rubric.Level) bool { return l.Code != level.Code && l.Value.Cmp(number) == 0 }
	if err == nil && slices.ContainsFunc(s.Levels, other) {
		return level.Code + " – " + level.Name()
	}
	return level.Code
}

// entry is what a person may write for a choice: its label, behind its sign
// unless that is a range, of which one number would be written.
func entry(c Choice, level *rubric.Level) string {
	switch {
	case c.Cell != level.Code:
		return c.Cell
	case c.Sign == "" || isRange(level):
		return c.Label
	default:
		return c.Sign + " - " + c.Label
	}
}

// isRange reports whether a level takes several values.
func isRange(l *rubric.Level) bool { return l.From != nil && l.From.Cmp(l.Value) != 0 }

// sign is the short sign beside a level's label: its points where the scale
// counts points, else its code where that is a number.
func sign(s *rubric.Scale, l *rubric.Level) string {
	switch {
	case isRange(l):
		return l.From.String() + "–" + l.Value.String()
	case hasPoints(s):
		return different(l.Value.String(), l.Name())
	}
	if _, err := rubric.ParseDecimal(l.Code); err != nil {
		return ""
	}
	return different(l.Code, l.Name())
}

// different drops a sign that the label says already, as "Level 1" does.
func different(sign, label string) string {
	if slices.Contains(strings.Fields(label), sign) {
		return ""
	}
	return sign
}

// hasPoints reports whether a scale takes values besides its levels' own.
func hasPoints(s *rubric.Scale) bool {
	return s.Step.Sign() > 0 || slices.ContainsFunc(s.Levels, func(l rubric.Level) bool { return isRange(&l) })
}

// points returns the bounds for an item's points, nil where only levels count.
func points(it *rubric.Item) *Points {
	if it.Scale == nil || len(it.Scale.Levels) == 0 || !hasPoints(it.Scale) {
		return nil
	}
	return &Points{
		Field:     PointsName(it.Code),
		From:      it.Scale.Lowest(),
		To:        it.Scale.Highest(),
		Step:      it.Scale.Step,
		OnlyRange: it.Scale.Step.Sign() == 0,
	}
}

// keys explains each scale of the form that has texts for its levels, in the
// order of use. An item's own levels explain themselves in its row.
func (b *builder) keys() []Key {
	var out []Key
	var seen []*rubric.Scale
	for _, it := range b.rated {
		s := it.Scale
		if s == nil || s.Own || slices.ContainsFunc(seen, s.Equal) {
			continue
		}
		seen = append(seen, s)
		if key := b.key(s); key != nil {
			out = append(out, *key)
		}
	}
	return out
}

func (b *builder) key(s *rubric.Scale) *Key {
	key, texts := &Key{Scale: s.Name}, 0
	for i := range s.Levels {
		l := &s.Levels[i]
		c := Choice{Cell: l.Code, Label: oneLine(l.Name()), Sign: sign(s, l), Text: markup.Parse(l.Text)}
		if b.options.Guidance {
			c.Guidance = markup.Parse(l.Guidance)
		}
		texts += len(c.Text) + len(c.Guidance)
		key.Levels = append(key.Levels, c)
	}
	if texts == 0 {
		return nil
	}
	return key
}
