package diff

import (
	"slices"

	"rubrickit/rubric/match"
)

// Standing is where an item stands beside the other framework: what people
// found, else what was derived, else the word for its best candidate.
type Standing uint8

// The standings, in the order in which they outrank each other; the last four
// are computed.
const (
	FoundByReview Standing = iota
	ConfirmedGap
	FoundByChain
	SeemsClose
	SeemsLikely
	SeemsPossible
	SeemsNothing
	numStandings
)

// standings is the table of them.
var standings = [numStandings]struct {
	name string
	word match.Word // of a computed one
}{
	FoundByReview: {name: "reviewed"},
	ConfirmedGap:  {name: "confirmed gap"},
	FoundByChain:  {name: "derived"},
	SeemsClose:    {word: match.Close},
	SeemsLikely:   {word: match.Likely},
	SeemsPossible: {word: match.Possible},
	SeemsNothing:  {word: match.Nothing},
}

// Standings lists the standings in their order.
func Standings() []Standing {
	out := make([]Standing, numStandings)
	for i := range out {
		out[i] = Standing(i)
	}
	return out
}

// String is what the standing is called: "confirmed gap", "likely".
func (s Standing) String() string {
	if s.IsComputed() {
		return standings[s].word.String()
	}
	return standings[s].name
}

// IsComputed reports whether nobody has looked at what the standing says.
func (s Standing) IsComputed() bool { return s >= SeemsClose }

// Counting lists the standings from which a limit may count upwards: all that
// say that there is something.
func Counting() []Standing {
	return slices.DeleteFunc(Standings(), func(s Standing) bool { return s == ConfirmedGap || s == SeemsNothing })
}

// ParseStanding returns the standing of a name and whether there is one.
func ParseStanding(name string) (Standing, bool) {
	i := slices.IndexFunc(Standings(), func(s Standing) bool { return s.String() == name })
	return Standing(max(i, 0)), i >= 0
}

// standingOf is where an item stands whose best candidate is called so.
func standingOf(w match.Word) Standing {
	for s := SeemsClose; s < numStandings; s++ {
		if standings[s].word == w {
			return s
		}
	}
	return SeemsNothing
}
