package load

import (
	"fmt"
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
		if _, defined := l.named[name]; defined {
			l.Report(p.Key.Span, yamldoc.CodeDuplicateKey, "keep one of the two, or give one another name", "the scale %q is defined twice", name)
			continue
		}
		if name == ownScale || Builtin(name) != nil {
			l.Report(p.Key.Span, CodeReservedScale, "give it a name of its own, and use that name where it is meant", "the name %q belongs to a built-in scale", name)
		}
		s := l.scaleObject(p.Value)
		l.named[name] = s
		if s != nil {
			s.Name = name
			l.f.Scales = append(l.f.Scales, s)
		}
	}
}

// resolveScales gives every item its scale, from the top down, and reads the
// items' cells, which depend on it.
func (l *loader) resolveScales() {
	in := inForce{}
	if l.scale != nil {
		in = l.readScale(l.scale, in)
		l.f.Scale = in.scale
	}
	for _, it := range l.f.Items {
		l.resolveItem(it, in)
	}
	l.checkScaled()
	l.checkRated()
}

// inForce is the scale that holds at a place in the tree. failed says that it
// is nil because of an error that was reported already, so that its absence
// is not a second one.
type inForce struct {
	scale  *rubric.Scale
	failed bool
}

// resolveItem gives an item its scale and reads its cells.
func (l *loader) resolveItem(it *rubric.Item, in inForce) {
	if n := l.scales[it]; n != nil {
		in = l.readScale(n, in)
		it.ScaleGiven = true
	}
	it.Scale = in.scale
	if n := l.nodes[it]; n != nil {
		it.Levels = l.cells(n, it)
	}
	if it.Scale == nil && !in.failed && (it.IsRated() || l.nodes[it] != nil) {
		l.unscaled = append(l.unscaled, it)
	}
	if it.Scale != nil && it.Scale.Own && len(it.Levels) > 0 {
		it.Scale = l.ownScaleOf(it)
	}
	for _, child := range it.Items {
		l.resolveItem(child, in)
	}
}

// ownScaleOf makes an item's levels its scale.
func (l *loader) ownScaleOf(it *rubric.Item) *rubric.Scale {
	own := *it.Scale
	own.Levels = it.Levels
	if own.Blank != "" && own.Level(own.Blank) == nil {
		l.Report(it.Places.At("levels"), CodeUnknownLevel, "give the item this level, or a `scale:` without `blank`",
			"item %s has no level %q, which a blank cell would mean", it.Code, own.Blank)
	}
	l.checkWords(&own)
	return &own
}

// readScale reads a `scale:` key of any of the four shapes, given the scale
// that holds above it.
func (l *loader) readScale(n *yamldoc.Node, above inForce) inForce {
	s := l.scaleOfKind(n, above)
	return inForce{scale: s, failed: s == nil}
}

func (l *loader) scaleOfKind(n *yamldoc.Node, above inForce) *rubric.Scale {
	switch n.Kind {
	case yamldoc.List:
		return l.someLevels(n, above)
	case yamldoc.Map:
		return l.scaleObject(n)
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
	}
	if s, defined := l.named[name]; defined {
		return s // nil where its definition has an error
	}
	if s := Builtin(name); s != nil {
		return s
	}
	names := append(BuiltinNames(), ownScale)
	for _, s := range l.f.Scales {
		names = append(names, s.Name)
	}
	slices.Sort(names)
	l.Report(n.Span, CodeUnknownScale, diag.Suggest(name, names, "scales: "+strings.Join(names, ", ")), "there is no scale %q", name)
	return nil
}

// someLevels reads a list of codes: only these levels of the inherited scale.
func (l *loader) someLevels(n *yamldoc.Node, above inForce) *rubric.Scale {
	inherited := above.scale
	switch {
	case above.failed:
		return nil
	case inherited == nil || inherited.Own:
		l.Report(n.Span, CodeNoScale, "give the framework, or the item above, a scale with levels", "there is no scale above whose levels this list could choose")
		return nil
	case len(n.Items) == 0:
		l.Report(n.Span, yamldoc.CodeEmptyValue, "name the levels that may be chosen, such as [1, 2], or take the key away", "`scale` lists no level")
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

// unknownLevel reports a code that no level of the scale has. Where it is a
// level's label, that level is meant.
func (l *loader) unknownLevel(at diag.Span, code string, s *rubric.Scale) {
	codes, named := make([]string, len(s.Levels)), make([]string, len(s.Levels))
	for i, level := range s.Levels {
		codes[i], named[i] = level.Code, level.Code
		if level.Label != "" && !strings.EqualFold(level.Label, level.Code) {
			named[i] += " (" + level.Label + ")"
		}
	}
	hint := diag.Suggest(code, codes, "levels of the scale: "+strings.Join(named, ", "))
	if i := slices.IndexFunc(s.Levels, func(v rubric.Level) bool { return strings.EqualFold(v.Label, code) }); i >= 0 {
		hint = fmt.Sprintf("write the code of the level, %s, not its label", codes[i])
	}
	l.Report(at, CodeUnknownLevel, hint, "the scale has no level %q", code)
}

// scaleObject reads {levels, step, nulls, blank}, or {own: true, …}; nil
// after an error that leaves no scale.
func (l *loader) scaleObject(n *yamldoc.Node) *rubric.Scale {
	s := &rubric.Scale{Places: rubric.Places{"": n.Span}}
	before := l.Findings.Count(diag.Error)
	var blank *yamldoc.Node
	ok := l.Object(n, "the scale", []yamldoc.Field{
		{Name: "levels", Read: func(n *yamldoc.Node) { s.Levels = l.levels(n) }},
		{Name: "own", Read: func(n *yamldoc.Node) { s.Own = l.Bool(n, "`own`") }},
		{Name: "step", Read: func(n *yamldoc.Node) { s.Step, _ = l.positive(n, "`step`") }},
		{Name: "nulls", Read: func(n *yamldoc.Node) { s.Nulls = l.nulls(n, s.Places) }},
		{Name: "blank", Read: func(n *yamldoc.Node) { blank = n }},
	}, extend(&s.Extensions))
	if !ok || l.Findings.Count(diag.Error) > before && len(s.Levels) == 0 && !s.Own {
		return nil
	}
	if s.Own == (len(s.Levels) > 0) {
		message := "the scale has no levels"
		if s.Own {
			message = "the scale has `levels` and says `own: true`"
		}
		l.Report(n.Span, CodeScaleShape, "give it either `levels:` with a line for each level, or `own: true`, where each item's levels are its scale", "%s", message)
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
