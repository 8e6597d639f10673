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

// asked are the arguments that a survey's export needs.
var asked = []string{"--map", "ratee=Who are you rating?", "--map", "rater=Your id"}

// layouts are the files of one set of ratings, with what is to be told of each.
var layouts = map[string][]string{
	"01_wide.csv": nil, "02_long.csv": nil, "05_wide_semicolon.csv": nil, "07_wide_code_dash_label.csv": nil,
	"12_qualtrics_style_three_headers.csv": asked, "20_wide.xlsx": nil,
}

// expectedScores are the exact means of the domains, by ratee.
type expectedScores struct {
	ByRater map[string]map[string]map[string]struct {
		N    int
		Mean string
	} `json:"unweighted_mean_by_ratee_rater_domain"`
	Pooled map[string]map[string]string `json:"pooled_mean_of_all_ratings_by_ratee_domain"`
}

// One set of ratings in the layouts of several producers: the same scores, and
// the very means that were worked out by hand.
func TestScoreSameFromEveryLayout(t *testing.T) {
	framework := filepath.Join(root, "testdata", "ratings", "framework.yaml")
	folder := filepath.Join(root, "testdata", "gold", "inputs_same_scores")
	want := expected(t, folder)
	first, _ := scoreJSON(t, framework, filepath.Join(folder, "01_wide.csv"))
	if len(first.Scores) == 0 {
		t.Fatal("no scores")
	}
	for file, told := range layouts {
		t.Run(file, func(t *testing.T) {
			args := append([]string{framework, filepath.Join(folder, file)}, told...)
			got, code := scoreJSON(t, args...)
			if code != 0 || !slices.EqualFunc(got.Scores, first.Scores, sameRow) {
				t.Errorf("exit code %d, other scores than 01_wide.csv", code)
			}
			want.check(t, args, filepath.Join(folder, "policy-pooled.yaml"))
		})
	}
}

func expected(t *testing.T, folder string) expectedScores {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want expectedScores
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if len(want.ByRater) == 0 || len(want.Pooled) == 0 {
		t.Fatal("nothing is expected")
	}
	return want
}

// check compares the means of all ratings, and of those of each rater.
func (e expectedScores) check(t *testing.T, args []string, pooled string) {
	t.Helper()
	means, _ := scoreJSON(t, append([]string{"--policy", pooled}, args...)...)
	for ratee, domains := range e.Pooled {
		for domain, mean := range domains {
			if got := means.find(ratee, "", domain); got["score_exact"] != mean {
				t.Errorf("%s, %s: %v, want %s", ratee, domain, got["score_exact"], mean)
			}
		}
	}
	apart, _ := scoreJSON(t, append([]string{"--at", "rater"}, args...)...)
	for ratee, raters := range e.ByRater {
		for rater, domains := range raters {
			for domain, want := range domains {
				if got := apart.find(ratee, rater, domain); got["score_exact"] != want.Mean || got["n_rated"] != float64(want.N) {
					t.Errorf("%s by %s, %s: %v of %v, want %s of %d", ratee, rater, domain, got["score_exact"], got["n_rated"], want.Mean, want.N)
				}
			}
		}
	}
}

// find returns the row of an item; rater is "" for the score over all raters.
func (s scores) find(ratee, rater, item string) map[string]any {
	for _, row := range s.Scores {
		by, _ := row["rater"].(string)
		if row["ratee"] == ratee && row["item"] == item && by == rater {
			return row
		}
	}
	return nil
}

func sameRow(a, b map[string]any) bool {
	for key := range a {
		if a[key] != b[key] {
			return false
		}
	}
	return len(a) == len(b)
}
