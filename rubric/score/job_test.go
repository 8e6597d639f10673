package score_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// What a book holds that cannot be scored is an error that names it.
func TestBooksThatCannotBeScored(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	clashing := rubric.NewBook(f)
	w := clashing.Writer()
	for _, level := range f.Item("b").Scale.Levels[:2] {
		column, _ := clashing.Column(f.Item("b"))
		w.Begin(rubric.Form{Ratee: "Ada", Rater: "r"})
		w.Put(column, clashing.Mark(column, rubric.Meaning{State: rubric.Rated, Value: level.Value}))
	}
	w.Flush()
	other := parseFramework(t, "other.yaml", strings.Replace(flat, "{a: A, b: B, c: C, d: D}", "{a: A, e: E}", 1))
	for name, c := range map[string]struct {
		book *rubric.Book
		want string
	}{
		"two ratings of a cell":   {clashing, "Ada has two different ratings of b by one rater"},
		"another framework":       {table(t, other, "r.csv", "ratee,item,rating\nAda,e,3\n"), "the ratings have some of the item e, which flat does not rate"},
		"another one, not in use": {table(t, other, "r.csv", "ratee,item,rating\nAda,a,3\n"), ""},
	} {
		_, err := score.Compute(f, score.DefaultPolicy(), c.book)
		if got := fmt.Sprint(err); c.want == "" && err != nil || !strings.Contains(got, c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// crowded is a book of many ratees, so that there are many batches. Some of
// them are rated by a group that has no weight.
func crowded(t *testing.T, f *rubric.Framework, unlisted ...int) *rubric.Book {
	t.Helper()
	var b strings.Builder
	b.WriteString("ratee,rater,group,occasion,item,rating\n")
	for i := range 3000 {
		group := "peer"
		for _, n := range unlisted {
			if n == i {
				group = fmt.Sprint("strangers of ", i)
			}
		}
		fmt.Fprintf(&b, "p%04d,r,%s,1,a,%d\np%04d,s,peer,0%d,a,%d\np%04d,s,peer,1,a,2\n", i, group, i%4+1, i, i%2+1, i%3+1, i)
	}
	return table(t, f, "r.csv", b.String())
}

// On any number of processors: the same rows, notes and rejects, and the error
// of the first ratee who has one.
func TestProcessors(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\nstages: [{over: occasion, how: latest}, {over: rater, how: mean}, {over: group, how: mean, weights: {peer: 1}}, {over: Item, how: mean}]\nbands: {Low: 1, High: 1.8}\nround: {places: 0}\n")
	book, wrong := crowded(t, f), crowded(t, f, 2999, 1711, 2500)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	want := ""
	for _, processors := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(processors)
		r, err := score.Compute(f, p, book)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Notes) == 0 || len(r.Rejects) == 0 {
			t.Fatalf("%d notes, %d rejects: nothing to tell apart", len(r.Notes), len(r.Rejects))
		}
		if got := text(r); want == "" {
			want = got
		} else if got != want {
			t.Errorf("on %d processors the result differs", processors)
		}
		if _, err := score.Compute(f, p, wrong); err == nil || !strings.Contains(err.Error(), "strangers of 1711") {
			t.Errorf("on %d processors: %v, want the error of the first ratee", processors, err)
		}
	}
}
