package lint

import (
	"slices"
	"strconv"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

var codeSequence = Rule{
	Code:     "code-sequence",
	Severity: diag.Warning,
	About:    "a code that is out of order, or before which one is missing: 1.1, 1.2, 1.4",
	absence:  true,
	check:    checkCodeSequence,
}

// checkCodeSequence looks at siblings whose codes are one prefix and a number,
// and mostly count up by one. Measured: no findings, and 6 in the NIST standards:
// NIST CSF 2.0 leaves out the codes that it withdrew. As retired items, which this
// format has for them, they would be in the row.
func checkCodeSequence(p *pass) {
	for family := range families(p.f) {
		if row, ok := numberedRow(family.items); ok {
			p.reportDisorder(row)
			p.reportGaps(row)
		}
	}
}

// numbered is an item with the number that its code ends in.
type numbered struct {
	item   *rubric.Item
	number int
}

var codeNumber = lazyregexp.New(`^(.*?)([0-9]{1,9})$`)

// numberedRow are siblings with the numbers of their codes; false where the
// codes do not differ in their last number alone.
func numberedRow(items []*rubric.Item) ([]numbered, bool) {
	var row []numbered
	prefix := ""
	for i, it := range items {
		m := codeNumber.FindStringSubmatch(it.Code)
		if m == nil || i > 0 && m[1] != prefix {
			return nil, false
		}
		prefix = m[1]
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return nil, false
		}
		row = append(row, numbered{it, n})
	}
	return row, len(row) > 2
}

// reportDisorder reports items that stand behind one with a higher number,
// where most do not.
func (p *pass) reportDisorder(row []numbered) {
	var late []int
	for i := 1; i < len(row); i++ {
		if row[i].number < row[i-1].number {
			late = append(late, i)
		}
	}
	if 2*len(late) > len(row)-1 {
		return
	}
	for _, i := range late {
		it, before := row[i].item, row[i-1].item
		p.reportWith(it.Places.At(""), diag.Related{Span: before.Places.At(""), Message: "the code " + before.Code},
			"move the item to its place, or correct the code if it is mistyped",
			"the code %s stands after %s", it.Code, before.Code)
	}
}

// reportGaps reports items before which a number is left out, where most
// numbers follow on each other.
func (p *pass) reportGaps(row []numbered) {
	sorted := slices.Clone(row)
	slices.SortStableFunc(sorted, func(a, b numbered) int { return a.number - b.number })
	var after []int
	for i := 1; i < len(sorted); i++ {
		if sorted[i].number > sorted[i-1].number+1 {
			after = append(after, i)
		}
	}
	if 2*len(after) > len(row)-1 {
		return
	}
	for _, i := range after {
		p.report(sorted[i].item.Places.At(""),
			"is an item missing, or a code mistyped? An item that was dropped keeps its code: `retired: why and since when`",
			"after the code %s comes %s", sorted[i-1].item.Code, sorted[i].item.Code)
	}
}
