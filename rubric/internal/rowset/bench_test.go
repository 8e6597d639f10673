package rowset_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"

	"rubrickit/rubric/internal/rowset"
)

// The sizes of a large survey: ratees, forms about each, and items of a form.
const (
	surveyRatees = 5005
	surveyForms  = 27
	surveyItems  = 37
)

// The words of the dimensions in which there are few.
var (
	surveyGroups    = texts("teacher", "supervisor", "self", "peer")
	surveyOccasions = texts("2025-10-24", "2025-11-03", "2026-02-28", "2026-03-02")
)

// texts are words, each with memory behind it, as where they stand in a file.
func texts(words ...string) [][]byte {
	var out [][]byte
	for _, w := range words {
		out = append(out, append(make([]byte, 0, 32), w...))
	}
	return out
}

// survey is lines of ratings: a ratee (7 bytes), a rater (8), and which group,
// occasion and item (a byte each).
type survey []byte

const surveyLine = 7 + 8 + 3

func (s survey) begin(w *rowset.Writer) {
	w.Begin(s[:7], s[7:15], surveyGroups[s[15]], surveyOccasions[s[16]])
}

func (s survey) cell() int { return int(s[17]) }

// surveyOf lists so many lines of each form, form by form in a random order.
func surveyOf(lines int) survey {
	random := rand.New(rand.NewPCG(1, 2))
	var out survey
	for _, form := range random.Perm(surveyRatees * surveyForms) {
		ratee, seat := form/surveyForms, form%surveyForms
		for item := range lines {
			out = fmt.Appendf(out, "P%06dT%07d%c%c%c", ratee, ratee*16+seat/2, seat/2%len(surveyGroups), ratee%2+seat%2*2, item)
		}
	}
	return out
}

func (s survey) shuffle() {
	swap := make([]byte, surveyLine)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(s)/surveyLine, func(i, j int) {
		a, b := s[i*surveyLine:][:surveyLine], s[j*surveyLine:][:surveyLine]
		copy(swap, a)
		copy(a, b)
		copy(b, swap)
	})
}

// perLine runs the benchmark for one writer and for two, and reports nanoseconds
// of all of them together for a line.
func perLine(b *testing.B, all survey, write func(*rowset.Writer, survey)) {
	lines := len(all) / surveyLine
	for _, writers := range []int{1, 2} {
		b.Run(fmt.Sprintf("writers=%d", writers), func(b *testing.B) {
			defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(writers))
			for b.Loop() {
				s := rowset.New(rowset.Options{Cells: surveyItems, Most: 8, Soft: 2})
				var wg sync.WaitGroup
				for part := range slices.Chunk(all, (lines+writers-1)/writers*surveyLine) {
					wg.Go(func() {
						w := s.Writer()
						for i := 0; i < len(part); i += surveyLine {
							write(w, part[i:])
						}
						w.Flush()
					})
				}
				wg.Wait()
				if s.Len() != surveyRatees*surveyForms {
					b.Fatalf("%d rows", s.Len())
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())*float64(writers)/float64(b.N*lines), "ns/line")
		})
	}
}

// All lines in random order, the worst order.
func BenchmarkRows(b *testing.B) {
	all := surveyOf(surveyItems)
	all.shuffle()
	perLine(b, all, func(w *rowset.Writer, line survey) {
		line.begin(w)
		w.Put(line.cell(), 3)
	})
}

// The lines of each form together; a line here is a form.
func BenchmarkForms(b *testing.B) {
	b.Run("one by one", func(b *testing.B) {
		perLine(b, surveyOf(1), func(w *rowset.Writer, form survey) {
			form.begin(w)
			for cell := range surveyItems {
				w.Put(cell, 3)
			}
		})
	})
	b.Run("all", func(b *testing.B) {
		cells, marks := make([]int, surveyItems), make([]rowset.Mark, surveyItems)
		for cell := range cells {
			cells[cell], marks[cell] = cell, 3
		}
		perLine(b, surveyOf(1), func(w *rowset.Writer, form survey) {
			form.begin(w)
			w.PutAll(cells, marks)
		})
	})
}
