package score

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"rubrickit/rubric"
)

// arranged is the ratings by ratee, in an order that does not depend on that
// of the rows.
type arranged struct {
	ratees  [][]entry // by name; of each, the ratings by coordinates, then item
	present dimensions
	rejects []rubric.Reject
}

// dimensions says which of the optional dimensions the ratings have.
type dimensions struct{ occasion, rater, group bool }

// entry is a rating with its place in the tensor.
type entry struct {
	*rubric.Rating
	coord coord
	node  int
}

// coord is where a value stands in the dimensions that are not collapsed yet.
type coord struct {
	rater, group, occasion string
	// rank is the place of the occasion, where a stage puts them in order;
	// it then stands for the occasion, however that is written.
	rank int
}

func compareCoords(x, y coord) int {
	return cmp.Or(
		cmp.Compare(x.rater, y.rater),
		cmp.Compare(x.group, y.group),
		cmp.Compare(x.rank, y.rank),
		cmp.Compare(x.occasion, y.occasion),
	)
}

// arrange sorts the ratings, and takes out those that contradict each other.
// It changes nothing of what it is given.
func arrange(p *plan, r *rubric.Ratings) (*arranged, error) {
	a := &arranged{present: dimensions{r.HasOccasion, r.HasRater, r.HasGroup}}
	ranks, err := ranksOf(p, r.Ratings)
	if err != nil {
		return nil, err
	}
	entries := make([]entry, len(r.Ratings))
	for i := range r.Ratings {
		v := &r.Ratings[i]
		node, rated := p.rates(v.Item)
		if !rated {
			return nil, fmt.Errorf("%s: a rating of an item that %s does not rate", v.At, p.framework.ID)
		}
		entries[i] = entry{v, coord{v.Rater, v.Group, v.Occasion, 0}, node}
		if ranks != nil {
			entries[i].coord.occasion, entries[i].coord.rank = "", ranks[v.Occasion]
		}
		a.present.note(v)
	}
	slices.SortFunc(entries, compareEntries)
	for own := range chunks(a.consistent(entries), func(x, y entry) bool { return x.Ratee == y.Ratee }) {
		a.ratees = append(a.ratees, own)
	}
	return a, nil
}

// note marks the dimensions in which a rating has a word.
func (d *dimensions) note(v *rubric.Rating) {
	d.occasion = d.occasion || v.Occasion != ""
	d.rater = d.rater || v.Rater != ""
	d.group = d.group || v.Group != ""
}

// rates finds the node of an item that is rated.
func (p *plan) rates(it *rubric.Item) (int, bool) {
	if it == nil {
		return 0, false
	}
	n, known := p.index[it.Code]
	return n, known && p.nodes[n].rated
}

// ranksOf puts the occasions in order, where a stage asks for it; else nil.
func ranksOf(p *plan, ratings []rubric.Rating) (map[string]int, error) {
	if p.order == nil {
		return nil, nil
	}
	occasions := map[string]bool{}
	for i := range ratings {
		occasions[ratings[i].Occasion] = true
	}
	return p.order.ranks(slices.Sorted(maps.Keys(occasions)))
}

// compareEntries orders ratings by ratee, form and item, and those of one cell
// by place.
func compareEntries(x, y entry) int {
	return cmp.Or(
		cmp.Compare(x.Ratee, y.Ratee),
		compareCoords(x.coord, y.coord),
		cmp.Compare(x.node, y.node),
		comparePlaces(x.At, y.At),
		cmp.Compare(x.Occasion, y.Occasion),
		cmp.Compare(x.State, y.State),
		x.Value.Cmp(y.Value),
	)
}

func comparePlaces(x, y rubric.Place) int {
	return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Sheet, y.Sheet), cmp.Compare(x.Line, y.Line))
}

// chunks yields the runs of neighbours that belong together.
func chunks[T any](all []T, together func(a, b T) bool) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for from := 0; from < len(all); {
			to := from + 1
			for to < len(all) && together(all[from], all[to]) {
				to++
			}
			if !yield(all[from:to:to]) {
				return
			}
			from = to
		}
	}
}
