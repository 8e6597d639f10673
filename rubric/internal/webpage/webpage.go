// Package webpage has what all HTML pages of the project share: their colours, and
// the policy that lets a page use nothing but itself. It knows nothing about
// rubrics.
package webpage

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strings"
)

//go:embed palette.css
var palette string

// Styled is a style sheet that may use the colours.
func Styled(own string) string { return palette + own }

// Script is JavaScript in a function of its own, so that its names are nobody
// else's.
func Script(own string) string { return "(() => {\n'use strict'\n" + own + "})()\n" }

// Policy is a content security policy (W3C, Content Security Policy Level 3)
// that allows the style and the script of a page by their hashes, what more
// says ("img-src data:"), and nothing else.
func Policy(style, script string, more ...string) string {
	rules := []string{"default-src 'none'", "style-src '" + Hash(style) + "'", "script-src '" + Hash(script) + "'"}
	return strings.Join(append(append(rules, more...), "base-uri 'none'", "form-action 'none'"), "; ")
}

// Hash names a text in a policy.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
