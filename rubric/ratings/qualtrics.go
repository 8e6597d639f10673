package ratings

import "strings"

// Qualtrics writes three rows of header: its own ids, the questions' texts, and
// JSON with the ids that an import needs.
func isQualtrics(_ *fileReader, rows []record) bool {
	return isFilled(rows[2], 2, isImportID) && !isFilled(rows[0], 1, isImportID)
}

// isQualtricsLabelled is the header without its third row, which people take
// away: ids over texts.
func isQualtricsLabelled(r *fileReader, rows []record) bool {
	return isQualtricsIDs(r, rows) && hasName(rows[1], "start date")
}

// isQualtricsIDs is the header of which only the ids are left.
func isQualtricsIDs(_ *fileReader, rows []record) bool {
	return hasName(rows[0], "startdate") && hasName(rows[0], "recordeddate", "responseid")
}

// isImportID is a cell of the third row: {"ImportId":"QID3_1"}.
func isImportID(text string) bool { return strings.HasPrefix(text, `{"ImportId"`) }

// lastNameFirst are the names of a column that has an id and, below it, a text.
// The text says what it is; the id is how messages name it.
func lastNameFirst(rows []record, column int) []string {
	return []string{rows[0].at(column), rows[1].at(column)}
}

// qualtricsTrials are the marks of previews: in words, or as Qualtrics codes
// them in an export of numbers.
var qualtricsTrials = []trial{
	{"status", []string{"survey preview", "survey test", "offline survey preview", "1", "2", "17"}},
	{"distributionchannel", []string{"preview", "test"}},
}
