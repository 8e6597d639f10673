package frameworks

import _ "embed" // the schema of policies

// policyFolder holds the shipped policies, each in the file of its id, and
// their schema.
const policyFolder = "policies"

//go:embed policies/policy.schema.json
var policySchema string

// PolicyIDs returns the ids of the shipped scoring policies, sorted. As with
// frameworks, adding the file is all there is to adding one.
func PolicyIDs() []string { return idsIn(policyFolder) }

// Policy returns the file of a shipped policy. The error for an id that does
// not ship wraps [fs.ErrNotExist].
func Policy(id string) ([]byte, error) { return readIn(policyFolder, id, PolicyIDs()) }

// PolicySchema returns the JSON Schema (draft 2020-12) of policy files. What
// it cannot see, such as bands whose cuts do not rise, package score reports.
func PolicySchema() []byte { return []byte(policySchema) }
