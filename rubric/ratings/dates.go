package ratings

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"rubrickit/rubric/internal/lazyregexp"
)

// The ways to write a date in digits. Years have four: with two, even which
// number is the year is a guess, and the text stays a word.
var (
	yearFirst = lazyregexp.New(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]+(.+))?$`)
	yearLast  = lazyregexp.New(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]+(.+))?$`)
	clock     = lazyregexp.New(`(?i)^(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?(?: ?([ap])\.?m\.?)?(Z|[+-]\d{2}:\d{2})?$`)
)

// dateReader returns what makes an ISO date of the file's dates. Other words
// for occasions stay as they are. A date that could be read in two ways is an
// error unless the file's other dates, or the option, decide.
func (r *fileReader) dateReader(t *table) (func(string) string, error) {
	order := r.options.Dates
	d := r.datesOf(t)
	name := "given with --set"
	if i := t.of(Occasion); i >= 0 {
		name = fmt.Sprintf("in column %q", t.columns[i].Name)
	}
	decided := d.dayFirst
	if d.monthFirst != nil {
		decided = d.monthFirst
	}
	switch {
	case d.dayFirst != nil && d.monthFirst != nil:
		return nil, fmt.Errorf("dates %s are mixed: %s has the day first, and %s the month first; write all alike, best as 2026-03-31", name, d.dayFirst, d.monthFirst)
	case d.dayFirst != nil && order == monthFirst, d.monthFirst != nil && order == dayFirst:
		return nil, fmt.Errorf("the dates %s are not in the order %s, for one of them is %s", name, order, decided)
	case d.dayFirst != nil:
		order = dayFirst
	case d.monthFirst != nil:
		order = monthFirst
	case d.open != nil && order == "":
		return nil, fmt.Errorf("the date %s %s could be day or month first; say which with --dates dmy or --dates mdy", d.open, name)
	}
	if d != (dateEvidence{}) {
		r.report.Dates = order
	}
	return func(text string) string { return isoDate(text, order) }, nil
}

// dateEvidence is what a file's dates say about their order: the first of each
// kind, nil where there is none.
type dateEvidence struct{ dayFirst, monthFirst, open *placedDate }

type placedDate struct {
	text string
	line int
}

// String gives the date as it stands, and its line where it is known.
func (p *placedDate) String() string {
	if p.line == 0 {
		return p.text
	}
	return fmt.Sprintf("%s (line %d)", p.text, p.line)
}

func (r *fileReader) datesOf(t *table) dateEvidence {
	var d dateEvidence
	d.add(clean(r.options.Set[Occasion]), 0)
	i := t.of(Occasion)
	if i < 0 {
		return d
	}
	for _, rec := range t.records {
		d.add(clean(rec.at(i)), rec.lineOf(i))
	}
	return d
}

// add weighs one text; one that is a date in no order says nothing.
func (d *dateEvidence) add(text string, line int) {
	if first := strings.IndexAny(text, "-/."); first != 1 && first != 2 {
		return // as most: asking the pattern takes longer
	}
	m := yearLast.FindStringSubmatch(text)
	if m == nil {
		return
	}
	byDay, byMonth := isoDate(text, dayFirst) != text, isoDate(text, monthFirst) != text
	p := &placedDate{text, line}
	switch {
	case byDay && !byMonth && d.dayFirst == nil:
		d.dayFirst = p
	case byMonth && !byDay && d.monthFirst == nil:
		d.monthFirst = p
	case byDay && byMonth && number2(m[1]) != number2(m[2]) && d.open == nil:
		d.open = p
	}
}

// isoDate writes a date as 2026-02-01, with a time as 2026-02-01T14:05; other
// texts stay. order says what stands first in a date with the year last.
func isoDate(text, order string) string {
	if looksISO(text) {
		return text // a date or, as 2026-02-30, none
	}
	var year, month, day, rest string
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		year, month, day, rest = m[1], m[2], m[3], m[4]
	} else if m := yearLast.FindStringSubmatch(text); m != nil {
		day, month, year, rest = m[1], m[2], m[3], m[4]
		if order == monthFirst {
			day, month = month, day
		}
	}
	y, mo, d := number2(year), number2(month), number2(day)
	date := time.Date(y, time.Month(mo), d, 0, 0, 0, 0, time.UTC)
	if year == "" || date.Day() != d || int(date.Month()) != mo {
		return text
	}
	iso := date.Format("2006-01-02")
	if rest == "" {
		return iso
	}
	if t := isoClock(rest); t != "" {
		return iso + "T" + t
	}
	return text
}

// looksISO reports whether a text has the form 2026-02-01, as most dates do.
func looksISO(text string) bool {
	const form = "0000-00-00"
	if len(text) != len(form) {
		return false
	}
	for i := range len(form) {
		if form[i] == '-' && text[i] != '-' || form[i] == '0' && (text[i] < '0' || text[i] > '9') {
			return false
		}
	}
	return true
}

// isoClock writes a time of day as 14:05 or 14:05:09, with its zone; "" for
// what is no time.
func isoClock(text string) string {
	m := clock.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return ""
	}
	hour := number2(m[1])
	switch half := strings.ToLower(m[4]); {
	case half != "" && (hour < 1 || hour > 12), hour > 23, number2(m[2]) > 59:
		return ""
	case half == "p" && hour < 12:
		hour += 12
	case half == "a" && hour == 12:
		hour = 0
	}
	return fmt.Sprintf("%02d:%s%s%s", hour, m[2], m[3], m[5])
}

// number2 reads the few digits that the patterns of dates let through.
func number2(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
