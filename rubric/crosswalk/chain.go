package crosswalk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
)

// Chain derives pairs that lead from one framework to another by way of others,
// from crosswalks in the order of the way: A→B and B→C suggest A→C. Each may be
// written for either direction. What is derived is a suggestion: its relation is
// what follows for certain, or related where nothing does, and its note says
// the way. The findings are errors where the crosswalks make no way.
func Chain(from, to string, way []*Crosswalk) (*Crosswalk, diag.List) {
	at := from
	var out *Crosswalk
	var findings diag.List
	for i, c := range way {
		if c.Source.ID != at && c.Target.ID == at {
			c = c.Inverted()
		}
		if c.Source.ID != at || i == len(way)-1 && c.Target.ID != to {
			return nil, diag.List{noWay(c, at, to)}
		}
		if out == nil {
			out = c
		} else {
			findings = append(findings, sameVersion(out, c)...)
			out = out.then(c)
		}
		at = c.Target.ID
	}
	return out, findings
}

func noWay(c *Crosswalk, at, to string) diag.Diagnostic {
	return diag.Diagnostic{
		Span: diag.Span{File: c.File}, Severity: diag.Error, Code: CodeFramework,
		Message: fmt.Sprintf("the crosswalk is about %s and %s, and the way to %s has come to %s", c.Source.ID, c.Target.ID, to, at),
		Hint:    "give the crosswalks in the order of the way, each beginning where the one before it ends",
	}
}

// sameVersion warns where two crosswalks mean different versions of what lies
// between them.
func sameVersion(a, b *Crosswalk) diag.List {
	if a.Target.Version == "" || b.Source.Version == "" || a.Target.Version == b.Source.Version {
		return nil
	}
	return diag.List{{
		Span: b.Source.Places.At("version"), Severity: diag.Warning, Code: CodeFramework,
		Message: fmt.Sprintf("the crosswalk before it ends at version %s of %s, and this one begins at %s", a.Target.Version, a.Target.ID, b.Source.Version),
		Hint:    "see whether the codes still mean the same; what is derived joins them by code",
	}}
}

// then joins two crosswalks at the framework between them.
func (c *Crosswalk) then(next *Crosswalk) *Crosswalk {
	out := &Crosswalk{Source: c.Source, Target: next.Target}
	byKey := map[[2]string]int{} // in out.Pairs
	onwards := next.bySource()
	for _, first := range c.Pairs {
		if !first.IsMatch() {
			continue
		}
		for _, second := range onwards[first.Target] {
			p := first.then(second, next.Source.ID)
			i, found := byKey[p.key()]
			if !found {
				byKey[p.key()] = len(out.Pairs)
				out.Pairs = append(out.Pairs, p)
				continue
			}
			out.Pairs[i] = out.Pairs[i].orBy(p)
		}
	}
	return out
}

// bySource are the matches by the code of their source.
func (c *Crosswalk) bySource() map[string][]Pair {
	out := map[string][]Pair{}
	for _, p := range c.Pairs {
		if p.IsMatch() {
			out[p.Source] = append(out[p.Source], p)
		}
	}
	return out
}

// viaWord begins the note of what is derived.
const viaWord = "by way of "

func (p Pair) then(next Pair, between string) Pair {
	way := fmt.Sprintf("%s %s (%s, %s)", between, p.Target, p.Relation, next.Relation)
	if before, found := strings.CutPrefix(p.Note, viaWord); found {
		way = before + ", " + way
	}
	return Pair{
		Source: p.Source, Target: next.Target, Relation: p.Relation.After(next.Relation),
		SourceText: p.SourceText, TargetText: next.TargetText, Note: viaWord + way, Places: p.Places,
	}
}

// orBy is the pair found by another way as well: the closer relation counts.
func (p Pair) orBy(other Pair) Pair {
	closer := slices.MinFunc([]Pair{p, other}, func(a, b Pair) int { return cmp.Compare(a.Relation.row(), b.Relation.row()) })
	p.Relation = closer.Relation
	p.Note += ", and " + strings.TrimPrefix(other.Note, viaWord)
	return p
}
