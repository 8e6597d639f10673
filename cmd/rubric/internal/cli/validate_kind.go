package cli

import (
	"regexp"
	"slices"
	"strings"

	"rubrickit/rubric/crosswalk"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/lint"
	"rubrickit/rubric/load"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/yamldoc"
)

// kind is a kind of file that can be validated.
type kind struct {
	key   string // of the document, whose value is the format's version
	check func(file string, data []byte, rules lint.Options) diag.List
}

var kinds = []kind{
	{"rubric", checkFramework},
	{"policy", checkPolicy},
	{"mapping", checkMapping},
	{"crosswalk", checkCrosswalk},
}

// kindOf tells the kind of a file, also where the file is not UTF-8, by the
// first key of its document that is one of any kind; nil when it has none.
func kindOf(data []byte) *kind {
	if !crosswalk.IsText(data) || crosswalk.IsTable(data) {
		return kindNamed("crosswalk") // the only kind of file that may be no YAML
	}
	if text, _, ok := fix.Reencode(data); ok {
		data = text
	}
	if k := firstKey(data, lineStart); k != nil {
		return k // the usual case, found without reading the document
	}
	if yamldoc.Reads(data) {
		return kindOfDocument(data)
	}
	return firstKey(data, jsonStart)
}

// What a key of a kind stands behind at the top of a document: nothing, where
// lines are keys; spaces and a brace in JSON. The second may stand deeper in the
// document, and is for one that cannot be read.
var (
	lineStart = keyBehind(`\x{FEFF}?["']?`, `["']?`)
	jsonStart = keyBehind(`[\s{]*"`, `"`)
)

// keyBehind matches the key of any kind between two patterns, from the start of
// a line to the colon.
func keyBehind(before, after string) *regexp.Regexp {
	var keys []string
	for _, k := range kinds {
		keys = append(keys, k.key)
	}
	return regexp.MustCompile(`(?m)^` + before + `(` + strings.Join(keys, "|") + `)` + after + `\s*:`)
}

// firstKey is the kind of the first key that a pattern finds in a text.
func firstKey(data []byte, pattern *regexp.Regexp) *kind {
	found := pattern.FindSubmatch(data)
	if found == nil {
		return nil
	}
	return kindNamed(string(found[1]))
}

// kindOfDocument is the kind of the first key of a document.
func kindOfDocument(data []byte) *kind {
	root, _ := yamldoc.Parse("", data)
	if root == nil {
		return nil
	}
	for _, p := range root.Pairs {
		if k := kindNamed(p.Key.Value); k != nil {
			return k
		}
	}
	return nil
}

func kindNamed(key string) *kind {
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.key == key })
	if i < 0 {
		return nil
	}
	return &kinds[i]
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

// checkCrosswalk holds a crosswalk of two frameworks that ship against them as
// well; others wait for diff, which has the frameworks.
func checkCrosswalk(file string, data []byte, _ lint.Options) diag.List {
	c, findings := crosswalk.Parse(file, data)
	if c == nil {
		return findings
	}
	source, target := shipped(c.Source.ID), shipped(c.Target.ID)
	if source != nil && target != nil {
		_, held := c.Hold(source, target)
		findings = append(findings, held...)
	}
	return findings.Sorted()
}
