package ratings

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/csvblock"
	"rubrickit/rubric/internal/sample"
	"rubrickit/rubric/load"
)

// EachSample runs a benchmark on a file of about so many ratings in every shape
// and order, as they are and in quotes, with their framework.
func EachSample(b *testing.B, ratings uint64, run func(*testing.B, *rubric.Framework, []byte)) {
	f := sampleFramework(b)
	for _, shape := range sample.Shapes() {
		for _, order := range sample.Orders() {
			for _, quote := range sample.Quotes() {
				b.Run(shape+"/"+order+"/"+quote, func(b *testing.B) {
					var file bytes.Buffer
					if err := sample.Ratings(&file, sample.Options{Forms: sample.FormsFor(ratings), Shape: shape, Order: order, Quote: quote}); err != nil {
						b.Fatal(err)
					}
					b.SetBytes(int64(file.Len()))
					run(b, f, file.Bytes())
				})
			}
		}
	}
}

// sampleFramework is the framework of the samples.
func sampleFramework(t testing.TB) *rubric.Framework {
	t.Helper()
	name := filepath.Join("..", "..", "testdata", "bench", "framework.yaml")
	yaml, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, findings := load.Framework(name, yaml)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

// BenchmarkBlock reads a block of ratings that is in memory, into an empty book:
// what is left of reading a file without the file. Time is for one rating.
func BenchmarkBlock(b *testing.B) { EachSample(b, 200_000, benchmarkBlock) }

func benchmarkBlock(b *testing.B, f *rubric.Framework, file []byte) {
	text := append(file, make([]byte, guardSize)...)[:len(file)]
	cells := 0
	for b.Loop() {
		b.StopTimer()
		w := workerFor(b, f, text)
		b.StartTimer()
		w.read(csvblock.Block{Text: text, Line: 1})
		if cells += w.cells; len(w.rejects) > 0 || w.err != nil {
			b.Fatal(w.rejects, w.err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(cells), "ns/rating")
}

func workerFor(b testing.TB, f *rubric.Framework, text []byte) *worker {
	r := &fileReader{session: newSession(f, Options{}), file: File{Name: "sample.csv"}}
	plan := r.planFor(text)
	if plan == nil {
		b.Fatal("the sample cannot be read in blocks")
	}
	return r.newWorker(plan)
}
