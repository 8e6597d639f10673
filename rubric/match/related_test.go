package match_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rubrickit/rubric/match"
)

func related(a, b string, l match.Language) []match.Related {
	return match.New(own(a), own(b), l).Related(match.Pair{})
}

func TestRelated(t *testing.T) {
	got := related("coach the teachers of the school", "mentoring educators, schools", match.English)
	var pairs []string
	for _, r := range got {
		pairs = append(pairs, r.Source+"~"+r.Target)
		if r.Near <= 0 || r.Near > 10000 || r.Weight <= 0 || r.Weight > 2500 {
			t.Errorf("%+v", r)
		}
	}
	slices.Sort(pairs)
	if want := []string{"coach~mentoring", "teachers~educators"}; !slices.Equal(pairs, want) {
		t.Errorf("related are %v, want %v: a shared word is none, whatever its form", pairs, want)
	}
}

func TestRelatedOfNothing(t *testing.T) {
	for _, c := range []struct {
		name, a, b string
		language   match.Language
	}{
		{"empty", "", "coach teachers", match.English},
		{"the same text", "coach teachers", "coach teachers", match.English},
		{"far apart", "zinc oxide", "coach teachers", match.English},
		{"another script", "учитель", "teacher", match.English},
		{"without the table", "coach teachers", "mentoring educators", match.Plain},
	} {
		if got := related(c.a, c.b, c.language); len(got) != 0 {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}

// Texts from outside may be of any length, of words that nobody knows.
func TestRelatedOfHugeTexts(t *testing.T) {
	huge := func(letter string) string {
		var b strings.Builder
		for i := range 20_000 {
			fmt.Fprintf(&b, "%s%x ", letter, i)
		}
		return b.String()
	}
	start := time.Now()
	related(huge("coach teachers x"), huge("mentor educators y"), match.English)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("it took %s", took)
	}
}

// Whatever the texts, scores stay in their bounds and nothing breaks.
func FuzzCompare(f *testing.F) {
	f.Add("coach teachers", "mentoring educators", "Vision")
	f.Add("\xff\xfe", "", "\u0000 \u00ad ﬁ ß")
	f.Add("a a a a a a a", "Ａ ａ", "-")
	f.Fuzz(func(t *testing.T, a, b, context string) {
		source := []match.Reading{{Own: a, Context: context}, {Own: b, Context: a}}
		target := []match.Reading{{Own: b, Context: a + context}, {Own: a, Context: context}, {}}
		for _, l := range []match.Language{match.English, match.Plain} {
			m := match.New(source, target, l)
			r := m.Rank(3)
			for _, pairs := range r.Sources {
				for _, p := range pairs {
					if p.Score < 1 || p.Score > 10000 || p.Target == 2 {
						t.Errorf("%+v", p)
					}
					for _, w := range m.Related(p) {
						if w.Near < 1 || w.Near > 10000 || w.Weight < 1 || w.Weight > 10000 {
							t.Errorf("%+v", w)
						}
					}
				}
			}
			m.Groups(r)
			match.TongueOf("", source)
		}
	})
}
