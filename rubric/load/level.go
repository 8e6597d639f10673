package load

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// levels reads the levels of a scale, lowest first. A plain string is a label.
func (l *loader) levels(n *yamldoc.Node) []rubric.Level {
	out := l.levelEntries(n, func(level *rubric.Level, n *yamldoc.Node) {
		level.Places["label"] = n.Span
		level.Label = l.Text(n, "the label of level "+level.Code)
	})
	l.giveValues(out)
	return out
}

// cells reads an item's levels. A plain string is a descriptor. They must be
// levels of the item's scale; on an own scale they are the scale.
func (l *loader) cells(n *yamldoc.Node, it *rubric.Item, failed bool) []rubric.Level {
	out := l.levelEntries(n, func(level *rubric.Level, n *yamldoc.Node) {
		level.Places["text"] = n.Span
		level.Text = l.Text(n, "the text of level "+level.Code)
	})
	switch {
	case it.Scale == nil:
		if !failed {
			l.Report(it.Places.At("levels"), CodeNoScale, "give the framework a `scale:`; with `scale: own` each item's levels are its scale", "item %s describes levels, but there is no scale", it.Code)
		}
	case it.Scale.Own:
		l.giveValues(out)
	default:
		l.checkCells(out, it.Scale)
	}
	return out
}

// levelEntries reads a map of levels; plain reads one that is only a text.
func (l *loader) levelEntries(n *yamldoc.Node, plain func(*rubric.Level, *yamldoc.Node)) []rubric.Level {
	var out []rubric.Level
	seen := map[string]diag.Span{}
	for _, p := range l.Map(n, "`levels`") {
		if first, twice := seen[p.Key.Value]; twice {
			l.Findings.Add(diag.Diagnostic{
				Span: p.Key.Span, Severity: diag.Error, Code: CodeDuplicateLevel,
				Message: fmt.Sprintf("the level %s stands twice", p.Key.Value), Hint: "keep one of the two",
				Related: []diag.Related{{Span: first, Message: "first here"}},
			})
			continue
		}
		seen[p.Key.Value] = p.Key.Span
		level := rubric.Level{Code: p.Key.Value, Places: rubric.Places{"": p.Key.Span}}
		if !codePattern.MatchString(level.Code) || len([]rune(level.Code)) > maxCode {
			l.Report(p.Key.Span, CodeBadCode, "a level's code begins with a letter or a digit and has up to 128 characters", "%q cannot be the code of a level", short(level.Code))
		}
		if p.Value.Kind == yamldoc.Scalar {
			plain(&level, p.Value)
		} else {
			l.levelObject(&level, p.Value)
		}
		out = append(out, level)
	}
	return out
}

func (l *loader) levelObject(level *rubric.Level, n *yamldoc.Node) {
	l.Object(n, "level "+level.Code, []yamldoc.Field{
		l.text("label", level.Places, &level.Label),
		{Name: "value", Read: func(n *yamldoc.Node) {
			level.Places["value"] = n.Span
			level.Value, level.HasValue = l.decimal(n, "`value`")
		}},
		{Name: "from", Read: func(n *yamldoc.Node) {
			level.Places["from"] = n.Span
			if from, ok := l.decimal(n, "`from`"); ok {
				level.From = &from
			}
		}},
		l.text("text", level.Places, &level.Text),
		l.text("guidance", level.Places, &level.Guidance),
		{Name: "aliases", Read: func(n *yamldoc.Node) {
			level.Places["aliases"] = n.Span
			level.Aliases = l.Texts(n, "`aliases`")
		}},
	}, extend(&level.Extensions))
}

// checkCells reports cells that do not fit the scale they describe.
func (l *loader) checkCells(cells []rubric.Level, s *rubric.Scale) {
	for _, c := range cells {
		if s.Level(c.Code) == nil {
			l.unknownLevel(c.Places.At(""), c.Code, s)
		}
		for _, key := range []string{"value", "from", "aliases"} {
			if at, given := c.Places[key]; given {
				l.Report(at, CodeCellKey, "write it in the scale, or use `scale: own` where each item has levels of its own", "`%s` belongs to the scale's level, not to an item's", key)
			}
		}
	}
}

// giveValues sets the values of a scale's levels: as given, else the codes
// where all are numbers, else 1, 2, 3 …; and reports values that do not rise.
func (l *loader) giveValues(levels []rubric.Level) {
	given := 0
	for i := range levels {
		if levels[i].HasValue || levels[i].Places["value"] != (diag.Span{}) {
			given++
		}
	}
	if given > 0 && given < len(levels) {
		i := slices.IndexFunc(levels, func(v rubric.Level) bool { return !v.HasValue })
		if i >= 0 {
			l.Report(levels[i].Places.At(""), CodeLevelValues, "give every level a `value`, or none", "level %s has no value, while others have one", levels[i].Code)
		}
		return
	}
	if given == 0 {
		countValues(levels)
	}
	l.checkRising(levels)
}

// countValues takes values from the codes, or counts from 1.
func countValues(levels []rubric.Level) {
	numbers := true
	for i := range levels {
		v, err := rubric.ParseDecimal(levels[i].Code)
		levels[i].Value = v
		numbers = numbers && err == nil
	}
	if numbers {
		return
	}
	for i := range levels {
		levels[i].Value = rubric.NewDecimal(int64(i+1), 0)
	}
}

func (l *loader) checkRising(levels []rubric.Level) {
	for i, level := range levels {
		if level.From != nil && level.From.Cmp(level.Value) > 0 {
			l.Report(level.Places.At("from"), CodeLevelRange, "`from` is the lower end of the level's range, `value` its upper end", "the range of level %s ends (%s) below its start (%s)", level.Code, level.Value, *level.From)
		}
		if i == 0 {
			continue
		}
		below := levels[i-1]
		at := level.Places.At("value")
		switch {
		case level.Value.Cmp(below.Value) <= 0:
			l.Report(at, CodeLevelValues, "list the levels lowest first, with rising values", "level %s (%s) is not above level %s (%s)", level.Code, level.Value, below.Code, below.Value)
		case level.From != nil && level.From.Cmp(below.Value) <= 0:
			l.Report(level.Places.At("from"), CodeLevelRange, "ranges of neighbouring levels must not overlap", "the range of level %s starts at %s, which level %s (%s) has already", level.Code, *level.From, below.Code, below.Value)
		}
	}
}

// nulls reads which null states a form offers, and the words for them.
func (l *loader) nulls(n *yamldoc.Node) []rubric.Null {
	var out []rubric.Null
	read := func(state rubric.State) func(*yamldoc.Node) {
		return func(n *yamldoc.Node) {
			words := []string{}
			if n.Kind == yamldoc.List {
				words = l.Texts(n, "`"+state.String()+"`")
			} else if word := l.Text(n, "`"+state.String()+"`"); word != "" {
				words = append(words, word)
			}
			if len(words) > 0 {
				out = append(out, rubric.Null{State: state, Words: words})
			}
		}
	}
	l.Object(n, "`nulls`", []yamldoc.Field{
		{Name: rubric.NotApplicable.String(), Read: read(rubric.NotApplicable)},
		{Name: rubric.NotObserved.String(), Read: read(rubric.NotObserved)},
	}, nil)
	return out
}

// checkWords reports a word that could mean two levels, or a level and a null
// state.
func (l *loader) checkWords(s *rubric.Scale) {
	owner := map[string]string{}
	claim := func(at diag.Span, word, whose string) {
		key := strings.ToLower(strings.Join(strings.Fields(word), " "))
		if first, taken := owner[key]; taken && first != whose {
			l.Report(at, CodeAmbiguousWord, "use different words, so that a rating has one meaning", "%q stands for %s and for %s", word, first, whose)
			return
		}
		owner[key] = whose
	}
	for _, level := range s.Levels {
		whose := "level " + level.Code
		claim(level.Places.At(""), level.Code, whose)
		if level.Label != "" {
			claim(level.Places.At("label"), level.Label, whose)
		}
		for _, alias := range level.Aliases {
			claim(level.Places.At("aliases"), alias, whose)
		}
	}
	for _, null := range s.Nulls {
		for _, word := range null.Words {
			claim(s.Places.At(""), word, null.State.String())
		}
	}
}
