package lint_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric/lint"
)

// What the rules find in the shipped frameworks. Each was read: a publisher's
// text is kept word for word, so true findings stay.
func TestShippedFrameworks(t *testing.T) {
	want := map[string][]string{
		"cambridge": {
			`double-barrelled: 2.2 asks two things in one rating: "apply" and "promote"`,
			`double-barrelled: 4.2 asks two things in one rating: "demonstrate" and "seek"`,
			`double-barrelled: 6.4 asks two things in one rating: "lead" and "use"`,
			`double-barrelled: 8.1 asks two things in one rating: "promote" and "support"`,
		},
		"cms": {"duplicate-text: item 8 says the same as item 7"},
		"mnps": {
			`double-barrelled: 1.2.2 asks two things in one rating: "Communicate" and "provide"`,
			`double-barrelled: 2.1.3 asks two things in one rating: "Communicate" and "inspire"`,
			`double-barrelled: 2.3.2 asks two things in one rating: "Acknowledge" and "draw"`,
			`double-barrelled: 3.1.2 asks two things in one rating: "Align" and "allocate"`,
			`double-barrelled: 3.1.6 asks two things in one rating: "Monitor" and "adjust"`,
		},
	}
	got := map[string][]string{} // mastery and teacher-leadership have none
	for _, id := range frameworks.IDs() {
		data, err := frameworks.Read(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range foundWith(t, string(data), lint.Options{}) {
			_, words, _ := strings.Cut(finding, " ") // the place, which comments shift
			got[id] = append(got[id], words)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// How often each rule speaks in the frameworks of other people. The comments of
// the rules say how many of these are right; whoever changes a number reads the
// findings again.
func TestForeignFrameworks(t *testing.T) {
	want := map[string]int{
		"absolute-word": 13, "inconsistent-mood": 1, "inconsistent-punctuation": 8, "missing-source": 4,
		"mixed-quotes": 2, "reading-level": 52, "repeated-descriptor": 3, "vague-quantifier": 53,
	}
	files, err := filepath.Glob("../../testdata/foreign/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no frameworks of other people", err)
	}
	got := map[string]int{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, finding := range foundWith(t, string(data), lint.Options{Select: lint.All()}) {
			_, rest, _ := strings.Cut(finding, " ")
			code, _, _ := strings.Cut(rest, ":")
			got[code]++
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
