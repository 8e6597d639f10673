package ratings

import (
	"maps"
	"slices"

	"rubrickit/rubric"
)

// usualNulls are words that stand for a null state in any file, unless the
// scale has another use for them. A dash, a dot and NA are not among them:
// one file means missing by them, the next not applicable.
var usualNulls = []rubric.Null{
	{State: rubric.NotApplicable, Words: []string{"N/A", "n. a.", "n.a.", "Not applicable", "Does not apply"}},
	{State: rubric.NotObserved, Words: []string{"Not observed", "Not seen", "N/O", "Unable to observe", "Unable to rate"}},
	{State: rubric.Missing, Words: []string{"Missing", "No answer", "No response", "Not answered", "null"}},
}

// vocabulary tells apart what has words of its own: a scale, and on it an
// item whose cells have their own labels (nil for all others).
type vocabulary struct {
	scale *rubric.Scale
	item  *rubric.Item
}

func vocabularyOf(it *rubric.Item) vocabulary {
	v := vocabulary{scale: it.Scale}
	if slices.ContainsFunc(it.Levels, func(l rubric.Level) bool { return l.Label != "" }) {
		v.item = it
	}
	return v
}

// matcher returns what reads the cells of an item.
func (s *session) matcher(it *rubric.Item) *matcher {
	key := vocabularyOf(it)
	if s.matchers[key] == nil {
		s.matchers[key] = newMatcher(key, s.options.Nulls)
		s.matchers[key].tell(s.options.Mapping, s.options.Nulls)
	}
	return s.matchers[key]
}

// meaning is what a word stands for: a state, and the value of a rating.
type meaning struct {
	state rubric.State
	value rubric.Decimal
}

// newMatcher collects the words of a scale. A word keeps its first meaning:
// what the caller told, then null words, codes, labels, aliases, and the usual
// null words.
func newMatcher(v vocabulary, told map[string]rubric.State) *matcher {
	m := &matcher{scale: v.scale, words: map[string]meaning{}, met: map[string]metText{}}
	if m.scale == nil {
		m.scale = &rubric.Scale{}
	}
	for _, word := range slices.Sorted(maps.Keys(told)) {
		m.add(word, meaning{state: told[word]})
	}
	m.addNulls(m.scale.Nulls)
	for _, l := range m.scale.Levels {
		m.add(l.Code, meaning{rubric.Rated, l.Value})
		m.names = append(m.names, l.Name())
	}
	if v.item != nil {
		m.addLabels(v.item.Levels)
	}
	m.addLabels(m.scale.Levels)
	m.addNulls(usualNulls)
	return m
}

func (m *matcher) add(word string, means meaning) {
	key := plainKey(word)
	if _, taken := m.words[key]; !taken && key != "" {
		m.words[key] = means
	}
}

func (m *matcher) addNulls(nulls []rubric.Null) {
	for _, null := range nulls {
		for _, word := range null.Words {
			m.add(word, meaning{state: null.State})
		}
	}
}

// addLabels adds the labels and aliases of levels, an item's own cells
// included: they are levels of the scale by their code.
func (m *matcher) addLabels(levels []rubric.Level) {
	for _, l := range levels {
		level := m.scale.Level(l.Code)
		if level == nil {
			continue
		}
		for _, word := range append([]string{l.Label}, l.Aliases...) {
			m.add(word, meaning{rubric.Rated, level.Value})
		}
	}
}

// tell takes the words that a mapping has for levels, which stand for whole
// cells. Told words for null states outrank them; a level that this scale does
// not have is meant for another one.
func (m *matcher) tell(mapping *Mapping, nulls map[string]rubric.State) {
	if mapping == nil {
		return
	}
	told := map[string]meaning{}
	for _, line := range mapping.levels {
		if value, ok := m.levelNamed(line.means.text); ok {
			told[plainKey(line.name.text)] = meaning{rubric.Rated, value}
		}
	}
	for word := range nulls {
		delete(told, plainKey(word))
	}
	m.told = told
}

// levelNamed is the value of the level with this code, or else with this
// label, alias or value.
func (m *matcher) levelNamed(name string) (rubric.Decimal, bool) {
	if level := m.scale.Level(clean(name)); level != nil {
		return level.Value, true
	}
	means, p := m.read(name)
	return means.value, p == nil && means.state == rubric.Rated
}

// scales are the matchers of all rated items, each once.
func (s *session) scales() []*matcher {
	var out []*matcher
	for _, it := range s.framework.Indicators() {
		if m := s.matcher(it); !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}
