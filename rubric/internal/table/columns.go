package table

import (
	"slices"
	"strings"
)

// columnWidths shares Width among n columns: a column that needs little gets
// what it needs, the others get equal parts of the rest, and none less than
// its longest word as long as that leaves the others theirs.
func (t Table) columnWidths(n int) []int {
	need, least := t.demands(n)
	if t.Width <= 0 {
		return need
	}
	room := max(t.Width-gap*(n-1), n)
	if sum(least) > room {
		for i := range least {
			least[i] = min(least[i], max(room/n, 1))
		}
	}
	bound := widestBound(need, least, room)
	widths, spare := make([]int, n), room
	for i := range widths {
		widths[i] = bounded(need[i], least[i], bound)
		spare -= widths[i]
	}
	for i := range widths { // what rounding left over
		if spare > 0 && widths[i] < need[i] {
			widths[i]++
			spare--
		}
	}
	return widths
}

// demands returns for each column the width of its longest line and of its
// longest word.
func (t Table) demands(n int) (need, least []int) {
	need, least = make([]int, n), make([]int, n)
	measure := func(row []string) {
		for i, cell := range row {
			for line := range strings.Lines(visible(cell)) {
				need[i] = max(need[i], textWidth(strings.TrimRight(line, "\n")))
				for _, word := range strings.Fields(line) {
					least[i] = max(least[i], textWidth(word))
				}
			}
		}
	}
	measure(t.Header)
	for _, row := range t.Rows {
		measure(row)
	}
	return need, least
}

// widestBound is the largest bound for the columns' widths with which they
// fit the room together.
func widestBound(need, least []int, room int) int {
	bound := 1
	for next := 2; next <= slices.Max(need); next++ {
		total := 0
		for i := range need {
			total += bounded(need[i], least[i], next)
		}
		if total > room {
			break
		}
		bound = next
	}
	return bound
}

// bounded is the width of a column under a bound.
func bounded(need, least, bound int) int { return max(min(need, bound), least) }

func sum(numbers []int) int {
	total := 0
	for _, n := range numbers {
		total += n
	}
	return total
}
