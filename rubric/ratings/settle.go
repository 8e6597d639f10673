package ratings

import (
	"fmt"
	"slices"

	"rubrickit/rubric"
)

// spot is what one rating is about.
type spot struct {
	form form
	item *rubric.Item
}

// settle gives every entry its fate, once all files are read: of several equal
// entries of a spot one is kept; where they differ all are rejected; a blank
// beside an entry says nothing. Then the blanks that are left get their
// meaning.
func (s *session) settle() {
	first := make(map[spot]int, len(s.entries))
	several := map[spot][]int{}
	for i, e := range s.entries {
		key := spot{e.form, e.item}
		at, taken := first[key]
		if !taken {
			first[key] = i
			continue
		}
		if several[key] == nil {
			several[key] = []int{at}
		}
		several[key] = append(several[key], i)
	}
	var again []int
	for i, e := range s.entries {
		if same := several[spot{e.form, e.item}]; same != nil && same[0] == i {
			again = append(again, s.settleSpot(same)...)
		}
	}
	s.noteRepeats(again)
	for i := range s.entries {
		s.settleBlank(&s.entries[i])
	}
}

// settleSpot decides about the entries of one spot and returns those that
// only repeat another.
func (s *session) settleSpot(same []int) []int {
	said := slices.DeleteFunc(slices.Clone(same), func(i int) bool { return s.entries[i].state == rubric.Missing })
	if len(said) == 0 {
		said = same[:1]
	}
	for _, i := range same {
		s.entries[i].fate = repeated
	}
	if s.contradicting(said, said[0]) < 0 {
		s.entries[said[0]].fate = kept
		return said[1:]
	}
	for _, i := range said {
		s.entries[i].fate = refused
		s.reject(s.entries[i].cell, s.entries[i].item.Code, s.contradiction(s.entries[i], s.entries[s.contradicting(said, i)]))
	}
	return nil
}

// contradicting is the first of the entries that says something else than
// entry i; -1 where all agree.
func (s *session) contradicting(said []int, i int) int {
	e := s.entries[i]
	for _, j := range said {
		if s.entries[j].state != e.state || s.entries[j].value.Cmp(e.value) != 0 {
			return j
		}
	}
	return -1
}

func (s *session) contradiction(e, other entry) problem {
	return problem{code: CodeDuplicateRating, message: fmt.Sprintf("%s for %s is rated twice by the same rater: %q here, and %q at %s",
		e.item.Code, e.form.ratee, cut(clean(e.text), 60), cut(clean(other.text), 60), other.at)}
}

// noteRepeats reports the entries that stand twice.
func (s *session) noteRepeats(again []int) {
	if len(again) == 0 {
		return
	}
	e := s.entries[again[0]]
	n := fmt.Sprintf("%d ratings stand", len(again))
	if len(again) == 1 {
		n = "1 rating stands"
	}
	s.notes = append(s.notes, fmt.Sprintf("%s a second time with the same value: counted once (%s for %s at %s)", n, e.item.Code, e.form.ratee, e.at))
}

// settleBlank makes the level of a blank that has one (a box that was not
// ticked) of a blank cell in a form that was filled in.
func (s *session) settleBlank(e *entry) {
	if !e.blank || e.fate != kept || e.item.Scale == nil || !s.entered[e.form] {
		return
	}
	if level := e.item.Scale.Level(e.item.Scale.Blank); level != nil {
		e.meaning = meaning{rubric.Rated, level.Value}
	}
}
