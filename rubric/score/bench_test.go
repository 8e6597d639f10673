package score_test

import (
	"fmt"
	"runtime"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// BenchmarkCompute scores people whom themselves, two supervisors and ten
// teachers rated on two occasions, on 37 items of eight domains, by policies of
// several kinds. Time is for one rating.
func BenchmarkCompute(b *testing.B) {
	for _, c := range []struct{ name, policy string }{
		{"default", ""},
		{"min_raters", "stages: [{over: occasion, how: latest}, {over: rater, how: mean}, {over: group, how: mean, weights: {self: 0, '*': 1}, min_raters: {teacher: 3}}, {over: items, how: mean, need: 50%}]\nbands: {Low: 1, Mid: 1.85, High: 2.65}"},
		{"rescale", "stages: [{over: [occasion, rater, group], how: mean}, {over: items, how: mean, rescale: [100, 500]}]"},
		{"flat", "stages: [{over: [occasion, rater, group, items], how: mean}]"},
	} {
		f := crowdFramework()
		book := crowd(f, 1000)
		p, findings := score.ParsePolicy("p.yaml", []byte("policy: v1\nid: p\n"+c.policy+"\n"))
		if len(findings) > 0 {
			b.Fatal(findings)
		}
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := score.Compute(f, p, book); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*book.Ledger.Cells), "ns/rating")
		})
	}
}

// BenchmarkLead is BenchmarkCompute by the default policy, with its lead and
// step by step.
func BenchmarkLead(b *testing.B) {
	f := crowdFramework()
	book := crowd(f, 1000)
	for _, way := range []struct {
		name    string
		compute func(*rubric.Framework, *score.Policy, *rubric.Book) (*score.Result, error)
	}{{"lead", score.Compute}, {"steps", score.ComputeStepByStep}} {
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := way.compute(f, score.DefaultPolicy(), book); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*book.Ledger.Cells), "ns/rating")
		})
	}
}

// BenchmarkMemory tells what the result of a row costs.
func BenchmarkMemory(b *testing.B) {
	f := crowdFramework()
	book := crowd(f, 2000)
	for b.Loop() {
		before := heap()
		r, err := score.Compute(f, score.DefaultPolicy(), book)
		if err != nil {
			b.Fatal(err)
		}
		after := heap()
		rows := 0
		for range r.Rows() {
			rows++
		}
		b.ReportMetric(float64(after-before)/float64(rows), "bytes/row")
	}
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// crowdFramework has eight domains and 37 items on four levels.
func crowdFramework() *rubric.Framework {
	scale := &rubric.Scale{}
	for i := range 4 {
		scale.Levels = append(scale.Levels, rubric.Level{Code: fmt.Sprint(i + 1), Value: rubric.NewDecimal(int64(i+1), 0)})
	}
	f := &rubric.Framework{ID: "crowd", Scale: scale}
	for i, items := range []int{4, 4, 4, 4, 3, 6, 6, 6} {
		domain := &rubric.Item{Code: fmt.Sprint(i), Title: "Domain"}
		for j := range items {
			domain.Items = append(domain.Items, &rubric.Item{Code: fmt.Sprintf("%d.%d", i, j), Text: "Item", Scale: scale})
		}
		f.Items = append(f.Items, domain)
	}
	f.Index()
	return f
}

// crowd rates so many people. One rating in twenty is not observed, and one is
// missing.
func crowd(f *rubric.Framework, people int) *rubric.Book {
	book := rubric.NewBook(f)
	book.HasRater, book.HasGroup, book.HasOccasion = true, true, true
	w := book.Writer()
	chance := uint32(1)
	for p := range people {
		for form := range 26 {
			rater := form / 2
			group := []string{"self", "supervisor", "supervisor", "teacher"}[min(rater, 3)]
			w.Begin(rubric.Form{
				Ratee: fmt.Sprintf("p%05d", p), Rater: fmt.Sprintf("r%d-%d", p, rater), Group: group,
				Occasion: fmt.Sprintf("2026-0%d-01", form%2+1),
			})
			for column := range book.Items() {
				chance = chance*1664525 + 1013904223
				mark := rubric.MarkNotObserved + 1 + rubric.Mark(chance>>20%4)
				switch chance >> 8 % 20 {
				case 0:
					mark = rubric.MarkNotObserved
				case 1:
					mark = rubric.MarkMissing
				}
				w.Put(column, mark)
				book.Ledger.Cells++
			}
		}
	}
	w.Flush()
	return book
}
