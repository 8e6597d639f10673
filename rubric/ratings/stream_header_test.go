package ratings_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/ratings"
)

// mappingOf reads a mapping, or fails the test.
func mappingOf(t testing.TB, text string) *ratings.Mapping {
	t.Helper()
	m, findings := ratings.ParseMapping("m.yaml", []byte("mapping: v1\n"+text))
	if findings.HasErrors() {
		t.Fatal(findings)
	}
	return m
}

// What stands above the data, and rows that a mapping leaves out, are the same
// for a file that is read in blocks.
func TestHeadersOfBlocks(t *testing.T) {
	f := eight(t)
	row := func(i int) string { return fmt.Sprintf("P%d,s,%d,%d\n", i, 1+i%4, 1+i%3) }
	for name, c := range map[string]struct {
		head    string
		mapping string
		again   string // among the data
	}{
		"labels below":         {"ratee,rater,1.1,1.2\n,,Indicator 1,Indicator 2\n", "", ""},
		"the header again":     {"ratee,rater,1.1,1.2\n", "", "ratee,rater,1.1,1.2\n"},
		"two rows":             {"ratee,rater,Domain,Domain\n,,1.1,1.2\n", "", ",,1.1,1.2\n"},
		"two rows, told":       {"ratee,rater,x,y\n,,1.1,1.2\n", "dialect: {header: [1, 2]}\n", "ratee,rater,x,y\n"},
		"skipped above":        {"ratee,rater,1.1,1.2\nType,here,9,9\n", "dialect: {skip: [2]}\n", ""},
		"skipped over labels":  {"ratee,rater,1.1,1.2\nx,y,9,9\n,,Indicator 1,Indicator 2\n", "dialect: {skip: [2]}\n", ""},
		"skipped in the data":  {"ratee,rater,1.1,1.2\n", "dialect: {skip: [2, 3, 40, 201, 320, 321, 5000]}\n", "\n"},
		"skipped in two parts": {"Title\nratee,rater,1.1,1.2\nx,y,9,9\n", "dialect: {header: [2], skip: [3, 350]}\n", ",,,\n"},
	} {
		t.Run(name, func(t *testing.T) {
			text := c.head
			for i := range 400 {
				if text += row(i); i == 200 || i == 390 {
					text += c.again
				}
			}
			o := ratings.Options{Mapping: mappingOf(t, c.mapping)}
			file := ratings.File{Name: "f.csv", Data: []byte(text)}
			whole := outcomeOf(t, f, o.Whole(), file)
			if whole.Err != "" {
				t.Fatal(whole.Err)
			}
			for _, block := range []int{64, 1 << 10, 1 << 20} {
				if diff := cmp.Diff(whole, outcomeOf(t, f, o.Streaming(len(text)/2, block), file), sameInAll); diff != "" {
					t.Errorf("blocks of %d: %s", block, diff)
				}
			}
			if !ratings.InBlocks(f, o.Streaming(len(text)/2, 64), file) {
				t.Error("it is not read in blocks")
			}
		})
	}
}
