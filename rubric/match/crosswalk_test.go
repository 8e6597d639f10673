package match_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/match"
)

// crosswalk is what experts say belongs together in two frameworks.
type crosswalk struct {
	source, target []*rubric.Item
	// right lists, by source, the targets that the experts gave it.
	right map[int]map[int]bool
}

func readCrosswalk(t testing.TB, source, target string) crosswalk {
	t.Helper()
	c := crosswalk{source: readItems(t, source), target: readItems(t, target), right: map[int]map[int]bool{}}
	from, to := indexOf(c.source), indexOf(c.target)
	for _, row := range readTSV(t, source+"--"+target) {
		i, iOK := from[row[0]]
		j, jOK := to[row[1]]
		if !iOK || !jOK {
			t.Fatalf("%s--%s maps %s to %s, and one of them does not exist", source, target, row[0], row[1])
		}
		if c.right[i] == nil {
			c.right[i] = map[int]bool{}
		}
		c.right[i][j] = true
	}
	return c
}

// readItems builds the framework of a file and returns all its items: experts
// map parents too.
func readItems(t testing.TB, name string) []*rubric.Item {
	t.Helper()
	var f rubric.Framework
	byCode := map[string]*rubric.Item{}
	var all []*rubric.Item
	for _, row := range readTSV(t, name) {
		it := &rubric.Item{Code: row[0], Title: row[2], Text: row[3]}
		siblings := &f.Items
		if up := byCode[row[1]]; up != nil {
			siblings = &up.Items
		}
		*siblings = append(*siblings, it)
		byCode[it.Code] = it
		all = append(all, it)
	}
	f.Index()
	return all
}

func indexOf(items []*rubric.Item) map[string]int {
	out := map[string]int{}
	for i, it := range items {
		out[it.Code] = i
	}
	return out
}

// readTSV returns the rows below the header.
func readTSV(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "crosswalks", name+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(strings.NewReader(string(data)))
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// quality is how well a ranking finds what the experts found, averaged over
// the items that they mapped: from 0 to 1.
type quality struct {
	hit1, hit5 float64 // a right one stands first, among the first five
	recall10   float64 // of the right ones (at most ten), those among the first ten
	mrr        float64 // mean of 1/rank of the first right one
}

func (c crosswalk) quality(ranked [][]match.Pair) quality {
	var q quality
	for i, right := range c.right {
		first, found := 0, 0
		for rank, p := range ranked[i] {
			if right[p.Target] {
				if first == 0 {
					first = rank + 1
				}
				if rank < 10 {
					found++
				}
			}
		}
		if first > 0 {
			q.mrr += 1 / float64(first)
		}
		if first == 1 {
			q.hit1++
		}
		if first > 0 && first <= 5 {
			q.hit5++
		}
		q.recall10 += float64(found) / float64(min(10, len(right)))
	}
	n := float64(len(c.right))
	return quality{q.hit1 / n, q.hit5 / n, q.recall10 / n, q.mrr / n}
}
