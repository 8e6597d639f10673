package ratings_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"rubrickit/rubric/internal/sample"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
)

// BenchmarkRead reads files of a million ratings in every shape and order, as
// they are and in quotes. Time is for one rating; testdata/bench measures the
// whole program.
func BenchmarkRead(b *testing.B) {
	const million = 1_000_000
	for _, shape := range sample.Shapes() {
		for _, order := range sample.Orders() {
			for _, quote := range sample.Quotes() {
				o := sample.Options{Forms: sample.FormsFor(million), Shape: shape, Order: order, Quote: quote}
				b.Run(shape+"/"+order+"/"+quote, func(b *testing.B) { benchmarkRead(b, o) })
			}
		}
	}
}

func benchmarkRead(b *testing.B, o sample.Options) {
	name := filepath.Join(testdata, "bench", "framework.yaml")
	yaml, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	f, findings := load.Framework(name, yaml)
	if err := findings.Err(); err != nil {
		b.Fatal(err)
	}
	var file bytes.Buffer
	if err := sample.Ratings(&file, o); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	cells := 0
	for b.Loop() {
		book, _, err := ratings.Read(f, []ratings.File{{Name: "sample.csv", Data: file.Bytes()}}, ratings.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if cells = book.Ledger.Cells; book.Ledger.Rejected > 0 {
			b.Fatalf("%d cells are rejected", book.Ledger.Rejected)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*cells), "ns/rating")
}
