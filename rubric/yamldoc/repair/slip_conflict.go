package repair

import (
	"strings"

	"rubrickit/rubric/diag"
)

// proposeConflict reads on with the first of the two versions that a merge
// has left in the file. It is no repair, since only its author can choose.
func proposeConflict(s *site) []trial {
	if !strings.HasPrefix(s.lines[s.n], "<<<<<<< ") {
		return nil
	}
	edits, ends := s.firstVersion()
	if !ends {
		return nil
	}
	t := s.trial(sure-0.2, CodeConflictMarker, 0, len(s.text), "the marks of an unfinished merge stand in the file",
		"keep one of the two versions, and take the marks away", edits...)
	t.choice = true
	return []trial{t}
}

// firstVersion empties the lines of the marks and of all versions but the
// first; ends reports whether the last mark is there.
func (s *site) firstVersion() (edits []diag.Edit, ends bool) {
	other := false
	for n := s.n; n < len(s.lines); n++ {
		l := s.lines[n]
		other = other || strings.HasPrefix(l, "=======") || strings.HasPrefix(l, "||||||| ")
		ends = strings.HasPrefix(l, ">>>>>>> ")
		if n == s.n || other || ends {
			edits = append(edits, replace(n, 0, len([]rune(l)), ""))
		}
		if ends {
			break
		}
	}
	return edits, ends
}
