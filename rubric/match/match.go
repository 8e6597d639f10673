package match

// Pair is a source and a target, by their indices, with their similarity.
type Pair struct {
	Source, Target int
	Score          Score
}

// Matcher compares every item of one framework with every item of another.
type Matcher struct {
	source, target []Reading
	language       Language
	spaces         [2]*space // own words, words in context
	senses         []*sense  // the same by meaning; none but for English
}

// texts are the two texts that an item is read as.
var texts = [2]func(Reading) string{
	func(r Reading) string { return r.Own },
	func(r Reading) string { return r.Context },
}

// New prepares the comparison of two lists of readings. Either may be empty.
func New(source, target []Reading, l Language) *Matcher {
	m := &Matcher{source: source, target: target, language: l}
	x := lexiconOf(l)
	for i, text := range texts {
		read := func(r Reading) []string { return words(text(r)) }
		from, to := each(source, read), each(target, read)
		m.spaces[i] = spaceOf(from, to, x)
		if l == English {
			m.senses = append(m.senses, senseOf(from, to, x))
		}
	}
	return m
}

func each[A, B any](list []A, what func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = what(a)
	}
	return out
}

// parts is how many cosines a score is the mean of.
func (m *Matcher) parts() int { return len(m.spaces) + len(m.senses) }
