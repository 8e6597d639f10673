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

// The slips for which a file cannot be read as YAML, found by trial repair.
const (
	CodeMissingColon      diag.Code = "missing-colon"
	CodeMissingSpace      diag.Code = "missing-space"
	CodeUnclosedQuote     diag.Code = "unclosed-quote"
	CodeQuoteInText       diag.Code = "quote-in-text"
	CodeBackslash         diag.Code = "backslash"
	CodeSmartQuote        diag.Code = "smart-quote"
	CodeTab               diag.Code = "tab"
	CodeNoBreakSpace      diag.Code = "no-break-space"
	CodeControlCharacter  diag.Code = "control-character"
	CodeIndentation       diag.Code = "indentation"
	CodeMissingDash       diag.Code = "missing-dash"
	CodeUnclosedBracket   diag.Code = "unclosed-bracket"
	CodeMissingComma      diag.Code = "missing-comma"
	CodeColonInText       diag.Code = "colon-in-text"
	CodeReservedCharacter diag.Code = "reserved-character"
	CodeJoinedLines       diag.Code = "joined-lines"
	CodeStrayText         diag.Code = "stray-text"
	CodeConflictMarker    diag.Code = "conflict-marker"
)

// Codes lists the findings of this package.
func Codes() []diag.Code {
	return []diag.Code{
		CodeNotUTF8, CodeSyntax, CodeEmptyFile, CodeSecondDocument, CodeAnchor, CodeTag,
		CodeDuplicateKey, CodeUnknownKey, CodeMissingKey, CodeWrongType, CodeEmptyValue, CodeTextCut,
		CodeMissingColon, CodeMissingSpace, CodeUnclosedQuote, CodeQuoteInText, CodeBackslash, CodeSmartQuote,
		CodeTab, CodeNoBreakSpace, CodeControlCharacter, CodeIndentation, CodeMissingDash, CodeUnclosedBracket,
		CodeMissingComma, CodeColonInText, CodeReservedCharacter, CodeJoinedLines, CodeStrayText, CodeConflictMarker,
	}
}
