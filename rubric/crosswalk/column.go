package crosswalk

import (
	"strings"
	"time"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// The names of what a pair says, the keys of YAML and the columns of tables.
const (
	keySource     = "source"
	keyTarget     = "target"
	keyRelation   = "relation"
	keyNote       = "note"
	keyBy         = "by"
	keyOn         = "on"
	keySourceText = "source_text"
	keyTargetText = "target_text"
)

// column is one thing that a pair says.
type column struct {
	name  string
	about string
	width int  // in a workbook, in characters
	prose bool // more than a word may stand there
	// decides marks what a person fills in who decides.
	decides bool
	of      func(*Pair) *string
	check   func(value string) *slip // nil takes every value
}

// slip is what is wrong with a value.
type slip struct {
	code          diag.Code
	message, hint string
}

// columns is the table of them. Their names are a promise.
var columns = []column{
	{name: keySource, about: "the code of the source's item", width: 12, of: func(p *Pair) *string { return &p.Source }},
	{name: keyTarget, about: "the code of the target's item", width: 12, of: func(p *Pair) *string { return &p.Target }},
	{name: keyRelation, about: "what the two have in common", width: 12, decides: true, of: func(p *Pair) *string { return (*string)(&p.Relation) }, check: checkRelation},
	{name: keyNote, about: "a remark", width: 30, prose: true, decides: true, of: func(p *Pair) *string { return &p.Note }},
	{name: keyBy, about: "who decided", width: 14, prose: true, decides: true, of: func(p *Pair) *string { return &p.By }},
	{name: keyOn, about: "when, as YYYY-MM-DD", width: 12, decides: true, of: func(p *Pair) *string { return &p.On }, check: checkDay},
	{name: keySourceText, about: "a short hash of the source's text when it was reviewed", width: 11, of: func(p *Pair) *string { return &p.SourceText }, check: checkHash},
	{name: keyTargetText, about: "a short hash of the target's text when it was reviewed", width: 11, of: func(p *Pair) *string { return &p.TargetText }, check: checkHash},
}

// columnNamed is the column of a name; nil where there is none.
func columnNamed(name string) *column {
	for i := range columns {
		if columns[i].name == name {
			return &columns[i]
		}
	}
	return nil
}

// take sets the column of a pair, or reports why it cannot.
func (c *column) take(r *yamldoc.Reader, p *Pair, value string, at diag.Span) {
	p.Places[c.name] = at
	if value == "" {
		return
	}
	if c.check != nil {
		if s := c.check(value); s != nil {
			r.Report(at, s.code, s.hint, "%s", s.message)
			return
		}
	}
	*c.of(p) = value
}

func checkRelation(value string) *slip {
	if Relation(value).row() >= 0 {
		return nil
	}
	var words []string
	for _, relation := range Relations() {
		words = append(words, string(relation))
	}
	return &slip{CodeRelation, "there is no relation " + quoted(value), diag.Suggest(value, words, "write one of: "+strings.Join(words, ", "))}
}

func checkDay(value string) *slip {
	if _, err := time.Parse(time.DateOnly, value); err == nil {
		return nil
	}
	return &slip{CodeValue, quoted(value) + " is no day", "write the day as year, month and day: 2026-11-20"}
}

var hashPattern = lazyregexp.New(`^[0-9a-f]{4,64}$`)

func checkHash(value string) *slip {
	if hashPattern.MatchString(value) {
		return nil
	}
	return &slip{CodeValue, quoted(value) + " is no hash of a text", "leave it as `rubric diff --review` wrote it, or take it away: the next --review writes it anew"}
}

// longestQuote is how much of a value stands in a message.
const longestQuote = 60

func quoted(value string) string {
	runes := []rune(value)
	if len(runes) > longestQuote {
		value = string(runes[:longestQuote-1]) + "…"
	}
	return `"` + value + `"`
}
