package score

import (
	"fmt"

	"rubrickit/rubric"
)

// codeDuplicate is for two different ratings of one cell. A reader of files
// rejects these before they come here.
const codeDuplicate = "duplicate-rating"

// consistent takes out the ratings of one cell that differ, and counts those
// that agree once. It expects the entries sorted.
func (a *arranged) consistent(sorted []entry) []entry {
	kept := make([]entry, 0, len(sorted))
	for cell := range chunks(sorted, sameCell) {
		if len(cell) > 1 {
			cell = a.withoutContradictions(cell)
		}
		if len(cell) > 0 {
			kept = append(kept, merged(cell))
		}
	}
	return kept
}

func sameCell(x, y entry) bool {
	return x.node == y.node && x.coord == y.coord && x.Ratee == y.Ratee
}

// merged makes one of several that agree: a rated one, else the state that
// says most of what is missing.
func merged(cell []entry) entry {
	best := cell[0]
	for _, v := range cell[1:] {
		if best.State != rubric.Rated && (v.State == rubric.Rated || v.State > best.State) {
			best = v
		}
	}
	return best
}

// withoutContradictions rejects the rated ones of a cell if they differ.
func (a *arranged) withoutContradictions(cell []entry) []entry {
	var rated, rest []entry
	differ := false
	for _, v := range cell {
		if v.State != rubric.Rated {
			rest = append(rest, v)
			continue
		}
		differ = differ || len(rated) > 0 && v.Value.Cmp(rated[0].Value) != 0
		rated = append(rated, v)
	}
	if !differ {
		return cell
	}
	for i, v := range rated {
		a.rejects = append(a.rejects, contradiction(v, against(rated, i)))
	}
	return rest
}

// against is the first rating that differs from rated[i].
func against(rated []entry, i int) entry {
	for _, v := range rated {
		if v.Value.Cmp(rated[i].Value) != 0 {
			return v
		}
	}
	return rated[i]
}

func contradiction(v, other entry) rubric.Reject {
	reject := rubric.Reject{
		At: v.At, Ratee: v.Ratee, Item: v.Item.Code, Value: v.Value.String(), Code: codeDuplicate, Cells: 1,
		Message:    fmt.Sprintf("%s has another rating by the same rater, %s (%s)", v.Item.Code, other.Value, other.At),
		Suggestion: "keep one of the two",
	}
	if v.Occasion != other.Occasion {
		reject.Code = string(CodeAmbiguousLatest)
		reject.Message = fmt.Sprintf("neither is the latest: the occasions %q and %q are the same, and %s is rated %s there (%s)",
			v.Occasion, other.Occasion, v.Item.Code, other.Value, other.At)
	}
	return reject
}
