package ratings

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// cellKey is what one rating is about.
type cellKey struct {
	ratee, rater, group, occasion, item string
}

func keyOf(r rubric.Rating) cellKey {
	return cellKey{r.Ratee, r.Rater, r.Group, r.Occasion, r.Item.Code}
}

// settleDuplicates keeps one of several equal ratings of a cell, and rejects
// all of them where they differ. A blank beside an entry says nothing.
func settleDuplicates(out *rubric.Ratings, report *Report) {
	byCell := map[cellKey][]int{}
	for i, r := range out.Ratings {
		byCell[keyOf(r)] = append(byCell[keyOf(r)], i)
	}
	drop := map[int]bool{}
	for i, r := range out.Ratings {
		same := byCell[keyOf(r)]
		if len(same) > 1 && same[0] == i {
			settle(out, report, same, drop)
		}
	}
	kept := out.Ratings[:0]
	for i, r := range out.Ratings {
		if !drop[i] {
			kept = append(kept, r)
		}
	}
	out.Ratings = kept
}

// settle decides about the ratings of one cell.
func settle(out *rubric.Ratings, report *Report, same []int, drop map[int]bool) {
	said := slices.DeleteFunc(slices.Clone(same), func(i int) bool { return out.Ratings[i].State == rubric.Missing })
	if len(said) == 0 {
		said = same[:1]
	}
	for _, i := range same {
		drop[i] = i != said[0]
	}
	first := out.Ratings[said[0]]
	differ := slices.ContainsFunc(said, func(i int) bool {
		return out.Ratings[i].State != first.State || out.Ratings[i].Value.Cmp(first.Value) != 0
	})
	if !differ {
		if len(said) > 1 {
			report.Notes = append(report.Notes, fmt.Sprintf("%s: the rating of %s for %s stands there and at %s, with the same value: counted once", first.At, first.Item.Code, first.Ratee, out.Ratings[said[1]].At))
		}
		return
	}
	for n, i := range said {
		drop[i] = true
		rejectDuplicate(out, report, out.Ratings[i], out.Ratings[said[max(0, 1-n)]].At)
	}
}

// rejectDuplicate moves a rating from the ledger's count of its state to the
// rejected.
func rejectDuplicate(out *rubric.Ratings, report *Report, r rubric.Rating, other rubric.Place) {
	value := r.State.String()
	if r.State == rubric.Rated {
		value = r.Value.String()
	}
	out.Rejects = append(out.Rejects, rubric.Reject{
		At: r.At, Ratee: r.Ratee, Item: r.Item.Code, Value: value, Code: string(CodeDuplicateRating), Cells: 1,
		Message: fmt.Sprintf("the same rater rates %s for %s again, differently, at %s", r.Item.Code, r.Ratee, other),
	})
	move(&out.Ledger, r.State)
	for i := range report.Files {
		if report.Files[i].File == r.At.File {
			move(&report.Files[i].Ledger, r.State)
		}
	}
	for i := range out.Inputs {
		if out.Inputs[i].File == r.At.File {
			out.Inputs[i].Rejects++
		}
	}
}

func move(l *rubric.Ledger, from rubric.State) {
	l.Count(from, -1)
	l.Reject(1)
}
