package load

import (
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// ownScale is the scale name that makes each item's levels its scale.
const ownScale = "own"

// namedScales reads the file's own `scales:`.
func (l *loader) namedScales(n *yamldoc.Node) {
	for _, p := range l.Map(n, "`scales`") {
		name := p.Key.Value
		switch {
		case l.named[name] != nil:
			l.Report(p.Key.Span, yamldoc.CodeDuplicateKey, "keep one of the two", "the scale %q is defined twice", name)
			continue
		case name == ownScale || Builtin(name) != nil:
			l.Report(p.Key.Span, CodeReservedScale, "give it another name", "the name %q is taken by a built-in scale", name)
		}
		if s := l.scaleObject(p.Value, nil); s != nil {
			s.Name = name
			l.named[name] = s
			l.f.Scales = append(l.f.Scales, s)
		}
	}
}

// resolveScales gives every item its scale, from the top down, and reads the
// items' cells, which depend on it.
func (l *loader) resolveScales() {
	if l.scale != nil {
		l.f.Scale = l.readScale(l.scale, nil)
	}
	failed := l.scale != nil && l.f.Scale == nil
	for _, it := range l.f.Items {
		l.resolveItem(it, l.f.Scale, failed)
	}
	l.checkRated(failed)
}

// resolveItem gives an item its scale; failed says that an error in the scale
// was reported already, so that its absence is not a second one.
func (l *loader) resolveItem(it *rubric.Item, inherited *rubric.Scale, failed bool) {
	it.Scale = inherited
	if n := l.scales[it]; n != nil {
		it.Scale, it.ScaleGiven = l.readScale(n, inherited), true
		failed = it.Scale == nil
		inherited = it.Scale
	}
	if n := l.nodes[it]; n != nil {
		it.Levels = l.cells(n, it, failed)
	}
	if it.Scale != nil && it.Scale.Own && len(it.Levels) > 0 {
		it.Scale = ownScaleOf(it)
	}
	for _, child := range it.Items {
		l.resolveItem(child, inherited, failed)
	}
}

// ownScaleOf makes an item's levels its scale.
func ownScaleOf(it *rubric.Item) *rubric.Scale {
	own := *it.Scale
	own.Levels = it.Levels
	return &own
}

// readScale reads a `scale:` key of any of the four shapes; nil after an error.
func (l *loader) readScale(n *yamldoc.Node, inherited *rubric.Scale) *rubric.Scale {
	switch n.Kind {
	case yamldoc.List:
		return l.someLevels(n, inherited)
	case yamldoc.Map:
		return l.scaleObject(n, inherited)
	default:
		return l.scaleByName(n)
	}
}

func (l *loader) scaleByName(n *yamldoc.Node) *rubric.Scale {
	name := l.Word(n, "`scale`")
	switch {
	case name == "":
		return nil
	case name == ownScale:
		return &rubric.Scale{Name: ownScale, Own: true}
	case l.named[name] != nil:
		return l.named[name]
	}
	if s := Builtin(name); s != nil {
		return s
	}
	names := append(BuiltinNames(), ownScale)
	for _, s := range l.f.Scales {
		names = append(names, s.Name)
	}
	slices.Sort(names)
	l.Report(n.Span, CodeUnknownScale, suggest(name, names, "scales: "+strings.Join(names, ", ")), "there is no scale %q", name)
	return nil
}

// someLevels reads a list of codes: only these levels of the inherited scale.
func (l *loader) someLevels(n *yamldoc.Node, inherited *rubric.Scale) *rubric.Scale {
	if inherited == nil || inherited.Own {
		l.Report(n.Span, CodeNoScale, "give the framework, or the item above, a scale with levels", "there is no scale above whose levels this list could choose")
		return nil
	}
	chosen := map[string]bool{}
	for _, entry := range n.Items {
		code := l.Word(entry, "a level of `scale`")
		if code == "" {
			continue
		}
		if inherited.Level(code) == nil {
			l.unknownLevel(entry.Span, code, inherited)
			continue
		}
		chosen[code] = true
	}
	some := *inherited
	some.Name = ""
	some.Levels = slices.DeleteFunc(slices.Clone(inherited.Levels), func(level rubric.Level) bool { return !chosen[level.Code] })
	if !chosen[some.Blank] {
		some.Blank = ""
	}
	if len(some.Levels) == 0 {
		return nil
	}
	return &some
}

func (l *loader) unknownLevel(at diag.Span, code string, s *rubric.Scale) {
	codes := make([]string, len(s.Levels))
	for i, level := range s.Levels {
		codes[i] = level.Code
	}
	l.Report(at, CodeUnknownLevel, suggest(code, codes, "levels of the scale: "+strings.Join(codes, ", ")), "the scale has no level %q", code)
}

// scaleObject reads {levels, step, nulls, blank}, or {own: true, …}.
func (l *loader) scaleObject(n *yamldoc.Node, _ *rubric.Scale) *rubric.Scale {
	s := &rubric.Scale{Places: rubric.Places{"": n.Span}}
	before := l.Findings.Count(diag.Error)
	var blank *yamldoc.Node
	ok := l.Object(n, "the scale", []yamldoc.Field{
		{Name: "levels", Read: func(n *yamldoc.Node) { s.Levels = l.levels(n) }},
		{Name: "own", Read: func(n *yamldoc.Node) { s.Own = l.Bool(n, "`own`") }},
		{Name: "step", Read: func(n *yamldoc.Node) { s.Step, _ = l.positive(n, "`step`") }},
		{Name: "nulls", Read: func(n *yamldoc.Node) { s.Nulls = l.nulls(n) }},
		{Name: "blank", Read: func(n *yamldoc.Node) { blank = n }},
	}, nil)
	if !ok || l.Findings.Count(diag.Error) > before && len(s.Levels) == 0 && !s.Own {
		return nil
	}
	if s.Own == (len(s.Levels) > 0) {
		l.Report(n.Span, CodeScaleShape, "give `levels:` with a line for each level, or `own: true` where each item's levels are its scale", "a scale has either `levels` or `own: true`")
		return nil
	}
	l.blank(s, blank)
	l.checkWords(s)
	return s
}

func (l *loader) blank(s *rubric.Scale, n *yamldoc.Node) {
	if n == nil {
		return
	}
	s.Blank = l.Word(n, "`blank`")
	if s.Blank != "" && !s.Own && s.Level(s.Blank) == nil {
		l.unknownLevel(n.Span, s.Blank, s)
	}
}
