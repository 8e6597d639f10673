package rowset_test

import (
	"fmt"
	"maps"
	"testing"
)

// The parts together are all rows, each once.
func TestPartsAreAll(t *testing.T) {
	var puts []put
	for i := range 500 {
		puts = append(puts, put{[2]string{fmt.Sprint("ratee ", i%90), fmt.Sprint("rater ", i)}, i % cells, 3})
	}
	s := fill(puts, 2, 200)
	all, parts := map[string]int{}, map[string]int{}
	for row := range s.All() {
		all[string(row.Key)]++
	}
	for i := range s.Parts() {
		for row := range s.Part(i) {
			parts[string(row.Key)]++
		}
	}
	if len(all) != 500 || !maps.Equal(all, parts) {
		t.Errorf("%d rows, and %d in the parts", len(all), len(parts))
	}
}

// A key is cut into the parts that it was made of.
func TestCut(t *testing.T) {
	long := string(make([]byte, 300))
	rest := key([2]string{long, "b"})
	first, rest := rest.Cut()
	second, rest := rest.Cut()
	if string(first) != long || string(second) != "b" || len(rest) != 0 {
		t.Errorf("%q, %q and %q are left of the key", first, second, rest)
	}
}

// Groups of any number and length can be touched, and stay as they are.
func TestWarm(t *testing.T) {
	var puts []put
	for i := range 300 {
		puts = append(puts, put{[2]string{fmt.Sprint("ratee ", i%37*(i%5)), fmt.Sprint("rater ", i)}, i % cells, 3})
	}
	s := fill(puts, 1, 200)
	groups := s.Groups()
	for _, n := range []int{0, 1, 16, 17, len(groups)} {
		s.Warm(groups[:n])
	}
	rows := 0
	for _, g := range groups {
		for range s.Rows(g) {
			rows++
		}
	}
	if rows != 300 || len(groups) < 40 {
		t.Errorf("%d rows in %d groups", rows, len(groups))
	}
}
