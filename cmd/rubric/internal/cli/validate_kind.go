package cli

import (
	"regexp"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
)

// kind is a kind of file that can be validated.
type kind struct {
	key   *regexp.Regexp // the line that tells it
	check func(file string, data []byte, rules lint.Options) diag.List
}

var kinds = []kind{
	{regexp.MustCompile(`(?m)^\x{FEFF}?["']?rubric["']?\s*:`), checkFramework},
	{regexp.MustCompile(`(?m)^\x{FEFF}?["']?policy["']?\s*:`), checkPolicy},
	{regexp.MustCompile(`(?m)^\x{FEFF}?["']?mapping["']?\s*:`), checkMapping},
}

// kindOf tells the kind of a file by its first line of any kind, also where
// the file is not UTF-8; nil when it has none.
func kindOf(data []byte) *kind {
	if text, _, ok := fix.Reencode(data); ok {
		data = text
	}
	var found *kind
	first := len(data)
	for i := range kinds {
		if at := kinds[i].key.FindIndex(data); at != nil && at[0] < first {
			found, first = &kinds[i], at[0]
		}
	}
	return found
}

// checkWith reports everything about a file of a kind; one of no known kind
// is read as a framework.
func (k *kind) checkWith(rules lint.Options) fix.Check {
	return func(file string, data []byte) diag.List {
		if k == nil {
			return checkFramework(file, data, rules)
		}
		return k.check(file, data, rules)
	}
}

func checkFramework(file string, data []byte, rules lint.Options) diag.List {
	f, findings := load.Framework(file, data)
	if f != nil {
		rules.Source, rules.Loaded = data, findings
		findings = append(findings, lint.RunWith(f, rules)...)
	}
	return findings.Sorted()
}

func checkPolicy(file string, data []byte, _ lint.Options) diag.List {
	return policyFindings(file, data)
}

func checkMapping(file string, data []byte, _ lint.Options) diag.List {
	_, findings := ratings.ParseMapping(file, data)
	return findings.Sorted()
}
