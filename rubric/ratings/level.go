package ratings

import (
	"fmt"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// matcher reads cells on one scale.
type matcher struct {
	scale *rubric.Scale
	told  map[string]meaning // of whole cells, by the mapping
	words map[string]meaning
	names []string // of levels, for messages and suggestions
	met   map[string]metText
}

// metText is what a text was read as. Files have few texts many times, and what a
// strange one may have meant takes long to find.
type metText struct {
	means   meaning
	problem *problem
}

// problem is why a cell could not be read.
type problem struct {
	code       diag.Code
	message    string
	suggestion string
}

// read gives the meaning of a cell that is not blank.
func (m *matcher) read(text string) (meaning, *problem) {
	if met, known := m.met[text]; known {
		return met.means, met.problem
	}
	means, p := m.workOut(text)
	if len(text) <= longestKnown && len(m.met) < mostKnown {
		m.met[strings.Clone(text)] = metText{means, p}
	}
	return means, p
}

// workOut is read without a memory.
func (m *matcher) workOut(text string) (meaning, *problem) {
	text = clean(text)
	told, isTold := m.told[plainKey(text)]
	word, known := m.words[plainKey(text)]
	value, isNumber := number(text)
	switch {
	case isTold:
		return told, nil
	case known && word.state == rubric.Rated && isNumber && m.isOther(value, word):
		return meaning{}, m.ambiguous(text, word, value)
	case known:
		return word, nil
	case isNumber:
		return m.readNumber(text, value)
	}
	means, found, p := m.readPair(text)
	if found || p != nil {
		return means, p
	}
	return meaning{}, m.unknown(text)
}

// number reads digits with a decimal point or comma.
func number(text string) (rubric.Decimal, bool) {
	d, err := rubric.ParseDecimal(strings.Replace(strings.Replace(text, "\u2212", "-", 1), ",", ".", 1))
	return d, err == nil
}

// isOther reports whether a number that is a level's code or label is also
// the value of another level.
func (m *matcher) isOther(value rubric.Decimal, word meaning) bool {
	return word.value.Cmp(value) != 0 && m.levelAt(value) != nil
}

// levelAt is the level with exactly this value.
func (m *matcher) levelAt(value rubric.Decimal) *rubric.Level {
	for i := range m.scale.Levels {
		if m.scale.Levels[i].Value.Cmp(value) == 0 {
			return &m.scale.Levels[i]
		}
	}
	return nil
}

func (m *matcher) ambiguous(text string, word meaning, value rubric.Decimal) *problem {
	return &problem{code: CodeAmbiguousLevel, message: fmt.Sprintf("%q is the code of one level (%s) and the value of another (%s)",
		text, m.levelAt(word.value).Name(), m.levelAt(value).Name())}
}

// readNumber reads a number that is no level's code: 3.0 for the level 3, or
// a value between levels where the scale has a step or ranges.
func (m *matcher) readNumber(text string, value rubric.Decimal) (meaning, *problem) {
	if len(m.scale.Levels) == 0 {
		return meaning{}, m.unknown(text)
	}
	for _, l := range m.scale.Levels {
		code, err := rubric.ParseDecimal(l.Code)
		if err == nil && code.Cmp(value) == 0 {
			return m.read(l.Code)
		}
	}
	low, high := m.scale.Lowest(), m.scale.Highest()
	switch {
	case m.scale.Accepts(value):
		return meaning{rubric.Rated, value}, nil
	case value.Cmp(low) < 0 || value.Cmp(high) > 0:
		return meaning{}, &problem{code: CodeOutOfRange, message: fmt.Sprintf("%s is outside the scale, %s to %s", text, low, high)}
	default:
		return meaning{}, &problem{code: CodeOffGrid, message: fmt.Sprintf("%s stands between two values of the scale", text)}
	}
}

// pairSeparators stand between a level's code or value and its label.
var pairSeparators = []string{" - ", " – ", " — ", ": ", ". ", ") ", " ", "-", "="}

// readPair reads "3 - Proficient" or "Proficient (3)": both halves must mean
// the same.
func (m *matcher) readPair(text string) (means meaning, found bool, p *problem) {
	for _, separator := range pairSeparators {
		for _, at := range []int{strings.Index(text, separator), strings.LastIndex(text, separator)} {
			if at < 0 {
				continue
			}
			left, right := text[:at], text[at+len(separator):]
			a, b, ok := m.halves(left, right)
			switch {
			case ok && a == b:
				return a, true, nil
			case ok:
				return meaning{}, false, &problem{code: CodeAmbiguousLevel, message: fmt.Sprintf("%q and %q are different levels", clean(left), clean(right))}
			}
		}
	}
	return meaning{}, false, nil
}

// halves reads the two halves of a pair: the same twice, or a number and a
// word. Two numbers or two words that differ are no pair but two ratings.
func (m *matcher) halves(left, right string) (a, b meaning, ok bool) {
	left, right = strings.Trim(left, "()[] "), strings.Trim(right, "()[] ")
	a, okA := m.half(left)
	b, okB := m.half(right)
	_, leftNumber := number(left)
	_, rightNumber := number(right)
	if a.state == b.state && a.value.Cmp(b.value) == 0 {
		b = a // the same number may be written in two ways
	}
	return a, b, okA && okB && (a == b || leftNumber != rightNumber)
}

// half reads one half of a pair: a word of the scale or an accepted number.
func (m *matcher) half(text string) (meaning, bool) {
	text = clean(text)
	if word, known := m.words[plainKey(text)]; known {
		return word, true
	}
	value, isNumber := number(text)
	return meaning{rubric.Rated, value}, isNumber && m.scale.Accepts(value)
}
