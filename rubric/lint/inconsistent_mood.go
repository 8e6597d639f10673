package lint

import (
	"rubrickit/rubric/diag"
)

var inconsistentMood = Rule{
	Code:     "inconsistent-mood",
	Severity: diag.Warning,
	About:    "a text begins with another form of the verb than its neighbours: develop, develops, developing",
	check:    checkInconsistentMood,
}

// checkInconsistentMood compares the verbs that siblings, and the entries of
// the cells of an item, begin with, in English. At least three, and three in
// four, must have one form; words that are no verbs of its list count for
// nothing. Measured: 1 finding, in monzo ("Leading" among "Solves", "Makes"),
// right.
func checkInconsistentMood(p *pass) {
	if !p.english {
		return
	}
	for family := range families(p.f) {
		var list []opening
		for _, it := range family.live() {
			if len(it.Items) == 0 {
				t := wording(it)
				t.what = it.Code
				list = append(list, openingOf(t, entry{text: t.text}))
			}
		}
		p.compareOpenings(list)
	}
	for it := range p.f.All() {
		var list []opening
		for _, l := range it.Levels {
			for _, e := range entriesOf(l.Text) {
				if e.indent == 0 { // what is indented explains
					list = append(list, openingOf(cell(it, l), e))
				}
			}
		}
		p.compareOpenings(list)
	}
}

// opening is the verb that one of several neighbours begins with.
type opening struct {
	prose
	verb word
	form form
}

func openingOf(t prose, e entry) opening {
	words := wordsIn(e.text)
	i, f := leading(words)
	if f == noVerb || i == len(words)-1 && isDoubtful(words[i].lower) {
		return opening{} // such as the title "Results"
	}
	verb := words[i]
	verb.from, verb.to = verb.from+e.from, verb.to+e.from
	return opening{t, verb, f}
}

func (p *pass) compareOpenings(list []opening) {
	count := map[form]int{}
	for _, o := range list {
		count[o.form]++
	}
	verbs := len(list) - count[noVerb]
	for _, usual := range []form{base, third, ongoing} {
		if count[usual] < 3 || 4*count[usual] < 3*verbs {
			continue
		}
		var said prose // of one text, the first is enough
		for _, o := range list {
			if o.form != noVerb && o.form != usual && o.prose != said {
				said = o.prose
				p.reportIn(o.prose, o.verb.from, o.verb.to, "give it the form that the others have",
					"%s begins with %q, while its neighbours begin like %s", o.what, o.verb.text, usual)
			}
		}
	}
}
