package lint_test

import (
	"strings"
	"testing"
)

func TestDoubleBarrelled(t *testing.T) {
	one := func(text string) string { return head + "items: {a: '" + text + "'}\n" }
	checkExamples(t, "double-barrelled", map[string]example{
		"two orders":     {one("Recruit diverse staff and retain effective educators"), []string{"6:35 a asks two things in one rating: \"Recruit\" and \"retain\""}},
		"two reports":    {one("Recruits diverse staff or retains effective educators"), []string{"6:36 a asks two things in one rating: \"Recruits\" and \"retains\""}},
		"with an adverb": {one("Recruit diverse staff, and then openly seek views"), nil},
		"adverbs":        {one("Openly recruit diverse staff and actively seek views"), []string{"6:42 a asks two things in one rating: \"recruit\" and \"seek\""}},
		"a doubtful verb with its article": {one("Recruit diverse staff and support the team"),
			[]string{"6:35 a asks two things in one rating: \"Recruit\" and \"support\""}},
		"a doubtful verb behind a comma": {one("Recruit diverse staff, and use data well"),
			[]string{"6:36 a asks two things in one rating: \"Recruit\" and \"use\""}},
		"only a title": {head + "items: {a: {title: Recruit diverse staff and retain effective educators}}\n",
			[]string{"6:42 a asks two things in one rating: \"Recruit\" and \"retain\""}},

		"one object":           {one("Create and sustain structures"), nil},
		"three verbs":          {one("Collect, analyze, and use data"), nil},
		"two objects":          {one("Recruit diverse staff and effective educators"), nil},
		"nouns":                {one("Provide feedback and support when it is needed"), nil},
		"a shared preposition": {one("Set expectations for and promote the culture"), nil},
		"a clause":             {one("Create structures that empower staff and solve problems"), nil},
		"a purpose":            {one("Collect data to inform teams and improve practice"), nil},
		"in order to":          {one("Understand change in order to guide and refine the plan"), nil},
		"the same thing":       {one("Keeps notes of visits and shares them"), nil},
		"another form":         {one("Recruit diverse staff and retaining educators"), nil},
		"in -ing":              {one("Recruiting diverse staff and retaining educators"), nil},
		"two sentences":        {one("Recruit diverse staff and retain educators. Seek views."), nil},
		"descriptors":          {head + "items: {a: {title: Recruit diverse staff and retain educators, levels: {1: x}}}\n", nil},
		"not rated":            {head + "items: {a: {title: Recruit diverse staff and retain educators, items: {b: B}}}\n", nil},
		"no verb":              {one("Talent"), nil},
		"a verb alone":         {one("Recruit"), nil},
		"ends with and":        {one("Recruit staff and"), nil},
		"another language":     {"language: es\n" + one("Recruit diverse staff and retain effective educators"), nil},
	})
}

func TestVagueQuantifier(t *testing.T) {
	checkExamples(t, "vague-quantifier", map[string]example{
		"a word":           {head + "items: {a: Gives some feedback}\n", []string{"6:18 the text of a leaves open what \"some\" means"}},
		"a phrase":         {head + "items: {a: Gives feedback As needed}\n", []string{"6:27 the text of a leaves open what \"As needed\" means"}},
		"a descriptor":     {head + "items: {a: {title: A, levels: {1: Gives adequate feedback}}}\n", []string{"6:41 the text of level 1 of a leaves open what \"adequate\" means"}},
		"the first":        {head + "items: {a: Many give few}\n", []string{"6:12 the text of a leaves open what \"Many\" means"}},
		"part of a word":   {head + "items: {a: Something fewer manyfold, b: some-what}\n", nil},
		"not rated":        {head + "items: {p: {title: Some feedback, items: {a: Gives it}}}\n", nil},
		"another language": {"language: de\n" + head + "items: {a: Gibt some feedback}\n", nil},
	})
}

func TestAbsoluteWord(t *testing.T) {
	checkExamples(t, "absolute-word", map[string]example{
		"a word":         {head + "items: {a: Never gives up}\n", []string{"6:12 the text of a admits no exception: \"Never\""}},
		"a phrase":       {head + "items: {a: Listens at all times}\n", []string{"6:20 the text of a admits no exception: \"at all times\""}},
		"part of a word": {head + "items: {a: Allows overall gains}\n", nil},
	})
}

func TestLongIndicator(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("word ", n)) }
	checkExamples(t, "long-indicator", map[string]example{
		"41 words":    {head + "items:\n  a: " + words(41) + "\n", []string{"7:206 the text of a has 41 words, which is too much for one rating"}},
		"40 words":    {head + "items:\n  a: " + words(40) + "\n", nil},
		"descriptors": {head + "items:\n  a: {text: " + words(41) + ", levels: {1: x}}\n", nil},
		"not rated":   {head + "items:\n  a: {text: " + words(41) + ", items: {b: B}}\n", nil},
		"an address":  {head + "items:\n  a: \"" + words(39) + " [here](https://example.org/a/b/c/d)\"\n", nil},
	})
}

func TestSameDescriptor(t *testing.T) {
	checkExamples(t, "same-descriptor", map[string]example{
		"adjacent": {head + "items: {a: {title: A, levels: {1: Plans, 2: plans., 3: Leads}}}\n", []string{"6:45 levels 1 and 2 of a have one text"}},
		"three":    {head + "items: {a: {title: A, levels: {1: Plans, 2: Plans, 3: Plans}}}\n", []string{"6:45 levels 1 and 2 of a have one text", "6:55 levels 2 and 3 of a have one text"}},

		"apart":     {head + "items: {a: {title: A, levels: {1: Plans, 2: Leads, 3: Plans}}}\n", nil},
		"two items": {head + "items: {a: {title: A, levels: {1: Plans}}, b: {title: B, levels: {2: Plans}}}\n", nil},
		"no words":  {head + "items: {a: {title: A, levels: {1: \"+\", 2: \"++\"}}}\n", nil},
	})
}

func TestRepeatedDescriptor(t *testing.T) {
	const bullets = head + "items:\n  a:\n    title: A\n    levels:\n      1: |-\n        - Names one next step\n        - Plans\n      2: Leads\n      3: |-\n        - Leads the whole team\n        - Names one next step.\n"
	checkExamples(t, "repeated-descriptor", map[string]example{
		"a bullet": {bullets, []string{"16:11 the text of level 3 of a repeats what the text of level 1 of a says"}},
		"a whole cell, further on": {head + "items: {a: {title: A, levels: {1: Names one next step, 2: Leads, 3: Names one next step}}}\n",
			[]string{"6:69 the text of level 3 of a repeats what the text of level 1 of a says"}},
		"of two items": {head + "items: {a: {title: A, levels: {1: Names one next step}}, b: {title: B, levels: {2: Names one next step}}}\n",
			[]string{"6:84 the text of level 2 of b repeats what the text of level 1 of a says"}},

		"the same level":  {head + "items: {a: {title: A, levels: {1: Names one next step}}, b: {title: B, levels: {1: Names one next step}}}\n", nil},
		"adjacent levels": {head + "items: {a: {title: A, levels: {1: Names one next step, 2: Names one next step}}}\n", nil},
		"three words":     {head + "items: {a: {title: A, levels: {1: Names next steps, 2: Leads, 3: Names next steps}}}\n", nil},
	})
}

func TestReadingLevel(t *testing.T) {
	const long = "Facilitates collaborative identification of instructional improvement opportunities, ensuring organisational accountability requirements and professional development responsibilities are systematically communicated internationally and regionally"
	checkExamples(t, "reading-level", map[string]example{
		"long words":  {head + "items:\n  a: " + long + "\n", []string{"7:6 the text of a is hard to read: Flesch–Kincaid grade 41"}},
		"short words": {head + "items:\n  a: Looks for ways to teach well with the team and makes sure that each of them knows what the school asks and what help there is\n", nil},
		"few words":   {head + "items:\n  a: Facilitates collaborative identification of instructional improvement opportunities\n", nil},
		"French":      {"language: fr\n" + head + "items:\n  a: " + long + "\n", nil},
	})
}
