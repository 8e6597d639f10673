package repair_test

// kind is a slip that people make. spoil returns nil where the draft has no
// room for it. A draft spoilt in such a way that YAML still reads it is none
// of the search's business and is not counted.
type kind struct {
	name  string
	spoil func(*draft) *spoilt
}

var kinds = []kind{
	{"colon lost", colonLost},
	{"semicolon for colon", semicolonForColon},
	{"space after colon lost", spaceAfterColonLost},
	{"space before colon", spaceBeforeColon},
	{"closing quote lost", closingQuoteLost},
	{"opening quote lost", openingQuoteLost},
	{"quote twice", quoteTwice},
	{"word quoted in quotes", wordQuotedInQuotes},
	{"apostrophe in single quotes", apostropheInQuotes},
	{"other quote at the end", otherQuoteAtEnd},
	{"typographic quotes", typographicQuotes},
	{"backslash in quotes", backslashInQuotes},
	{"tab indentation", tabIndentation},
	{"spaces and a tab", spacesAndTab},
	{"several lines with tabs", severalTabs},
	{"no-break space indentation", noBreakIndentation},
	{"no-break space after colon", noBreakAfterColon},
	{"one space more", indentedBy(1)},
	{"one space less", indentedBy(-1)},
	{"two spaces more", indentedBy(2)},
	{"two spaces less", indentedBy(-2)},
	{"four spaces less", indentedBy(-4)},
	{"block moved", blockMoved},
	{"block text dedented", proseDedented},
	{"continued text dedented", furtherDedented},
	{"dash lost", dashLost},
	{"space after dash lost", spaceAfterDashLost},
	{"closing bracket lost", closingBracketLost},
	{"opening bracket lost", openingBracketLost},
	{"wrong bracket", wrongBracket},
	{"bracket twice", bracketTwice},
	{"comma lost", commaLost},
	{"lines joined", linesJoined},
	{"colon in a text", colonInText},
	{"reserved character first", reservedFirst},
	{"quoted word first", quotedWordFirst},
	{"hash in a text", hashInText},
	{"key commented out", keyCommentedOut},
	{"control character", controlCharacter},
	{"unfinished merge", unfinishedMerge},
}

func isKeyed(l line) bool  { return l.part == keyed }
func hasValue(l line) bool { return l.part == keyed && l.tail() != "" }
func isDashed(l line) bool { return l.part == dashed }
func structured(l line) bool {
	return l.part == keyed || l.part == dashed
}
func nested(l line) bool { return structured(l) && l.indent > 0 }
