package score

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"rubrickit/rubric"
)

// mostTogether is how many ratees a worker scores before it takes others.
const mostTogether = 256

// warmTogether is how many ratees have their forms brought near at once: as many
// as leave room for them in the nearer caches of a processor.
const warmTogether = 16

// scoreAll scores ratees on all processors, in batches in their order. The
// error is that of the first ratee who has one.
func (j *job) scoreAll(ratees []rubric.Ratee) ([]batch, error) {
	workers := runtime.GOMAXPROCS(0)
	size := min(mostTogether, 1+len(ratees)/(4*workers))
	parts := slices.Collect(slices.Chunk(ratees, size))
	batches, errs := make([]batch, len(parts)), make([]error, len(parts))
	var next atomic.Int64
	var failed atomic.Bool
	var all sync.WaitGroup
	for range min(workers, len(parts)) {
		all.Go(func() {
			o := newOutcome(j)
			for i := int(next.Add(1)) - 1; i < len(parts) && !failed.Load(); i = int(next.Add(1)) - 1 {
				batches[i], errs[i] = o.batch(parts[i])
				if errs[i] != nil {
					failed.Store(true) // batches before this one are taken, and will end
				}
			}
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return batches, nil
}

// batch scores some ratees, one after the other.
func (o *outcome) batch(ratees []rubric.Ratee) (batch, error) {
	b := batch{rows: make([][]byte, len(o.nodes))}
	for n := range o.packed {
		o.packed[n] = o.packed[n][:0]
	}
	for i, of := range ratees {
		if i%warmTogether == 0 {
			o.warmed += o.book.Warm(ratees[i:min(i+warmTogether, len(ratees))])
		}
		rated, err := o.load(of)
		if err == nil && rated {
			err = o.scoreInto(&b)
		}
		if err != nil {
			return b, err
		}
	}
	for n := range b.rows {
		b.rows[n] = slices.Clone(o.packed[n])
	}
	b.ambiguous, o.ambiguous = o.ambiguous, nil
	return b, nil
}

// scoreInto scores the ratee that was loaded, and packs what comes of it.
func (o *outcome) scoreInto(b *batch) error {
	if err := o.score(); err != nil {
		return err
	}
	b.add(o, whose{Form: rubric.Form{Ratee: string(o.of.Name)}})
	if o.at == whole {
		return nil
	}
	return o.scoreApart(func(words rubric.Form) { b.add(o, whose{words, true}) })
}
