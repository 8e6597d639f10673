package ratings_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// linesOf are the lines of a roster in words, each with its line.
func linesOf(r *ratings.Roster) []string {
	var out []string
	for _, l := range r.Lines {
		out = append(out, fmt.Sprintf("%d %s|%s|%s|%s", l.At.Line, l.Ratee, l.Rater, l.Group, l.Occasion))
	}
	return out
}

func TestReadRoster(t *testing.T) {
	f := eight(t)
	for name, c := range map[string]struct {
		text  string
		o     ratings.Options
		lines []string
		notes string
	}{
		"names alone": {"Name\nOkafor\nDíaz\n", ratings.Options{}, []string{"2 Okafor|||", "3 Díaz|||"}, `columns taken: "Name" as ratee`},
		"everything, under a title": {
			"Heads\n\nPerson;Observer;Role;Date;School\n\"Okafor;  Ada\";s1;peer;31/3/2026;North\n;;;;\nBen;;;;\n", ratings.Options{},
			[]string{"4 Okafor; Ada|s1|peer|2026-03-31", "6 Ben|||"},
			`1 row is not read, line 1: above the header. 1 row is not read, line 5: blank. columns taken: "Person" as ratee, "Observer" as rater, "Role" as group, "Date" as occasion. columns not read: "School" (--map ROLE=COLUMN says what a column is)`,
		},
		"told": {
			"who,ratee\nAda,x\n", ratings.Options{Map: map[ratings.Role]string{ratings.Ratee: "who"}, Set: map[ratings.Role]string{ratings.Group: "self"}},
			[]string{"2 Ada||self|"}, `columns taken: "who" as ratee. columns not read: "ratee" (--map ROLE=COLUMN says what a column is)`,
		},
		"twice": {
			"ratee,rater\nAda,r1\nBen,r1\nAda,r1\nAda,r2\nBen,r1\n", ratings.Options{}, []string{"2 Ada|r1||", "3 Ben|r1||", "5 Ada|r2||"},
			"lines that stand twice are taken once: Ada in line 4 as in line 2, Ben in line 6 as in line 3",
		},
		"objects":          {`[{"ratee": "Ada", "group": "peer"},` + "\n" + `{"ratee": "Ben"}]`, ratings.Options{}, []string{"1 Ada||peer|", "2 Ben|||"}, ""},
		"columns of items": {"ratee,1.1,rating\nAda,3,4\n", ratings.Options{}, []string{"2 Ada|||"}, `columns not read: "1.1", "rating" (--map ROLE=COLUMN says what a column is)`},
	} {
		r, err := ratings.ReadRoster(f, csv(c.text), c.o)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(c.lines, linesOf(r)) + cmp.Diff(c.notes, strings.Join(r.Notes, ". ")); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestReadRosterErrors(t *testing.T) {
	f := eight(t)
	for name, c := range map[string]struct{ text, want string }{
		"no header":      {"Okafor\nDíaz\n", `f.csv: no row of it is the header of a roster: one column must say who is rated, under a name such as ratee, name or person (--map ratee=COLUMN tells another); its line 1 reads "Okafor"`},
		"empty":          {"", "no row of it is the header of a roster"},
		"nobody":         {"name,group\n", "the roster has a header and nobody below it"},
		"rows of nobody": {"name,group\nAda,peer\n,self\nBen,\n ,peer\n", "lines 3, 5 are naming nobody to be rated; fill the name in, or take the line out"},
		"torn":           {"name,group\nAda,peer\nOkafor, Ben,self\nCy,peer\n", "line 3 is not split like the header"},
		"two names":      {"name,person\nAda,Ada\n", `"name" and "person" are both taken for the ratee`},
		"an open date":   {"name,date\nAda,3/4/2026\n", "--dates dmy"},
	} {
		_, err := ratings.ReadRoster(f, csv(c.text), ratings.Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestNearName(t *testing.T) {
	list := []string{"Okafor, Ada", "Díaz, Ramón", "Lund, Per"}
	for name, want := range map[string]string{
		"okafor,ada": "Okafor, Ada", "Diaz, Ramon": "Díaz, Ramón", "Lundt, Per": "Lund, Per", "Somebody Else": "",
	} {
		if got := ratings.NearName(name, list); got != want {
			t.Errorf("near %q is %q, want %q", name, got, want)
		}
	}
}

// Whatever bytes arrive, a roster is read the same each time, and its lines name
// somebody.
func FuzzReadRoster(f *testing.F) {
	fw := eight(f)
	for _, seed := range []string{"name\nAda\n", "ratee;rater\nAda;x\n\"\n", "{\"name\": \"Ada\"}\n{\"name\": 1}", "\xff\xfen\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := ratings.ReadRoster(fw, ratings.File{Name: "f", Data: data}, ratings.Options{})
		again, errAgain := ratings.ReadRoster(fw, ratings.File{Name: "f", Data: data}, ratings.Options{})
		if fmt.Sprint(err) != fmt.Sprint(errAgain) || cmp.Diff(r, again) != "" {
			t.Fatalf("%v, then %v; %s", err, errAgain, cmp.Diff(r, again))
		}
		if err != nil {
			return
		}
		for _, l := range r.Lines {
			if strings.TrimSpace(l.Ratee) == "" || l.At.Line < 1 {
				t.Errorf("the line %+v names nobody, or stands nowhere", l)
			}
		}
	})
}

// A comment on an item without a rating keeps its item, and is no blank rating.
func TestCommentOnAnItemWithoutRating(t *testing.T) {
	book, _ := read(t, eight(t), ratings.Options{}, csv("ratee,rater,item,rating,comment,comment_on\nAda,s,1.1,3,good,\nAda,s,,,odd,1.2\nAda,s,,,on the domain,1\nAda,s,,,whole,\nAda,s,,,strange,9.9\n"))
	var got []string
	for _, c := range book.Comments {
		got = append(got, c.Item+": "+c.Text)
	}
	want := []string{"1.1: good", "1.2: odd", "1: on the domain", ": whole", "9.9: strange"}
	if diff := cmp.Diff(want, got); diff != "" || book.Ledger.Cells != 1 || len(book.Rejects) > 0 {
		t.Errorf("%s ledger %+v, rejects %+v", diff, book.Ledger, book.Rejects)
	}
}

// What the speller writes is read as what it was given, on every scale.
func TestSpeller(t *testing.T) {
	f := framework(t, testdata+"/tour/worked.yaml")
	spell := ratings.NewSpeller(f)
	rapid.Check(t, func(t *rapid.T) {
		it := rapid.SampledFrom(f.Indicators()).Draw(t, "item")
		means := rubric.Meaning{State: rapid.SampledFrom([]rubric.State{rubric.Rated, rubric.NotApplicable, rubric.NotObserved, rubric.Missing}).Draw(t, "state")}
		if means.State == rubric.Rated {
			means.Value = rapid.SampledFrom(it.Scale.Levels).Draw(t, "level").Value
		}
		cell, err := spell.Cell(it, means)
		if err != nil {
			t.Fatal(err)
		}
		book, _, err := ratings.Read(f, []ratings.File{csv("ratee,rater,item,rating\nAda,r," + it.Code + ",\"" + cell + "\"\n")}, ratings.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for v := range book.All() {
			if v.State != means.State || v.Value.Cmp(means.Value) != 0 {
				t.Fatalf("%q is read as %s %s, want %s %s", cell, v.State, v.Value, means.State, means.Value)
			}
		}
	})
}
