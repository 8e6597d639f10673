// Package diff compares two frameworks. Two different ones are compared by
// wording: which items of the other are worded most like each item, what that
// leaves without a candidate, in both directions. Two versions of one (the
// same id) are compared by code: every difference of the model is a change.
//
// Everything about wording is computed, ranks candidates, and claims neither
// that two items ask the same nor that something is missing: see package
// match for what a score can say.
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
	Versions   Mode = "versions"   // by code
)

// DefaultTop is how many candidates an item gets unless told otherwise.
const DefaultTop = 5

// Options say how to compare.
type Options struct {
	Top int // candidates for each item; less than 1 means [DefaultTop]
}

// Comparison is what was found between two frameworks. Which of its parts are
// filled depends on the mode.
type Comparison struct {
	Mode           Mode
	Source, Target *rubric.Framework
	Provenance     Provenance

	// Matches are the candidates of each indicator of the source, and Reverse
	// those of each indicator of the target; in document order, best first.
	// In all of them Source and Target say whose the item is.
	Matches, Reverse []Match
	// Parents are the candidates of each parent of the source (an item with
	// indicators below it) among the parents of the target. The indicators of
	// a flat framework stand for its parents; where both are flat there are
	// none. ParentsReverse are those of each parent of the target.
	Parents, ParentsReverse []Match
	Coverage                Coverage
	Gaps                    Gaps

	// Changes lead from the source, the old version, to the target.
	Changes []Change
	// Unchanged is how many items of the old version no change mentions.
	Unchanged int
}

// Compare compares two frameworks that are loaded without errors.
func Compare(source, target *rubric.Framework, o Options) *Comparison {
	if o.Top < 1 {
		o.Top = DefaultTop
	}
	c := &Comparison{Source: source, Target: target}
	if source.ID == target.ID {
		c.Mode = Versions
		c.compareVersions()
	} else {
		c.Mode = Frameworks
		c.compareWording(o.Top)
	}
	c.Provenance = provenanceOf(c, o)
	return c
}

// compareWording fills the parts about wording.
func (c *Comparison) compareWording(top int) {
	l := match.LanguageOf(c.Source.Language, c.Target.Language)
	indicators := newRound(c.Source.Indicators(), c.Target.Indicators(), l, top)
	c.Matches, c.Reverse = indicators.matches()
	if parentsOf(c.Source) != nil || parentsOf(c.Target) != nil {
		parents := newRound(outline(c.Source), outline(c.Target), l, top)
		c.Parents, c.ParentsReverse = parents.matches()
	}
	c.Coverage = coverageOf(c)
	c.Gaps = Gaps{Source: gapsOf(c.Coverage.Items, SourceSide), Target: gapsOf(c.Coverage.Items, TargetSide)}
}
