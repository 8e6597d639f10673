// Package crosswalk is the file in which people write down what two frameworks
// have in common, pair by pair: it reads such files (YAML, CSV, workbooks) with
// every mistake in its place, holds them against the frameworks as they are
// now, turns them round, chains them, and writes drafts of them to review.
//
// A crosswalk outranks everything computed. What a row says is taken as it
// stands, never completed: a pair that is not there was not reviewed.
package crosswalk

import (
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// Crosswalk is a file of reviewed pairs of items, from a source framework to a
// target.
type Crosswalk struct {
	File   string // the name it was read under
	SHA256 string // of the bytes that were read, in hexadecimal
	Source Framework
	Target Framework
	Pairs  []Pair // in the file's order
}

// Framework names one of the two frameworks.
type Framework struct {
	ID      string // "" where a table does not say
	Version string // "" is any
	Places  rubric.Places
}

// NameOf is what a crosswalk calls a framework.
func NameOf(f *rubric.Framework) Framework { return Framework{ID: f.ID, Version: f.Version} }

// String is the id with the version: "cambridge 2019".
func (f Framework) String() string {
	if f.Version == "" {
		return f.ID
	}
	return f.ID + " " + f.Version
}

// Pair is a row: an item of the source, one of the target, and what people
// found about the two.
type Pair struct {
	// Source and Target are codes. One of them is left out in a row about one
	// item alone: with the relation none, that the other framework has nothing
	// for it.
	Source, Target string
	Relation       Relation
	Note           string // for people
	By             string // who decided
	On             string // when: YYYY-MM-DD
	// SourceText and TargetText are the items' texts when they were reviewed,
	// as [TextHash] writes them down; "" where the row does not say.
	SourceText, TargetText string
	Places                 rubric.Places // by the name of the column
}

// IsMatch reports whether people found that the two have something in common.
func (p Pair) IsMatch() bool { return p.Source != "" && p.Target != "" && p.Relation.joins() }

// IsGap reports whether people found that the other framework has nothing for
// the one item of the row: a confirmed gap.
func (p Pair) IsGap() bool { return p.Relation == None && (p.Source == "" || p.Target == "") }

// IsRejected reports whether people found that the two have nothing in common.
func (p Pair) IsRejected() bool { return p.Relation == None && !p.IsGap() }

// IsDecided reports whether people found anything at all.
func (p Pair) IsDecided() bool { return p.Relation != Undecided }

// key is what no two rows may share.
func (p Pair) key() [2]string { return [2]string{p.Source, p.Target} }

// at is the place of a column's value, or of the row.
func (p Pair) at(column string) diag.Span { return p.Places.At(column) }

// Inverted is the crosswalk read from the target to the source.
func (c *Crosswalk) Inverted() *Crosswalk {
	out := &Crosswalk{File: c.File, SHA256: c.SHA256, Source: c.Target, Target: c.Source}
	for _, p := range c.Pairs {
		out.Pairs = append(out.Pairs, p.inverted())
	}
	return out
}

func (p Pair) inverted() Pair {
	p.Source, p.Target = p.Target, p.Source
	p.SourceText, p.TargetText = p.TargetText, p.SourceText
	p.Relation = p.Relation.Inverse()
	places := rubric.Places{}
	for column, at := range p.Places {
		places[otherSide(column)] = at
	}
	p.Places = places
	return p
}

// otherSide is the column that says of the other side what this one says.
func otherSide(column string) string {
	sides := map[string]string{keySource: keyTarget, keyTarget: keySource, keySourceText: keyTargetText, keyTargetText: keySourceText}
	if other, ok := sides[column]; ok {
		return other
	}
	return column
}
