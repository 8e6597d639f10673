package lint_test

import "testing"

func TestCodeSequence(t *testing.T) {
	checkExamples(t, "code-sequence", map[string]example{
		"a gap":             {head + "items: {1.1: A, 1.2: B, 1.4: C}\n", []string{"6:25 after the code 1.2 comes 1.4"}},
		"letters before":    {head + "items: {RE.1: A, RE.2: B, RE.5: C}\n", []string{"6:27 after the code RE.2 comes RE.5"}},
		"nines and tens":    {head + "items: {8: A, 9: B, 11: C}\n", []string{"6:21 after the code 9 comes 11"}},
		"out of order":      {head + "items: {1.1: A, 1.3: B, 1.2: C, 1.4: D}\n", []string{"6:25 the code 1.2 stands after 1.3"}},
		"one far too high":  {head + "items: {1.1: A, 1.9: B, 1.2: C, 1.3: D}\n", []string{"6:17 after the code 1.3 comes 1.9", "6:25 the code 1.2 stands after 1.9"}},
		"below a heading":   {head + "items: {a: {title: A, items: {a1: B, a2: C, a4: D}}}\n", []string{"6:45 after the code a2 comes a4"}},
		"leading zeros":     {head + "items: {01: A, 02: B, 04: C}\n", []string{"6:23 after the code 02 comes 04"}},
		"a retired one":     {head + "items: {1.1: A, 1.2: B, 1.3: {text: C, retired: dropped}, 1.4: D}\n", nil},
		"in order":          {head + "items: {1.1: A, 1.2: B, 1.3: C, 1.4: D}\n", nil},
		"not from one":      {head + "items: {4: A, 5: B, 6: C}\n", nil},
		"in steps of ten":   {head + "items: {10: A, 20: B, 30: C, 40: D}\n", nil},
		"counting down":     {head + "items: {3: A, 2: B, 1: C}\n", nil},
		"two are no row":    {head + "items: {1.1: A, 1.3: B}\n", nil},
		"several prefixes":  {head + "items: {1.1: A, 2.2: B, 2.4: C}\n", nil},
		"no numbers at all": {head + "items: {a: A, b: B, d: C}\n", nil},
	})
}

func TestUnequalDepth(t *testing.T) {
	const two = "a: {title: A, items: {a1: x, a2: x}}, b: {title: B, items: {b1: x, b2: x}}"
	checkExamples(t, "unequal-depth", map[string]example{
		"too high": {head + "items: {" + two + ", c: Plans}\n",
			[]string{"6:85 c is rated as a tier-1, while nearly all that is rated is a tier-2"}},
		"too deep, with names": {head + "tiers: [Area, Sign]\nitems: {" + two + ", c: {title: C, items: {d: {title: D, items: {d1: x}}}}}\n",
			[]string{"7:129 d1 is rated as a tier-3, while nearly all that is rated is a Sign"}},
		"once for a heading": {head + "items: {" + two + ", c: {title: C, items: {c1: x, c2: x, d: {title: D, items: {d1: x, d2: x}}}}}\n",
			[]string{"6:143 d1 is rated as a tier-3, while nearly all that is rated is a tier-2"}},

		"all alike":          {head + "items: {" + two + "}\n", nil},
		"one in three":       {head + "items: {a: {title: A, items: {a1: x, a2: x}}, c: Plans}\n", nil},
		"an empty heading":   {head + "items: {" + two + ", c: {title: C}}\n", nil},
		"rated by its words": {head + "items: {" + two + ", c: {title: C, items: {c1: {title: x, rated: true, items: {d: x}}}}}\n", nil},
		"a retired one":      {head + "items: {" + two + ", c: {text: Plans, retired: dropped}}\n", nil},
	})
}

func TestSingleChild(t *testing.T) {
	checkExamples(t, "single-child", map[string]example{
		"one":            {head + "items: {a: {title: A, items: {a1: B}}, b: C}\n", []string{"6:9 only one item, a1, stands below a"}},
		"one is left":    {head + "items: {a: {title: A, items: {a1: B, a2: {text: C, retired: dropped}}}}\n", []string{"6:9 only one item, a1, stands below a"}},
		"two":            {head + "items: {a: {title: A, items: {a1: B, a2: C}}}\n", nil},
		"one at the top": {head + "items: {a: Plans}\n", nil},
		"a rated parent": {head + "items: {a: {title: A, rated: true, items: {a1: B}}}\n", nil},
		"a retired one":  {head + "items: {b: B, a: {title: A, retired: dropped, items: {a1: B}}}\n", nil},
	})
}

func TestEmptyTier(t *testing.T) {
	const full = "a: {title: A, items: {a1: B, a2: C}}"
	checkExamples(t, "empty-tier", map[string]example{
		"a bare title":  {head + "items: {" + full + ", b: {title: B}}\n", []string{"6:47 nothing stands below b, while its neighbours have items"}},
		"all retired":   {head + "items: {" + full + ", b: {title: B, items: {b1: {text: C, retired: dropped}}}}\n", []string{"6:47 all items below b are retired"}},
		"deeper":        {head + "items: {t: {title: T, items: {" + full + ", b: {title: B}}}}\n", []string{"6:69 nothing stands below b, while its neighbours have items"}},
		"a text":        {head + "items: {" + full + ", b: {title: B, text: C}}\n", nil},
		"descriptors":   {head + "items: {" + full + ", b: {title: B, levels: {1: C}}}\n", nil},
		"rated by will": {head + "items: {" + full + ", b: {title: B, rated: true}}\n", nil},
		"only titles":   {head + "items: {a: {title: A}, b: {title: B}}\n", nil},
		"a retired one": {head + "items: {" + full + ", b: {title: B, retired: dropped}}\n", nil},
		"some retired":  {head + "items: {" + full + ", b: {title: B, items: {b1: {text: C, retired: dropped}, b2: D}}}\n", nil},
	})
}

func TestMissingDescriptor(t *testing.T) {
	const all = "{1: w, 2: x, 3: y, 4: z}"
	checkExamples(t, "missing-descriptor", map[string]example{
		"between two": {head + "items: {a: {title: A, levels: {1: x, 3: y, 4: z}}}\n",
			[]string{"6:31 a has no text for the level 2, and one for the others"}},
		"only a label": {head + "items: {a: {title: A, levels: {1: x, 2: {label: B}, 3: y}}}\n",
			[]string{"6:31 a has no text for the level 2, and one for the others"}},
		"an end that the others describe": {head + "items:\n  a: {title: A, levels: " + all + "}\n  b: {title: B, levels: " + all + "}\n  c: {title: C, levels: {1: w, 2: x, 3: y}}\n",
			[]string{"9:25 c has no text for the level 4, and one for the others"}},
		"a scale of its own": {strip(head) + "scale: own\nitems: {a: {title: A, levels: {1: x, 2: {label: B}, 3: y}}}\n",
			[]string{"6:31 a has no text for the level 2, and one for the others"}},

		"all":            {head + "items: {a: {title: A, levels: " + all + "}}\n", nil},
		"none":           {head + "items: {a: {title: A}, b: {title: B, levels: " + all + "}}\n", nil},
		"an end alone":   {head + "items: {a: {title: A, levels: {2: x, 3: y, 4: z}}}\n", nil},
		"an end of some": {head + "items:\n  a: {title: A, levels: " + all + "}\n  b: {title: B, levels: {2: x, 3: y}}\n  c: {title: C, levels: {2: x, 3: y}}\n", nil},
	})
}
