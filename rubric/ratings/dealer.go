package ratings

import (
	"errors"
	"io"
	"sync"

	"rubrickit/rubric/internal/csvblock"
)

// dealer deals out the blocks of a file. Who takes one reads it from the file,
// so that it is in the cache of the processor that goes on to read its records,
// and hands it back, to be summed up in the order of the file.
type dealer struct {
	sum io.Writer
	see func(csvblock.Block) // sees each block, in their order; nil for nobody

	cutting sync.Mutex
	cut     *csvblock.Cutter
	err     error // why there are no more blocks

	turn   sync.Mutex
	came   *sync.Cond // the turn of another block
	summed int        // how many blocks are
}

func newDealer(cut *csvblock.Cutter, see func(csvblock.Block), sum io.Writer) *dealer {
	d := &dealer{cut: cut, see: see, sum: sum}
	d.came = sync.NewCond(&d.turn)
	return d
}

// next cuts the next block into a buffer. It reports false where there are no
// more. Each block must be handed back.
func (d *dealer) next(buffer []byte) (csvblock.Block, bool) {
	d.cutting.Lock()
	defer d.cutting.Unlock()
	if d.err != nil {
		return csvblock.Block{}, false
	}
	b, err := d.cut.Next(buffer)
	if d.err = err; err != nil {
		return csvblock.Block{}, false
	}
	if d.see != nil {
		d.see(b)
	}
	return b, true
}

// isNext reports whether it is a block's turn to be handed back. It stays so
// until the block is.
func (d *dealer) isNext(b csvblock.Block) bool {
	d.turn.Lock()
	defer d.turn.Unlock()
	return d.summed == b.Number
}

// back sums up a block, once those before it are.
func (d *dealer) back(b csvblock.Block) {
	d.turn.Lock()
	for d.summed != b.Number {
		d.came.Wait()
	}
	d.turn.Unlock() // the turn is this block's until it passes it on
	d.sum.Write(b.Own())
	d.turn.Lock()
	d.summed++
	d.turn.Unlock()
	d.came.Broadcast()
}

// fail says that a block could not be read. No more are dealt out.
func (d *dealer) fail(why error) {
	d.cutting.Lock()
	defer d.cutting.Unlock()
	if d.err == nil || errors.Is(d.err, io.EOF) {
		d.err = why
	}
}

// failure is why the file could not be read in blocks; nil if it could.
func (d *dealer) failure() error {
	switch {
	case errors.Is(d.err, io.EOF):
		return nil
	case errors.Is(d.err, csvblock.ErrLong):
		return errWhole
	}
	return d.err
}
