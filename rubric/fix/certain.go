package fix

import (
	"slices"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// kind is a row of the table of certain repairs: the findings of one code
// whose edits [Repair] makes. A repair is certain where the text could not have
// meant anything else; a likely one is left to the author, who finds it in the
// hint. So no line is joined, broken or taken away; for lines that are moved
// see [repairer.depth].
type kind struct {
	code diag.Code
	// certain looks at the finding and the text around it.
	certain func(slip) bool
	// syntax says that YAML could not read the file before.
	syntax bool
	// rewrites says that letters change: the ones that stand there were never
	// written.
	rewrites bool
}

func kinds() []kind {
	return []kind{
		{code: yamldoc.CodeMissingColon, certain: slip.endsKnownKey, syntax: true},
		{code: yamldoc.CodeMissingSpace, certain: slip.missesSpace, syntax: true},
		{code: yamldoc.CodeUnclosedQuote, certain: slip.closesQuote, syntax: true},
		{code: yamldoc.CodeUnclosedBracket, certain: slip.endsLine, syntax: true},
		{code: yamldoc.CodeQuoteInText, certain: slip.quotesText, syntax: true},
		{code: yamldoc.CodeColonInText, certain: slip.quotesText, syntax: true},
		{code: yamldoc.CodeReservedCharacter, certain: slip.quotesText, syntax: true},
		{code: yamldoc.CodeBackslash, certain: slip.doublesAll, syntax: true},
		{code: yamldoc.CodeSmartQuote, certain: slip.always, syntax: true},
		{code: yamldoc.CodeTab, certain: slip.isSpace, syntax: true},
		{code: yamldoc.CodeNoBreakSpace, certain: slip.always, syntax: true},
		{code: yamldoc.CodeControlCharacter, certain: slip.always, syntax: true},
		{code: "stray-glyph", certain: slip.always},
		{code: "invisible-character", certain: slip.always},
		{code: "mojibake", certain: slip.always, rewrites: true},
	}
}

// kindOf returns the row for a code, nil where none is certain.
func kindOf(code diag.Code) *kind {
	for _, k := range kinds() {
		if k.code == code {
			return &k
		}
	}
	return nil
}

// isSyntax reports whether a finding is what YAML stops at.
func isSyntax(code diag.Code) bool {
	k := kindOf(code)
	return k != nil && k.syntax || slices.Contains([]diag.Code{yamldoc.CodeIndentation, yamldoc.CodeMissingDash,
		yamldoc.CodeMissingComma, yamldoc.CodeJoinedLines, yamldoc.CodeStrayText, yamldoc.CodeTextCut}, code)
}

// isCertain reports whether the edits of a finding are to be made.
func (t text) isCertain(d diag.Diagnostic) bool {
	k := kindOf(d.Code)
	return k != nil && len(d.Edits) > 0 && t.withinLines(d.Edits) &&
		(k.rewrites || t.keepsWords(d.Edits)) && k.certain(slip{t, d})
}

// withinLines reports whether every edit stands in the file and changes a part
// of one line.
func (t text) withinLines(edits []diag.Edit) bool {
	_, inFile := t.changes(edits)
	return inFile && !slices.ContainsFunc(edits, func(e diag.Edit) bool { return e.Start.Line != e.End.Line })
}
