package report

import (
	"bufio"
	"io"
	"iter"
	"sync"

	"rubrickit/rubric/internal/parallel"
)

// writeParts makes the parts of a product on all processors, and writes them in
// their order. Each worker has a maker of its own, which is asked for one part
// after the other; what it returns is written before it is asked again, so that
// no more than a part a worker is held.
func writeParts(w io.Writer, parts int, newMaker func() func(part int) []byte) error {
	const small = 1 << 14 // parts below it are written several at once
	out := bufio.NewWriterSize(w, small)
	turns := newQueue()
	parallel.Share(parts, func(numbers iter.Seq[int]) {
		made := newMaker()
		for i := range numbers {
			part := made(i)
			if !turns.take(i, func() error { _, err := out.Write(part); return err }) {
				return
			}
		}
	})
	return out.Flush() // whose error is that of the first write that failed
}

// queue lets goroutines do something in the order of their numbers, from 0.
type queue struct {
	moved *sync.Cond
	next  int
	err   error // of the first who failed: nobody has a turn after that
}

func newQueue() *queue { return &queue{moved: sync.NewCond(new(sync.Mutex))} }

// take waits for the turn of a number and takes it. It reports whether there was
// one, and nothing failed.
func (q *queue) take(number int, do func() error) bool {
	q.moved.L.Lock()
	defer q.moved.L.Unlock()
	for q.next != number && q.err == nil {
		q.moved.Wait()
	}
	if q.err != nil {
		return false
	}
	q.err = do()
	q.next++
	q.moved.Broadcast()
	return q.err == nil
}
