package diff

import (
	"slices"
	"strings"

	"rubrickit/rubric"
)

// Carry says what becomes of ratings that were given on an indicator of the old
// version.
type Carry struct {
	Source, Target *rubric.Item // Target is nil where there is none
	Verdict        Verdict
	Why            string // "" for what is kept
	// Taken says that the old code is another item's in the new version, so that
	// old ratings would count for that one.
	Taken bool
}

// Verdict is what becomes of old ratings.
type Verdict string

// The verdicts.
const (
	Kept    Verdict = "kept"    // they count as they are
	Mapped  Verdict = "mapped"  // they count under another code
	Check   Verdict = "check"   // the wording is another: people say whether they count
	Dropped Verdict = "dropped" // nothing is left that they could count for
)

// Verdicts lists the verdicts, the best first.
func Verdicts() []Verdict { return []Verdict{Kept, Mapped, Check, Dropped} }

// carries judges every indicator of the old version, in document order.
func (v *versions) carries(split, merged parts) []Carry {
	var out []Carry
	for _, it := range v.old.Indicators() {
		c := v.carry(it)
		if why := partWords(it, split, merged); why != "" {
			c = Carry{Source: it, Verdict: Dropped, Why: why}
		}
		now := v.new.Item(it.Code)
		c.Taken = now != nil && now.IsRated() && now != c.Target
		out = append(out, c)
	}
	return out
}

func (v *versions) carry(it *rubric.Item) Carry {
	now := v.pairs.target[it]
	switch {
	case now == nil:
		return Carry{it, nil, Dropped, "the item is no longer there", false}
	case now.IsRetired():
		return Carry{it, nil, Dropped, "the item is retired", false}
	case !now.IsRated():
		return Carry{it, nil, Dropped, "the item is no longer rated", false}
	case !sameValues(it.Scale, now.Scale):
		return Carry{it, nil, Dropped, "the scale has other levels or values", false}
	case isAnother(it, now):
		return Carry{it, nil, Dropped, "another wording altogether stands under the code", false}
	case wording(it) != wording(now):
		return Carry{it, now, Check, "the wording has changed", false}
	case it.Code != now.Code:
		return Carry{it, now, Mapped, "its code is " + now.Code + " now", false}
	default:
		return Carry{it, now, Kept, "", false}
	}
}

// barelyAlike is the likeness below which a wording under the same code is not
// an edited one, but that of another item.
const barelyAlike = 20

// isAnother reports whether two items that have the code in common have little
// else.
func isAnother(it, now *rubric.Item) bool {
	return bagOf(allWords(it)).likeness(bagOf(allWords(now))) < barelyAlike
}

// partWords says that an item fell apart or was put together with others.
func partWords(it *rubric.Item, split, merged parts) string {
	if whole := merged.whole[it]; whole != nil {
		return "it was merged into " + whole.Code
	}
	var codes []string
	for _, part := range split.of[it] {
		codes = append(codes, part.Code)
	}
	if codes == nil {
		return ""
	}
	return "it was split into " + strings.Join(codes, ", ")
}

// sameValues reports whether a rating on one scale means the same on the other:
// the levels have the same codes and values.
func sameValues(a, b *rubric.Scale) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Step.Cmp(b.Step) == 0 && slices.EqualFunc(a.Levels, b.Levels, func(x, y rubric.Level) bool {
		return x.Code == y.Code && x.Value.Cmp(y.Value) == 0
	})
}
