package load

import (
	"fmt"
	"slices"

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
func (l *loader) cells(n *yamldoc.Node, it *rubric.Item) []rubric.Level {
	out := l.levelEntries(n, func(level *rubric.Level, n *yamldoc.Node) {
		level.Places["text"] = n.Span
		level.Text = l.Text(n, "the text of level "+level.Code)
	})
	switch {
	case it.Scale == nil: // reported once for the whole file
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
	for _, p := range l.Entries(n, "`levels`", "write a line for each level below it, lowest first, or take the key away") {
		if first, twice := seen[p.Key.Value]; twice {
			l.Findings.Add(diag.Diagnostic{
				Span: p.Key.Span, Severity: diag.Error, Code: CodeDuplicateLevel,
				Message: fmt.Sprintf("the level %s stands twice", p.Key.Value), Hint: "keep one of the two, or correct the code of the copy",
				Related: []diag.Related{{Span: first, Message: "first here"}},
			})
			continue
		}
		seen[p.Key.Value] = p.Key.Span
		level := rubric.Level{Code: p.Key.Value, Places: rubric.Places{"": p.Key.Span}}
		if !codePattern.MatchString(level.Code) || len([]rune(level.Code)) > maxCode {
			l.Report(p.Key.Span, CodeBadCode, codeHint("level"), "%q cannot be the code of a level", short(level.Code))
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
				l.Report(at, CodeCellKey, "write it in the scale, or use `scale: own` where each item has levels of its own", "an item cannot give level %s a `%s`: that belongs to the scale", c.Code, key)
			}
		}
	}
}

// giveValues sets the values of a scale's levels: as given, else the codes
// where all are numbers, else 1, 2, 3 …; and reports values that do not rise.
func (l *loader) giveValues(levels []rubric.Level) {
	given := func(v rubric.Level) bool { _, ok := v.Places["value"]; return ok }
	unread := func(v rubric.Level) bool { return given(v) && !v.HasValue }
	switch without := slices.IndexFunc(levels, func(v rubric.Level) bool { return !given(v) }); {
	case slices.ContainsFunc(levels, unread): // reported where it stands
		return
	case !slices.ContainsFunc(levels, given):
		countValues(levels)
	case without >= 0:
		l.Report(levels[without].Places.At(""), CodeLevelValues, "give every level a `value`, or none",
			"level %s has no value, while others have one", levels[without].Code)
		return
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

// checkRising reports the first level whose value or range is not above the
// level before it: a scale in the wrong order is one mistake.
func (l *loader) checkRising(levels []rubric.Level) {
	for i, level := range levels {
		if level.From != nil && level.From.Cmp(level.Value) > 0 {
			l.Report(level.Places.At("from"), CodeLevelRange, "`from` is the lower end of the level's range, `value` its upper end",
				"the range of level %s starts at %s and ends at %s", level.Code, *level.From, level.Value)
			return
		}
		if i == 0 {
			continue
		}
		below := levels[i-1]
		switch {
		case level.Value.Cmp(below.Value) <= 0:
			l.Report(level.Places.At("value"), CodeLevelValues, "list the levels lowest first, each worth more than the one before it",
				"level %s (value %s) stands after level %s (value %s) but is worth no more", level.Code, level.Value, below.Code, below.Value)
			return
		case level.From != nil && level.From.Cmp(below.Value) <= 0:
			l.Report(level.Places.At("from"), CodeLevelRange, "let it start above "+below.Value.String(),
				"the range of level %s starts at %s, but level %s reaches up to %s", level.Code, *level.From, below.Code, below.Value)
			return
		}
	}
}

// nulls reads which null states a form offers, and the words for them.
func (l *loader) nulls(n *yamldoc.Node, places rubric.Places) []rubric.Null {
	var out []rubric.Null
	read := func(state rubric.State) func(*yamldoc.Node) {
		return func(n *yamldoc.Node) {
			what := "`" + state.String() + "`"
			places[state.String()] = n.Span
			words := []string{}
			if n.Kind == yamldoc.List {
				words = l.Texts(n, what)
			} else if word := l.Text(n, what); word != "" {
				words = append(words, word)
			}
			if n.Kind == yamldoc.List && len(n.Items) == 0 {
				l.Report(n.Span, yamldoc.CodeEmptyValue, "write the word that the form prints, such as N/A, or take the key away", "%s is empty", what)
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
