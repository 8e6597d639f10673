package lint_test

import (
	"strings"
	"testing"

	"rubrickit/rubric/lint"
)

func TestNearDuplicate(t *testing.T) {
	const first = "Gives every teacher written feedback within a week"
	checkExamples(t, "near-duplicate", map[string]example{
		"another small word": {head + "items: {a: " + first + ", b: Gives each teacher written feedback within a week}\n",
			[]string{"6:67 the text of b says nearly the same as the text of a"}},
		"endings, and several": {head + "items: {a: " + first + ", b: Give teachers their written feedback within the week}\n",
			[]string{"6:67 the text of b says nearly the same as the text of a"}},
		"elsewhere, below another title": {head + "items: {t: {title: T, items: {a: {title: A, text: " + first + "}}}, b: Giving teachers written feedback within a week}\n",
			[]string{"6:109 the text of b says nearly the same as the text of a"}},
		"cells of two levels": {head + "items:\n  a: {title: A, levels: {1: " + first + "}}\n  b: {title: B, levels: {2: Gives each teacher written feedback within a week}}\n",
			[]string{"8:29 the text of level 2 of b says nearly the same as the text of level 1 of a"}},
		"four words":                    {head + "items: {a: Plans lessons with teachers, b: Plan the lessons with teachers}\n", []string{"6:44 the text of b says nearly the same as the text of a"}},
		"headings that stand together":  {head + "items: {a: {title: Planning lessons with teachers, items: {x: X}}, b: {title: Plan lessons with the teachers, items: {y: Y}}}\n", []string{"6:79 the title of b says nearly the same as the title of a"}},
		"a third, like the first again": {head + "items: {a: " + first + ", b: Plans, c: Give teachers written feedback within a week}\n", []string{"6:77 the text of c says nearly the same as the text of a"}},

		"the same":                       {head + "items: {a: " + first + ", b: " + first + "}\n", nil},
		"a word of substance":            {head + "items: {a: " + first + ", b: Gives every teacher spoken feedback within a week}\n", nil},
		"a word that turns the meaning":  {head + "items: {a: " + first + ", b: Gives no teacher written feedback within a week}\n", nil},
		"a preposition":                  {head + "items: {a: " + first + ", b: Gives every teacher written feedback after a week}\n", nil},
		"three words":                    {head + "items: {a: Plans lessons together, b: Plan the lessons together}\n", nil},
		"levels of one item":             {head + "items:\n  a: {title: A, levels: {1: " + first + ", 2: Gives each teacher written feedback within a week}}\n", nil},
		"one level of two items":         {head + "items:\n  a: {title: A, levels: {1: " + first + "}}\n  b: {title: B, levels: {1: Gives each teacher written feedback within a week}}\n", nil},
		"an item and a cell":             {head + "items:\n  a: " + first + "\n  b: {title: B, levels: {1: Gives each teacher written feedback within a week}}\n", nil},
		"headings of different parents":  {head + "items:\n  a: {title: A, items: {x: {title: Planning lessons with teachers, items: {x1: X}}}}\n  b: {title: B, items: {y: {title: Plan lessons with the teachers, items: {y1: Y}}}}\n", nil},
		"a heading and what is below it": {head + "items: {a: {title: Planning lessons with teachers, items: {x: Plan lessons with the teachers}}}\n", nil},
		"a retired one":                  {head + "items: {a: " + first + ", b: {text: Gives each teacher written feedback within a week, retired: merged}}\n", nil},
		"the words in another order":     {head + "items: {a: " + first + ", b: Within a week gives every teacher written feedback}\n", nil},
		"another language":               {"language: fr\n" + head + "items: {a: " + first + ", b: Gives each teacher written feedback within a week}\n", nil},
	})
}

// Forms of one word are one, and words that only look alike are two.
func TestWithoutEnding(t *testing.T) {
	for _, forms := range [][]string{
		{"plan", "plans", "planned", "planning"}, {"give", "gives", "giving"}, {"study", "studies", "studied", "studying"},
		{"assess", "assesses", "assessed", "assessing"}, {"focus", "focuses", "focused"}, {"goal", "goals"}, {"value", "values", "valued"},
	} {
		for _, f := range forms {
			if got, want := lint.WithoutEnding(f), lint.WithoutEnding(forms[0]); got != want {
				t.Errorf("%s is read as %q, and %s as %q", f, got, forms[0], want)
			}
		}
	}
	apart := map[string]string{}
	for _, w := range strings.Fields("plan plant bus business need seed bring string use us do be bed 1s 2s école régie") {
		if other, taken := apart[lint.WithoutEnding(w)]; taken {
			t.Errorf("%s and %s are read as one", w, other)
		}
		apart[lint.WithoutEnding(w)] = w
	}
}

func TestStemCompletion(t *testing.T) {
	stem := func(stem, items string) string {
		return head + "items: {p: {title: P, stem: \"" + stem + "\", items: {" + items + "}}}\n"
	}
	checkExamples(t, "stem-completion", map[string]example{
		"a subject": {stem("Coaches:", "a: give feedback, b: They plan"),
			[]string{"6:70 b does not complete its stem, but begins anew with \"They\""}},
		"the stem again": {stem("All coaches:", "a: give feedback, b: coaches plan"),
			[]string{"6:74 b repeats \"coaches\", the end of its stem"}},
		"all of the stem again": {stem("The coach can", "a: give feedback, b: The coach can plan"),
			[]string{"6:75 b repeats \"can\", the end of its stem"}},
		"a capital": {stem("Coaches:", "a: give feedback, b: Plan lessons, c: observe"),
			[]string{"6:70 b begins with a capital, while its neighbours go on from the stem in lower case"}},
		"a stem two above": {head + "items: {p: {title: P, stem: \"Coaches:\", items: {q: {title: Q, items: {a: They plan}}}}}\n",
			[]string{"6:74 a does not complete its stem, but begins anew with \"They\""}},

		"all go on":         {stem("Coaches:", "a: give feedback, b: plan lessons"), nil},
		"all with capitals": {stem("Coaches:", "a: Give feedback, b: Plan lessons"), nil},
		"an abbreviation":   {stem("Coaches use:", "a: tablets, b: ICT in lessons, c: paper"), nil},
		"no stem":           {head + "items: {a: give feedback, b: They plan, c: observe}\n", nil},
		"another language":  {"language: de\n" + stem("Führungskräfte:", "a: geben Rückmeldung, b: Lernen fördern, c: planen"), nil},
		"a retired one":     {stem("Coaches:", "a: give feedback, b: {text: They plan, retired: merged}"), nil},
	})
}

func TestInconsistentPunctuation(t *testing.T) {
	checkExamples(t, "inconsistent-punctuation", map[string]example{
		"a stop": {head + "items: {a: Plans, b: Observes., c: Reflects}\n",
			[]string{"6:30 b ends with a full stop, and its neighbours do not"}},
		"no stop": {head + "items: {a: Plans., b: Observes, c: Reflects.}\n",
			[]string{"6:23 b ends without a full stop, and its neighbours have one"}},
		"behind emphasis": {head + "items: {a: Plans, b: _Observes._, c: Reflects}\n",
			[]string{"6:31 b ends with a full stop, and its neighbours do not"}},
		"entries of a cell": {head + "items:\n  p:\n    title: P\n    levels:\n      1: |-\n        - Plans\n        - Observes.\n        - Reflects\n        - Listens\n",
			[]string{"12:19 an entry in the text of level 1 of p ends with a full stop, and its neighbours do not"}},
		"the last, without a stem": {head + "items: {a: Plans, b: Observes, c: Reflects.}\n",
			[]string{"6:43 c ends with a full stop, and its neighbours do not"}},

		"the last, below a stem": {head + "items: {p: {title: P, stem: \"Coaches:\", items: {a: plan, b: observe, c: reflect.}}}\n", nil},
		"the last, below a text": {head + "items: {p: {text: \"Coaches:\", items: {a: plan, b: observe, c: reflect.}}}\n", nil},
		"the last of a list":     {head + "items:\n  p:\n    title: P\n    levels:\n      1: |-\n        - Plans,\n        - observes, and\n        - reflects.\n", nil},
		"all":                    {head + "items: {a: Plans., b: Observes., c: Reflects.}\n", nil},
		"half and half":          {head + "items: {a: Plans., b: Observes., c: Reflects, d: Listens}\n", nil},
		"two sentences":          {head + "items: {a: Plans, b: Observes. Then reflects., c: Reflects}\n", nil},
		"an abbreviation":        {head + "items: {a: Plans (e.g. Mondays)., b: Observes., c: Reflects.}\n", nil},
		"lists within lists":     {head + "items:\n  p:\n    title: P\n    levels:\n      1: |-\n        - Plans.\n          - first\n          - then\n        - Reflects.\n", nil},
	})
}

func TestInconsistentMood(t *testing.T) {
	checkExamples(t, "inconsistent-mood", map[string]example{
		"-ing": {head + "items: {a: Observes lessons, b: Giving feedback, c: Seeks views, d: Keeps notes}\n",
			[]string{"6:33 b begins with \"Giving\", while its neighbours begin like “develops”"}},
		"an order": {head + "items: {a: Observes lessons, b: Openly give feedback, c: Seeks views, d: Keeps notes}\n",
			[]string{"6:40 b begins with \"give\", while its neighbours begin like “develops”"}},
		"-s": {head + "items: {a: Observe lessons, b: Gives feedback, c: Seek views, d: Keep notes}\n",
			[]string{"6:32 b begins with \"Gives\", while its neighbours begin like “develop”"}},
		"with letters that -ing changes": {head + "items: {a: Observes lessons, b: Setting goals, c: Seeks views, d: Sharing notes, e: Keeps time, f: Gives help, g: Leads teams, h: Asks first}\n",
			[]string{"6:33 b begins with \"Setting\", while its neighbours begin like “develops”", "6:67 d begins with \"Sharing\", while its neighbours begin like “develops”"}},
		"in a cell": {head + "items:\n  p:\n    title: P\n    levels:\n      1: |-\n        - Observes lessons\n        - Gives feedback\n        - Seeks views\n      2: |-\n        - Keep notes\n",
			[]string{"15:11 the text of level 2 of p begins with \"Keep\", while its neighbours begin like “develops”"}},

		"one form":              {head + "items: {a: Observes lessons, b: Applies rules, c: Seeks views, d: Discusses notes}\n", nil},
		"no verb":               {head + "items: {a: Observes lessons, b: Sought out for reviews, c: Seeks views, d: Keeps notes}\n", nil},
		"two of each":           {head + "items: {a: Observes lessons, b: Giving feedback, c: Seeks views, d: Keeping notes}\n", nil},
		"what is indented":      {head + "items:\n  p:\n    title: P\n    levels:\n      1: |-\n        - Observes lessons\n        - Gives feedback\n          - Ask first\n        - Seeks views\n", nil},
		"titles that are nouns": {head + "items: {a: {title: Develop talent}, b: {title: Results}, c: {title: Build trust}, d: {title: Seek views}}\n", nil},
		"another language":      {"language: fr\n" + head + "items: {a: Observes lessons, b: Giving feedback, c: Seeks views, d: Keeps notes}\n", nil},
	})
}

func TestTruncatedText(t *testing.T) {
	checkExamples(t, "truncated-text", map[string]example{
		"a purpose":          {head + "items: {a: Observes lessons in order to}\n", []string{"6:29 the text of a breaks off after “in order to”"}},
		"an article":         {head + "items: {a: Plans lessons with the, b: B}\n", []string{"6:31 the text of a breaks off after “the”"}},
		"a comma":            {head + "items: {a: \"Plans lessons,\", b: B}\n", []string{"6:26 the text of a breaks off after “,”"}},
		"a colon":            {head + "items: {a: \"Plans:\", b: B}\n", []string{"6:18 the text of a breaks off after “:”"}},
		"a bracket":          {head + "items: {a: Plans (with the team, b: B}\n", []string{"6:18 the text of a breaks off after a bracket that is not closed"}},
		"a cell":             {head + "items: {a: {title: A, levels: {1: Plans and}}}\n", []string{"6:41 the text of level 1 of a breaks off after “and”"}},
		"the last of a list": {head + "items:\n  a: |-\n    Plans:\n\n    - alone and\n    - with the\n", []string{"11:12 the text of a breaks off after “the”"}},
		"the last below a stem": {head + "items: {p: {title: P, stem: \"Coaches:\", items: {a: plan and, b: observe the}}}\n",
			[]string{"6:73 the text of b breaks off after “the”"}},

		"an end":                   {head + "items: {a: Plans what to aim at, b: Knows what it is made of}\n", nil},
		"brackets":                 {head + "items: {a: Plans (with (all of) the team)}\n", nil},
		"what children go on from": {head + "items: {p: {text: \"Coaches:\", items: {a: \"plan,\", b: observe}}}\n", nil},
		"stems":                    {head + "items: {p: {title: P, stem: The coach and the, items: {a: team plan}}}\n", nil},
		"another language":         {"language: nl\n" + head + "items: {a: Werkt an an}\n", nil},
	})
}

func TestPlaceholderText(t *testing.T) {
	checkExamples(t, "placeholder-text", map[string]example{
		"todo":          {head + "items: {a: \"TODO: ask Ann\"}\n", []string{"6:13 the text of a is still to be written"}},
		"in the middle": {head + "items: {a: Reads TBD pages}\n", []string{"6:18 the text of a is still to be written"}},
		"latin":         {head + "items: {a: Lorem ipsum dolor}\n", []string{"6:12 the text of a is still to be written"}},
		"a promise":     {head + "items: {a: Levels to be defined}\n", []string{"6:19 the text of a is still to be written"}},
		"a slot":        {head + "items: {a: \"Plans with [insert name]\"}\n", []string{"6:24 the text of a is still to be written"}},
		"dots":          {head + "items: {a: …}\n", []string{"6:12 the text of a is still to be written"}},
		"questions":     {head + "items: {a: {title: A, levels: {1: \"Plans ???\"}}}\n", []string{"6:42 the text of level 1 of a is still to be written"}},
		"once":          {head + "items: {a: TODO TBD}\n", []string{"6:12 the text of a is still to be written"}},

		"small letters": {head + "items: {a: Hace todo lo posible}\n", nil},
		"a duty":        {head + "items: {a: Knows what has to be written and when}\n", nil},
		"brackets":      {head + "items: {a: \"Plans [see guide]\"}\n", nil},
		"notes":         {head + "items: {a: {title: A, notes: TODO}}\n", nil},
	})
}
