package report

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diff"
)

// The parts of the page, as the template draws them.
type (
	htmlStanding  struct{ Name, Class string }
	htmlDirection struct {
		Heading, ID, Other, Part, Noun string
		Lang, OtherLang                string // "" for English, which the page is in
		Standings                      []string
		Counts                         []htmlCounts
		Groups                         []htmlGroup
	}
	// htmlCounts is a row of counts with its picture, a bar of segments.
	htmlCounts struct {
		Label    string
		Depth    int
		Total    string
		Numbers  []string
		Words    string // what the picture shows
		Segments []htmlSegment
	}
	// htmlSegment is a part of a bar of the width 100.
	htmlSegment struct{ Class, From, Width string }
	// htmlGroup is a parent with the indicators directly below it.
	htmlGroup struct {
		Heading *htmlHeading
		Rows    []htmlRow
	}
	htmlHeading struct{ Code, Text, Alike string }
	htmlRow     struct {
		Code, Text, Stands, Class, Remark string
		Matches                           []htmlMatch
	}
	htmlMatch struct{ Called, Code, Text, Why, Remark string }
)

func (p *htmlComparison) frameworks(c *diff.Comparison) {
	p.Title = c.Source.Name() + " → " + c.Target.Name()
	p.Basis, p.Notes, p.Stale = append(basis(c), caution), c.Provenance.Method.Notes, c.Stale()
	for _, s := range (direction{c, diff.SourceSide}).standings() {
		p.Filter = append(p.Filter, htmlStanding{s.String(), classOf(s)})
	}
	for _, side := range diff.Sides() {
		p.Directions = append(p.Directions, htmlDirectionOf(direction{c, side}))
	}
}

// classOf is the name of a standing in the style sheet.
func classOf(s diff.Standing) string { return strings.ReplaceAll(s.String(), " ", "-") }

func htmlDirectionOf(d direction) htmlDirection {
	out := htmlDirection{
		Heading: fmt.Sprintf("What %s has beside the %s of %s", d.other().Name(), Plural(indicatorNoun(d.framework())), d.framework().Name()),
		ID:      d.framework().ID, Other: d.other().ID, Part: parentTiers(d.framework()), Noun: Plural(indicatorNoun(d.framework())),
		Lang: foreignLanguage(d.framework().Language), OtherLang: foreignLanguage(d.other().Language),
		Groups: htmlGroups(d),
	}
	if out.Part == "" {
		out.Part = "part"
	}
	for _, s := range d.standings() {
		out.Standings = append(out.Standings, s.String())
	}
	for _, c := range d.parents() {
		out.Counts = append(out.Counts, d.htmlCounts(clip(c.Item.Code+" "+oneLine(c.Item), mostLabel), c.Item.Depth(), c.Counts))
	}
	out.Counts = append(out.Counts, d.htmlCounts("all", 0, d.counts()))
	return out
}

// foreignLanguage is a tag of a language that the page is not in.
func foreignLanguage(tag string) string {
	if tag == "" || tag == "en" || strings.HasPrefix(tag, "en-") {
		return ""
	}
	return tag
}

func (d direction) htmlCounts(label string, depth int, c diff.Counts) htmlCounts {
	out := htmlCounts{Label: label, Depth: min(depth, 2), Total: Thousands(c.Indicators), Words: d.tally(c)}
	at := 0
	for _, s := range d.standings() {
		n := c.Of(s)
		out.Numbers = append(out.Numbers, Thousands(n))
		if n > 0 {
			from, to := hundredths(at, c.Indicators), hundredths(at+n, c.Indicators)
			out.Segments = append(out.Segments, htmlSegment{classOf(s), decimals(from), decimals(to - from)})
		}
		at += n
	}
	return out
}

// hundredths is a part of a whole in ten-thousandths.
func hundredths(part, whole int) int { return (part*10_000 + whole/2) / whole }

// decimals writes hundredths as a number of two decimals.
func decimals(n int) string { return fmt.Sprintf("%d.%02d", n/100, n%100) }

// htmlGroups lists the indicators, below the parents that they stand under.
func htmlGroups(d direction) []htmlGroup {
	groups := []htmlGroup{{}}
	for _, c := range d.Coverage.Items {
		switch {
		case c.Side != d.side:
		case c.Item.IsRated():
			last := &groups[len(groups)-1]
			last.Rows = append(last.Rows, d.htmlRow(c))
		default:
			alike := mostAlike(c)
			groups = append(groups, htmlGroup{Heading: &htmlHeading{c.Item.Code, oneLine(c.Item), strings.TrimPrefix(alike, "–")}})
		}
	}
	if len(groups[0].Rows) == 0 {
		groups = groups[1:]
	}
	return groups
}

func (d direction) htmlRow(c diff.Covered) htmlRow {
	s := c.Standing()
	row := htmlRow{Code: c.Item.Code, Text: oneLine(c.Item), Stands: s.String(), Class: classOf(s)}
	if c.Gap != nil {
		row.Remark = remarkOf(c.Gap.Pair)
	}
	for _, m := range c.Matches {
		if m.Status == diff.Computed && !d.shows(c, m) {
			continue
		}
		other := m.Of(d.side.Other())
		row.Matches = append(row.Matches, htmlMatch{
			Called: d.called(m), Code: other.Code, Text: oneLine(other), Why: d.why(m), Remark: remarkOf(m.Row.Pair),
		})
	}
	return row
}

// shows reports whether a computed candidate is listed: what is settled by a
// review has none, and the best is told even where it fell short.
func (d direction) shows(c diff.Covered, m diff.Match) bool {
	s := c.Standing()
	return s != diff.FoundByReview && s != diff.ConfirmedGap && (worthALook(m) || c.Best().Rank == m.Rank)
}

// called is what people, or the score, call a match.
func (d direction) called(m diff.Match) string {
	if m.Status == diff.Computed {
		if !worthALook(m) {
			return "best candidate, fell short"
		}
		return m.Word.String()
	}
	return string(m.Status) + ": " + relationWords(m, d.side)
}

// why is what puts a match where it is.
func (d direction) why(m diff.Match) string {
	switch {
	case m.Status == diff.Stale:
		return m.Row.Stale
	case m.Status == diff.Computed:
		return sharedWords(m, d.side)
	default:
		return ""
	}
}

// htmlChange is a change with the words that changed.
type htmlChange struct {
	Kind, Code, Field string
	Before, After     []htmlStretch
}

type htmlStretch struct {
	Text    string
	Changed bool
}

func (p *htmlComparison) versions(c *diff.Comparison) {
	p.Versions, p.Title, p.Summary, p.RatingsSummary = true, versionsTitle(c), changesSummary(c), carriesSummary(c)
	p.Ratings = carriesTable(c).Rows
	for _, change := range c.Changes {
		out := htmlChange{Kind: string(change.Kind), Code: codePair(change), Field: change.Field}
		out.Before, out.After = unchanged(change.Before), unchanged(change.After)
		if change.Kind == diff.Reworded {
			out.Before, out.After = stretchesOf(change)
		}
		p.Changes = append(p.Changes, out)
	}
}

// unchanged is a text as one stretch; none where there is no text.
func unchanged(text string) []htmlStretch {
	if text == "" {
		return nil
	}
	return []htmlStretch{{text, false}}
}

// stretchesOf are the texts of a change, in stretches that changed and that
// did not.
func stretchesOf(c diff.Change) (before, after []htmlStretch) {
	for _, s := range c.Stretches() {
		if s.Op != diff.Put {
			before = append(before, htmlStretch{s.Text, s.Op == diff.Taken})
		}
		if s.Op != diff.Taken {
			after = append(after, htmlStretch{s.Text, s.Op == diff.Put})
		}
	}
	return before, after
}
