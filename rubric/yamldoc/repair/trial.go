package repair

import "rubrickit/rubric/diag"

// trial is a finding whose edits may undo the slip: the repair to try.
type trial struct {
	diag.Diagnostic
	cost   float64 // the lower, the sooner it is tried
	line   int     // the line of the slip, from 0
	action string  // what the edits do, as an instruction
	effect effect  // what is gained with them, once they are tried
	choice bool    // the edits only serve to read on; the author must choose
}

// effect is what a trial gains.
type effect struct {
	misfits int // in what can be read then
	stop    int // the line at which the parser stops then, 0 at none
}

// What an edit costs: how sure it is, from its look alone, that it undoes a
// slip. The proposers add little to it to put like edits into order; the
// search adds the distance from where the parser stopped.
const (
	sure      = 0.3 // what stands there is never right in YAML
	likely    = 0.8 // what stands there is rarely meant
	plausible = 1.1
	possible  = 1.5
	guess     = 2.0 // nothing on the line speaks for it
	desperate = 2.5 // undoes a stray character rather than a known slip
)

// slip is a kind of human slip.
type slip struct {
	codes   []diag.Code // what its findings are called
	propose func(*site) []trial
	prose   bool // also on the lines of a block text
}

// slips are all kinds of slips that are undone. The order decides between
// edits of equal cost.
func slips() []slip {
	return []slip{
		{[]diag.Code{CodeControlCharacter}, proposeControl, true},
		{[]diag.Code{CodeConflictMarker}, proposeConflict, true},
		{[]diag.Code{CodeTab}, proposeTab, true},
		{[]diag.Code{CodeNoBreakSpace}, proposeNoBreakSpace, true},
		{[]diag.Code{CodeSmartQuote}, proposeSmartQuote, false},
		{[]diag.Code{CodeMissingSpace}, proposeSpace, false},
		{[]diag.Code{CodeMissingColon}, proposeColon, false},
		{[]diag.Code{CodeUnclosedQuote, CodeQuoteInText}, proposeQuote, false},
		{[]diag.Code{CodeBackslash}, proposeBackslash, false},
		{[]diag.Code{CodeReservedCharacter, CodeColonInText, CodeTextCut}, proposeText, false},
		{[]diag.Code{CodeUnclosedBracket, CodeMissingComma}, proposeFlow, false},
		{[]diag.Code{CodeJoinedLines}, proposeJoined, false},
		{[]diag.Code{CodeMissingDash}, proposeDash, false},
		{[]diag.Code{CodeIndentation}, proposeIndentation, true},
		{[]diag.Code{CodeStrayText}, proposeStray, true},
	}
}
