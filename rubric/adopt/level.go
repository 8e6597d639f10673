package adopt

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/lazyregexp"
)

// levelName is what the name of a level says: "Good (7-9)", "4 - Distinguished".
type levelName struct {
	text     string // as it stands
	label    string
	code     string // a number before the label
	from, to string // points; from is "" for a single number
	at       place
}

const numberPattern = `([0-9]+(?:[.,][0-9]+)?)`

var (
	pointsWord  = `(?: ?(?:points?|pts?\.?|marks?|%))`
	rangeBehind = lazyregexp.New(`(?i)^(.*?)[\s:,–—-]*[(\[]?\s*` + numberPattern + `\s*%?\s*(?:[-–—]|to|bis|a)\s*` + numberPattern + pointsWord + `?\s*[)\]]?$`)
	pointsEnd   = lazyregexp.New(`(?i)^(.*?)[\s:,–—-]*[(\[]\s*` + numberPattern + pointsWord + `?\s*[)\]]$`)
	pointsPlain = lazyregexp.New(`(?i)^(.*?)[\s:,–—-]*` + numberPattern + pointsWord + `$`)
	codeBefore  = lazyregexp.New(`^` + numberPattern + `\s*(?:[-–—:.=)]|\s)\s*(\pL.*)$`)
	pointsFirst = lazyregexp.New(`(?i)^` + numberPattern + `(?:\s*[-–—]\s*` + numberPattern + `)?` + pointsWord + `\s*[-–—:]?\s*(\pL.*)$`)
	levelWord   = lazyregexp.New(`(?i)^(?:level|stage|step|grade|band|score|rating|tier)\s+` + numberPattern + `\s*(?:[-–—:.(]\s*(.*?)\)?)?$`)
	bareNumber  = lazyregexp.New(`^` + numberPattern + `$`)
)

// parseLevel reads the name of a level. numbered says that numbers in it have a
// meaning of their own, by which it is told to be a level.
func parseLevel(text string) (l levelName, numbered bool) {
	text = oneLine(plainOf(text))
	l = levelName{text: text, label: text}
	if m := levelWord.FindStringSubmatch(text); m != nil {
		l.code, l.label = dot(m[1]), firstOf(m[2], text)
		return l, true
	}
	if m := bareNumber.FindStringSubmatch(text); m != nil {
		l.code = dot(m[1])
		return l, true
	}
	if m := pointsFirst.FindStringSubmatch(text); m != nil {
		l.points(m[1], m[2])
		l.label = m[3]
		return l, true
	}
	for _, pattern := range []*lazyregexp.Regexp{rangeBehind, pointsEnd, pointsPlain} {
		if m := pattern.FindStringSubmatch(text); m != nil {
			l.points(m[2], lastOf(m[3:]))
			l.label = firstOf(m[1], text)
			return l.withCode(), true
		}
	}
	l = l.withCode()
	return l, l.code != ""
}

func lastOf(texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	return texts[len(texts)-1]
}

// withCode takes a number before the label.
func (l levelName) withCode() levelName {
	if m := codeBefore.FindStringSubmatch(l.label); m != nil {
		l.code, l.label = dot(m[1]), m[2]
	}
	return l
}

func (l *levelName) points(first, last string) {
	if l.to = dot(first); last != "" {
		l.from, l.to = dot(first), dot(last)
		if d, e := decimal(l.from), decimal(l.to); d.Cmp(e) > 0 {
			l.from, l.to = l.to, l.from
		}
	}
}

// dot writes a decimal comma as a point.
func dot(number string) string { return strings.Replace(number, ",", ".", 1) }

// decimal reads a number that a pattern has found; one with too many digits is 0.
func decimal(number string) rubric.Decimal {
	d, err := rubric.ParseDecimal(number)
	if err != nil {
		return rubric.Decimal{}
	}
	return d
}

// value is the number by which the level is ordered; false where it has none.
func (l levelName) value() (rubric.Decimal, bool) {
	text := firstOf(l.to, l.code)
	d, err := rubric.ParseDecimal(text)
	return d, text != "" && err == nil
}
