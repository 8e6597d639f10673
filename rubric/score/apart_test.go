package score_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// apart writes the rows of an item, those that stand apart with their words:
// score, counts, reason.
func apart(r *score.Result, item string) string {
	var out []string
	for row := range r.AllRows() {
		if row.Item != item {
			continue
		}
		words := strings.Trim(strings.Join([]string{row.Group, row.Rater, row.Occasion}, "."), ".")
		if row.Apart {
			words = "+" + words
		}
		out = append(out, words+"="+strings.TrimRight(row.Score.String()+"|"+counts(row)+"|"+row.Reason, "|"))
	}
	return strings.Join(out, " ")
}

func TestApart(t *testing.T) {
	const plain = "stages: [{over: occasion, how: latest}, {over: rater, how: mean}, {over: group, how: mean, weights: {self: 0, '*': 1}}, {over: items, how: mean}]"
	const few = "stages: [{over: occasion, how: latest}, {over: rater, how: mean}, {over: group, how: mean, min_raters: {peer: 2}}, {over: items, how: mean}]"
	const ratings = "s.sup.1:a1=1 s.sup.2:a1=2 s.sup.2:a2=NO p.peer.2:a1=4 p.peer.2:b1=4 q.peer.2:b1=3 me.self.2:a1=4 me.self.2:a2=2"
	for _, c := range []struct{ name, policy, at, item, want string }{
		{"groups of an item", plain, "group", "a1", "=3|4/0/0/1 +peer=4|1/0/0/1 +self=4|1/0/0/0 +sup=2|2/0/0/0"},
		{"groups of a domain", plain, "group", "A", "=3|1/0/0/1 +peer=4|1/0/0/1 +self=5/2|2/0/0/0 +sup=2|1/0/0/1"},
		{"raters", plain, "rater", "a1", "=3|4/0/0/1 +peer.p=4|1/0/0/0 +peer.q=|0/0/0/1|no-rated-items +self.me=4|1/0/0/0 +sup.s=2|2/0/0/0"},
		{"occasions", plain, "occasion", "b1", "=7/2|2/0/0/3 +peer.p.2=4|1/0/0/0 +peer.q.2=3|1/0/0/0 +self.me.2=|0/0/0/1|no-rated-items +sup.s.1=|0/0/0/1|no-rated-items +sup.s.2=|0/0/0/1|no-rated-items"},
		{"a group that is too small is not shown", few, "group", "a1", "=3|4/0/0/1|suppressed:n=1<2 +peer=|1/0/0/1|suppressed:n=1<2 +self=4|1/0/0/0 +sup=2|2/0/0/0"},
		{"nor are its raters", few, "rater", "b1", "=7/2|2/0/0/3 +peer.p=|1/0/0/0|suppressed:n=1<2 +peer.q=|1/0/0/0|suppressed:n=1<2 +self.me=|0/0/0/1|no-rated-items +sup.s=|0/0/0/2|no-rated-items"},
	} {
		f := parseFramework(t, "framework.yaml", deep)
		p := parsePolicy(t, "p.yaml", "policy: v1\nid: p\n"+c.policy+"\n")
		r, err := score.ComputeWith(f, p, table(t, f, "r.csv", csvOf(t, ratings)), score.Options{At: c.at})
		if err != nil {
			t.Fatal(err)
		}
		if got := apart(r, c.item); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestApartFromWhat(t *testing.T) {
	f := parseFramework(t, "framework.yaml", deep)
	for at, want := range map[string]string{
		"Domain": "nothing stands apart before the stage over Domain",
		"grup":   `the policy default has no stage over "grup"; did you mean "group"?`,
	} {
		_, err := score.ComputeWith(f, score.DefaultPolicy(), table(t, f, "r.csv", csvOf(t, "s.sup.1:a1=1")), score.Options{At: at})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("--at %s: %v, want %s", at, err, want)
		}
	}
	domainFirst := parsePolicy(t, "p.yaml", "policy: v1\nid: p\nstages: [{over: items, how: mean}, {over: rater, how: mean}]\n")
	r, err := score.ComputeWith(f, domainFirst, table(t, f, "r.csv", csvOf(t, "s:a1=1 s:b1=3 t:a1=4")), score.Options{At: "Domain"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := apart(r, rubric.Overall), "=3|2/0/0/2 +s=2|2/0/0/2 +t=4|1/0/0/3"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// What stands beside the scores changes none of them, and contradictions are
// told once.
func TestApartChangesNoScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawFramework(t)
		p, r := drawDrawnPolicy(t).parse(t), drawRatings(t, f)
		book := rubric.BookOf(f, r)
		book.HasRater, book.HasGroup, book.HasOccasion = true, true, true
		at := rapid.SampledFrom([]string{"occasion", "rater", "group"}).Draw(t, "at")
		got, err := score.ComputeWith(f, p, book, score.Options{At: at})
		if err != nil {
			t.Fatal(err)
		}
		if with, without := text(got), text(compute(t, f, p, r)); with != without {
			t.Errorf("with --at %s:\n%s\nwithout:\n%s", at, with, without)
		}
	})
}
