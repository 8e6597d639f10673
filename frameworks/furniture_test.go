package frameworks_test

// furniture is a text of a source document that a framework does not carry:
// a mark of the page or of its extraction. Nothing else may be missing, and a
// typographic repair (furniture that leaves something in its place) is
// allowed here only.
type furniture struct {
	text    string // exactly as in the source
	times   int    // how often it stands there, no more and no less
	reason  string
	instead string // what takes its place; mostly nothing
}

// document says how a source document prints what a framework holds.
type document struct {
	// codes is how the document prints the code of an item at each depth,
	// "" or missing where the codes are not the document's.
	codes []string
	// untitled tells that the title of the framework is not the document's.
	untitled bool
	// furniture is taken away in this order, so that an entry may rely on
	// what those before it have left.
	furniture []furniture
}

// documents holds one entry for each shipped framework.
var documents = map[string]document{
	"cambridge": {
		codes: []string{"%s.", "%s:"},
		furniture: []furniture{
			{text: "✓ ", times: 15, reason: "tick before some statements"},
			{text: "* ", times: 8, reason: "asterisk before each stem"},
			{text: "\n - ", instead: "\n", times: 14, reason: "bullet of an inner list"},
			{text: "\n- ", instead: "\n", times: 28, reason: "bullet of an outer list"},
			{text: "7. 2:", instead: "7.2:", times: 1, reason: "stray space inside the code"},
			{text: "7. 3:", instead: "7.3:", times: 1, reason: "stray space inside the code"},
			{text: "7. 4:", instead: "7.4:", times: 1, reason: "stray space inside the code"},
			{text: "7. 5:", instead: "7.5:", times: 1, reason: "stray space inside the code"},
			{text: "7. 6:", instead: "7.6:", times: 1, reason: "stray space inside the code"},
		},
	},
	"cms": {
		untitled: true,
		furniture: []furniture{
			{text: "-\n", times: 24, reason: "empty bullets around each title and description"},
		},
	},
	"mastery": {
		furniture: []furniture{
			{text: "## ", times: 1, reason: "mark of the heading"},
			{text: "COMPETENCIES\tINDICATORS", times: 1, reason: "headings of the table; the framework's tiers"},
			{text: "<p><b>", times: 7, reason: "HTML before each title"},
			{text: ":</b>", times: 7, reason: "colon and HTML after each title"},
			{text: "</p>", times: 7, reason: "HTML after each description"},
			{text: `<ul style="list-style-type: none">`, times: 7, reason: "HTML of the list of indicators"},
			{text: "</ul>", times: 7, reason: "HTML of the list of indicators"},
			{text: `<li><input type="checkbox"/>`, times: 23, reason: "HTML of the box of each indicator; the framework's scale"},
			{text: "</li>", times: 23, reason: "HTML after each indicator"},
			{text: "<u>", times: 23, reason: "HTML of an underlined phrase; emphasis in the framework"},
			{text: "</u>", times: 23, reason: "HTML of an underlined phrase; emphasis in the framework"},
		},
	},
	"mnps": {
		furniture: []furniture{
			{text: "\n\nMNPS Revised Leadership Framework - FINAL\n", instead: "\n", times: 2, reason: "page heading, repeated"},
			{text: " - FINAL", times: 1, reason: "state of the draft, after the title; kept in source.title"},
			{text: "Role\tResponsibility\tKey Behaviors", times: 1, reason: "headings of the table; the framework's tiers"},
		},
	},
	"teacher-leadership": {
		furniture: []furniture{
			{text: "CompetenciesInstructional", instead: "Competencies Instructional", times: 1, reason: "title glued to the introduction"},
			{text: "Competency Themes", times: 1, reason: "heading of the themes; the framework's tier"},
			{text: "• ", instead: "\n", times: 27, reason: "bullet; one is glued to the sentence before it"},
			{text: "◦ ", times: 3, reason: "bullet of an inner list"},
		},
	},
}
