package match

// Bands are the scores at which the words begin in one comparison.
type Bands [Close + 1]Score

// tables are the bands before a comparison has moved them, by how texts are
// taken apart. Those for English were placed on ten crosswalks by experts, nine
// of them about information security: there the first candidate is right 97
// times in 100 from .80 on, 75 from .60, 53 from .50, 27 from .40, 16 from .30;
// a right one is among the first five in 100, 93, 80, 61 and 49. Scores by words
// alone are lower.
var tables = [...]Bands{
	English: {Possible: 4000, Likely: 5000, Close: 6000},
	Plain:   {Possible: 2000, Likely: 3000, Close: 5000},
}

// standsOut says how few pairs of a comparison may reach a score so that it
// still stands out: a number for each item of the smaller framework, and a
// share of all pairs.
var standsOut = [...]struct{ perItem, itemsPer, oneIn int64 }{
	Possible: {3, 1, 20},
	Likely:   {1, 1, 50},
	Close:    {1, 2, 100},
}

const (
	// fewestPairs is how many pairs a comparison has at least to say what is
	// usual in it.
	fewestPairs = 100
	// mostMove is how far it moves a band: half of the step to the next. What
	// stands out from nothing else is still no more than it is.
	mostMove Score = 500
)

// bandsOf places the words between the table and what stands out in this very
// comparison, halfway. Two frameworks of one field that speak alike on the
// whole score lower at the same truth than two revisions of one document, and
// many candidates have more chances to be similar than few.
func bandsOf(l Language, b *Background, smaller int) Bands {
	bands := tables[l]
	if b.pairs < fewestPairs {
		return bands
	}
	for w := Possible; w <= Close; w++ {
		rule := standsOut[w]
		most := min(rule.perItem*int64(smaller)/rule.itemsPer, b.pairs/rule.oneIn)
		move := (b.reachedBy(most) - bands[w]) / 2
		bands[w] += min(max(move, -mostMove), mostMove)
	}
	return bands
}

// From is the score at which the word begins.
func (b Bands) From(w Word) Score { return b[w] }

// Word is the word for a score.
func (b Bands) Word(s Score) Word {
	for _, w := range Words() {
		if s >= b[w] {
			return w
		}
	}
	return Nothing
}
