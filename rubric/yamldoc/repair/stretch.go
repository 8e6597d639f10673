package repair

import "rubrickit/rubric/diag"

// stretch is a value that may run over several lines: its characters without
// the lines' indentation, a line break between the lines, and where each
// character stands.
type stretch struct {
	text []rune
	at   []spot // one more than text: the end
}

type spot struct{ line, column int }

// stretch takes what stands from a column of the site's line to the end of
// the given line.
func (s *site) stretch(column, last int) stretch {
	var out stretch
	line := s
	for n := s.n; ; n++ {
		if n > s.n {
			line = s.outline.site(n)
			column = line.indent
		}
		for i := column; i < line.end; i++ {
			out.text = append(out.text, line.text[i])
			out.at = append(out.at, spot{n, i})
		}
		out.at = append(out.at, spot{n, line.end})
		if n == last {
			return out
		}
		out.text = append(out.text, '\n')
	}
}

// sub is a part of the stretch.
func (t stretch) sub(from, to int) stretch {
	return stretch{text: t.text[from:to], at: t.at[from : to+1]}
}

// char is a character of the stretch, a line break outside it.
func (t stretch) char(i int) rune {
	if i < 0 || i >= len(t.text) {
		return '\n'
	}
	return t.text[i]
}

// replace is the edit of characters that stand on one line.
func (t stretch) replace(from, to int, text string) diag.Edit {
	at := t.at[from]
	return replace(at.line, at.column, at.column+to-from, text)
}

func (t stretch) insert(i int, text string) diag.Edit { return t.replace(i, i, text) }

// trial is a trial that reports the characters [from, to) of the stretch, as
// far as they stand on the line of the first.
func (t stretch) trial(cost float64, code diag.Code, from, to int, message, action string, edits ...diag.Edit) trial {
	at := t.at[from]
	for to > from && (t.at[to-1].line != at.line || t.char(to-1) == '\n') {
		to--
	}
	return trial{cost: cost, line: at.line, action: action, Diagnostic: diag.Diagnostic{
		Span: span(at.line, at.column, at.column+to-from), Severity: diag.Error, Code: code, Message: message, Edits: edits,
	}}
}

// all are the places of a character.
func (t stretch) all(c rune) []int {
	var out []int
	for i, r := range t.text {
		if r == c {
			out = append(out, i)
		}
	}
	return out
}
