package ratings

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"maps"
	"runtime"
	"slices"
	"sync"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/csvblock"
)

// Big files are streamed. The beginning of a file tells its table, as it would
// for a small file; the rest comes in blocks of whole records, which workers
// read, each in a session of its own that writes into the common book. What a
// block alone cannot tell is left to the reading of whole files.

// headSize is how much of a file tells its table, where the options do not
// say; of one with long records, so many times as much. Shorter files are read
// whole.
const (
	headSize    = 256 << 10
	longestHead = 8
)

// Why files are read anew.
var (
	errWhole  = errors.New("the file must be read whole")
	errSummed = errors.New("rejects were summed up that must be told one by one")
)

// streamed reads a file in blocks. It reports false, and has done nothing,
// where the file is short or must be read whole.
func (s *session) streamed(file File) (bool, error) {
	if s.options.whole {
		return false, nil
	}
	in, err := file.stream()
	if err != nil {
		return false, err
	}
	defer in.Close()
	r := &fileReader{session: s, index: len(s.files), file: file, report: FileReport{File: file.Name, Packed: in.packed}}
	text, err := in.text(s.options.Encoding)
	if err != nil {
		return false, nil // reading it whole says what is wrong
	}
	head, plan := r.planOf(text)
	if plan == nil {
		return false, nil
	}
	r.report.Container, r.report.Encoding = "csv", text.encoding
	s.files = append(s.files, r)
	rest := io.MultiReader(bytes.NewReader(head), text)
	cut := csvblock.New(rest, byte(plan.table.delimiter), 1, cmp.Or(s.options.block, csvblock.Size))
	sum := text.sum
	if s.wish != nil {
		sum = io.Discard // what the file was, the first look has told
	}
	if err := r.readBlocks(plan, newDealer(cut, s.options.witness.streams(r, plan), sum)); err != nil || s.wish != nil {
		return err == nil, err
	}
	r.provenance, err = in.provenance()
	return true, err
}

// planOf reads the head of a file and plans by it. There is no plan for a file
// that ends within its head; if there is something wrong with one, reading it
// whole will say so.
func (r *fileReader) planOf(in io.Reader) (head []byte, plan *streamPlan) {
	first := cmp.Or(r.options.head, headSize)
	for size := first; plan == nil && size <= longestHead*first; size *= longestHead {
		had := len(head)
		head = append(head, make([]byte, size-had)...)
		if n, err := io.ReadFull(in, head[had:]); err != nil || n < size-had {
			return nil, nil
		}
		if bytes.Count(head, []byte{'\n'}) >= r.options.leastRecords() {
			plan = r.planFor(head)
		}
	}
	return head, plan
}

// readBlocks reads what the file holds below its header.
func (r *fileReader) readBlocks(p *streamPlan, from *dealer) error {
	r.describe(p.bare)
	if err := p.bare.shape.read(r, p.bare); err != nil { // no records: it notes the dimensions, or what lacks
		return errWhole
	}
	rejects := len(r.rejects)
	workers, err := r.work(p, from)
	if err != nil {
		return err
	}
	return r.finish(workers, rejects)
}

// finish takes over what the workers found, and checks it; so many rejects were
// there before.
func (r *fileReader) finish(workers []*worker, rejects int) error {
	r.gather(workers)
	if r.wish != nil {
		return nil
	}
	slices.SortStableFunc(r.rejects[rejects:], rejection.compare)
	return r.checkTaken(r.rejects[rejects:])
}

// work has workers read the blocks, and waits for them.
func (r *fileReader) work(p *streamPlan, from *dealer) ([]*worker, error) {
	workers := make([]*worker, runtime.GOMAXPROCS(0))
	var all sync.WaitGroup
	for i := range workers {
		workers[i] = r.newWorker(p)
		all.Go(func() { workers[i].readAll(from) })
	}
	all.Wait()
	return workers, from.failure()
}

// gather takes over what the workers found, in the order of the file.
func (r *fileReader) gather(workers []*worker) {
	r.summed = reasons{}
	left := workers[0].plan.left // of all of them
	var blank, again rowCount
	trials := trialRows{}
	comments, entries := len(r.comments), len(r.entries)
	for _, w := range workers {
		r.cells += w.cells
		r.taken += w.taken
		add(&r.ledger, w.ledger)
		r.report.Records += w.records
		r.report.Skipped = append(r.report.Skipped, w.report.Skipped...)
		r.rejects = append(r.rejects, w.rejects...)
		r.summed.join(w.summed)
		r.comments = append(r.comments, w.comments...)
		r.entries = append(r.entries, w.entries...)
		blank.join(w.blank)
		again.join(w.again)
		trials.join(w.trials)
		left.join(w.left)
		r.unnamed.join(w.unnamed)
		r.leftItems.join(w.leftItems)
		r.joinKept(w.kept)
		maps.Copy(r.entered, w.entered)
	}
	slices.SortStableFunc(r.comments[comments:], func(a, b rubric.Comment) int { return cmp.Compare(a.At.Line, b.At.Line) })
	slices.SortStableFunc(r.entries[entries:], func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.at.Line, b.at.Line), cmp.Compare(a.at.Record, b.at.Record), cmp.Compare(a.column, b.column))
	})
	slices.Sort(r.report.Skipped)
	r.notePassed(blank, "blank")
	r.notePassed(again, "the header again")
	for _, why := range trials.whys() {
		r.notePassed(trials[why], why)
	}
	r.notePassed(left, leftOut)
	r.noteRows()
}
