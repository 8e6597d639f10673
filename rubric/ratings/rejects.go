package ratings

import "rubrickit/rubric/diag"

// The reasons for which a cell or a row is rejected.
const (
	CodeUnknownLabel    diag.Code = "unknown-label"
	CodeOutOfRange      diag.Code = "out-of-range"
	CodeOffGrid         diag.Code = "off-grid"
	CodeMultipleValues  diag.Code = "multiple-values"
	CodeLooksLikeDate   diag.Code = "looks-like-date"
	CodeUnknownItem     diag.Code = "unknown-item"
	CodeUnknownColumn   diag.Code = "unknown-column"
	CodeRaggedRow       diag.Code = "ragged-row"
	CodeMissingRatee    diag.Code = "missing-ratee"
	CodeDuplicateRating diag.Code = "duplicate-rating"
	CodeAmbiguousLevel  diag.Code = "ambiguous-level"
	CodeBadQuote        diag.Code = "bad-quote"
)

// Codes lists the reasons for rejects.
func Codes() []diag.Code {
	return []diag.Code{
		CodeUnknownLabel, CodeOutOfRange, CodeOffGrid, CodeMultipleValues, CodeLooksLikeDate, CodeUnknownItem, CodeUnknownColumn,
		CodeRaggedRow, CodeMissingRatee, CodeDuplicateRating, CodeAmbiguousLevel, CodeBadQuote,
	}
}
