package ratings

import (
	"cmp"
	"slices"

	"rubrickit/rubric"
)

// session is the reading of all files of one call.
type session struct {
	framework *rubric.Framework
	options   Options
	items     itemIndex
	matchers  map[vocabulary]*matcher

	files    []*fileReader // that could be read
	entries  []entry
	rejects  []rejection
	comments []rubric.Comment
	notes    []string
	entered  map[form]bool // forms with any cell that is not blank

	hasRater, hasGroup, hasOccasion bool
}

// form is whose ratings stand together: one filled-in sheet.
type form struct{ ratee, rater, group, occasion string }

// cell is a place that a person could fill in.
type cell struct {
	form   form
	item   *rubric.Item
	at     rubric.Place
	column int    // index within the record
	name   string // of the column
	text   string // as it stands
	file   int    // index among the files
}

// entry is a cell that met its scale.
type entry struct {
	cell
	meaning
	blank bool // nothing stands there
	fate  fate
}

// fate is what becomes of an entry when all files are read.
type fate uint8

const (
	kept     fate = iota
	repeated      // stands elsewhere too, with the same value
	refused       // contradicts another entry of its cell
)

// rejection is a reject with what it is sorted by.
type rejection struct {
	rubric.Reject
	file, column int
}

func newSession(f *rubric.Framework, o Options) *session {
	return &session{
		framework: f, options: o, items: indexItems(f), matchers: map[vocabulary]*matcher{}, entered: map[form]bool{},
	}
}

// result is what the files hold once every entry has its fate.
func (s *session) result() (*rubric.Ratings, *Report) {
	out := &rubric.Ratings{Comments: s.comments, HasRater: s.hasRater, HasGroup: s.hasGroup, HasOccasion: s.hasOccasion}
	ledgers := make([]rubric.Ledger, len(s.files))
	for _, e := range s.entries {
		if e.fate == refused {
			continue
		}
		ledgers[e.file].Count(e.state, 1)
		if e.fate == kept {
			out.Ratings = append(out.Ratings, e.rating())
		}
	}
	slices.SortStableFunc(s.rejects, func(a, b rejection) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.column, b.column))
	})
	rejects := make([]int, len(s.files))
	for _, r := range s.rejects {
		ledgers[r.file].Reject(r.Cells)
		rejects[r.file]++
		out.Rejects = append(out.Rejects, r.Reject)
	}
	report := &Report{Notes: append(s.notes, nearNames(out.Ratings)...)}
	for i, file := range s.files {
		file.report.Ledger = file.account(ledgers[i])
		report.Files = append(report.Files, file.report)
		out.Inputs = append(out.Inputs, file.input(rejects[i]))
		add(&out.Ledger, file.report.Ledger)
	}
	return out, report
}

func (e entry) rating() rubric.Rating {
	return rubric.Rating{
		Ratee: e.form.ratee, Rater: e.form.rater, Group: e.form.group, Occasion: e.form.occasion,
		Item: e.item, State: e.state, Value: e.value, At: e.at,
	}
}

func add(to *rubric.Ledger, l rubric.Ledger) {
	to.Cells += l.Cells
	to.Rated += l.Rated
	to.NotApplicable += l.NotApplicable
	to.NotObserved += l.NotObserved
	to.Missing += l.Missing
	to.Rejected += l.Rejected
}
