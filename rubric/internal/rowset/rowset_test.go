package rowset_test

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric/internal/rowset"
)

const (
	cells = 5
	soft  = 2
)

// put is one call of Writer.Put, with its key.
type put struct {
	key  [2]string
	cell int
	mark rowset.Mark
}

func key(parts [2]string) rowset.Key {
	return rowset.Key{}.AppendText(parts[0]).AppendPart([]byte(parts[1]))
}

// fill puts everything into a set, by so many writers at once.
func fill(puts []put, writers int, most rowset.Mark) *rowset.Set {
	s := rowset.New(rowset.Options{Cells: cells, Most: most, Soft: soft})
	var wg sync.WaitGroup
	for i := range writers {
		wg.Go(func() {
			w := s.Writer()
			for at := i; at < len(puts); at += writers {
				w.Begin([]byte(puts[at].key[0]), []byte(puts[at].key[1]))
				w.Put(puts[at].cell, puts[at].mark)
			}
			w.Flush()
		})
	}
	wg.Wait()
	return s
}

// want is what the cells of the puts hold, worked out cell by cell: the only
// mark above soft, a clash where there are several, else the greatest of the soft;
// with a plus where more than one above soft was put.
func want(puts []put) map[[2]string][cells]string {
	seen := map[[2]string][cells]map[rowset.Mark]int{}
	for _, p := range puts {
		row := seen[p.key]
		if row[p.cell] == nil {
			row[p.cell] = map[rowset.Mark]int{}
		}
		row[p.cell][p.mark]++
		seen[p.key] = row
	}
	out := map[[2]string][cells]string{}
	for k, row := range seen {
		var words [cells]string
		for cell, marks := range row {
			words[cell] = wordFor(marks)
		}
		out[k] = words
	}
	return out
}

func wordFor(marks map[rowset.Mark]int) string {
	hard := slices.DeleteFunc(slices.Collect(maps.Keys(marks)), func(m rowset.Mark) bool { return m <= soft })
	switch {
	case len(marks) == 0:
		return ""
	case len(hard) == 0:
		return fmt.Sprint(slices.Max(slices.Collect(maps.Keys(marks))))
	case len(hard) > 1:
		return "clash+"
	case marks[hard[0]] > 1:
		return fmt.Sprintf("%d+", hard[0])
	}
	return fmt.Sprint(hard[0])
}

func wordOf(r rowset.Row, cell int) string {
	plus := ""
	if r.Again(cell) {
		plus = "+"
	}
	switch m := r.At(cell); {
	case r.Clashes(cell):
		return "clash" + plus
	case m == 0:
		return "" + plus
	default:
		return fmt.Sprintf("%d%s", m, plus)
	}
}

func TestCellsHoldWhatAnyNumberOfWritersPut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]rowset.Mark{20, 126, 127, 255, 1 << 14, 1<<15 - 2, 1<<15 - 1, 1 << 20}).Draw(t, "most")
		part := rapid.SampledFrom([]string{"", "a", "b", "Ada Okafor", "é", string(make([]byte, 300))})
		puts := rapid.SliceOf(rapid.Custom(func(t *rapid.T) put {
			return put{[2]string{part.Draw(t, "first"), part.Draw(t, "second")}, rapid.IntRange(0, cells-1).Draw(t, "cell"),
				rowset.Mark(rapid.Uint32Range(1, uint32(most)).Draw(t, "mark"))}
		})).Draw(t, "puts")
		s := fill(puts, rapid.IntRange(1, 4).Draw(t, "writers"), most)
		got := map[[2]string][cells]string{}
		for _, g := range s.Groups() {
			for row := range s.Rows(g) {
				if string(row.Key.Part(0)) != string(g.Name) {
					t.Fatalf("a row of %q stands in the group %q", row.Key.Part(0), g.Name)
				}
				var words [cells]string
				marks := row.Marks(nil)
				for cell := range cells {
					words[cell] = wordOf(row, cell)
					if marks[cell] != row.At(cell) {
						t.Fatalf("cell %d holds %d, and %d among all marks", cell, row.At(cell), marks[cell])
					}
				}
				got[[2]string{string(row.Key.Part(0)), string(row.Key.Part(1))}] = words
			}
		}
		if want := want(puts); !maps.Equal(got, want) || s.Len() != len(want) {
			t.Fatalf("%d rows %v, want %v", s.Len(), got, want)
		}
	})
}

// Many rows, so that slots grow, arenas fill, and what waits is applied; spread
// over many groups, and in few.
func TestManyRows(t *testing.T) {
	for _, groups := range []int{700, 2} {
		t.Run(fmt.Sprint(groups), func(t *testing.T) { manyRows(t, groups) })
	}
}

func manyRows(t *testing.T, ratees int) {
	var puts []put
	for i := range 60_000 {
		puts = append(puts, put{[2]string{fmt.Sprint("ratee ", i%ratees), fmt.Sprint("rater ", i%6000)}, i % cells, rowset.Mark(3 + i%7)})
	}
	s := fill(puts, 3, 200)
	for _, settled := range []bool{false, true} {
		if settled {
			s.Settle()
		}
		for k, words := range want(puts) {
			row, found := s.Find(key(k))
			if !found {
				t.Fatalf("no row %q", k)
			}
			for cell := range cells {
				if got := wordOf(row, cell); got != words[cell] {
					t.Fatalf("%q has %q in cell %d, want %q", k, got, cell, words[cell])
				}
			}
		}
	}
	if _, found := s.Find(key([2]string{"nobody", ""})); found {
		t.Error("a row that nobody put is found")
	}
	groups := s.Groups()
	if !slices.IsSortedFunc(groups, func(a, b rowset.Group) int { return slices.Compare(a.Name, b.Name) }) || len(groups) != ratees {
		t.Errorf("%d groups, or not in order", len(groups))
	}
}

// A part is the same wherever it stands: with anything behind it in its memory,
// or nothing; and a row that is written once the set is settled is the same row.
func TestAPartIsItsBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SliceOfN(rapid.Byte(), 0, 40), 1, 4).Draw(t, "parts")
		behind := rapid.SliceOfN(rapid.Byte(), 0, 20)
		s := rowset.New(rowset.Options{Cells: cells, Most: 200, Soft: soft})
		for i := range 4 {
			w := s.Writer()
			var key rowset.Key
			var begin [][]byte
			for _, part := range parts {
				key = key.AppendPart(part)
				begin = append(begin, slices.Concat(part, behind.Draw(t, "behind"))[:len(part)])
			}
			w.Begin(begin...)
			w.Put(i, rowset.Mark(3+i))
			w.Flush()
			row, found := s.Find(key)
			if !found || s.Len() != 1 || row.At(i) != rowset.Mark(3+i) {
				t.Fatalf("%q is found: %t, among %d", parts, found, s.Len())
			}
			for n, part := range parts {
				if string(row.Key.Part(n)) != string(part) {
					t.Fatalf("part %d of %q is %q", n, parts, row.Key.Part(n))
				}
			}
			s.Settle()
		}
	})
}

// PutAll is as many calls of Put.
func TestPutAllPutsEach(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]rowset.Mark{20, 1000}).Draw(t, "most")
		wide := rapid.SampledFrom([]int{1, cells, 20}).Draw(t, "cells")
		one, all := rowset.New(rowset.Options{Cells: wide, Most: most, Soft: soft}), rowset.New(rowset.Options{Cells: wide, Most: most, Soft: soft})
		w, v := one.Writer(), all.Writer()
		for range rapid.IntRange(1, 4).Draw(t, "times") {
			w.Begin([]byte("Ada"))
			v.Begin([]byte("Ada"))
			for range rapid.IntRange(1, 3).Draw(t, "calls") {
				at := rapid.SliceOfN(rapid.IntRange(0, wide-1), 0, 30).Draw(t, "at")
				marks := make([]rowset.Mark, len(at))
				for i, cell := range at {
					marks[i] = rowset.Mark(rapid.Uint32Range(0, 6).Draw(t, "mark"))
					w.Put(cell, marks[i])
				}
				v.PutAll(at, marks)
			}
		}
		w.Flush()
		v.Flush()
		want, _ := one.Find(rowset.Key{}.AppendText("Ada"))
		got, _ := all.Find(rowset.Key{}.AppendText("Ada"))
		for cell := range wide {
			if wordOf(got, cell) != wordOf(want, cell) {
				t.Fatalf("cell %d is %s, want %s", cell, wordOf(got, cell), wordOf(want, cell))
			}
		}
		if one.Repeated() != all.Repeated() {
			t.Fatalf("repeated: %t, want %t", all.Repeated(), one.Repeated())
		}
	})
}
