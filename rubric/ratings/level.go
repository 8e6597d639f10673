package ratings

import (
	"fmt"
	"regexp"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// matcher reads the cells of one item.
type matcher struct {
	scale *rubric.Scale
	words map[string]meaning
	names []string // codes and labels, for suggestions
}

// meaning is what a word stands for: a state, and the value of a rating.
type meaning struct {
	state rubric.State
	value rubric.Decimal
}

// problem is why a cell could not be read.
type problem struct {
	code       diag.Code
	message    string
	suggestion string
}

// newMatcher collects the words of an item's scale, and the labels that its
// own cells give to levels. A word keeps its first meaning: what the caller
// told, then null words, codes, labels and aliases.
func newMatcher(it *rubric.Item, nulls map[string]rubric.State) *matcher {
	s := it.Scale
	m := &matcher{scale: s, words: map[string]meaning{}}
	add := func(word string, means meaning) {
		if _, taken := m.words[plainKey(word)]; !taken && word != "" {
			m.words[plainKey(word)] = means
		}
	}
	for word, state := range nulls {
		add(word, meaning{state: state})
	}
	for _, null := range s.Nulls {
		for _, word := range null.Words {
			add(word, meaning{state: null.State})
		}
	}
	for _, l := range s.Levels {
		add(l.Code, meaning{rubric.Rated, l.Value})
		m.names = append(m.names, l.Name())
	}
	for _, l := range s.Levels {
		for _, word := range append([]string{l.Label}, l.Aliases...) {
			add(word, meaning{rubric.Rated, l.Value})
		}
	}
	for _, cell := range it.Levels {
		if l := s.Level(cell.Code); l != nil {
			add(cell.Label, meaning{rubric.Rated, l.Value})
		}
	}
	return m
}

// read gives the meaning of a cell that is not blank.
func (m *matcher) read(cell string) (meaning, *problem) {
	cell = clean(cell)
	word, known := m.words[plainKey(cell)]
	value, isNumber := number(cell)
	switch {
	case known && word.state == rubric.Rated && isNumber && m.isOther(value, word):
		return meaning{}, m.ambiguous(cell, word, value)
	case known:
		return word, nil
	case isNumber:
		return m.readNumber(cell, value)
	}
	if means, p := m.readPair(cell); means != nil || p != nil {
		return deref(means), p
	}
	return meaning{}, m.unknown(cell)
}

func deref(m *meaning) meaning {
	if m == nil {
		return meaning{}
	}
	return *m
}

// number reads digits with a decimal point or comma.
func number(cell string) (rubric.Decimal, bool) {
	d, err := rubric.ParseDecimal(strings.Replace(cell, ",", ".", 1))
	return d, err == nil
}

// isOther reports whether a number that is a level's code or label is also
// the value of another level.
func (m *matcher) isOther(value rubric.Decimal, word meaning) bool {
	if word.value.Cmp(value) == 0 {
		return false
	}
	for _, l := range m.scale.Levels {
		if l.Value.Cmp(value) == 0 {
			return true
		}
	}
	return false
}

func (m *matcher) ambiguous(cell string, word meaning, value rubric.Decimal) *problem {
	of := func(v rubric.Decimal) string { return m.scale.LevelOf(v).Name() }
	return &problem{code: CodeAmbiguousLevel, message: fmt.Sprintf("%q is the code of one level (%s) and the value of another (%s)", cell, of(word.value), of(value))}
}

// readNumber reads a number that is no level's code: 3.0 for the level 3, or
// a value between levels where the scale has a step or ranges.
func (m *matcher) readNumber(cell string, value rubric.Decimal) (meaning, *problem) {
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
		return meaning{}, &problem{code: CodeOutOfRange, message: fmt.Sprintf("%s is outside the scale, %s to %s", cell, low, high)}
	default:
		return meaning{}, &problem{code: CodeOffGrid, message: fmt.Sprintf("%s stands between two values of the scale", cell)}
	}
}

// pairSeparators stand between a level's code or value and its label.
var pairSeparators = []string{" - ", " – ", " — ", ": ", ". ", ") ", " ", "-", "="}

// readPair reads "3 - Proficient": both halves must mean the same.
func (m *matcher) readPair(cell string) (*meaning, *problem) {
	for _, separator := range pairSeparators {
		left, right, found := strings.Cut(cell, separator)
		if !found {
			continue
		}
		a, okA := m.half(left)
		b, okB := m.half(right)
		switch {
		case !okA || !okB:
		case a.state == b.state && a.value.Cmp(b.value) == 0:
			return &a, nil
		default:
			return nil, &problem{code: CodeAmbiguousLevel, message: fmt.Sprintf("%q and %q are different levels", clean(left), clean(right))}
		}
	}
	return nil, nil
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

// dateLike is a date, or what a spreadsheet made of one.
var dateLike = regexp.MustCompile(`(?i)^(\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?|\d{1,2}[-/. ]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*([-/. ]\d{2,4})?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-/. ]\d{1,4})$`)

// unknown says what is wrong with a cell that is no level and no null state.
func (m *matcher) unknown(cell string) *problem {
	switch {
	case m.several(cell):
		return &problem{code: CodeMultipleValues, message: fmt.Sprintf("%q is more than one rating", cell)}
	case dateLike.MatchString(cell):
		return &problem{code: CodeLooksLikeDate, message: fmt.Sprintf("%q looks like a date: a spreadsheet may have changed what was entered", cell)}
	}
	return &problem{
		code: CodeUnknownLabel, suggestion: diag.Nearest(cell, m.names),
		message: fmt.Sprintf("%q is no level of the scale (%s) and no null state", cell, strings.Join(m.names, ", ")),
	}
}

// several reports whether a cell lists two or more readable ratings.
func (m *matcher) several(cell string) bool {
	parts := strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";,|/&+", r) })
	for _, part := range parts {
		if _, ok := m.half(part); !ok {
			return false
		}
	}
	return len(parts) > 1
}
