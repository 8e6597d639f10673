// Package parallel shares numbered work among the processors.
package parallel

import (
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// Share has as many workers as there are processors do the work of the numbers
// below n, and waits for them. Numbers are dealt out in their order, each to the
// worker who asks first. A worker who leaves its loop ends the dealing: what was
// dealt out until then, which is every number below its own, is still done.
func Share(n int, work func(numbers iter.Seq[int])) {
	Gather(n, func(numbers iter.Seq[int]) struct{} {
		work(numbers)
		return struct{}{}
	})
}

// Gather is [Share] where each worker comes to something.
func Gather[R any](n int, work func(numbers iter.Seq[int]) R) []R {
	out := make([]R, min(runtime.GOMAXPROCS(0), n))
	numbers := dealt(n)
	var all sync.WaitGroup
	for i := range out {
		all.Go(func() { out[i] = work(numbers) })
	}
	all.Wait()
	return out
}

// dealt deals out the numbers below n to all who range over it.
func dealt(n int) iter.Seq[int] {
	var next atomic.Int64
	return func(yield func(int) bool) {
		// A number that was dealt is always done. Who looks whether dealing has
		// ended must look before a number is taken, or that number is lost.
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			if !yield(i) {
				next.Store(int64(n))
				return
			}
		}
	}
}
