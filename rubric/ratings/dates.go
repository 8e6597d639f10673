package ratings

import (
	"fmt"
	"regexp"
	"strconv"
)

// slashed is a date with the year last, whose other parts may be either.
var slashed = regexp.MustCompile(`^(\d{1,2})([/.-])(\d{1,2})[/.-](\d{4})( .*)?$`)

// dateReader returns what makes an ISO date of the file's dates. Other words
// for occasions stay as they are. A date that could be read in two ways is an
// error unless the file's other dates, or the option, decide.
func (r *fileReader) dateReader(t *table) (func(string) string, error) {
	order := r.options.Dates
	i := t.of(Occasion)
	if i < 0 {
		return func(s string) string { return s }, nil
	}
	dayFirst, monthFirst, open := "", "", ""
	for _, rec := range t.records {
		if i >= len(rec.fields) {
			continue
		}
		cell := clean(rec.fields[i])
		m := slashed.FindStringSubmatch(cell)
		if m == nil {
			continue
		}
		first, _ := strconv.Atoi(m[1])
		second, _ := strconv.Atoi(m[3])
		switch {
		case first > 12:
			dayFirst = cell
		case second > 12:
			monthFirst = cell
		case first != second:
			open = cell
		}
	}
	switch {
	case dayFirst != "" && monthFirst != "":
		return nil, fmt.Errorf("the column %q mixes dates with the day first (%s) and the month first (%s)", t.columns[i].Name, dayFirst, monthFirst)
	case dayFirst != "" && order == "mdy", monthFirst != "" && order == "dmy":
		return nil, fmt.Errorf("the dates of column %q are not in the order %s (%s)", t.columns[i].Name, order, dayFirst+monthFirst)
	case dayFirst != "":
		order = "dmy"
	case monthFirst != "":
		order = "mdy"
	case open != "" && order == "":
		return nil, fmt.Errorf("the date %s in column %q could be day or month first; say which with --dates dmy or --dates mdy", open, t.columns[i].Name)
	}
	return func(s string) string { return isoDate(s, order) }, nil
}

// isoDate writes a slashed date as 2026-02-01; other texts stay.
func isoDate(text, order string) string {
	m := slashed.FindStringSubmatch(text)
	if m == nil {
		return text
	}
	day, month := m[1], m[3]
	if order == "mdy" {
		day, month = month, day
	}
	return fmt.Sprintf("%s-%02s-%02s", m[4], month, day)
}
