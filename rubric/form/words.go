package form

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/diag"
)

// Words are what a form itself says, in one language. Those with a %s are
// patterns for numbers or names, as many as there are blanks.
type Words struct {
	Language string // BCP 47 tag

	Ratee, Rater, Group, Date    string // head fields
	Notes, Signature, Comment    string
	Guidance, Levels             string // headings
	Item, Rating                 string // what a row is called where the framework has no word; what it gets
	MarkOne, MarkBoxes           string // instructions
	Points, PointsOf, PointsStep string // "Points", "%s to %s", "in steps of %s"
	Continued                    string // after a heading that is repeated
	Source, Rights               string
	Page, PageOf                 string // "Page" 2 "of" 5
	Logo                         string // what a logo is called by those who do not see it

	// On a screen.
	Skip                     string // link to the first row
	Tools                    string // name of the bar with progress and buttons
	RatedOf, TickedOf        string // progress: "%s of %s rated"
	Next                     string // button that leads to the first row without a rating
	SaveCSV, SaveJSON, Print string // buttons
	Reset, ResetAsk, Keep    string // button that clears the form, its question, the answer no
	Kept, Unkept             string // whether the browser keeps what is filled in
	Saved, Cleared           string // messages: "%s was downloaded"
	NameFirst                string // why nothing was downloaded
	PointsWrong              string // why a number is not taken
	Keys                     string // how the keyboard is used

	MarkText string // how to fill in a text document
	// SaveHint tells who fills in a PDF what many viewers do not: a field that is
	// still being written in is not saved.
	SaveHint string
}

// languages are those that forms speak, a row each.
func languages() []Words { return []Words{english, spanish, french, german} }

// WordsFor returns the words for a language tag: of exactly this language,
// else of its primary language ("pt" for "pt-BR"), else English.
func WordsFor(tag string) Words {
	if w := wordsFor(tag); w != nil {
		return *w
	}
	return english
}

// wordsFor is [WordsFor], or nil where there are no words for the language.
func wordsFor(tag string) *Words {
	primary, _, _ := strings.Cut(tag, "-")
	for _, name := range []string{tag, primary} {
		all := languages()
		if i := slices.IndexFunc(all, func(w Words) bool { return strings.EqualFold(w.Language, name) }); i >= 0 {
			return &all[i]
		}
	}
	return nil
}

// chooseWords finds the words for a form: in the language that was asked for,
// which must be there, or else in that of the framework, or else in English.
func chooseWords(asked, framework string) (Words, error) {
	if asked == "" {
		return WordsFor(framework), nil
	}
	if w := wordsFor(asked); w != nil {
		return *w, nil
	}
	hint := diag.Suggest(asked, Languages(), "languages: "+strings.Join(Languages(), ", "))
	return Words{}, fmt.Errorf("forms do not speak the language %q (%s)", asked, hint)
}

// Languages lists the tags of the languages that forms speak.
func Languages() []string {
	var out []string
	for _, w := range languages() {
		out = append(out, w.Language)
	}
	return out
}
