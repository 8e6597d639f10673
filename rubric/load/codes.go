package load

import "rubrickit/rubric/diag"

// The findings of this package, besides those of the YAML reader.
const (
	CodeFormatVersion  diag.Code = "format-version"
	CodeBadID          diag.Code = "bad-id"
	CodeBadLanguage    diag.Code = "bad-language"
	CodeReservedKey    diag.Code = "reserved-key"
	CodeBadCode        diag.Code = "bad-code"
	CodeDuplicateCode  diag.Code = "duplicate-code"
	CodeReservedCode   diag.Code = "reserved-code"
	CodeEmptyItem      diag.Code = "empty-item"
	CodeUnknownTag     diag.Code = "unknown-tag"
	CodeBadNumber      diag.Code = "bad-number"
	CodeUnknownScale   diag.Code = "unknown-scale"
	CodeReservedScale  diag.Code = "reserved-scale"
	CodeScaleShape     diag.Code = "scale-shape"
	CodeNoScale        diag.Code = "no-scale"
	CodeNoLevels       diag.Code = "no-levels"
	CodeUnknownLevel   diag.Code = "unknown-level"
	CodeDuplicateLevel diag.Code = "duplicate-level"
	CodeLevelValues    diag.Code = "level-values"
	CodeLevelRange     diag.Code = "level-range"
	CodeCellKey        diag.Code = "cell-key"
	CodeAmbiguousWord  diag.Code = "ambiguous-word"
	CodeRatedTwice     diag.Code = "rated-twice"
	CodeNothingRated   diag.Code = "nothing-rated"
)

// Codes lists the findings of this package.
func Codes() []diag.Code {
	return []diag.Code{
		CodeFormatVersion, CodeBadID, CodeBadLanguage, CodeReservedKey, CodeBadCode, CodeDuplicateCode,
		CodeReservedCode, CodeEmptyItem, CodeUnknownTag, CodeBadNumber, CodeUnknownScale, CodeReservedScale,
		CodeScaleShape, CodeNoScale, CodeNoLevels, CodeUnknownLevel, CodeDuplicateLevel, CodeLevelValues,
		CodeLevelRange, CodeCellKey, CodeAmbiguousWord, CodeRatedTwice, CodeNothingRated,
	}
}
