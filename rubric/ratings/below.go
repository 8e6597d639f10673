package ratings

import (
	"slices"
	"strings"
)

// belowRule tells rows between the header and the data that are neither.
type belowRule struct {
	why string // in notes
	is  func(r *fileReader, t *table, rec record) bool
}

// belowRules is the table of them.
func belowRules() []belowRule {
	return []belowRule{
		{"ids for an import, below the header", isImportIDs},
		{"the points possible, below the header", isPointsPossible},
		{"how grades are posted, below the header", isPosting},
		{"labels of the columns, below the header", isLabels},
	}
}

// passBelow notes the rows right below the header that belong to it, and
// returns how many of the records they are, with those among them that the
// mapping leaves out.
func (r *fileReader) passBelow(t *table, records []record) int {
	passed := 0
	for i, rec := range records {
		if r.options.Mapping.leaves(rec.line) {
			continue
		}
		rule := slices.IndexFunc(belowRules(), func(b belowRule) bool { return b.is(r, t, rec) })
		if rule < 0 {
			break
		}
		t.skip([]record{rec}, belowRules()[rule].why)
		passed, t.below = i+1, rec.line
	}
	return passed
}

func isImportIDs(_ *fileReader, _ *table, rec record) bool { return isFilled(rec, 2, isImportID) }

// isPointsPossible is Canvas's row of the most that can be reached.
func isPointsPossible(_ *fileReader, _ *table, rec record) bool {
	return plainKey(rec.at(0)) == "points possible"
}

// isPosting is Canvas's row above it.
func isPosting(_ *fileReader, _ *table, rec record) bool {
	return isFilled(rec, 1, func(text string) bool { return strings.EqualFold(text, "manual posting") })
}

// isLabels reports whether a row names again the items that its columns have:
// two of them at least, and nothing in their columns that could be a rating.
func isLabels(r *fileReader, t *table, rec record) bool {
	named := 0
	for i, c := range t.columns {
		text := clean(rec.at(i))
		if c.Role != "" || c.Item == nil || text == "" {
			continue
		}
		if again := r.columnOf([]string{text}, surveyWordings); again.Item != c.Item || r.accepts(c.Item, text) {
			return false
		}
		named++
	}
	return named >= 2
}
