package diff

import (
	"slices"
	"strings"
)

// Stretch is a part of a text that was taken away, added, or stayed.
type Stretch struct {
	Op   Op
	Text string
}

// Op says what became of a stretch.
type Op string

// The ops.
const (
	Stayed Op = "same"
	Taken  Op = "removed"
	Put    Op = "added"
)

// mostCells bounds the work on one text: beyond so many pairs of words, the
// whole text counts as another.
const mostCells = 4_000_000

// Stretches says which words of a change's texts stayed, which were taken away
// and which added, in the order of reading: of two texts all that is not the
// same stands next to each other, what was taken away first. White space is one
// space.
func (c Change) Stretches() []Stretch {
	before, after := strings.Fields(c.Before), strings.Fields(c.After)
	var out stretches
	for _, step := range steps(before, after) {
		out.add(step.Op, step.Text)
	}
	return slices.DeleteFunc(out, func(s Stretch) bool { return s.Text == "" })
}

// stretches puts words of one op together.
type stretches []Stretch

func (s *stretches) add(op Op, word string) {
	if n := len(*s); n > 0 && (*s)[n-1].Op == op {
		(*s)[n-1].Text += " " + word
		return
	}
	*s = append(*s, Stretch{op, word})
}

// steps leads from one list of words to the other by way of a longest common
// subsequence.
func steps(before, after []string) []Stretch {
	if len(before)*len(after) > mostCells {
		return []Stretch{{Taken, strings.Join(before, " ")}, {Put, strings.Join(after, " ")}}
	}
	length := commonLengths(before, after)
	var out []Stretch
	var put []Stretch // waits until all that was taken away in its place is told
	flush := func() { out, put = append(out, put...), nil }
	i, j := 0, 0
	for i < len(before) || j < len(after) {
		switch {
		case i < len(before) && j < len(after) && before[i] == after[j]:
			flush()
			out = append(out, Stretch{Stayed, before[i]})
			i, j = i+1, j+1
		case j == len(after) || i < len(before) && length[i+1][j] >= length[i][j+1]:
			out = append(out, Stretch{Taken, before[i]})
			i++
		default:
			put = append(put, Stretch{Put, after[j]})
			j++
		}
	}
	flush()
	return out
}

// commonLengths has at [i][j] the length of a longest common subsequence of
// what follows in both.
func commonLengths(before, after []string) [][]int32 {
	length := make([][]int32, len(before)+1)
	for i := range length {
		length[i] = make([]int32, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			if before[i] == after[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	return length
}
