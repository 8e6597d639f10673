package yamldoc

import (
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc/repair"
)

// The findings of this package.
const (
	CodeNotUTF8        diag.Code = "not-utf8"
	CodeEmptyFile      diag.Code = "empty-file"
	CodeSecondDocument diag.Code = "second-document"
	CodeAnchor         diag.Code = "anchor"
	CodeTag            diag.Code = "yaml-tag"
	CodeDuplicateKey   diag.Code = "duplicate-key"
	CodeUnknownKey     diag.Code = "unknown-key"
	CodeMissingKey     diag.Code = "missing-key"
	CodeWrongType      diag.Code = "wrong-type"
	CodeEmptyValue     diag.Code = "empty-value"
)

// CodeTextCut is a slip at which YAML stops in one text, and which it reads
// over in another.
const CodeTextCut = repair.CodeTextCut

// Codes lists the findings of this package, those of the repairs included.
func Codes() []diag.Code {
	return append([]diag.Code{
		CodeNotUTF8, CodeEmptyFile, CodeSecondDocument, CodeAnchor, CodeTag,
		CodeDuplicateKey, CodeUnknownKey, CodeMissingKey, CodeWrongType, CodeEmptyValue,
	}, repair.Codes()...)
}
