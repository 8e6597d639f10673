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

// BenchmarkFind looks in the same files for the places of the ratings of one
// ratee. Time is for one rating of the file.
func BenchmarkFind(b *testing.B) { ratings.EachSample(b, 1_000_000, benchmarkFind) }

func benchmarkFind(b *testing.B, f *rubric.Framework, file []byte) {
	book, _, err := ratings.Read(f, []ratings.File{{Name: "sample.csv", Data: file}}, ratings.Options{})
	if err != nil {
		b.Fatal(err)
	}
	ratee := string(book.Ratees()[0].Name)
	for b.Loop() {
		found, err := book.Find(func(form rubric.Form, _ *rubric.Item) bool { return form.Ratee == ratee })
		if err != nil || len(found) == 0 {
			b.Fatal(len(found), err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*book.Ledger.Cells), "ns/rating")
}
