package collect

import (
	"slices"

	"rubrickit/rubric"
)

// filing is a form as one file holds it.
type filing struct {
	form    rubric.Form
	file    string
	answers []voice // by item
}

// isBlank reports whether nothing is answered.
func (f *filing) isBlank() bool {
	return !slices.ContainsFunc(f.answers, func(v voice) bool { return v != silence })
}

// voice is the number of what an answer means; equal answers have equal numbers,
// whichever file they stand in.
type voice uint32

// silence is no answer: a blank, a word that says so, or no cell at all.
const silence voice = 0

// meant is what an answer means, so that it can be compared.
type meant struct {
	state rubric.State
	value string // a fraction in lowest terms
}

// voices gives out the numbers.
type voices map[meant]voice

func (v voices) of(m rubric.Meaning) voice {
	if m.State == rubric.Missing {
		return silence
	}
	key := meant{state: m.State}
	if m.State == rubric.Rated {
		key.value = m.Value.Rat().RatString()
	}
	n, known := v[key]
	if !known {
		n = voice(len(v) + 1)
		v[key] = n
	}
	return n
}

// filingsOf are the forms in the book of one file.
func (s *sifter) filingsOf(file string, b *rubric.Book) []filing {
	var out []filing
	byMark := make([]map[rubric.Mark]voice, len(b.Items())) // each mark is understood once
	for column := range byMark {
		byMark[column] = map[rubric.Mark]voice{}
	}
	for _, of := range b.Ratees() {
		for _, sheet := range b.Sheets(of, nil) {
			f := filing{
				form: rubric.Form{Ratee: string(of.Name), Rater: string(sheet.Rater), Group: string(sheet.Group), Occasion: string(sheet.Occasion)},
				file: file, answers: make([]voice, len(byMark)),
			}
			for column, known := range byMark {
				f.answers[column] = s.answer(b, column, sheet.Mark(column), known)
			}
			out = append(out, f)
		}
	}
	return out
}

func (s *sifter) answer(b *rubric.Book, column int, m rubric.Mark, known map[rubric.Mark]voice) voice {
	v, found := known[m]
	if !found {
		v = s.voices.of(b.Meaning(column, m))
		known[m] = v
	}
	return v
}

// Repeat is a form that came in more than one file, with answers to the same
// items.
type Repeat struct {
	rubric.Form
	Files []string
	// Differ are the items that are answered in different ways; without any, the
	// answers count once.
	Differ []*rubric.Item
}

// repeats finds the forms that came more than once, in the order of the files.
func (s *sifter) repeats() []Repeat {
	byForm := map[rubric.Form][]*filing{}
	var order []rubric.Form
	for i := range s.filings {
		f := &s.filings[i]
		if byForm[f.form] == nil {
			order = append(order, f.form)
		}
		byForm[f.form] = append(byForm[f.form], f)
	}
	var out []Repeat
	for _, form := range order {
		if r := repeatOf(byForm[form], s.Framework.Indicators()); r != nil {
			out = append(out, *r)
		}
	}
	return out
}

// repeatOf is what several filings of one form repeat; nil where each item is
// answered in one of them at most, as where a form was handed out in parts.
func repeatOf(all []*filing, items []*rubric.Item) *Repeat {
	out := &Repeat{Form: all[0].form}
	repeating := make([]bool, len(all))
	for column, it := range items {
		saying := voicesFor(all, column)
		if len(saying) < 2 {
			continue
		}
		first := all[saying[0]].answers[column]
		differs := func(i int) bool { return all[i].answers[column] != first }
		if slices.ContainsFunc(saying, differs) {
			out.Differ = append(out.Differ, it)
		}
		for _, i := range saying {
			repeating[i] = true
		}
	}
	for i, f := range all {
		if repeating[i] {
			out.Files = append(out.Files, f.file)
		}
	}
	if len(out.Files) == 0 {
		return nil
	}
	return out
}

// voicesFor are the indexes of the filings that answer an item.
func voicesFor(all []*filing, column int) []int {
	var out []int
	for i, f := range all {
		if f.answers[column] != silence {
			out = append(out, i)
		}
	}
	return out
}
