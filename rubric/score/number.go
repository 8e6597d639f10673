package score

import (
	"strconv"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/exact"
	"rubrickit/rubric/yamldoc"
)

// number is a decimal of the file, exact, with its place.
type number struct {
	value exact.Number
	text  string // as written
	at    diag.Span
}

// exactly is the value of a decimal.
func exactly(d rubric.Decimal) exact.Number { return exact.FromRat(d.Rat()) }

func (n number) given() bool { return !n.value.IsNone() }

// number reads a decimal number; it has no value after an error.
func (r *reader) number(n *yamldoc.Node, what string) number {
	word := r.Word(n, what)
	if word == "" {
		return number{at: n.Span}
	}
	d, err := rubric.ParseDecimal(word)
	if err != nil {
		r.Report(n.Span, CodeNumber, "write it with digits and a point, such as 2 or 0.25", "%s is not a decimal number: %q", what, word)
		return number{at: n.Span}
	}
	return number{exactly(d), word, n.Span}
}

// atLeastZero reads a decimal number that is not negative.
func (r *reader) atLeastZero(n *yamldoc.Node, what string) number {
	v := r.number(n, what)
	if v.given() && v.value.Sign() < 0 {
		r.Report(n.Span, CodeNumber, "", "%s must not be negative", what)
		return number{at: n.Span}
	}
	return v
}

// whole reads a whole number from least to most; 0 after an error.
func (r *reader) whole(n *yamldoc.Node, what string, least, most int) int {
	word := r.Word(n, what)
	if word == "" {
		return 0
	}
	v, err := strconv.Atoi(word)
	if err != nil || v < least || v > most || strings.HasPrefix(word, "+") {
		r.Report(n.Span, CodeNumber, "", "%s must be a whole number from %d to %d, and this is %q", what, least, most, word)
		return 0
	}
	return v
}

// share reads a percentage above 0 and up to 100, such as 50%, as a fraction;
// no number after an error.
func (r *reader) share(n *yamldoc.Node, what string) exact.Number {
	word := r.Word(n, what)
	if word == "" {
		return exact.Number{}
	}
	digits, percent := strings.CutSuffix(word, "%")
	d, err := rubric.ParseDecimal(strings.TrimSpace(digits))
	if !percent || err != nil || d.Sign() <= 0 || d.Cmp(rubric.NewDecimal(100, 0)) > 0 {
		r.Report(n.Span, CodeNumber, "write a percentage with its sign, such as 60%", "%s must be more than 0%% and at most 100%%, and this is %q", what, word)
		return exact.Number{}
	}
	return exactly(d).Quo(exact.Int(100))
}

// pair reads a list of two rising numbers.
func (r *reader) pair(n *yamldoc.Node, what string) *[2]number {
	entries := r.List(n, what)
	if n.Kind != yamldoc.List {
		return nil
	}
	if len(entries) != 2 {
		r.Report(n.Span, CodeNumber, "write [lowest, highest]", "%s has %d numbers instead of two", what, len(entries))
		return nil
	}
	low, high := r.number(entries[0], "the lower end of "+what), r.number(entries[1], "the upper end of "+what)
	if !low.given() || !high.given() {
		return nil
	}
	if low.value.Cmp(high.value) >= 0 {
		r.Report(n.Span, CodeNumber, "write [lowest, highest]", "%s must rise, and %s is not below %s", what, low.text, high.text)
		return nil
	}
	return &[2]number{low, high}
}
