package lint_test

import "testing"

func TestDuplicateText(t *testing.T) {
	checkExamples(t, "duplicate-text", map[string]example{
		"capitals, stops and spaces": {head + "items: {a: Gives feedback, b: gives  feedback., c: Plans}\n",
			[]string{"6:31 item b says the same as item a"}},
		"emphasis": {head + "items: {a: Gives _feedback_, b: Gives **feedback**}\n",
			[]string{"6:33 item b says the same as item a"}},
		"in other parts of the tree": {head + "items: {a: {title: A, items: {x: Plans}}, b: {title: B, items: {y: Plans}}}\n",
			[]string{"6:68 item y says the same as item x"}},
		"three times": {head + "items: {a: Plans, b: Plans, c: Plans}\n",
			[]string{"6:22 item b says the same as item a", "6:32 item c says the same as item a"}},
		"titles without texts": {head + "items: {a: {title: Plans}, b: {title: Plans}}\n",
			[]string{"6:39 item b says the same as item a"}},
		"a title and a text": {head + "items: {a: {title: Plans}, b: Plans}\n",
			[]string{"6:31 item b says the same as item a"}},
		"headings that stand together": {head + "items: {a: {title: Plans, items: {x: X}}, b: {title: Plans, items: {y: Y}}}\n",
			[]string{"6:54 item b says the same as item a"}},

		"one title for two texts":       {head + "items: {a: {title: Plans, text: alone}, b: {title: Plans, text: together}}\n", nil},
		"headings of different parents": {head + "items: {a: {title: A, items: {x: {title: Plans, items: {x1: X}}}}, b: {title: B, items: {y: {title: Plans, items: {y1: Y}}}}}\n", nil},
		"a word more":                   {head + "items: {a: Plans, b: Plans ahead}\n", nil},
		"a retired one":                 {head + "items: {a: {text: Plans, retired: merged into b}, b: Plans}\n", nil},
		"below a retired one":           {head + "items: {a: {title: A, retired: dropped, items: {x: Plans}}, b: Plans}\n", nil},
		"only levels, without any text": {head + "items: {a: {levels: {1: x}}, b: {levels: {1: x}}}\n", nil},
		"no words but signs":            {head + "items: {a: \"+\", b: \"±\"}\n", nil},
	})
}

func TestMergeableCodes(t *testing.T) {
	checkExamples(t, "mergeable-codes", map[string]example{
		"numbers":           {head + "items: {1.1: A, 1.10: B}\n", []string{"6:17 other programs may take the code 1.10 for 1.1"}},
		"leading zeros":     {head + "items: {7: A, 007: B}\n", []string{"6:15 other programs may take the code 007 for 7"}},
		"whole and decimal": {head + "items: {\"2\": A, \"2.0\": B}\n", []string{"6:17 other programs may take the code 2.0 for 2"}},
		"capitals":          {head + "items: {a1: A, A1: B}\n", []string{"6:16 other programs may take the code A1 for a1"}},
		"of different depth": {head + "items: {a: {title: A, items: {1: B}}, A: C}\n",
			[]string{"6:39 other programs may take the code A for a"}},

		"numbers that differ":  {head + "items: {1.1: A, 1.11: B, 1.01: C, 11: D}\n", nil},
		"three parts":          {head + "items: {1.1.1: A, 1.1.10: B}\n", nil},
		"zeros among letters":  {head + "items: {a1: A, a01: B}\n", nil},
		"numbers and a dash":   {head + "items: {1-1: A, 1-10: B}\n", nil},
		"a number and its day": {head + "items: {1: A, 1st: B}\n", nil},
	})
}

func TestParentCode(t *testing.T) {
	family := func(parent, children string) string {
		return head + "items: {" + parent + ": {title: A, items: {" + children + "}}}\n"
	}
	checkExamples(t, "parent-code", map[string]example{
		"mistyped": {family("1", "1.1: A1, 1.2: B, 2.3: C"),
			[]string{"6:48 the code 2.3 does not begin with 1, the code above it, as its neighbours' do"}},
		"a longer number is no relative": {family("1", "1.1: A1, 1.2: B, 12: C"),
			[]string{"6:48 the code 12 does not begin with 1, the code above it, as its neighbours' do"}},
		"letters": {family("RE", "RE.1: A1, RE.2: B, PE.3: C"),
			[]string{"6:51 the code PE.3 does not begin with RE, the code above it, as its neighbours' do"}},
		"capitals count": {family("RE", "RE1: A1, RE2: B, re3: C"),
			[]string{"6:49 the code re3 does not begin with RE, the code above it, as its neighbours' do"}},

		"one relative is no family":   {family("1", "1.1: A1, x: B, y: C"), nil},
		"no relatives":                {family("CM", "a: A1, b: B, c: C"), nil},
		"all related, in other forms": {family("1", "1.1: A1, 1-2: B, 1a: C, 1 d: D"), nil},
		"letters before numbers":      {family("C", "C1: A1, C2: B, C10: C"), nil},
		"the top has no parent":       {head + "items: {1.1: A, 1.2: B, 2: C}\n", nil},
	})
}

func TestTiersDepth(t *testing.T) {
	const two = "items: {a: {title: A, items: {a1: B}}}\n"
	checkExamples(t, "tiers-depth", map[string]example{
		"too many": {head + "tiers: [Area, Standard, Sign]\n" + two, []string{"6:8 `tiers` names 3 depths, and the items have 2"}},
		"too few":  {head + "tiers: [Area]\n" + two, []string{"6:8 `tiers` names 1 depth, and the items have 2"}},

		"as many":            {head + "tiers: [Area, Standard]\n" + two, nil},
		"no names":           {head + two, nil},
		"the deepest counts": {head + "tiers: [Area, Standard]\nitems: {b: B, a: {title: A, items: {a1: C}}}\n", nil},
	})
}

func TestMissingSource(t *testing.T) {
	start, rest := "rubric: v1\nid: coaching\ntitle: Coaching\n", "scale: four-levels\nitems: {a: Observes}\n"
	checkExamples(t, "missing-source", map[string]example{
		"none": {start + rest, []string{"2:5 the framework does not say where its text comes from"}},
		"no rights": {start + "source: {title: Handbook}\n" + rest,
			[]string{"4:9 the source does not say whose the text is"}},
		"an address without rights": {start + "source: {url: https://example.org}\n" + rest,
			[]string{"4:9 the source does not say whose the text is"}},
		"no document": {start + "source: {rights: none stated}\n" + rest,
			[]string{"4:9 the source does not say which document the text comes from"}},
		"only a date": {start + "source: {retrieved: 2026-11-21}\n" + rest,
			[]string{"4:9 the source does not say which document the text comes from"}},

		"a title and rights":    {start + "source: {title: Handbook, rights: none stated}\n" + rest, nil},
		"an address and rights": {start + "source: {url: https://example.org, rights: CC BY 4.0}\n" + rest, nil},
	})
}

func TestStrayGlyph(t *testing.T) {
	checkExamples(t, "stray-glyph", map[string]example{
		"in the middle": {head + "items: {a: Observes ▪ plans}\n",
			[]string{"6:21 the text of a holds the sign ▪, which looks copied from a list"}},
		"once for a text": {head + "items: {a: ✓ Observes ✓ plans ☐}\n",
			[]string{"6:12 the text of a holds the sign ✓, which looks copied from a list, and 2 more of the kind"}},
		"everywhere": {head + "text: • A\nguidance: • B\nitems: {a: {title: • C, stem: • D, guidance: • E, levels: {1: {label: • F, text: • G, guidance: • H}}}}\n",
			[]string{
				"6:7 the framework's text holds the sign •, which looks copied from a list",
				"7:11 the framework's guidance holds the sign •, which looks copied from a list",
				"8:20 the title of a holds the sign •, which looks copied from a list",
				"8:31 the stem of a holds the sign •, which looks copied from a list",
				"8:46 the guidance of a holds the sign •, which looks copied from a list",
				"8:71 the label of level 1 of a holds the sign •, which looks copied from a list",
				"8:82 the text of level 1 of a holds the sign •, which looks copied from a list",
				"8:97 the guidance for level 1 of a holds the sign •, which looks copied from a list",
			}},
		"in the scale, once": {strip(head) + "scale: mine\nscales: {mine: {levels: {1: {label: A, text: • B}}}}\nitems: {a: Observes, b: Plans}\n",
			[]string{"6:46 the text of level 1 of the scale holds the sign •, which looks copied from a list"}},
		"in a scale without a name": {strip(head) + "scale: {levels: {1: • A}}\nitems: {a: Observes}\n",
			[]string{"5:21 the label of level 1 of the scale holds the sign •, which looks copied from a list"}},

		"a list":                     {head + "items:\n  a: |\n    - Observes\n    - plans\n", nil},
		"other signs":                {head + "items: {a: Observes · plans – reads → writes ★}\n", nil},
		"a word of the rating files": {head + "items: {a: {title: A, scale: checklist}}\n", nil},
		"notes are not printed":      {head + "items: {a: {title: A, notes: • Look again}}\n", nil},
	})
}

// strip takes the line with the scale away from head.
func strip(head string) string { return head[:len(head)-len("scale: four-levels\n")] }

func TestUnsupportedMarkup(t *testing.T) {
	checkExamples(t, "unsupported-markup", map[string]example{
		"HTML": {head + "items: {a: Gives <u>feedback</u>}\n",
			[]string{"6:18 the text of a holds HTML"}},
		"a heading, in a text of lines": {head + "items:\n  a: |\n    Plans\n\n    # Feedback\n",
			[]string{"10:5 line 3 of the text of a holds a heading"}},
		"the first of two": {head + "items:\n  a: |\n    Plans <u>ahead</u>\n\n    # Feedback\n",
			[]string{"8:11 line 1 of the text of a holds HTML"}},
		"an image": {head + "items: {a: \"![plan](plan.png)\"}\n",
			[]string{"6:13 the text of a holds an image"}},
		"in a cell": {head + "items: {a: {title: A, levels: {1: <b>few</b>}}}\n",
			[]string{"6:35 the text of level 1 of a holds HTML"}},
		"once for a text": {head + "items: {a: <u>Gives</u> <b>feedback</b>}\n",
			[]string{"6:12 the text of a holds HTML"}},

		"what texts have":     {head + "items:\n  a: |\n    _Gives_ **feedback** ([how](https://example.org))\n\n    - soon\n      1. kindly\n", nil},
		"signs that are none": {head + "items: {a: \"Marks < 5 & > 3, #1, 2 * 3, a_b_c\"}\n", nil},
	})
}
