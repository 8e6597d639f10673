package score

import "math/bits"

// raterSet is a set of a ratee's raters, by number: a bit each.
type raterSet []uint64

const wordBits = 64

func (s raterSet) add(rater int32) { s[rater/wordBits] |= 1 << (rater % wordBits) }

func (s raterSet) addAll(t raterSet) {
	for i, word := range t {
		s[i] |= word
	}
}

func (s raterSet) len() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// raters are the raters behind an input's value: the one of its column, until
// raters are collapsed.
func (v *input) raters() int {
	if v.column.rater != collapsed {
		return 1
	}
	return v.more.raters.len()
}

// everyone is the union of the raters behind the inputs.
func (g *grid) everyone(in []input) raterSet {
	out := raterSet(g.room.words.take(g.raters/wordBits + 1))
	for i := range in {
		if v := &in[i]; v.column.rater != collapsed {
			out.add(v.column.rater)
		} else {
			out.addAll(v.more.raters)
		}
	}
	return out
}
