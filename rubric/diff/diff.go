// Package diff compares two frameworks. Two different ones are compared by
// wording: which items of the other are worded most like each item, what that
// leaves without a candidate, in both directions. Two versions of one (the
// same id) are compared by code: every difference of the model is a change.
//
// Everything about wording is computed, ranks candidates, and claims neither
// that two items ask the same nor that something is missing: see package
// match for what a score can say. What people found, as a crosswalk says it,
// outranks all that.
package diff

import (
	"rubrickit/rubric"
	"rubrickit/rubric/match"
)

// Mode is what a comparison compares by.
type Mode string

// The modes.
const (
	Frameworks Mode = "frameworks" // by wording
	Versions   Mode = "versions"   // by code, then by wording
)

// DefaultTop is how many candidates an item gets unless told otherwise.
const DefaultTop = 5

// Options say how to compare.
type Options struct {
	Top int // candidates for each item; less than 1 means [DefaultTop]
	// Review is what people found, Chain what follows from other crosswalks for
	// these two. Two versions of one framework are compared without them.
	Review, Chain *Review
}

// Comparison is what was found between two frameworks. Which of its parts are
// filled depends on the mode.
type Comparison struct {
	Mode           Mode
	Source, Target *rubric.Framework
	Provenance     Provenance

	// Matches are those of each indicator of the source, and Reverse those of
	// each indicator of the target, in document order: what people found, what
	// was derived, then candidates, best first.
	// In all of them Source and Target say whose the item is.
	Matches, Reverse []Match
	// Parents are the same of each parent of the source (an item with
	// indicators below it), its candidates being the parents of the target. The indicators of
	// a flat framework stand for its parents; where both are flat there are
	// none. ParentsReverse are those of each parent of the target.
	Parents, ParentsReverse []Match
	// Groups are items that several of the other framework may together be.
	Groups   []Group
	Coverage Coverage
	Gaps     Gaps

	// Changes lead from the source, the old version, to the target.
	Changes []Change
	// Unchanged is how many items of the old version no change mentions.
	Unchanged int
	// Carries say what becomes of ratings made under the old version, for each
	// of its indicators.
	Carries []Carry

	review  *Review
	tongues [2]string // the languages of source and target
}

// Compare compares two frameworks that are loaded without errors.
func Compare(source, target *rubric.Framework, o Options) *Comparison {
	if o.Top < 1 {
		o.Top = DefaultTop
	}
	c := &Comparison{Source: source, Target: target, review: o.Review}
	if source.ID == target.ID {
		c.Mode = Versions
		c.compareVersions()
	} else {
		c.Mode = Frameworks
		c.compareWording(o)
	}
	c.tell(o)
	return c
}

// compareWording fills the parts about wording.
func (c *Comparison) compareWording(o Options) {
	forth := newOverlay(SourceSide, o.Review.rows(), o.Chain.rows())
	back := newOverlay(TargetSide, o.Review.rows(), o.Chain.rows())
	enough := o.Top + max(forth.most(), back.most())
	l := c.tellLanguages()
	indicators := newRound(c.Source.Indicators(), c.Target.Indicators(), l, enough)
	there, here := indicators.matches()
	c.Matches = forth.onto(c.Source.Indicators(), there, o.Top)
	c.Reverse = back.onto(c.Target.Indicators(), here, o.Top)
	c.Groups = indicators.groups()
	c.Provenance.Method = methodOf(l, indicators)
	if parentsOf(c.Source) != nil || parentsOf(c.Target) != nil {
		parents := newRound(outline(c.Source), outline(c.Target), l, enough)
		there, here := parents.matches()
		c.Parents = forth.onto(outline(c.Source), there, o.Top)
		c.ParentsReverse = back.onto(outline(c.Target), here, o.Top)
		c.Provenance.Method.ParentWords = bands(parents)
	}
	c.count(forth, back)
}

// tellLanguages finds the languages of the frameworks, and how their texts can
// be compared.
func (c *Comparison) tellLanguages() match.Language {
	c.tongues = [2]string{
		match.TongueOf(c.Source.Language, match.ReadAll(c.Source.Indicators())),
		match.TongueOf(c.Target.Language, match.ReadAll(c.Target.Indicators())),
	}
	return match.LanguageOf(c.tongues[0], c.tongues[1])
}

// count fills coverage and gaps.
func (c *Comparison) count(forth, back overlay) {
	source := counter{forth, byItem(c.Matches, SourceSide), byItem(c.Parents, SourceSide)}
	target := counter{back, byItem(c.Reverse, TargetSide), byItem(c.ParentsReverse, TargetSide)}
	c.Coverage = Coverage{
		Source: source.count(c.Source.Indicators()), Target: target.count(c.Target.Indicators()),
		Items: append(source.items(c.Source), target.items(c.Target)...),
	}
	c.Gaps = Gaps{Source: gapsOf(c.Coverage.Items, SourceSide), Target: gapsOf(c.Coverage.Items, TargetSide)}
}
