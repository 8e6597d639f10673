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
	// Crosswalk is the review that outranks what was computed; nil without one.
	Crosswalk *Reviewing `json:"crosswalk,omitempty"`
	// Chain is what follows from crosswalks by way of other frameworks; nil
	// without any.
	Chain *Reviewing `json:"chain,omitempty"`
}

// Reviewing names a review and counts its rows.
type Reviewing struct {
	File      string `json:"file,omitempty"` // "" for a chain of several
	SHA256    string `json:"sha256,omitempty"`
	Rows      int    `json:"rows"`
	Matches   int    `json:"matches"`   // rows that say what fits
	Gaps      int    `json:"gaps"`      // rows that say that nothing does
	Rejected  int    `json:"rejected"`  // pairs that have nothing in common
	Undecided int    `json:"undecided"` // rows that nobody has decided
	Stale     int    `json:"stale"`     // rows whose texts have changed since
}

func reviewing(r *Review) *Reviewing {
	if r == nil {
		return nil
	}
	out := &Reviewing{File: r.Crosswalk.File, SHA256: r.Crosswalk.SHA256, Rows: len(r.Rows)}
	for _, row := range r.Rows {
		switch {
		case !row.IsDecided():
			out.Undecided++
		case row.Stale != "":
			out.Stale++
		case row.IsGap():
			out.Gaps++
		case row.IsRejected():
			out.Rejected++
		default:
			out.Matches++
		}
	}
	return out
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
	Name  string `json:"name"` // "words and meaning", "words" or "codes"
	About string `json:"about"`
	// Words are the words for scores and where they begin among the indicators
	// of this comparison; ParentWords among the parents. Candidates is how many
	// an item gets at most, Pairs how many pairs were compared, and Median what
	// half of them reach. None of them belongs to the method "codes".
	Words       []Band       `json:"words,omitempty"`
	ParentWords []Band       `json:"parent_words,omitempty"`
	Candidates  int          `json:"candidates,omitempty"`
	Pairs       int64        `json:"pairs,omitempty"`
	Median      *match.Score `json:"median,omitempty"`
	// Notes are limits of this very comparison.
	Notes []string `json:"notes"`
}

// KnowsMeaning reports whether words that mean something near count, and not
// only those that are the same.
func (m Method) KnowsMeaning() bool { return m.Name == nameMeaning }

// Band is a word for scores and the lowest score that it stands for.
type Band struct {
	Word match.Word  `json:"word"`
	From match.Score `json:"from"`
}

const (
	nameMeaning  = "words and meaning"
	aboutMeaning = "mean of four cosines, by shared words (TF-IDF) and by what words mean (a table of English words), of the items' own texts and of their texts in context"
	aboutWords   = "mean of two cosines of TF-IDF vectors, of the items' own words and of the words in their context"
	aboutCodes   = "items paired by code and wording, then by wording alone, then by code alone; split and merged items are told by their words"

	notePlain     = "not both frameworks are in English: the table of meaning is English, so only words are compared, as they stand"
	noteLanguages = "the frameworks are in different languages: only names and loan words can be similar"
	noteEmpty     = "a framework has no indicators: there is nothing to compare"
)

// tell fills the provenance.
func (c *Comparison) tell(o Options) {
	p := &c.Provenance
	p.Source, p.Target = identityOf(c.Source), identityOf(c.Target)
	if c.Mode == Versions {
		p.Method = Method{Name: "codes", About: aboutCodes, Notes: []string{}}
		return
	}
	p.Method.Candidates, p.Method.Notes = o.Top, notesOn(c)
	p.Crosswalk, p.Chain = reviewing(o.Review), reviewing(o.Chain)
}

// methodOf is the method of a comparison by wording, with what is usual in it.
func methodOf(l match.Language, r round) Method {
	m := Method{Name: nameMeaning, About: aboutMeaning, Words: bands(r), Pairs: r.ranking.Background.Pairs()}
	if l == match.Plain {
		m.Name, m.About = "words", aboutWords
	}
	median := r.ranking.Background.Median()
	m.Median = &median
	return m
}

func identityOf(f *rubric.Framework) Identity {
	return Identity{f.ID, f.Title, f.Version, f.File, f.SHA256, f.Fingerprint()}
}

func bands(r round) []Band {
	var out []Band
	for _, w := range match.Words() {
		out = append(out, Band{w, r.ranking.Bands.From(w)})
	}
	return out
}

func notesOn(c *Comparison) []string {
	notes := []string{}
	if match.LanguageOf(c.tongues[0], c.tongues[1]) == match.Plain {
		notes = append(notes, notePlain)
		if !match.SameLanguage(c.tongues[0], c.tongues[1]) {
			notes = append(notes, noteLanguages)
		}
	}
	if len(c.Source.Indicators()) == 0 || len(c.Target.Indicators()) == 0 {
		notes = append(notes, noteEmpty)
	}
	return notes
}
