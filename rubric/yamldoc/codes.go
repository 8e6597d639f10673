package yamldoc

import "rubrickit/rubric/diag"

// The findings of this package.
const (
	CodeNotUTF8        diag.Code = "not-utf8"
	CodeSyntax         diag.Code = "yaml-syntax"
	CodeEmptyFile      diag.Code = "empty-file"
	CodeSecondDocument diag.Code = "second-document"
	CodeAnchor         diag.Code = "anchor"
	CodeTag            diag.Code = "yaml-tag"
	CodeDuplicateKey   diag.Code = "duplicate-key"
	CodeUnknownKey     diag.Code = "unknown-key"
	CodeMissingKey     diag.Code = "missing-key"
	CodeWrongType      diag.Code = "wrong-type"
	CodeEmptyValue     diag.Code = "empty-value"
	CodeTextCut        diag.Code = "text-cut"
)

// Codes lists the findings of this package.
func Codes() []diag.Code {
	return []diag.Code{
		CodeNotUTF8, CodeSyntax, CodeEmptyFile, CodeSecondDocument, CodeAnchor, CodeTag,
		CodeDuplicateKey, CodeUnknownKey, CodeMissingKey, CodeWrongType, CodeEmptyValue, CodeTextCut,
	}
}
