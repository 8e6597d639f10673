package ratings

import (
	"cmp"
	"slices"

	"rubrickit/rubric"
)

// session is the reading of files into a book: of all files of a call, or, in
// its own session, of a part of a big file.
type session struct {
	framework *rubric.Framework
	print     string // its fingerprint, which takes a while to compute
	options   Options
	items     itemIndex
	matchers  map[vocabulary]*matcher
	known     map[string]Column // header cells that were decided about
	nearest   map[string]string // by the name of an item that is unknown: the code that it may have meant

	book    *rubric.Book
	sheets  *rubric.SheetWriter
	current form // of the sheet that is being written

	files    []*fileReader // that could be read
	rejects  []rejection
	comments []rubric.Comment
	notes    []string
	kept     map[keptKey]keptValue // of the columns to keep

	// blanks says that a blank cell of some items means a level. Only then is
	// it kept in which forms a cell was rejected, of which the book knows
	// nothing: something stands there.
	blanks  bool
	entered map[form]bool

	// wish is what a second look is for; it collects the cells as entries and
	// writes nothing into the book. It is nil at first.
	wish    *wish
	entries []entry

	// roster takes the lines of a roster; nil where ratings are read.
	roster *Roster

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

// entry is a cell that met its scale, as a second look finds it.
type entry struct {
	cell
	meaning
	blank bool // nothing stands there
}

// rejection is a reject with what it is sorted by.
type rejection struct {
	rubric.Reject
	file, column int
}

// compare tells which of two rejects of a table stands first.
func (x rejection) compare(other rejection) int {
	return cmp.Or(cmp.Compare(x.At.Line, other.At.Line), cmp.Compare(x.At.Record, other.At.Record), cmp.Compare(x.column, other.column))
}

func newSession(f *rubric.Framework, o Options) *session {
	s := &session{
		framework: f, print: f.Fingerprint(), options: o, items: indexItems(f, o.Mapping), matchers: map[vocabulary]*matcher{}, known: map[string]Column{}, nearest: map[string]string{},
		book: rubric.NewBook(f), entered: map[form]bool{}, blanks: slices.ContainsFunc(f.Indicators(), blankIsLevel),
	}
	s.sheets = s.book.Writer()
	return s
}

// enter notes that something stands in a form that could not be taken.
func (s *session) enter(f form) {
	if s.blanks {
		s.entered[f] = true
	}
}

// put writes what a cell means into the book.
func (r *fileReader) put(c cell, means meaning, blank bool) {
	column, _ := r.book.Column(c.item)
	mark := rubric.MarkBlank
	if !blank {
		mark = r.book.Mark(column, rubric.Meaning{State: means.state, Value: means.value})
	}
	if c.form != r.current {
		r.current = c.form
		r.sheets.Begin(c.form.public())
	}
	r.sheets.Put(column, mark)
	r.ledger.Count(means.state, 1)
}

func (f form) public() rubric.Form {
	return rubric.Form{Ratee: f.ratee, Rater: f.rater, Group: f.group, Occasion: f.occasion}
}

func formOf(f rubric.Form) form { return form{f.Ratee, f.Rater, f.Group, f.Occasion} }

// result is what the files hold once they are settled.
func (s *session) result() (*rubric.Book, *Report) {
	out := s.book
	out.Comments, out.HasRater, out.HasGroup, out.HasOccasion = s.comments, s.hasRater, s.hasGroup, s.hasOccasion
	slices.SortStableFunc(s.rejects, func(a, b rejection) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.column, b.column))
	})
	rejects := make([]int, len(s.files))
	out.Rejects = slices.Grow(out.Rejects, len(s.rejects)) // of a file that fits nowhere there are many
	for _, r := range s.rejects {
		s.files[r.file].ledger.Reject(r.Cells)
		rejects[r.file]++
		out.Rejects = append(out.Rejects, r.Reject)
	}
	report := &Report{Notes: append(s.notes, nearNames(out)...)}
	for i, file := range s.files {
		file.report.Ledger = file.account(file.ledger)
		report.Files = append(report.Files, file.report)
		out.Inputs = file.addInput(out.Inputs, rejects[i])
		add(&out.Ledger, file.report.Ledger)
		file.file.Data = nil // what is looked for again is read again
	}
	out.Settle()
	return out, report
}

func add(to *rubric.Ledger, l rubric.Ledger) {
	to.Cells += l.Cells
	to.Rated += l.Rated
	to.NotApplicable += l.NotApplicable
	to.NotObserved += l.NotObserved
	to.Missing += l.Missing
	to.Rejected += l.Rejected
}
