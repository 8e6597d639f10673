package fix

import (
	"slices"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc/repair"
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
		{code: repair.CodeMissingColon, certain: slip.endsKnownKey, syntax: true},
		{code: repair.CodeMissingSpace, certain: slip.missesSpace, syntax: true},
		{code: repair.CodeUnclosedQuote, certain: slip.closesQuote, syntax: true},
		{code: repair.CodeUnclosedBracket, certain: slip.endsLine, syntax: true},
		{code: repair.CodeQuoteInText, certain: slip.quotesText, syntax: true},
		{code: repair.CodeColonInText, certain: slip.quotesText, syntax: true},
		{code: repair.CodeReservedCharacter, certain: slip.quotesText, syntax: true},
		{code: repair.CodeBackslash, certain: slip.doublesAll, syntax: true},
		{code: repair.CodeSmartQuote, certain: slip.always, syntax: true},
		{code: repair.CodeTab, certain: slip.isSpace, syntax: true},
		{code: repair.CodeNoBreakSpace, certain: slip.always, syntax: true},
		{code: repair.CodeControlCharacter, certain: slip.always, syntax: true},
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
	return k != nil && k.syntax || slices.Contains([]diag.Code{repair.CodeIndentation, repair.CodeMissingDash,
		repair.CodeMissingComma, repair.CodeJoinedLines, repair.CodeStrayText, repair.CodeTextCut}, code)
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
