package ratings

import (
	"cmp"
	"maps"
	"slices"
)

// reasons are rejects summed up by their codes.
type reasons map[string]*reason

// reason is all rejects of one code.
type reason struct {
	cells  int
	first  rejection            // of them
	hinted rejection            // the first that has a suggestion, if any
	texts  map[string]rejection // the first of each text
	many   bool                 // there are more texts than that
}

// mostReasonTexts is how many texts of a reason are kept of what is added.
const mostReasonTexts = 10_000

// of is the reason of a code.
func (s reasons) of(code string) *reason {
	if s[code] == nil {
		s[code] = &reason{texts: map[string]rejection{}}
	}
	return s[code]
}

// add adds rejects in the order in which they stand.
func (s reasons) add(rejects []rejection) {
	for _, x := range rejects {
		of := s.of(x.Code)
		of.cells += x.Cells
		of.note(x)
		if _, met := of.texts[x.Value]; met || x.Value == "" {
			continue
		}
		if of.many = of.many || len(of.texts) == mostReasonTexts; !of.many {
			of.texts[x.Value] = x
		}
	}
}

// join adds what rejects of another part of the file were summed up to.
func (s reasons) join(other reasons) {
	for code, o := range other {
		of := s.of(code)
		of.cells += o.cells
		of.note(o.first)
		if o.hinted.Code != "" {
			of.note(o.hinted)
		}
		for text, x := range o.texts {
			if at, met := of.texts[text]; !met || x.compare(at) < 0 {
				of.texts[text] = x
			}
		}
		of.many = of.many || o.many || len(of.texts) > mostReasonTexts
	}
}

// note takes note of a reject if none of its kind stands before it.
func (r *reason) note(x rejection) {
	if r.first.Code == "" || x.compare(r.first) < 0 {
		r.first = x
	}
	if x.Suggestion != "" && (r.hinted.Code == "" || x.compare(r.hinted) < 0) {
		r.hinted = x
	}
}

// sorted are the reasons, those that concern most cells first.
func (s reasons) sorted() []*reason {
	return slices.SortedFunc(maps.Values(s), func(a, b *reason) int {
		return cmp.Or(cmp.Compare(b.cells, a.cells), a.first.compare(b.first))
	})
}

// example is the reject by which the reason is told.
func (r *reason) example() rejection {
	if r.hinted.Code != "" {
		return r.hinted
	}
	return r.first
}

// mostKept is how many rejects are kept while nothing fits. A file for another
// framework may have any number of them, and is refused by their reasons.
const mostKept = 1 << 16

// sumUp sums up the rejects that are kept, where these are many and nothing fits
// so far. If something does after all, the file is read anew.
func (w *worker) sumUp() {
	if w.taken > 0 || w.options.unsummed || len(w.rejects) < cmp.Or(w.options.kept, mostKept) {
		return
	}
	if w.summed == nil {
		w.summed = reasons{}
	}
	w.summed.add(w.rejects)
	w.rejects = w.rejects[:0]
}
