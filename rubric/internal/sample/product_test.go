package sample_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/sample"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/score"
)

// bench is the folder of what the ratings are measured with.
const bench = "../../../testdata/bench"

func fixture(t *testing.T, name string) (string, []byte) {
	t.Helper()
	name = filepath.Join(bench, name)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return name, data
}

func framework(t *testing.T) *rubric.Framework {
	t.Helper()
	f, findings := load.Framework(fixture(t, "framework.yaml"))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	return f
}

// TestFilesOfTheFramework reads files of every kind against the framework that
// they are made for: each cell means something, and all states come about.
func TestFilesOfTheFramework(t *testing.T) {
	f := framework(t)
	var first *rubric.Ledger
	every(func(name string, o sample.Options) {
		book, _, err := ratings.Read(f, []ratings.File{{Name: "sample.csv", Data: write(t, o)}}, ratings.Options{})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		l := book.Ledger
		if l.Cells != 37*forms || l.Rejected != 0 || l.NotApplicable == 0 || l.NotObserved == 0 || l.Missing == 0 {
			t.Errorf("%s: %+v", name, l)
		}
		if first == nil {
			first = &l
		}
		if diff := cmp.Diff(*first, l); diff != "" {
			t.Errorf("%s: another ledger (-first +this):\n%s", name, diff)
		}
	})
}

// TestScoresOfEveryKind: the sample has scores in every band, ratees whom only
// they themselves rated, and items without a score.
func TestScoresOfEveryKind(t *testing.T) {
	f := framework(t)
	policy, findings := score.ParsePolicy(fixture(t, "policy.yaml"))
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	file := ratings.File{Name: "sample.csv", Data: write(t, sample.Options{Forms: forms})}
	book, _, err := ratings.Read(f, []ratings.File{file}, ratings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	result, err := score.Compute(f, policy, book)
	if err != nil {
		t.Fatal(err)
	}
	bands, reasons := map[string]int{}, map[string]int{}
	for row := range result.Rows() {
		bands[row.Band]++
		reasons[row.Reason]++
	}
	for _, want := range []string{"", "Ineffective", "Partially Effective", "Effective", "Highly Effective"} {
		if bands[want] == 0 {
			t.Errorf("no score has the band %q: %v", want, bands)
		}
	}
	if reasons["only-self"] == 0 || reasons["no-rated-items"] == 0 {
		t.Errorf("reasons: %v", reasons)
	}
}
