package repair

import "rubrickit/rubric/diag"

// The slips for which a text cannot be parsed.
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
	CodeTextCut           diag.Code = "text-cut"
	CodeJoinedLines       diag.Code = "joined-lines"
	CodeStrayText         diag.Code = "stray-text"
	CodeConflictMarker    diag.Code = "conflict-marker"
)

// CodeSyntax is the place where the parser stopped and no repair was found.
const CodeSyntax diag.Code = "yaml-syntax"

// Codes lists the findings of this package.
func Codes() []diag.Code {
	out := []diag.Code{CodeSyntax}
	for _, s := range slips() {
		out = append(out, s.codes...)
	}
	return out
}
