package parallel_test

import (
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"rubrickit/rubric/internal/parallel"
)

func TestEachNumberIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 100, 10_000} {
		done := make([]atomic.Int32, n)
		parallel.Share(n, func(numbers iter.Seq[int]) {
			for i := range numbers {
				done[i].Add(1)
			}
		})
		for i := range done {
			if times := done[i].Load(); times != 1 {
				t.Fatalf("of %d, %d was done %d times", n, i, times)
			}
		}
	}
}

func TestGatherWhatEachWorkerComesTo(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	for _, c := range []struct{ n, workers int }{{0, 0}, {1, 1}, {2, 2}, {1000, 3}} {
		lists := parallel.Gather(c.n, func(numbers iter.Seq[int]) []int { return slices.Collect(numbers) })
		if len(lists) != c.workers {
			t.Errorf("%d numbers have %d workers, want %d", c.n, len(lists), c.workers)
		}
		var all []int
		for _, list := range lists {
			if !slices.IsSorted(list) {
				t.Errorf("a worker had %v, which are not in order", list)
			}
			all = append(all, list...)
		}
		if slices.Sort(all); len(all) != c.n {
			t.Errorf("of %d numbers, %d were dealt", c.n, len(all))
		}
	}
}

// Whoever fails first in time, the first failing number is found: those below
// a number that failed are always done. Where that were left to chance, it would
// go wrong so seldom that it takes many tries to see; the race detector, which
// stirs the workers, sees it almost surely.
func TestFirstFailureIsFound(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(8))
	const n, first = 8, 0
	for range 100_000 {
		var failed [n]atomic.Bool
		parallel.Share(n, func(numbers iter.Seq[int]) {
			for i := range numbers {
				if i >= first {
					failed[i].Store(true)
					return
				}
			}
		})
		if !failed[first].Load() {
			t.Fatalf("%d was not done", first)
		}
	}
}

// After a failure nothing more is dealt out, to anybody.
func TestFailureEndsTheDealing(t *testing.T) {
	parallel.Share(100, func(numbers iter.Seq[int]) {
		for i := range numbers {
			if i >= 10 {
				break
			}
		}
		for i := range numbers {
			t.Errorf("%d was dealt although the dealing had ended", i)
		}
	})
}
