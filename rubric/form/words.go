package form

import "strings"

// Words are what a form itself says, in one language.
type Words struct {
	Language string // BCP 47 tag

	Ratee, Rater, Group, Date    string // head fields
	Notes, Signature, Comment    string
	Guidance, Levels             string // headings
	Item                         string // what a row is called where the framework has no word
	MarkOne, MarkBoxes           string // instructions
	Points, PointsOf, PointsStep string // "Points", "%s to %s", "in steps of %s"
	Continued                    string // after a heading that is repeated
	Source, Rights               string
	Page, PageOf                 string // "Page" 2 "of" 5
}

// words are the languages that forms speak, one row each.
var words = []Words{{
	Language:   "en",
	Ratee:      "Name",
	Rater:      "Rater",
	Group:      "Group",
	Date:       "Date",
	Notes:      "Notes",
	Signature:  "Signature",
	Comment:    "Comment",
	Guidance:   "How to rate",
	Levels:     "Levels",
	Item:       "Item",
	MarkOne:    "Mark one in each row.",
	MarkBoxes:  "Tick every box that applies.",
	Points:     "Points",
	PointsOf:   "%s to %s",
	PointsStep: "in steps of %s",
	Continued:  "continued",
	Source:     "Source",
	Rights:     "Rights",
	Page:       "Page",
	PageOf:     "of",
}}

// WordsFor returns the words for a language tag: of exactly this language,
// else of its primary language ("pt" for "pt-BR"), else English.
func WordsFor(tag string) Words {
	primary, _, _ := strings.Cut(tag, "-")
	best := words[0]
	for _, w := range words {
		if strings.EqualFold(w.Language, tag) {
			return w
		}
		if strings.EqualFold(w.Language, primary) {
			best = w
		}
	}
	return best
}

// Languages lists the tags of the languages that forms speak.
func Languages() []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Language
	}
	return out
}
