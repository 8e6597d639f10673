package stats_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/score"
	"rubrickit/rubric/stats"
)

// four is a scale of the levels 1 to 4, of which the third begins at 2.5.
func four() *rubric.Scale {
	from := rubric.NewDecimal(25, 1)
	return &rubric.Scale{Levels: []rubric.Level{
		{Code: "1", Label: "Beginning", Value: rubric.NewDecimal(1, 0)},
		{Code: "2", Label: "Developing", Value: rubric.NewDecimal(2, 0)},
		{Code: "3", Value: rubric.NewDecimal(3, 0), From: &from},
		{Code: "4", Label: "Distinguished", Value: rubric.NewDecimal(4, 0)},
	}}
}

// rows reads "item ratee=score …" lines; "-" is no score.
func rows(t testing.TB, lines ...string) []score.Row {
	var out []score.Row
	for _, line := range lines {
		words := strings.Fields(line)
		for _, word := range words[1:] {
			ratee, number, _ := strings.Cut(word, "=")
			row := score.Row{Ratee: ratee, Item: words[0], Tier: "Item", Title: "the " + words[0]}
			if number != "-" {
				row.Score = exact.FromRat(rat(t, number))
			}
			out = append(out, row)
		}
	}
	return out
}

// school is what the ratees of these tests have in common: their first letter.
func school(ratee string) string { return strings.Trim(ratee[:1], "-") }

func onFour() map[string]*rubric.Scale { return map[string]*rubric.Scale{"a": four(), "b": four()} }

// words writes a group on one line.
func words(g stats.Group) string {
	out := fmt.Sprintf("%s %q %d/%d", g.Item, g.Value, g.Scored, g.Ratees)
	if !g.Mean.IsNone() {
		out += " mean " + g.Mean.String()
	}
	if !g.Deviation.IsNone() {
		out += " sd " + g.Deviation.Decimal(3, exact.HalfUp)
	}
	for _, l := range g.Levels {
		out += fmt.Sprintf(" %s:%d,%d", l.Code, l.N, l.AtLeast)
		if !l.Share.IsNone() {
			out += fmt.Sprintf(",%s,%s,%s-%s", two(l.Share), two(l.ShareAtLeast), two(l.Low), two(l.High))
		}
	}
	return out
}

func two(x exact.Number) string { return x.Decimal(2, exact.HalfUp) }

func groups(rows []score.Row, scales map[string]*rubric.Scale) []string {
	var out []string
	for g := range stats.By(slices.Values(rows), school, scales) {
		out = append(out, words(g))
	}
	return out
}

func TestBy(t *testing.T) {
	got := groups(rows(t, "a N1=3 S1=5/2 N2=4 -x=- S2=2 N3=-", "sum N1=10 S1=20 N2=12 -x=7"), onFour())
	want := []string{
		`a "" 0/1 1:0,0 2:0,0 3:0,0 4:0,0`,
		`a "N" 2/3 mean 7/2 sd 0.707 1:0,2,0.00,1.00,0.34-1.00 2:0,2,0.00,1.00,0.34-1.00 3:1,2,0.50,1.00,0.34-1.00 4:1,1,0.50,0.50,0.09-0.91`,
		`a "S" 2/2 mean 9/4 sd 0.354 1:0,2,0.00,1.00,0.34-1.00 2:1,2,0.50,1.00,0.34-1.00 3:1,1,0.50,0.50,0.09-0.91 4:0,0,0.00,0.00,0.00-0.66`,
		`sum "" 1/1 mean 7`,
		`sum "N" 2/2 mean 11 sd 1.414`,
		`sum "S" 1/1 mean 20`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A score below the lowest level is on no level.
func TestBelowTheLowestLevel(t *testing.T) {
	got := groups(rows(t, "a N1=0 N2=1"), onFour())
	if want := `a "N" 2/2 mean 1/2 sd 0.707 1:1,1,0.50,0.50,0.09-0.91 `; len(got) != 1 || !strings.HasPrefix(got[0], want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Values that stand beside the scores count nowhere.
func TestByLeavesOutWhatStandsApart(t *testing.T) {
	all := rows(t, "a N1=3", "a N1=1 N2=2", "b N1=4")
	all[1].Apart, all[2].Apart = true, true
	if diff := cmp.Diff(groups(rows(t, "a N1=3", "b N1=4"), onFour()), groups(all, onFour())); diff != "" {
		t.Error(diff)
	}
}

// Nothing depends on the order of an item's rows, and the reader may stop.
func TestByTakesAnyOrder(t *testing.T) {
	all := rows(t, "a N1=3 S1=5/2 N2=4 S2=2 N3=- N4=11/3 S3=7/3", "b N1=1 S1=1")
	want := groups(all, onFour())
	rapid.Check(t, func(r *rapid.T) {
		mixed := append(rapid.Permutation(all[:7]).Draw(r, "rows"), all[7:]...)
		if diff := cmp.Diff(want, groups(mixed, onFour())); diff != "" {
			r.Fatal(diff)
		}
	})
	for range stats.By(slices.Values(all), school, onFour()) {
		break
	}
	if got := groups(nil, onFour()); got != nil {
		t.Errorf("no rows make the groups %q", got)
	}
}
