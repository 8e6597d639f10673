package diff

import "rubrickit/rubric"

// frameworkFacets are what a framework says above its items.
func frameworkFacets(f *rubric.Framework) facets {
	var fs facets
	fs.text("title", f.Title)
	fs.setting("version", f.Version)
	fs.setting("publisher", f.Publisher)
	fs.setting("language", f.Language)
	fs.setting("uri", f.URI)
	fs.text("source.title", f.Source.Title)
	fs.setting("source.url", f.Source.URL)
	fs.setting("source.retrieved", f.Source.Retrieved)
	fs.text("source.rights", f.Source.Rights)
	fs.text("source.note", f.Source.Note)
	fs.extensions("source.", f.Source.Extensions)
	fs.text("text", f.Text)
	fs.text("guidance", f.Guidance)
	fs.text("notes", f.Notes)
	fs.list("tiers", f.Tiers)
	fs.list("tags", each(f.Tags, func(t rubric.Tag) string { return t.Code }))
	for _, t := range f.Tags {
		fs.text("tags."+t.Code, t.Label)
	}
	fs.list("scales", each(f.Scales, func(s *rubric.Scale) string { return s.Name }))
	for _, s := range f.Scales {
		fs = append(fs, scaleFacets("scales."+s.Name, s)...)
	}
	fs.extensions("", f.Extensions)
	return append(fs, scaleInForce(f, f.Scale)...)
}

// itemFacets are what an item says itself. Its code, its place in the tree, its
// retirement, and what follows from what stands around it are compared apart.
func itemFacets(it *rubric.Item) facets {
	var fs facets
	fs.text("title", it.Title)
	fs.text("text", it.Text)
	fs.text("stem", it.Stem)
	fs.text("guidance", it.Guidance)
	fs.text("notes", it.Notes)
	if it.HasWeight {
		fs.number("weight", it.Weight)
	}
	if it.Rated != nil {
		fs.setting("rated", yesNo(*it.Rated))
	}
	fs.list("tags", it.Tags)
	fs.setting("uri", it.URI)
	fs.extensions("", it.Extensions)
	return append(fs, levelsFacets("levels", it.Levels, it.Scale != nil && it.Scale.Own)...)
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// scaleInForce are the facets of the scale that holds for an object. A scale
// that the file defines by name is compared once, where it is defined.
func scaleInForce(f *rubric.Framework, s *rubric.Scale) facets {
	switch {
	case s == nil:
		return nil
	case definedIn(f, s):
		return facets{{"scale.name", s.Name, Changed}}
	default:
		return scaleFacets("scale", s)
	}
}

func definedIn(f *rubric.Framework, s *rubric.Scale) bool {
	for _, defined := range f.Scales {
		if defined == s {
			return true
		}
	}
	return false
}

func scaleFacets(prefix string, s *rubric.Scale) facets {
	var fs facets
	fs.setting(prefix+".name", s.Name)
	if s.Own {
		fs.setting(prefix+".own", "yes") // its levels are the items'
	} else {
		fs = append(fs, levelsFacets(prefix+".levels", s.Levels, true)...)
	}
	if s.Step.Sign() > 0 {
		fs.number(prefix+".step", s.Step)
	}
	fs.list(prefix+".nulls", each(s.Nulls, func(n rubric.Null) string { return n.State.String() }))
	for _, n := range s.Nulls {
		fs.list(prefix+".nulls."+n.State.String(), n.Words)
	}
	fs.setting(prefix+".blank", s.Blank)
	fs.extensions(prefix+".", s.Extensions)
	return fs
}

// levelsFacets are the levels of a scale, or the cells of an item. Only the
// levels that ratings are given on have a value of their own.
func levelsFacets(prefix string, levels []rubric.Level, rated bool) facets {
	var fs facets
	fs.list(prefix, each(levels, func(l rubric.Level) string { return l.Code }))
	for _, l := range levels {
		at := prefix + "." + l.Code
		fs.text(at+".label", l.Label)
		if rated || l.HasValue {
			fs.number(at+".value", l.Value)
		}
		if l.From != nil {
			fs.number(at+".from", *l.From)
		}
		fs.text(at+".text", l.Text)
		fs.text(at+".guidance", l.Guidance)
		fs.list(at+".aliases", l.Aliases)
		fs.extensions(at+".", l.Extensions)
	}
	return fs
}

func each[T, U any](list []T, of func(T) U) []U {
	out := make([]U, len(list))
	for i, v := range list {
		out[i] = of(v)
	}
	return out
}
