package ratings_test

import (
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// BenchmarkRead reads files of a million ratings in every shape and order, as
// they are and in quotes. Time is for one rating; testdata/bench measures the
// whole program.
func BenchmarkRead(b *testing.B) { ratings.EachSample(b, 1_000_000, benchmarkRead) }

func benchmarkRead(b *testing.B, f *rubric.Framework, file []byte) {
	b.ReportAllocs()
	cells := 0
	for b.Loop() {
		book, _, err := ratings.Read(f, []ratings.File{{Name: "sample.csv", Data: file}}, ratings.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if cells = book.Ledger.Cells; book.Ledger.Rejected > 0 {
			b.Fatalf("%d cells are rejected", book.Ledger.Rejected)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*cells), "ns/rating")
}
