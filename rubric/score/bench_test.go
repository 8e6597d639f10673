package score_test

import (
	"fmt"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// BenchmarkCompute scores people whom six raters of three groups rated on two
// occasions, by the default policy; time and bytes are for one rating.
func BenchmarkCompute(b *testing.B) {
	for _, people := range []int{10, 1000} {
		b.Run(fmt.Sprintf("people=%d", people), func(b *testing.B) {
			f, r := crowd(people)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := score.Compute(f, score.DefaultPolicy(), r); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(r.Ratings)), "ns/rating")
		})
	}
}

// crowd makes a framework of 5 domains of 5 items, and ratings of everyone.
func crowd(people int) (*rubric.Framework, *rubric.Ratings) {
	scale := &rubric.Scale{}
	for i := range 4 {
		scale.Levels = append(scale.Levels, rubric.Level{Code: fmt.Sprint(i + 1), Value: rubric.NewDecimal(int64(i+1), 0)})
	}
	f := &rubric.Framework{ID: "crowd", Scale: scale}
	for i := range 5 {
		domain := &rubric.Item{Code: fmt.Sprint(i), Title: "Domain"}
		for j := range 5 {
			domain.Items = append(domain.Items, &rubric.Item{Code: fmt.Sprintf("%d.%d", i, j), Text: "Item", Scale: scale})
		}
		f.Items = append(f.Items, domain)
	}
	f.Index()
	r := &rubric.Ratings{HasRater: true, HasGroup: true, HasOccasion: true}
	for p := range people {
		for form := range 12 {
			for n, it := range f.Indicators() {
				r.Ratings = append(r.Ratings, rubric.Rating{
					Ratee: fmt.Sprintf("p%05d", p), Item: it, Rater: fmt.Sprint(form / 2), Group: []string{"supervisor", "teacher", "self"}[form/4],
					Occasion: fmt.Sprintf("2026-0%d-01", form%2+1), Value: scale.Levels[(p*7+form*3+n)%4].Value,
				})
			}
		}
	}
	return f, r
}
