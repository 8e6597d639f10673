package load_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/load"
)

// describe writes a scale on one line: its levels as code=value, with the
// lower end of a range before the value, then what else it has.
func describe(s *rubric.Scale) string {
	if s == nil {
		return "none"
	}
	var parts []string
	if s.Own {
		parts = append(parts, "own:")
	}
	for _, l := range s.Levels {
		value := l.Value.String()
		if l.From != nil {
			value = l.From.String() + "–" + value
		}
		parts = append(parts, l.Code+"="+value)
	}
	if s.Step.Sign() > 0 {
		parts = append(parts, "step "+s.Step.String())
	}
	for _, n := range s.Nulls {
		parts = append(parts, n.State.String()+" "+strings.Join(n.Words, "/"))
	}
	if s.Blank != "" {
		parts = append(parts, "blank "+s.Blank)
	}
	return strings.Join(parts, " ")
}

// describeItems gives each item's scale, a line an item.
func describeItems(f *rubric.Framework) []string {
	var out []string
	for it := range f.All() {
		out = append(out, it.Code+": "+describe(it.Scale))
	}
	return out
}

// A scale has four shapes at any depth, and holds for what stands below until
// another one is given there.
func TestScaleShapes(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"built-in": {`scale: yes-no
items: {a: Observes}
`, []string{"a: 0=0 1=1 not_applicable N/A/NA/Not applicable not_observed Not observed/Not seen"}},
		"the file's own, defined below its use": {`scale: mine
items: {a: {title: A, items: {a1: Observes}}, b: {text: Plans, scale: other}}
scales:
  mine: {levels: {low: Low, high: High}}
  other: {levels: {1: One, 2: Two}, step: 0.5, nulls: {not_observed: Not seen, not_applicable: N/A}, blank: "1"}
`, []string{"a: low=1 high=2", "a1: low=1 high=2", "b: 1=1 2=2 step 0.5 not_observed Not seen not_applicable N/A blank 1"}},
		"written out at three depths": {`scale: {levels: {1: One}}
items:
  a:
    title: A
    scale: {levels: {2: Two}}
    items:
      b: {title: B, items: {c: {text: Observes, scale: {levels: {3: Three}}}, d: Plans}}
  e: Reflects
`, []string{"a: 2=2", "b: 2=2", "c: 3=3", "d: 2=2", "e: 1=1"}},
		"only some levels, in the order of the scale": {`scale: {levels: {1: A, 2: B, 3: C}, step: 0.5, nulls: {not_observed: Not seen}, blank: "1"}
items:
  a:
    title: A
    scale: [3, 1, 3]
    items:
      b: Observes
      c: {text: Plans, scale: [3]}
  d: Reflects
`, []string{
			"a: 1=1 3=3 step 0.5 not_observed Not seen blank 1",
			"b: 1=1 3=3 step 0.5 not_observed Not seen blank 1",
			"c: 3=3 step 0.5 not_observed Not seen", // a blank cannot mean what cannot be chosen
			"d: 1=1 2=2 3=3 step 0.5 not_observed Not seen blank 1",
		}},
		"own, inherited": {`items:
  a:
    title: A
    scale: own
    items:
      b: {text: Observes, levels: {low: few, high: many}}
      c: {text: Plans, levels: {x: {value: 2.5}, y: {value: 10, from: 5}}}
      d: {text: Reflects, scale: {levels: {1: One}}}
`, []string{"a: own:", "b: own: low=1 high=2", "c: own: x=2.5 y=5–10", "d: 1=1"}},
		"own with a step and null states": {`scale: {own: true, step: 0.01, nulls: {not_applicable: [N/A, none]}, blank: "0"}
items: {a: {text: Observes, levels: {0: none, 5: all}}}
`, []string{"a: own: 0=0 5=5 step 0.01 not_applicable N/A/none blank 0"}},
		"a list of the levels of a written scale": {`items:
  a: {title: A, scale: {levels: {x: X, y: Y}}, items: {b: {text: Observes, scale: [y]}}}
`, []string{"a: x=1 y=2", "b: y=2"}},
		"none where nothing is rated": {`items:
  a: {text: Explains, rated: false}
  b: {text: Observes, scale: {levels: {1: One}}}
`, []string{"a: none", "b: 1=1"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, describeItems(mustRead(t, c.body))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A level is worth the value that is given, else its code where all codes are
// numbers, else its place.
func TestLevelValues(t *testing.T) {
	for name, c := range map[string]struct{ levels, want string }{
		"given":                    {"{a: {value: 0}, b: {value: 2.50}, c: {value: 10}}", "a=0 b=2.50 c=10"},
		"given below 0":            {"{a: {value: -1}, b: {value: .5}}", "a=-1 b=0.5"},
		"given against the codes":  {"{1: {value: 10}, 2: {value: 20}}", "1=10 2=20"},
		"from the codes":           {"{0: None, 0.5: Some, 1: All}", "0=0 0.5=0.5 1=1"},
		"from codes in quotes":     {`{"4": A, "6": B}`, "4=4 6=6"},
		"from codes with zeros":    {"{007: A, 08: B}", "007=7 08=8"},
		"counted":                  {"{low: Low, mid: Mid, high: High}", "low=1 mid=2 high=3"},
		"counted for mixed codes":  {"{5: Five, 4: Four, top: Top}", "5=1 4=2 top=3"},
		"counted for long numbers": {"{1234567890123456789: A, 2: B}", "1234567890123456789=1 2=2"},
		"ranges":                   {"{a: {from: 0, value: 9}, b: {from: 10, value: 14}, c: {value: 15}}", "a=0–9 b=10–14 c=15"},
	} {
		t.Run(name, func(t *testing.T) {
			f := mustRead(t, "scale: {levels: "+c.levels+"}\nitems: {a: Observes}\n")
			if got := describe(f.Scale); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// Steps and ranges of the file decide which values a rating may have.
func TestStepAndRanges(t *testing.T) {
	for name, c := range map[string]struct{ scale, yes, no string }{
		"levels only":     {"{levels: {1: A, 3: B}}", "1 3 3.0", "0 2 1.5 4"},
		"a step":          {"{levels: {1: A, 3: B}, step: 0.5}", "1 1.5 2 2.5 3", "0.5 1.25 3.5"},
		"ranges":          {"{levels: {a: {from: 0, value: 4}, b: {from: 10, value: 14}}}", "0 3 4 10 14", "5 9 10.5 15"},
		"ranges, stepped": {"{levels: {a: {from: 0, value: 4}, b: {from: 10, value: 14}}, step: 0.5}", "0 3.5 10.5 14 7", "0.25 14.5"},
	} {
		t.Run(name, func(t *testing.T) {
			f := mustRead(t, "scale: "+c.scale+"\nitems: {a: Observes}\n")
			for value := range strings.FieldsSeq(c.yes) {
				checkAccepts(t, f.Scale, value, true)
			}
			for value := range strings.FieldsSeq(c.no) {
				checkAccepts(t, f.Scale, value, false)
			}
		})
	}
}

func checkAccepts(t *testing.T, s *rubric.Scale, value string, want bool) {
	t.Helper()
	v, err := rubric.ParseDecimal(value)
	if err != nil {
		t.Fatal(err)
	}
	if s.Accepts(v) != want {
		t.Errorf("%s is accepted: %t, want %t", value, !want, want)
	}
}

// A level in a scale and a cell of an item have one shape: what is not given
// in the short form can be given in the long one.
func TestLevelsAndCells(t *testing.T) {
	f := mustRead(t, `scale:
  levels:
    1: Low
    2: {label: High, text: For all., guidance: Ask twice., aliases: [top, H], x-hue: green}
items:
  a:
    title: A
    levels:
      1: |
        - now and then

        - alone
      2: {label: Always, text: every week, guidance: Look at the diary.}
  b: {title: B, levels: {2: only the top}}
`)
	summary := func(l rubric.Level) string {
		return fmt.Sprintf("%s|%s|%s|%s|%s|%d", l.Code, l.Label, l.Text, l.Guidance, strings.Join(l.Aliases, ","), len(l.Extensions))
	}
	for _, c := range []struct {
		got  rubric.Level
		want string
	}{
		{f.Scale.Levels[0], "1|Low||||0"},
		{f.Scale.Levels[1], "2|High|For all.|Ask twice.|top,H|1"},
		{*f.Item("a").Descriptor("1"), "1||- now and then\n\n- alone|||0"},
		{*f.Item("a").Descriptor("2"), "2|Always|every week|Look at the diary.||0"},
		{*f.Item("b").Descriptor("2"), "2||only the top|||0"},
	} {
		if got := summary(c.got); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if b := f.Item("b"); b.Descriptor("1") != nil || b.Scale.Level("1") == nil {
		t.Error("an item that describes one level must still be rated on both")
	}
}

// A code that is a level's label names the code to write.
func TestUnknownLevelHints(t *testing.T) {
	for code, want := range map[string]string{
		"Proficient": "write the code of the level, 3, not its label",
		"33":         `did you mean "3"? levels of the scale: 1 (Beginning), 2 (Developing), 3 (Proficient), 4 (Distinguished)`,
		"expert":     "levels of the scale: 1 (Beginning), 2 (Developing), 3 (Proficient), 4 (Distinguished)",
	} {
		_, findings := read("scale: four-levels\nitems: {a: {text: Observes, levels: {" + code + ": x}}}\n")
		if len(findings) != 1 || findings[0].Code != load.CodeUnknownLevel || findings[0].Hint != want {
			t.Errorf("%s: %+v, want the hint %q", code, findings, want)
		}
	}
}

func TestUnknownScaleHints(t *testing.T) {
	_, findings := read("scales: {mine: {levels: {1: A}}}\nscale: mien\nitems: {a: Observes}\n")
	want := `did you mean "mine"? scales: agreement, checklist, four-levels, frequency, mine, one-to-five, own, yes-no`
	if len(findings) != 1 || findings[0].Code != load.CodeUnknownScale || findings[0].Hint != want {
		t.Errorf("%+v, want the hint %q", findings, want)
	}
}

func TestBuiltin(t *testing.T) {
	want := map[string]string{
		"checklist":   "0=0 1=1 blank 0",
		"yes-no":      "0=0 1=1",
		"four-levels": "1=1 2=2 3=3 4=4",
		"one-to-five": "1=1 2=2 3=3 4=4 5=5",
		"agreement":   "1=1 2=2 3=3 4=4 5=5",
		"frequency":   "1=1 2=2 3=3 4=4 5=5",
	}
	if got := load.BuiltinNames(); len(got) != len(want) {
		t.Errorf("built-in scales %v, want %d", got, len(want))
	}
	for _, name := range load.BuiltinNames() {
		s := *load.Builtin(name)
		if len(s.Nulls) != 2 {
			t.Errorf("%s offers %d null states, want 2", name, len(s.Nulls))
		}
		s.Nulls = nil
		if got := describe(&s); got != want[name] {
			t.Errorf("%s is %s, want %s", name, got, want[name])
		}
	}
	if load.Builtin("own") != nil || load.Builtin("") != nil {
		t.Error("there is a built-in scale of a name that is none")
	}
}

// Items without a scale are counted in one finding, at the first of them.
func TestNoScaleCounts(t *testing.T) {
	for items, want := range map[string]string{
		"{a: Observes}": "item a has no scale to be rated on",
		"{a: Observes, b: Plans, c: {title: C, items: {d: D}}}": "item a and 2 more have no scale to be rated on",
		"{a: {text: A, scale: yes-no}, b: Plans}":               "item b has no scale to be rated on",
	} {
		_, findings := read("items: " + items + "\n")
		if len(findings) != 1 || findings[0].Code != load.CodeNoScale || findings[0].Message != want {
			t.Errorf("%s: %v, want %q", items, findings, want)
		}
	}
}
