package report

import "rubrickit/rubric"

// alike are rejects that differ in nothing but their places, such as one word
// of a survey that the scale does not have.
type alike struct {
	first rubric.Reject
	n     int
}

// alikeRejects gathers rejects by what is wrong, in the order of the first of
// each, up to so many; others counts the rejects of all further kinds.
func alikeRejects(rejects []rubric.Reject, most int) (kinds []alike, others int) {
	type reason struct{ code, value, message, suggestion string }
	at := map[reason]int{}
	for _, r := range rejects {
		why := reason{r.Code, r.Value, r.Message, r.Suggestion}
		i, known := at[why]
		switch {
		case known:
			kinds[i].n++
		case len(kinds) < most:
			at[why] = len(kinds)
			kinds = append(kinds, alike{r, 1})
		default:
			others++
		}
	}
	return kinds, others
}
