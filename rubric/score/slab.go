package score

// slab hands out memory that is needed until the next ratee, and is used again
// then.
type slab[T any] struct {
	all  []T
	used int
}

// take returns n zeros. What was taken before stays where it is.
func (s *slab[T]) take(n int) []T {
	if s.used+n > len(s.all) {
		const least = 64
		s.all, s.used = make([]T, max(least, n, 2*len(s.all))), 0
	}
	out := s.all[s.used:][:n:n]
	s.used += n
	clear(out)
	return out
}

// reset takes everything back.
func (s *slab[T]) reset() { s.used = 0 }
