package crosswalk

import "slices"

// Relation is what a pair has in common. It reads "the source is … than, or as,
// the target".
type Relation string

// The relations.
const (
	Same      Relation = "same"
	Broader   Relation = "broader"
	Narrower  Relation = "narrower"
	Overlaps  Relation = "overlaps"
	Related   Relation = "related"
	None      Relation = "none"
	Undecided Relation = "undecided"
)

// meaning is what there is to know of a relation.
type meaning struct {
	relation Relation
	inverse  Relation
	// predicate is the SKOS mapping property (W3C, SKOS Reference, 10): "source
	// narrowMatch target" says that the target is the narrower of the two.
	predicate string
	about     string
}

// relations is the table of them, the most in common first.
var relations = []meaning{
	{Same, Same, "skos:exactMatch", "both ask the same"},
	{Broader, Narrower, "skos:narrowMatch", "the source asks all that the target asks, and more"},
	{Narrower, Broader, "skos:broadMatch", "the target asks all that the source asks, and more"},
	{Overlaps, Overlaps, "skos:closeMatch", "they ask something in common, and each asks more"},
	{Related, Related, "skos:relatedMatch", "they belong together, and ask different things"},
	{None, None, "", "nothing in common; with one item alone: the other framework has nothing for it, a confirmed gap"},
	{Undecided, Undecided, "", "nobody has decided yet; a row that is taken for not there"},
}

// Relations lists the relations, the most in common first.
func Relations() []Relation {
	out := make([]Relation, len(relations))
	for i, row := range relations {
		out[i] = row.relation
	}
	return out
}

// row is where the table has a relation; -1 for a word that is none.
func (r Relation) row() int {
	return slices.IndexFunc(relations, func(m meaning) bool { return m.relation == r })
}

// meaning is the row of the table; the zero meaning for a word that is none.
func (r Relation) meaning() meaning {
	if i := r.row(); i >= 0 {
		return relations[i]
	}
	return meaning{}
}

// About says in a line what the relation means.
func (r Relation) About() string { return r.meaning().about }

// Inverse is the relation seen from the target.
func (r Relation) Inverse() Relation { return r.meaning().inverse }

// Predicate is the mapping property of SKOS that says the same, as SSSOM has
// it; "" for none and undecided.
func (r Relation) Predicate() string { return r.meaning().predicate }

// joins reports whether the relation says that there is something in common.
func (r Relation) joins() bool { return r.row() >= 0 && r != None && r != Undecided }

// After is what follows for a source and a target that are joined through a
// third item: r from the source to it, s from it to the target. Only what must
// be true is claimed, and where nothing must, that they are related.
func (r Relation) After(s Relation) Relation {
	switch {
	case r == Same:
		return s
	case s == Same, r == s && (r == Broader || r == Narrower):
		return r
	default:
		return Related
	}
}
