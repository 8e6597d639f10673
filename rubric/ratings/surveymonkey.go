package ratings

import "slices"

// answerWords are what SurveyMonkey writes below a question that has no parts.
var answerWords = []string{"response", "open-ended response"}

// SurveyMonkey writes two rows of header: the questions, and below them their
// parts (the rows of a matrix), or a word for the answer. Above its own columns,
// such as the respondent's number, there is nothing below.
func isSurveyMonkey(_ *fileReader, rows []record) bool {
	above, below := rows[0], rows[1]
	return clean(below.at(0)) == "" && clean(above.at(0)) != "" && hasName(below, answerWords...)
}

// isTwoRows reports whether two rows are the header of a sheet with groups of
// columns: the lower one is a header, and the upper one gives roles to columns
// that have no name in it.
func isTwoRows(r *fileReader, rows []record) bool {
	if _, alone := r.recognise(rows[0].fields); alone != nil {
		return false // and the row below it is data
	}
	columns, shape := r.recognise(rows[1].fields)
	return shape != nil && !r.couldBeRatings(columns) && r.completes(rows[0], rows[1])
}

// completes reports whether a row gives a role to a column that has no name in
// the row below it.
func (r *fileReader) completes(above, below record) bool {
	for i, name := range above.fields {
		if clean(below.at(i)) == "" && r.column(name).Role != "" {
			return true
		}
	}
	return false
}

// subQuestionFirst are the names of a column by its part of a question, and by
// the question itself where it has no parts.
func subQuestionFirst(rows []record, column int) []string {
	question, part := rows[0].at(column), rows[1].at(column)
	if slices.Contains(append(answerWords, ""), plainKey(part)) {
		return []string{question}
	}
	return []string{part, question}
}
