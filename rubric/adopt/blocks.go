package adopt

import (
	"fmt"
	"strings"
)

// blockWriter writes paragraphs and nested lists as CommonMark.
type blockWriter struct {
	lines  []string    // of the text; "" between blocks
	last   string      // the text written last
	open   bool        // it can go on in the next line
	lists  []listLevel // those that are open, outermost first
	listed bool        // the last block is a list
}

// listLevel is a list that is open.
type listLevel struct {
	entries  int // so far
	numbered bool
	width    int // of its mark, by which what is in it is indented
}

// gap is an empty line: what comes does not go on with what was.
func (w *blockWriter) gap() { w.open = false }

func (w *blockWriter) paragraph(text string) {
	w.separate()
	w.lines = append(w.lines, text)
	w.last, w.open, w.listed, w.lists = text, true, false, nil
}

// entry writes an entry of a list; one deeper than any list that is open begins
// one.
func (w *blockWriter) entry(depth int, numbered bool, text string) {
	if !w.listed {
		w.separate()
	}
	depth = min(depth, len(w.lists))
	mark := w.list(depth, numbered).mark()
	indent := 0
	for _, outer := range w.lists[:depth] {
		indent += outer.width
	}
	w.lists[depth].width = len(mark)
	w.lines = append(w.lines, strings.Repeat(" ", indent)+mark+text)
	w.last, w.open, w.listed = text, true, true
}

// list is the open list of a depth.
func (w *blockWriter) list(depth int, numbered bool) *listLevel {
	if depth == len(w.lists) || w.lists[depth].numbered != numbered {
		w.lists = append(w.lists[:depth], listLevel{numbered: numbered})
	}
	w.lists = w.lists[:depth+1]
	return &w.lists[depth]
}

// mark is the mark of the next entry.
func (l *listLevel) mark() string {
	l.entries++
	if l.numbered {
		return fmt.Sprintf("%d. ", l.entries)
	}
	return "- "
}

func (w *blockWriter) separate() {
	if len(w.lines) > 0 {
		w.lines = append(w.lines, "")
	}
}

// join lets the last line go on.
func (w *blockWriter) join(text string) {
	w.lines[len(w.lines)-1] += " " + text
	w.last = text
}

func (w *blockWriter) text() string { return strings.Join(w.lines, "\n") }

// bulletStack tells how deep typed entries stand.
type bulletStack struct{ open []typed }

// depth is how deep an entry stands: by its indentation, else by its bullet. goOn
// says that the list before it is still open.
func (s *bulletStack) depth(e typed, goOn bool) int {
	if !goOn {
		s.open = nil
	}
	for i, o := range s.open {
		if o.mark == e.mark && o.in == e.in || e.in < o.in {
			s.open = append(s.open[:i], e)
			return i
		}
	}
	last := len(s.open) - 1
	if last >= 0 && s.open[last].in == e.in && !isInnerSign(e.mark) {
		s.open[last] = e
		return last
	}
	s.open = append(s.open, e)
	return last + 1
}

// isInnerSign reports whether a bullet is one of those for lists within lists.
func isInnerSign(mark string) bool { return strings.Contains("◦○–—-▪o", mark) }

// hasNumbers reports whether several lines begin with numbers: one alone is part
// of a text.
func hasNumbers(text string) bool {
	found := 0
	for line := range strings.SplitSeq(text, "\n") {
		if e, ok := typedEntry(line); ok && e.mark == "1." {
			found++
		}
	}
	return found > 1
}
