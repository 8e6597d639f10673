package diff

import (
	"slices"
	"strings"
	"unicode"

	"rubrickit/rubric"
)

// bag is the words of an item, each with how often it stands there.
type bag struct {
	times map[string]int
	words int
}

// bagOf counts words.
func bagOf(words []string) bag {
	b := bag{times: map[string]int{}}
	for _, word := range words {
		b.add(word)
	}
	return b
}

// allWords takes what an item says apart.
func allWords(it *rubric.Item) []string {
	return strings.FieldsFunc(strings.ToLower(wording(it)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// shortWord is the length up to which a word stands in every text.
const shortWord = 3

// longWords are the words of an item that say what it is about.
func longWords(it *rubric.Item) []string {
	return slices.DeleteFunc(allWords(it), func(word string) bool { return len(word) <= shortWord })
}

func (b *bag) add(word string) {
	b.times[word]++
	b.words++
}

// common counts the words that two bags share.
func (b bag) common(other bag) int {
	n := 0
	for word, times := range b.times {
		n += min(times, other.times[word])
	}
	return n
}

// percent is a part of a whole in whole percent; 0 of nothing.
func percent(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return 100 * part / whole
}

// likeness is the share of the words of two items that they have in common, in
// percent: 100 for the same words, 0 for none (Dice's coefficient).
func (b bag) likeness(other bag) int { return percent(2*b.common(other), b.words+other.words) }

// bagged is an item with its words.
type bagged struct {
	*rubric.Item
	bag
}

// bagsOf takes the wanted items of a framework apart.
func bagsOf(f *rubric.Framework, words func(*rubric.Item) []string, wanted func(*rubric.Item) bool) []bagged {
	var out []bagged
	for it := range f.All() {
		if wanted(it) {
			out = append(out, bagged{it, bagOf(words(it))})
		}
	}
	return out
}
