package ratings_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/ratings"
)

// What further columns say of a ratee is kept, from whatever rows and files say
// it; a blank says nothing.
func TestKeep(t *testing.T) {
	f := framework(t, "../../testdata/tour/worked.yaml")
	first := csv("ratee,rater,School ,year,1.1,1.2\nAda,r1,North,,3,4\nAda,r2,,2026,3,4\nBen,r1,South  Side,2026,3,4\nCy,r1,,,3,4\n")
	second := ratings.File{Name: "g.csv", Data: []byte("ratee,rater,item,rating,School\nCy,r2,1.1,3,West\nAda,r3,1.1,3,North\n")}
	_, report, err := ratings.Read(f, []ratings.File{first, second}, ratings.Options{Keep: []string{"School", "year"}})
	if err != nil {
		t.Fatal(err)
	}
	want := ratings.Kept{"Ada": {"School": "North", "year": "2026"}, "Ben": {"School": "South Side", "year": "2026"}, "Cy": {"School": "West"}}
	if diff := cmp.Diff(want, report.Kept); diff != "" {
		t.Error(diff)
	}
}

// A column of small numbers is no column of ratings when it is asked to be
// kept, and a column with a role can be kept as well.
func TestKeepColumnsOfAnyKind(t *testing.T) {
	f := framework(t, "../../testdata/tour/worked.yaml")
	book, report, err := ratings.Read(f, []ratings.File{csv("ratee,rater,grade,group,1.1,1.2\nAda,r1,2,self,3,4\nBen,r1,3,peer,3,4\n")}, ratings.Options{Keep: []string{"grade", "group"}})
	if err != nil {
		t.Fatal(err)
	}
	if report.Kept["Ben"]["grade"] != "3" || report.Kept["Ben"]["group"] != "peer" || len(book.Rejects) > 0 || !book.HasGroup {
		t.Errorf("kept %v, rejects %v", report.Kept, book.Rejects)
	}
	if _, report, _ = ratings.Read(f, []ratings.File{csv("ratee,rater,1.1,1.2\nAda,r1,3,4\n")}, ratings.Options{}); report.Kept != nil {
		t.Errorf("nothing is asked for, and %v kept", report.Kept)
	}
}

func TestKeepErrors(t *testing.T) {
	f := framework(t, "../../testdata/tour/worked.yaml")
	for name, c := range map[string]struct{ text, want string }{
		"two values": {
			"ratee,rater,school,1.1,1.2\nAda,r1,North,3,4\nBen,r1,South,3,4\nAda,r2,South,3,4\nAda,r3,West,3,4\n",
			`Ada has two values in the column "school": "North" (f.csv:2) and "South" (f.csv:4); a ratee can be in one group only`,
		},
		"no column": {"ratee,rater,shcool,1.1,1.2\nAda,r1,North,3,4\n", `no file has a column "school" (did you mean "shcool"? columns: ratee, rater, shcool, 1.1, 1.2)`},
	} {
		_, _, err := ratings.Read(f, []ratings.File{csv(c.text)}, ratings.Options{Keep: []string{"school"}})
		if err == nil || err.Error() != c.want {
			t.Errorf("%s: error %v, want %s", name, err, c.want)
		}
	}
	var many strings.Builder
	many.WriteString("ratee,rater,school,1.1,1.2\n")
	for i := range 7 {
		fmt.Fprintf(&many, "p%d,r1,North,3,4\np%d,r2,South,3,4\n", i, i)
	}
	_, _, err := ratings.Read(f, []ratings.File{csv(many.String())}, ratings.Options{Keep: []string{"school"}})
	if err == nil || strings.Count(err.Error(), "\n") != 5 || !strings.HasSuffix(err.Error(), "… 2 more with two values in one column") {
		t.Errorf("seven ratees with two values: %v", err)
	}
}

// Read in blocks, by several workers, a file says the same of its ratees, and
// the same places contradict each other.
func TestKeepInBlocks(t *testing.T) {
	f := framework(t, "../../testdata/tour/worked.yaml")
	rapid.Check(t, func(rt *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 0))
		schools := []string{"", "North", "South"}[:rapid.IntRange(2, 3).Draw(rt, "schools")]
		var b strings.Builder
		b.WriteString("ratee,rater,school,1.1,1.2\n")
		for i := range 60 {
			fmt.Fprintf(&b, "p%d,r%d,%s,3,4\n", r.IntN(20), i, schools[r.IntN(len(schools))])
		}
		o := ratings.Options{Keep: []string{"school"}}
		whole := outcomeOf(rt, f, o.Whole(), csv(b.String()))
		blocks := outcomeOf(rt, f, o.Streaming(120, 90), csv(b.String()))
		if diff := cmp.Diff(whole.Err, blocks.Err); diff != "" {
			rt.Fatal(diff)
		}
		if whole.Err == "" {
			if diff := cmp.Diff(whole.Report.Kept, blocks.Report.Kept); diff != "" {
				rt.Fatal(diff)
			}
		}
	})
}
