package form

import "rubrickit/rubric/markup"

// Section is a stretch of a form under one heading: the rows that stand
// directly below one item. Sections follow each other in the order of the
// framework; a deeper one belongs to the nearest before it that is less deep.
type Section struct {
	Code  string // "" for rows at the top of the framework, which have no heading
	Tier  string // the framework's word for the item, "" where it has none
	Depth int    // of the item, 0 at the top; -1 without a heading
	Title []markup.Run
	// Continued says that the heading was there before, and that rows follow
	// which stand below it, after a deeper section.
	Continued bool
	Text      []markup.Block
	Stem      []markup.Run // lead-in that the rows complete
	Guidance  []markup.Block
	Tags      []string
	// Columns are the choices that all rows share, by label; nil where the
	// rows are rated on different scales.
	Columns     []Choice
	Arrangement Arrangement
	Rows        []Row
}

// RowTier is the framework's word for the section's rows, "" where they have
// none or differ.
func (s *Section) RowTier() string {
	word := ""
	for i, r := range s.Rows {
		if i > 0 && r.Tier != word {
			return ""
		}
		word = r.Tier
	}
	return word
}

// HasRated reports whether the section has a row to rate.
func (s *Section) HasRated() bool {
	for i := range s.Rows {
		if s.Rows[i].Rated() {
			return true
		}
	}
	return false
}

// Row is one item that is rated, or one that only informs (no choices).
type Row struct {
	Code  string
	Field string // name of the field that takes the rating
	Tier  string
	Title []markup.Run
	Text  []markup.Block
	Stem  []markup.Run // lead-in of Explains
	// Explains are the items below a rated one, which say what it means.
	Explains []Explanation
	Guidance []markup.Block
	Tags     []string
	Choices  []Choice // levels, lowest first, then null states
	// Box says that the row has one box to tick: unticked means the level
	// that a blank stands for.
	Box     bool
	Points  *Points // where values between the levels may be given
	Comment *Field  // nil without comment fields
}

// Rated reports whether there is something to mark in the row.
func (r *Row) Rated() bool { return len(r.Choices) > 0 }

// Name is what a person calls the row in plain text: its title, else its
// text, else its code.
func (r *Row) Name() string {
	if name := markup.PlainRuns(r.Title); name != "" {
		return name
	}
	if text := markup.PlainBlocks(r.Text); text != "" {
		return text
	}
	return r.Code
}

// Explanation is an item below a rated one. Depth counts from that: 0 is
// directly below it.
type Explanation struct {
	Code  string
	Depth int
	Title []markup.Run
	Text  []markup.Block
}

// Count is how many items of one tier are on a form.
type Count struct {
	Tier  string // the framework's word, "" where it has none
	Items int
}

// Counts tells how many items a form shows, headings and rows, by tier in the
// order in which the tiers first appear.
func (f *Form) Counts() []Count {
	var out []Count
	add := func(tier string) {
		for i := range out {
			if out[i].Tier == tier {
				out[i].Items++
				return
			}
		}
		out = append(out, Count{tier, 1})
	}
	for _, s := range f.Sections {
		if s.Code != "" && !s.Continued {
			add(s.Tier)
		}
		for _, r := range s.Rows {
			add(r.Tier)
		}
	}
	return out
}
