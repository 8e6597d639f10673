package stats

import "rubrickit/rubric/exact"

// Tally counts numbers by their exact values. The zero Tally is empty.
type Tally struct {
	n int
	// counts are by value; one that no machine word holds may stand there more
	// than once.
	counts map[exact.Number]int
}

// Add counts a number.
func (t *Tally) Add(x exact.Number) {
	if t.counts == nil {
		t.counts = map[exact.Number]int{}
	}
	t.n++
	t.counts[x]++
}

// N is how many numbers were counted.
func (t *Tally) N() int { return t.n }

// AtLeast counts the numbers that are x or greater.
func (t *Tally) AtLeast(x exact.Number) int {
	count := 0
	for y, n := range t.counts {
		if y.Cmp(x) >= 0 {
			count += n
		}
	}
	return count
}

// Mean is the arithmetic mean; of no numbers there is none.
func (t *Tally) Mean() exact.Number {
	sum, _ := t.sums()
	return sum.Quo(t.whole(0))
}

// Deviation is the sample standard deviation, √(Σ(x − mean)² / (n − 1)); of
// fewer than two numbers there is none.
func (t *Tally) Deviation() exact.Number {
	if t.n < 2 {
		return exact.Number{}
	}
	sum, squares := t.sums()
	// Σ(x − mean)² = Σx² − (Σx)²/n, which is safe in exact arithmetic only.
	spread := squares.Sub(sum.Mul(sum).Quo(t.whole(0)))
	return root(spread.Quo(t.whole(-1)).Rat())
}

// whole is n and a little more or less.
func (t *Tally) whole(more int) exact.Number { return exact.Int(int64(t.n + more)) }

// sums are Σx and Σx².
func (t *Tally) sums() (sum, squares exact.Number) {
	var s, q exact.Sum
	for x, n := range t.counts {
		times := exact.Int(int64(n))
		s.AddProduct(times, x)
		q.AddProduct(times, x.Mul(x))
	}
	return s.Total(), q.Total()
}
