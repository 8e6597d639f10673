// Package form holds what a blank rubric has on it, before any format: who is
// rated and by whom, the sections and rows of the framework, what can be
// marked in each row, and the names of the fields. Every format draws the
// same form, and the readers of filled-in forms share its names.
//
// Texts stand as markup blocks and runs, so that no text of a framework can
// become markup of a format.
package form

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/markup"
)

// Form is a blank rubric.
type Form struct {
	Identity  Identity
	Language  string // BCP 47 tag of the framework's texts; "en" where it gives none
	Words     Words  // what a form itself says
	Layout    Layout
	Title     []markup.Run
	Publisher string
	Source    rubric.Source // title, URL and rights only
	Intro     []markup.Block
	Guidance  []markup.Block // how to rate; only with [Options.Guidance]
	Head      []Field        // who is rated, by whom, when
	Keys      []Key          // what the levels mean, where the scale says it
	Sections  []Section
	Foot      []Field // notes and signature
}

// Options choose what a form shows. The zero Options show the whole framework
// in the layout of its shape.
type Options struct {
	Layout string // name of a layout (see [Layouts]); "" lets the framework's shape decide
	Title  string // plain text instead of the framework's title
	// Only lists codes of items: the form then has these, what stands below
	// them, and the headings above them. Empty is everything.
	Only     []string
	Guidance bool // print how to rate: look-fors, evidence
	Comments bool // a comment field in every row
	// Language is the BCP 47 tag of the form's own words (see [Languages]); ""
	// takes the framework's, and English where there are none for it. The
	// framework's texts stay as they are.
	Language string
}

// New makes the blank form of a framework. It fails for a layout, a code or a
// language that does not exist, suggesting the nearest, and when nothing would
// be left to rate.
func New(f *rubric.Framework, o Options) (*Form, error) {
	layout, err := layoutFor(f, o.Layout)
	if err != nil {
		return nil, err
	}
	wanted, err := selection(f, o.Only)
	if err != nil {
		return nil, err
	}
	words, err := chooseWords(o.Language, f.Language)
	if err != nil {
		return nil, err
	}
	b := &builder{framework: f, options: o, wanted: wanted, layout: layout, words: words}
	sections := b.sections()
	if len(b.rated) == 0 {
		return nil, fmt.Errorf("nothing to rate: no rated item of %s is on the form", f.ID)
	}
	layout.arrange(sections)
	form := &Form{
		Identity:  identify(f),
		Language:  f.Language,
		Words:     b.words,
		Layout:    layout,
		Title:     titleRuns(f, o.Title),
		Publisher: oneLine(f.Publisher),
		Source:    printed(f.Source),
		Intro:     markup.Parse(f.Text),
		Head:      headFields(b.words),
		Keys:      b.keys(),
		Sections:  sections,
		Foot:      footFields(b.words),
	}
	if form.Language == "" {
		form.Language = "en"
	}
	if o.Guidance {
		form.Guidance = markup.Parse(f.Guidance)
	}
	return form, nil
}

func titleRuns(f *rubric.Framework, instead string) []markup.Run {
	switch {
	case instead != "":
		return []markup.Run{{Text: oneLine(instead)}}
	case f.Title != "":
		return inline(f.Title)
	default:
		return []markup.Run{{Text: f.ID}}
	}
}

// inline reads a text that is one line of a form, such as a title. A text
// that would be more than one paragraph, such as "1. Lead", stands as it is.
func inline(text string) []markup.Run {
	blocks := markup.Parse(text)
	if len(blocks) != 1 || blocks[0].Kind != markup.Paragraph {
		if text = oneLine(text); text == "" {
			return nil
		}
		return []markup.Run{{Text: text}}
	}
	runs := slices.Clone(blocks[0].Runs)
	for i := range runs {
		if runs[i].Break {
			runs[i] = markup.Run{Text: " "}
		}
	}
	return runs
}

// oneLine is a text without line breaks, which a name or a label cannot show.
// Spaces that hold words together stay.
func oneLine(text string) string {
	breaks := func(r rune) bool { return strings.ContainsRune(" \t\n\v\f\r\u0085\u2028\u2029", r) }
	return strings.Join(strings.FieldsFunc(text, breaks), " ")
}

// printed is the source as a form prints it.
func printed(s rubric.Source) rubric.Source {
	return rubric.Source{Title: oneLine(s.Title), URL: oneLine(s.URL), Rights: oneLine(s.Rights)}
}

// Rows returns the form's rows that are rated, in order.
func (f *Form) Rows() []Row {
	var out []Row
	for _, s := range f.Sections {
		for _, r := range s.Rows {
			if r.Rated() {
				out = append(out, r)
			}
		}
	}
	return out
}
