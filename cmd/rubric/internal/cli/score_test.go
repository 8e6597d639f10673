package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rubrickit/cmd/rubric/internal/cli"
	"rubrickit/rubric"
)

// goldRun is an entry of a scoring case's want.json.
type goldRun struct {
	Policy    *string
	Ratings   string
	Framework string
	Ledger    *rubric.Ledger
	Exit      int
	Scores    []map[string]string
}

// scores is what score --format json writes.
type scores struct {
	Provenance struct{ Ledger rubric.Ledger }
	Scores     []map[string]any
	Rejects    []map[string]any
}

func scoreJSON(t *testing.T, args ...string) (scores, int) {
	t.Helper()
	var out, messages bytes.Buffer
	code := cli.Run(context.Background(), append([]string{"score", "--format", "json"}, args...), cli.Env{Stdout: &out, Stderr: &messages, Width: 100})
	var got scores
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatalf("%v: exit code %d: %v\n%s", args, code, err, messages.String())
	}
	return got, code
}

// Every folder of scoring cases, from the files that people have to the
// numbers they read: testdata/gold/README.md says how to add one.
func TestScoreGold(t *testing.T) {
	cases, err := filepath.Glob(filepath.Join(root, "testdata", "gold", "*", "want.json"))
	if err != nil || len(cases) == 0 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, want := range cases {
		data, err := os.ReadFile(want)
		if err != nil {
			t.Fatal(err)
		}
		var runs []goldRun
		if err := json.Unmarshal(data, &runs); err != nil {
			t.Fatal(err)
		}
		for _, run := range runs {
			t.Run(filepath.Base(filepath.Dir(want)), func(t *testing.T) { run.check(t, filepath.Dir(want)) })
		}
	}
}

func (r goldRun) check(t *testing.T, folder string) {
	if r.Framework == "" {
		r.Framework = "framework.yaml"
	}
	args := []string{filepath.Join(folder, r.Framework), filepath.Join(folder, r.Ratings)}
	if r.Policy != nil {
		args = append(args, "--policy", filepath.Join(folder, *r.Policy))
	}
	got, code := scoreJSON(t, args...)
	if code != r.Exit {
		t.Errorf("%v: exit code %d, want %d", args, code, r.Exit)
	}
	if r.Ledger != nil && got.Provenance.Ledger != *r.Ledger {
		t.Errorf("%v: ledger %+v, want %+v", args, got.Provenance.Ledger, *r.Ledger)
	}
	for _, want := range r.Scores {
		at := slices.IndexFunc(got.Scores, func(row map[string]any) bool { return row["ratee"] == want["ratee"] && row["item"] == want["item"] })
		if at < 0 {
			t.Errorf("%v: no row for %s, %s", args, want["ratee"], want["item"])
			continue
		}
		for key, value := range want {
			if !same(key, got.Scores[at][key], value) {
				t.Errorf("%v: %s, %s: %s %v, want %s", args, want["ratee"], want["item"], key, got.Scores[at][key], value)
			}
		}
	}
}

// same compares a shown score as a number, everything else as it stands.
func same(key string, got any, want string) bool {
	if key != "score" {
		return got == want
	}
	text, _ := got.(string)
	x, ok := new(big.Rat).SetString(text)
	y, ok2 := new(big.Rat).SetString(want)
	return ok && ok2 && x.Cmp(y) == 0
}

// One set of ratings in the layouts of several producers: the same scores.
func TestScoreSameFromEveryLayout(t *testing.T) {
	framework := filepath.Join(root, "testdata", "ratings", "framework.yaml")
	folder := filepath.Join(root, "testdata", "gold", "inputs_same_scores")
	first, _ := scoreJSON(t, framework, filepath.Join(folder, "01_wide.csv"))
	if len(first.Scores) == 0 {
		t.Fatal("no scores")
	}
	for _, file := range []string{"02_long.csv", "05_wide_semicolon.csv", "07_wide_code_dash_label.csv"} {
		got, code := scoreJSON(t, framework, filepath.Join(folder, file))
		if code != 0 || !slices.EqualFunc(got.Scores, first.Scores, sameRow) {
			t.Errorf("%s: exit code %d, other scores than 01_wide.csv", file, code)
		}
	}
}

func sameRow(a, b map[string]any) bool {
	for key := range a {
		if a[key] != b[key] {
			return false
		}
	}
	return len(a) == len(b)
}
