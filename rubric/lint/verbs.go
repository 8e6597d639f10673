package lint

import (
	"slices"
	"strings"
	"sync"
)

// form is the form of a verb.
type form uint8

const (
	noVerb  form = iota
	base         // develop
	third        // develops
	ongoing      // developing
)

// String names the form by an example.
func (f form) String() string {
	return [...]string{"no verb", "“develop”", "“develops”", "“developing”"}[f]
}

// actions are verbs of competency frameworks that are hardly ever nouns or
// adjectives in the same form.
const actions = `accelerate accept accommodate achieve acknowledge acquire act adapt address adhere adjust advocate
affirm align allocate allow amplify analyse analyze anticipate apply appreciate arrange articulate ask assess assist
assign assure attend attract avoid believe bring build celebrate choose clarify coordinate collaborate collect
combine communicate compare compile complete comply confirm connect consider construct consult contribute
convey cooperate cope create cultivate decide deepen define delegate deliver demonstrate describe determine develop
devise differentiate direct disaggregate discuss disseminate distribute draw drive educate elevate
eliminate embed embody embrace empower enable encourage enforce engage enhance enlist enrich ensure establish
evaluate examine exemplify execute exhibit expand explain explore express extend facilitate find follow formulate
foster gather generate give guarantee guide handle help hire hold hone identify illustrate implement improve
incorporate increase inform initiate inspire instil instill institute integrate interact interpret introduce
investigate invite involve keep know learn leverage listen maintain make manage maximise maximize measure meet
mobilise mobilize modify motivate narrate navigate negotiate nurture obtain observe offer onboard optimise optimize
organise organize orient originate oversee participate perform persist persuade pose prepare prevent prioritise
prioritize proceed promote propose protect provide pursue recognise recognize recommend recruit redefine reduce
refine reflect reinforce relate remove replace represent require resolve respect respond retain scaffold seek seize
select serve set shape share show solve speak stay stimulate strengthen strive suggest sustain tailor take teach tell
think translate treat tie understand undertake unite update uphold utilise utilize validate work write`

// ambiguous are verbs that are as often nouns or adjectives in the same form.
const ambiguous = `access address approach audit balance challenge chair champion change check coach command conduct contact control
counsel deal design document draft effect engineer exercise experience focus fund gain grow head host influence
interview invest lead love mentor model monitor need network note own pair partner pilot plan practice practise
present process produce question range rate reach read record report research result review run schedule search shadow
signal start structure study support surface target test track train trust use value view visit voice`

// lexicon is every verb, and whether it is ambiguous.
var lexicon = sync.OnceValue(func() map[string]bool {
	verbs := map[string]bool{}
	for _, v := range strings.Fields(actions) {
		verbs[v] = false
	}
	for _, v := range strings.Fields(ambiguous) {
		verbs[v] = true
	}
	return verbs
})

// verbOf is the form in which a word, in lower case, is a verb, and whether it
// is likely no verb at all.
func verbOf(w string) (f form, doubtful bool) {
	for _, guess := range []struct {
		form  form
		bases []string
	}{
		{base, []string{w}},
		{third, withoutS(w)},
		{ongoing, withoutIng(w)},
	} {
		for _, b := range guess.bases {
			if doubtful, known := lexicon()[b]; known {
				return guess.form, doubtful
			}
		}
	}
	return noVerb, false
}

func isVerb(w string) bool {
	f, _ := verbOf(w)
	return f != noVerb
}

// isDoubtful reports whether a verb is as often a noun or an adjective.
func isDoubtful(w string) bool {
	_, doubtful := verbOf(w)
	return doubtful
}

// withoutS are the words that take -s, -es or -ies to become w.
func withoutS(w string) []string {
	stem, ok := strings.CutSuffix(w, "s")
	if !ok || len(stem) < 3 {
		return nil
	}
	out := []string{stem}
	if s, ok := strings.CutSuffix(stem, "ie"); ok {
		return append(out, s+"y")
	}
	if s, ok := strings.CutSuffix(stem, "e"); ok {
		out = append(out, s)
	}
	return out
}

// withoutIng are the words that take -ing, with or without a change at their
// end, to become w.
func withoutIng(w string) []string {
	stem, ok := strings.CutSuffix(w, "ing")
	if !ok || len(stem) < 2 {
		return nil
	}
	out := []string{stem, stem + "e"}
	if n := len(stem); stem[n-1] == stem[n-2] {
		out = append(out, stem[:n-1])
	}
	return out
}

// leading is the index of a text's leading verb, past adverbs such as
// "collaboratively", and its form: noVerb where the text begins otherwise.
func leading(words []word) (int, form) {
	i := slices.IndexFunc(words, func(w word) bool { return isVerb(w.lower) || !strings.HasSuffix(w.lower, "ly") })
	if i < 0 || i > 2 {
		return 0, noVerb
	}
	f, _ := verbOf(words[i].lower)
	return i, f
}
