package score_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
	"rubrickit/rubric/score"
)

// Whatever stands in a policy file: every finding lies inside the file, and a
// policy without findings scores, the same each time.
func FuzzParsePolicy(f *testing.F) {
	for _, p := range policies {
		f.Add("policy: v1\nid: p\n" + p + "\n")
	}
	for _, file := range policyFiles(f) {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	framework, findings := load.Framework("framework.yaml", []byte(deep))
	if err := findings.Err(); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, policy string) {
		p, findings := score.ParsePolicy("p.yaml", []byte(policy))
		inside(t, policy, findings)
		if p == nil {
			if !findings.HasErrors() {
				t.Fatal("no policy and no finding")
			}
			return
		}
		more := p.Check(framework)
		inside(t, policy, more)
		ratings := table(t, framework, "r.csv", csvOf(t, "r.sup.1:a1=1 r.sup.2:a1=3 s.peer.1:a2=4 s.peer.1:b1=NO me.self.1:b2=2"))
		first, err := score.Compute(framework, p, ratings)
		if err != nil {
			return // said by a finding, or by the ratings; computing twice is tested elsewhere
		}
		if findings.HasErrors() || more.HasErrors() {
			t.Fatalf("scored by a policy with errors: %v %v", findings, more)
		}
		if len(slices.Collect(first.Rows())) != 7 {
			t.Errorf("%d rows for one person and seven nodes", len(slices.Collect(first.Rows())))
		}
		for row := range first.Rows() {
			if row.Score.IsNone() && row.Reason == "" {
				t.Errorf("%s: no score and no reason", row.Item)
			}
		}
		if again, err := score.Compute(framework, p, ratings); err != nil || text(first) != text(again) {
			t.Errorf("the second time differs: %v", err)
		}
	})
}

func inside(t *testing.T, text string, findings diag.List) {
	t.Helper()
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
	for _, d := range findings {
		if d.File == "p.yaml" && (d.Start.Line > lines || d.Start.Line < 0) {
			t.Errorf("%s: outside a file of %d lines", d, lines)
		}
	}
}
