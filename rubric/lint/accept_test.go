package lint_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/lint"
)

// An acceptance reaches into the lines below it as far as they belong to the
// next one.
func TestAcceptance(t *testing.T) {
	const glyph = "# rubric:accept stray-glyph: the publisher's sign\n"
	const stale = " stale-acceptance: there is no finding stray-glyph here to accept"
	const b = " stray-glyph: the text of b holds the sign •, which looks copied from a list"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"the next line":          {head + "items:\n  " + glyph + "  a: • Plans\n", nil},
		"blank lines between":    {head + "items:\n  " + glyph + "\n  # a remark\n\n  a: • Plans\n", nil},
		"not the line after":     {head + "items:\n  " + glyph + "  a: • Plans\n  b: • Leads\n", []string{"9:6" + b}},
		"what is indented below": {head + "items:\n  " + glyph + "  a:\n    title: A\n    levels:\n      1: • Plans\n      2: |-\n        Plans\n\n        • much\n  b: • Leads\n", []string{"16:6" + b}},
		"up to the items":        {head + "items:\n  " + glyph + "  a:\n    title: • A\n    items:\n      c: Plans\n      b: • Leads\n", []string{"12:10" + b}},
		"one level":              {head + "items:\n  b:\n    levels:\n      " + glyph + "      1: • Plans\n      2: Leads\n    text: • B\n", []string{"12:11" + b}},
		"not the items below":    {head + glyph + "items:\n  b: • Plans\n", []string{"6:1" + stale, "8:6" + b}},
		"another indentation":    {head + "items:\n" + glyph + "  a: • Plans\n", nil},
		"a flow map":             {head + glyph + "items: {b: • Plans}\n", nil},
		"two comments":           {head + "items:\n  " + glyph + "  # rubric:accept mergeable-codes: ours\n  a: • Plans\n  A: Leads\n", []string{"8:3 stale-acceptance: there is no finding mergeable-codes here to accept", "10:3 mergeable-codes: other programs may take the code A for a"}},
		"no space":               {head + "items:\n  #rubric:accept stray-glyph: ours\n  a: • Plans\n", nil},
		"windows line ends":      {head + "items:\r\n  # rubric:accept stray-glyph: ours\r\n  a: • Plans\r\n", nil},

		"nothing to accept":    {head + "items:\n  " + glyph + "  a: Plans\n", []string{"7:3" + stale}},
		"nothing below":        {head + "items:\n  a: Plans\n" + glyph, []string{"8:1" + stale}},
		"a text, no comment":   {head + "items:\n  b: |-\n    " + glyph + "    • Plans\n", []string{"8:5 unsupported-markup: line 1 of the text of b holds a heading", "9:5" + b}},
		"a rule that is off":   {head + "items:\n  # rubric:accept absolute-word: safety\n  a: Plans\n", nil},
		"another code":         {head + "items:\n  # rubric:accept tiers-depth: ours\n  b: • Plans\n", []string{"7:3 stale-acceptance: there is no finding tiers-depth here to accept", "8:6" + b}},
		"no reason":            {head + "items:\n  # rubric:accept stray-glyph\n  b: • Plans\n", []string{"7:3 bad-acceptance: the comment gives no reason for accepting stray-glyph", "8:6" + b}},
		"an empty reason":      {head + "items:\n  # rubric:accept stray-glyph:\n  b: • Plans\n", []string{"7:3 bad-acceptance: the comment gives no reason for accepting stray-glyph", "8:6" + b}},
		"no code":              {head + "items:\n  # rubric:accept\n  a: Plans\n", []string{"7:3 bad-acceptance: the comment names no finding to accept"}},
		"an unknown code":      {head + "items:\n  # rubric:accept stray-glyf: ours\n  a: Plans\n", []string{"7:3 bad-acceptance: there is no finding \"stray-glyf\" to accept"}},
		"an error":             {head + "items:\n  # rubric:accept unknown-key: ours\n  a: Plans\n", []string{"7:3 bad-acceptance: unknown-key is an error, and errors cannot be accepted"}},
		"a stale acceptance":   {head + "items:\n  # rubric:accept stale-acceptance: ours\n  a: Plans\n", []string{"7:3 bad-acceptance: the finding stale-acceptance cannot be accepted"}},
		"at the end of a line": {head + "items:\n  b: \"• Plans\" # rubric:accept stray-glyph: ours\n", []string{"7:7" + b}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, foundWith(t, c.text, lint.Options{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whether a comment is stale is known only of rules that run, in a file that
// was read whole.
func TestStaleIsSaidOnlyWhenKnown(t *testing.T) {
	const text = head + "items:\n  # rubric:accept stray-glyph: ours\n  a: Plans\n"
	loaded := diag.List{{Span: diag.Span{Start: diag.Pos{Line: 1, Column: 1}}, Severity: diag.Error}}
	for name, c := range map[string]struct {
		o    lint.Options
		want int
	}{
		"all rules":      {lint.Options{}, 1},
		"the rule alone": {lint.Options{Select: []diag.Code{"stray-glyph", "stale-acceptance"}}, 1},
		"it is ignored":  {lint.Options{Ignore: []diag.Code{"stray-glyph"}}, 0},
		"another rule":   {lint.Options{Select: []diag.Code{"tiers-depth", "stale-acceptance"}}, 0},
		"errors":         {lint.Options{Loaded: loaded}, 0},
	} {
		if got := foundWith(t, text, c.o); len(got) != c.want {
			t.Errorf("%s: %q, want %d findings", name, got, c.want)
		}
	}
}
