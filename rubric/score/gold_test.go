package score_test

import (
	"encoding/json"
	"math/big"
	"path/filepath"
	"testing"

	"rubrickit/rubric"
	"rubrickit/rubric/score"
)

// goldRun is an entry of a case's want.json.
type goldRun struct {
	Policy    *string
	Ratings   string
	Framework string
	Ledger    *rubric.Ledger
	Exit      int
	Scores    []goldScore
}

type goldScore struct {
	Ratee, Item string
	ScoreExact  *string `json:"score_exact"`
	Score       *string
	Band        *string
	Reason      *string
}

// Every folder of scoring cases, published ones and constructed ones, gives
// the exact scores and the bands that it lists.
func TestGold(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join(gold, "*", "want.json"))
	if err != nil || len(folders) < 5 {
		t.Fatalf("%d cases, %v", len(folders), err)
	}
	for _, want := range folders {
		folder := filepath.Dir(want)
		var runs []goldRun
		if err := json.Unmarshal(readFile(t, want), &runs); err != nil {
			t.Fatal(err)
		}
		for _, r := range runs {
			name := filepath.Base(folder) + "/default"
			if r.Policy != nil {
				name = filepath.Base(folder) + "/" + *r.Policy
			}
			t.Run(name, func(t *testing.T) { r.check(t, folder) })
		}
	}
}

func (r goldRun) check(t *testing.T, folder string) {
	if r.Framework == "" {
		r.Framework = "framework.yaml"
	}
	f := loadFramework(t, filepath.Join(folder, r.Framework))
	p := score.DefaultPolicy()
	if r.Policy != nil {
		p = parsePolicy(t, *r.Policy, string(readFile(t, filepath.Join(folder, *r.Policy))))
	}
	result, err := score.Compute(f, p, table(t, f, r.Ratings, string(readFile(t, filepath.Join(folder, r.Ratings)))))
	if err != nil {
		t.Fatal(err)
	}
	if r.Ledger != nil && result.Ledger != *r.Ledger {
		t.Errorf("ledger %+v, want %+v", result.Ledger, *r.Ledger)
	}
	if (len(result.Rejects) > 0) != (r.Exit == 1) {
		t.Errorf("%d rejects, want exit code %d", len(result.Rejects), r.Exit)
	}
	for _, want := range r.Scores {
		want.check(t, find(t, result, want.Ratee, want.Item), result.Display)
	}
}

func (want goldScore) check(t *testing.T, row score.Row, display score.Rounding) {
	differ := func(what, got string, want *string) {
		if want != nil && got != *want {
			t.Errorf("%s, %s: %s %q, want %q", row.Ratee, row.Item, what, got, *want)
		}
	}
	differ("exact score", exact(row), want.ScoreExact)
	differ("band", row.Band, want.Band)
	differ("reason", row.Reason, want.Reason)
	if want.Score != nil {
		shown, _ := new(big.Rat).SetString(display.Show(row.Score))
		expected, ok := new(big.Rat).SetString(*want.Score)
		if !ok || shown.Cmp(expected) != 0 {
			t.Errorf("%s, %s: shown as %s, want %s", row.Ratee, row.Item, display.Show(row.Score), *want.Score)
		}
	}
}
