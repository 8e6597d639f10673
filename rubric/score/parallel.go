package score

import (
	"iter"
	"runtime"
	"slices"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/parallel"
)

// mostTogether is how many ratees a worker scores before it takes others.
const mostTogether = 256

// warmTogether is how many ratees have their forms brought near at once: as many
// as leave room for them in the nearer caches of a processor.
const warmTogether = 16

// scoreAll scores ratees on all processors, in batches in their order. The
// error is that of the first ratee who has one.
func (j *job) scoreAll(ratees []rubric.Ratee) ([]batch, error) {
	size := min(mostTogether, 1+len(ratees)/(4*runtime.GOMAXPROCS(0)))
	parts := slices.Collect(slices.Chunk(ratees, size))
	batches, errs := make([]batch, len(parts)), make([]error, len(parts))
	parallel.Share(len(parts), func(numbers iter.Seq[int]) {
		o := newOutcome(j)
		for i := range numbers {
			if batches[i], errs[i] = o.batch(parts[i]); errs[i] != nil {
				return // batches before this one are still done
			}
		}
	})
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
