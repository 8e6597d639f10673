package score_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rubrickit/rubric/score"
)

// latestOf scores one item rated on several occasions: the later in the list,
// the higher.
func latestOf(t *testing.T, stage string, occasions ...string) (string, error) {
	t.Helper()
	f := parseFramework(t, "framework.yaml", flat)
	p := parsePolicy(t, "policy.yaml", "policy: v1\nid: test\nstages: ["+stage+"]\n")
	var b strings.Builder
	b.WriteString("ratee,rater,occasion,item,rating\n")
	for i, occasion := range occasions {
		b.WriteString("Ada,r,\"" + occasion + "\",a," + string(rune('1'+i)) + "\n")
	}
	r, err := score.Compute(f, p, table(t, f, "ratings.csv", b.String()))
	if err != nil {
		return "", err
	}
	return find(t, r, "Ada", "a").Score.String(), nil
}

func TestOccasionsInOrder(t *testing.T) {
	for _, occasions := range [][]string{
		{"2025-10-01", "2026-02-01"},
		{"2025-09", "2025-10"},
		{"2", "10"},
		{"-1", "0.5", "2"},
		{"2025", "2026"},
		{"2025-10-01T09:00:00", "2025-10-01T10:00:00"},
		{"2025-10-01 09:00", "2025-10-01 10:00:00.5"},
		{"2025-10-01T12:00:00+02:00", "2025-10-01T11:00:00Z"},
	} {
		want := strconv.Itoa(len(occasions))
		if got, err := latestOf(t, "{over: occasion, how: latest}", occasions...); err != nil || got != want {
			t.Errorf("latest of %v: rating %s, %v; want %s", occasions, got, err, want)
		}
		slices.Reverse(occasions)
		if got, err := latestOf(t, "{over: occasion, how: latest}", occasions...); err != nil || got != "1" {
			t.Errorf("latest of %v: rating %s, %v; want 1", occasions, got, err)
		}
	}
}

func TestOccasionsWithoutOrder(t *testing.T) {
	const latest = "{over: occasion, how: latest}"
	for _, c := range []struct {
		stage string
		texts []string
		want  string // part of the message
	}{
		{latest, []string{"Fall", "Spring"}, `"Fall" is neither a number nor a date`},
		{latest, []string{"2025-10-01", "7"}, "are written differently (dates, numbers)"},
		{latest, []string{"2025-10-01", "2025-10-01T10:00:00"}, "are written differently (dates, dates with a time)"},
		{latest, []string{"", "2025-10-01"}, "some ratings have no occasion"},
		{latest, []string{"2025-13-01", "2025-12-01"}, "neither a number nor a date"},
		{"{over: occasion, how: latest, order: [Fall, Spring]}", []string{"Fall", "Winter"}, `"Winter" is not in the policy's`},
	} {
		_, err := latestOf(t, c.stage, c.texts...)
		if !errors.Is(err, score.ErrOccasions) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.texts, err, c.want)
		}
	}
	if got, err := latestOf(t, "{over: occasion, how: max}", "Fall", "Spring"); err != nil || got != "2" {
		t.Errorf("the highest needs no order: %s, %v", got, err)
	}
}

// One occasion in two spellings with different ratings: neither is the latest.
// Both are rejected, each naming the other's place, and the ledger balances.
func TestAmbiguousLatest(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	r := run(t, f, score.DefaultPolicy(), "ratee,rater,occasion,item,rating\nAda,r,2,a,3\nAda,r,02,a,4\nAda,r,1,a,2\nAda,r,02,b,4\n")
	got := find(t, r, "Ada", "a")
	if got.Score.String() != "2" || len(r.Rejects) != 2 {
		t.Fatalf("score %s, rejects %v", got.Score.String(), r.Rejects)
	}
	for i, other := range []string{"ratings.csv:3", "ratings.csv:2"} {
		reject := r.Rejects[i]
		if reject.Code != string(score.CodeAmbiguousLatest) || !strings.Contains(reject.Message, other) || reject.Item != "a" || reject.Ratee != "Ada" {
			t.Errorf("reject %+v does not name %s", reject, other)
		}
	}
	if l := r.Ledger; !l.Balanced() || l.Rated != 2 || l.Rejected != 2 || r.Inputs[0].Rejects != 2 {
		t.Errorf("ledger %+v, inputs %+v", l, r.Inputs)
	}
}

// A form of which nothing is left is none: it adds nothing to what is missing,
// and a ratee without another form has no row.
func TestAmbiguousFormsAreNone(t *testing.T) {
	f := parseFramework(t, "framework.yaml", flat)
	r := run(t, f, score.DefaultPolicy(), "ratee,rater,occasion,item,rating\nAda,r,2,a,3\nAda,r,02,a,4\nAda,s,1,b,2\nBen,r,2,a,3\nBen,r,02,a,4\n")
	if got := counts(find(t, r, "Ada", "a")); got != "0/0/0/1" {
		t.Errorf("a is counted as %s", got)
	}
	if got := text(r); strings.Contains(got, "Ben|") || len(r.Rejects) != 4 {
		t.Errorf("rows and rejects:\n%s", got)
	}
}
