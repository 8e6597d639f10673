package report_test

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"rubrickit/rubric/report"
)

// What a row costs in each format that is written row by row.
func BenchmarkScoreRows(b *testing.B) {
	var text strings.Builder
	text.WriteString("ratee,rater,1.1,1.2,1.3,2.1,2.2\n")
	for i := range 5000 {
		fmt.Fprintf(&text, "Person %d,r1,3,%d,2,4,\n", i, 1+i%4)
	}
	r := scored(b, text.String()).Score
	rows := 0
	for range r.Result.Rows() {
		rows++
	}
	for _, name := range []string{"csv", "ndjson", "json", "xlsx"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := report.Find(report.ScoreFormats(), name).Write(io.Discard, r, report.Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*rows), "ns/row")
		})
	}
}
