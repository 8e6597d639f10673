package ratings

import (
	"slices"

	"rubrickit/rubric"
)

// A run is neighbouring lines of one form in a long file: but for the item and
// its rating they say the same, byte for byte, and the items are named in the
// order that was met before. Most lines of most long files stand in one.

// runSteps finds the steps of the item and the rating, which differ within a run;
// nil where lines stand in none: other cells may differ, or the rating comes first.
func (q *quick) runSteps() *[2]int {
	item := slices.IndexFunc(q.steps, func(s step) bool { return s.kind == stepItem })
	value := slices.IndexFunc(q.steps, func(s step) bool { return s.kind == stepValue })
	others := slices.ContainsFunc(q.steps, func(s step) bool { return s.kind == stepSkip || s.kind == stepTrial })
	if item < 0 || value < item || others {
		return nil
	}
	return &[2]int{item, value}
}

// standsInRun reports whether lines of the same run may follow the record.
func (q *quick) standsInRun() bool {
	return q.varying != nil && !q.changed && q.sought == nil && len(q.remarks) == 0
}

// run takes up the lines below the one from begin to end, which was read last,
// as far as they are of its run; the text ends at size. It returns how many
// they are, and where the last of them ends.
func (q *quick) run(b []byte, begin, end, size int) (lines, at int) {
	item, value := q.varying[0], q.varying[1]
	before := b[begin:q.steps[item].at]
	between := b[q.endOf(item, end):q.steps[value].at]
	behind := b[q.endOf(value, end):end]
	columns, marks := q.runColumns[:0], q.runMarks[:0]
	for at = end; at < size; lines++ {
		i := at
		if !hasAt(b, i, before) {
			break
		}
		i += len(before)
		next := &q.after[q.item]
		if (eight(b, i)^next.head)&next.mask != 0 {
			break
		}
		i += int(next.size)
		if !hasAt(b, i, between) {
			break
		}
		i += len(between)
		rating, i := q.ratings[next.id-1].at(b, i, q.delimiter)
		if rating == nil {
			break
		}
		if !hasAt(b, i, behind) {
			break
		}
		q.item, at = int(next.id), i+len(behind)
		columns, marks = append(columns, q.item-1), append(marks, rubric.Mark(rating.id))
	}
	q.put(columns, marks)
	q.runColumns, q.runMarks = columns, marks
	return lines, at
}

// endOf is where a step's cells end in a line that ends there.
func (q *quick) endOf(step, end int) int {
	if step+1 < len(q.steps) {
		return q.steps[step+1].at
	}
	return end
}
