package report

import "rubrickit/rubric/score"

// numbers says how the numbers of a result are shown.
type numbers struct{ scores, shares score.Rounding }

// numbersOf are the numbers of a result: as the policy rounds them, shares with
// two places at least, so that a policy that shows whole scores does not make
// 0.6 of a form the whole of it.
func numbersOf(r *score.Result) numbers {
	const least = 2
	return numbers{r.Display, r.Display.WithPlaces(max(least, r.Display.Places()))}
}
