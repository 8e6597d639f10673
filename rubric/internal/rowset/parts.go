package rowset

import "iter"

// Parts is the number of parts that the rows come in.
func (s *Set) Parts() int { return len(s.shard) }

// Part visits the rows of a part, in no particular order. Parts may be visited
// at the same time; together they are what All visits.
func (s *Set) Part(i int) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for rec := range s.shard[i].rows.all() {
			if !yield(s.row(rec)) {
				return
			}
		}
	}
}
