package score

import "fmt"

// The reasons of rows. Those of too few values and of suppressed groups carry
// numbers: "insufficient:2/4", "suppressed:n=2<3".
const (
	ReasonNothingRated  = "no-rated-items"
	ReasonNotApplicable = "all-not-applicable"
	ReasonNoStage       = "no-stage"
	ReasonNoRange       = "no-range" // nothing to rescale: only one result is possible
	ReasonOnlySelf      = "only-self"
	ReasonUndecided     = "undecided"
)

// reason is why a cell has no value, or what limits the value that it has. The
// zero reason is none.
type reason struct {
	kind reasonKind
	// got and least are the numbers of the kinds that compare some.
	got, least int32
}

type reasonKind uint8

const (
	noReason reasonKind = iota
	nothingRated
	allNotApplicable
	noStage
	noRange
	insufficient
	suppressed
)

// reasonWords are the reasons in words, by kind.
var reasonWords = [...]string{
	noReason: "", nothingRated: ReasonNothingRated, allNotApplicable: ReasonNotApplicable, noStage: ReasonNoStage, noRange: ReasonNoRange,
	insufficient: "insufficient:%d/%d", suppressed: "suppressed:n=%d<%d",
}

// numbered reports whether the reason carries numbers.
func (r reason) numbered() bool { return r.kind >= insufficient }

// String gives the reason in words.
func (r reason) String() string {
	if r.numbered() {
		return fmt.Sprintf(reasonWords[r.kind], r.got, r.least)
	}
	return reasonWords[r.kind]
}

// tooFew is the reason for fewer values than asked for.
func tooFew(got, least int) reason { return reason{insufficient, int32(got), int32(least)} }
