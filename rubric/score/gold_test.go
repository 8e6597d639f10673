package score_test

import (
	"encoding/json"
	"maps"
	"math/big"
	"path/filepath"
	"slices"
	"testing"

	"rubrickit/frameworks"
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
	for folder, runs := range goldRuns(t, gold) {
		for _, r := range runs {
			t.Run(filepath.Base(folder)+"/"+r.policyName(), func(t *testing.T) { r.check(t, folder) })
		}
	}
}

// No folder of rules is left out of the run.
func TestGoldIsWhole(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join(gold, "rules_*"))
	if err != nil || len(folders) < 5 {
		t.Fatalf("%d folders with rules, %v", len(folders), err)
	}
	if got := slices.Sorted(maps.Keys(goldRuns(t, gold))); !slices.Equal(got, folders) {
		t.Errorf("cases run: %q, folders with rules: %q", got, folders)
	}
}

// goldRuns reads the lists of runs below a folder, by the folder of each.
func goldRuns(t *testing.T, root string) map[string][]goldRun {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, "*", "want.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases in %s: %v", root, err)
	}
	out := map[string][]goldRun{}
	for _, file := range files {
		var runs []goldRun
		if err := json.Unmarshal(readFile(t, file), &runs); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out[filepath.Dir(file)] = runs
	}
	return out
}

// policyName is what a run calls its policy: a file of its folder, or the id
// of one that ships.
func (r goldRun) policyName() string {
	if r.Policy == nil {
		return score.DefaultID
	}
	return *r.Policy
}

func (r goldRun) policy(t *testing.T, folder string) *score.Policy {
	t.Helper()
	name := r.policyName()
	if filepath.Ext(name) == ".yaml" {
		return parsePolicy(t, name, string(readFile(t, filepath.Join(folder, name))))
	}
	data, err := frameworks.Policy(name)
	if err != nil {
		t.Fatal(err)
	}
	return parsePolicy(t, name, string(data))
}

func (r goldRun) check(t *testing.T, folder string) {
	if r.Framework == "" {
		r.Framework = "framework.yaml"
	}
	f := loadFramework(t, filepath.Join(folder, r.Framework))
	result, err := score.Compute(f, r.policy(t, folder), table(t, f, r.Ratings, string(readFile(t, filepath.Join(folder, r.Ratings)))))
	if err != nil {
		t.Fatal(err)
	}
	if r.Ledger != nil && result.Ledger != *r.Ledger {
		t.Errorf("ledger %+v, want %+v", result.Ledger, *r.Ledger)
	}
	if (len(result.Rejects) > 0) != (r.Exit == 1) {
		t.Errorf("%d rejects, want exit code %d", len(result.Rejects), r.Exit)
	}
	if len(r.Scores) == 0 {
		t.Error("the run expects nothing")
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
	differ("exact score", row.Score.String(), want.ScoreExact)
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
