package lint_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
)

// BenchmarkValidate loads and judges frameworks of growing size; time and
// bytes an item should stay nearly the same from row to row.
func BenchmarkValidate(b *testing.B) {
	for _, items := range []int{1_000, 10_000, 100_000} {
		text := []byte(large(items))
		b.Run(fmt.Sprintf("items=%d", items), func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				f, findings := load.Framework("large.yaml", text)
				if err := findings.Err(); err != nil {
					b.Fatal(err)
				}
				lint.Run(f)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*items), "ns/item")
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N*items), "B/item")
		})
	}
}

// large writes a framework of so many statements, ten below each domain, in
// words that are drawn by a fixed seed.
func large(items int) string {
	words := strings.Fields("lead teach learn model support engage build develop coach review plan monitor align vision equity staff families data culture growth feedback practice goals students")
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("rubric: v1\nid: large\ntitle: Large\nsource: {title: constructed, rights: none}\ntiers: [Domain, Statement]\nscale: four-levels\nitems:\n")
	for i := range items {
		if i%10 == 0 {
			fmt.Fprintf(&b, "  D%d:\n    title: Domain %d\n    items:\n", i/10, i/10)
		}
		fmt.Fprintf(&b, "      D%d.%d:", i/10, i%10)
		for range 12 {
			b.WriteString(" " + words[random.IntN(len(words))])
		}
		b.WriteByte('\n')
	}
	return b.String()
}
