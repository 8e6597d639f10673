package score

import (
	"fmt"

	"rubrickit/frameworks"
)

// DefaultID is the id of the shipped policy that applies where none is given.
const DefaultID = "default"

// DefaultFile is the name under which the places of the default policy are
// known.
const DefaultFile = "default policy"

// DefaultPolicy returns the policy that applies where none is given: occasion
// latest → rater mean → group mean with self-review weighing 0 → means up the
// tree; no bands; half up to two places for display.
func DefaultPolicy() *Policy {
	p, findings := ParsePolicy(DefaultFile, DefaultYAML())
	if err := findings.Err(); err != nil {
		panic(fmt.Sprintf("the shipped policy: %v", err)) // a defect that this package's tests find
	}
	return p
}

// DefaultYAML returns the file of the default policy, to start another from.
func DefaultYAML() []byte {
	data, err := frameworks.Policy(DefaultID)
	if err != nil {
		panic(fmt.Sprintf("the default policy does not ship: %v", err)) // a defect that this package's tests find
	}
	return data
}
