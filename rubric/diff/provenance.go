package diff

import (
	"rubrickit/rubric"
	"rubrickit/rubric/match"
)

// Provenance says what was compared and how, so that a result can be traced
// and repeated.
type Provenance struct {
	Source Identity `json:"source"`
	Target Identity `json:"target"`
	Method Method   `json:"method"`
}

// Identity names a framework and the very bytes it was read from.
type Identity struct {
	ID          string `json:"id"`
	Title       string `json:"title"`
	Version     string `json:"version"`
	File        string `json:"file"`
	SHA256      string `json:"sha256"`
	Fingerprint string `json:"fingerprint"`
}

// Method is how the comparison was made.
type Method struct {
	Name  string `json:"name"` // "words" or "codes"
	About string `json:"about"`
	// Words are the words for scores and where they begin; Candidates is how
	// many an item gets at most. Both belong to the method "words".
	Words      []Band `json:"words,omitempty"`
	Candidates int    `json:"candidates,omitempty"`
	// Notes are limits of this very comparison.
	Notes []string `json:"notes"`
}

// Band is a word for scores and the lowest score that it stands for.
type Band struct {
	Word match.Word  `json:"word"`
	From match.Score `json:"from"`
}

const (
	aboutWords = "mean of two cosines of TF-IDF vectors, of the items' own words and of the words in their context; computed, nothing reviewed"
	aboutCodes = "items paired by code; one whose whole text stands under another code counts as recoded"

	notePlain     = "not both frameworks are in English: words are compared as they stand, without their forms being recognised"
	noteLanguages = "the frameworks are in different languages: only names and loan words can be similar"
	noteEmpty     = "a framework has no indicators: there is nothing to compare"
)

func provenanceOf(c *Comparison, o Options) Provenance {
	p := Provenance{Source: identityOf(c.Source), Target: identityOf(c.Target)}
	p.Method = Method{Name: "codes", About: aboutCodes, Notes: []string{}}
	if c.Mode == Frameworks {
		p.Method = Method{Name: "words", About: aboutWords, Words: bands(), Candidates: o.Top, Notes: notesOn(c)}
	}
	return p
}

func identityOf(f *rubric.Framework) Identity {
	return Identity{f.ID, f.Title, f.Version, f.File, f.SHA256, f.Fingerprint()}
}

func bands() []Band {
	var out []Band
	for _, w := range match.Words() {
		out = append(out, Band{w, w.From()})
	}
	return out
}

func notesOn(c *Comparison) []string {
	notes := []string{}
	if match.LanguageOf(c.Source.Language, c.Target.Language) == match.Plain {
		notes = append(notes, notePlain)
		if !match.SameLanguage(c.Source.Language, c.Target.Language) {
			notes = append(notes, noteLanguages)
		}
	}
	if len(c.Source.Indicators()) == 0 || len(c.Target.Indicators()) == 0 {
		notes = append(notes, noteEmpty)
	}
	return notes
}
