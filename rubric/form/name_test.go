package form_test

import (
	"regexp"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rubrickit/rubric/form"
)

func TestEscapeCode(t *testing.T) {
	for code, want := range map[string]string{
		"1.2":   "1_2",
		"1_2":   "1__5f_2",
		"1..2":  "1__2e__2",
		"1.":    "1_",
		"RE.1":  "RE_1",
		"a-b":   "a-b",
		"§ 3":   "__a7___20_3",
		"No":    "No",
		"x._y":  "x__2e___5f_y",
		"über":  "__fc_ber",
		"a.b.c": "a_b_c",
		"":      "",
	} {
		if got := form.EscapeCode(code); got != want {
			t.Errorf("%q became %q, want %q", code, got, want)
		}
	}
}

func TestFieldNames(t *testing.T) {
	for name, code := range map[string]string{"rate_1_2": "1.2", "rate_a": "a"} {
		if got, ok := form.RateCode(name); !ok || got != code {
			t.Errorf("%q is the rating of %q (%t), want %q", name, got, ok, code)
		}
	}
	for _, name := range []string{"ratee", "rater", "rate_a.b", "rate___zz_", "rate___5f", "rate___61_", "comment_1", "rate___-5_", "rate___d800_"} {
		if code, ok := form.RateCode(name); ok {
			t.Errorf("%q is no rating's name, but gave %q", name, code)
		}
	}
	if code, ok := form.CommentCode(form.CommentName("a.b")); !ok || code != "a.b" {
		t.Errorf("comment: %q", code)
	}
	if code, ok := form.PointsCode(form.PointsName("a.b")); !ok || code != "a.b" {
		t.Errorf("points: %q", code)
	}
}

var plainName = regexp.MustCompile(`^[A-Za-z0-9_-]*$`)

// codes are made of what makes escapes collide.
func codes() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("a1._-_. §é語2e5f\x00\U0010ffff")), 0, 12, -1)
}

func TestEscapeIsInjective(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := codes().Draw(t, "a"), codes().Draw(t, "b")
		x, y := form.EscapeCode(a), form.EscapeCode(b)
		if (a == b) != (x == y) {
			t.Fatalf("%q and %q became %q and %q", a, b, x, y)
		}
		if !plainName.MatchString(x) {
			t.Fatalf("%q became %q", a, x)
		}
		if back, ok := form.UnescapeCode(x); !ok || back != a {
			t.Fatalf("%q became %q and came back as %q", a, x, back)
		}
	})
}

// A name that is taken for a code's is exactly the name of that code.
func FuzzUnescapeCode(f *testing.F) {
	for _, s := range []string{"1_2", "1__5f_2", "__", "__2e_", "___", "__fffd_", "a.b", "__110000_", "__00e9_"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		code, ok := form.UnescapeCode(name)
		if ok && (form.EscapeCode(code) != name || !plainName.MatchString(name)) {
			t.Errorf("%q gave %q, whose name is %q", name, code, form.EscapeCode(code))
		}
		if utf8.ValidString(name) {
			if back, ok := form.UnescapeCode(form.EscapeCode(name)); !ok || back != name {
				t.Errorf("%q came back as %q", name, back)
			}
		}
	})
}
