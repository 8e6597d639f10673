package match

// WithoutMeaning compares by words alone, English ones.
func (m *Matcher) WithoutMeaning() *Matcher {
	words := *m
	words.senses = nil
	return &words
}
