package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/match"
	"rubrickit/rubric/report"
)

func (o *diffOptions) declareFlags(cmd *cobra.Command) {
	formatFlag(cmd, &o.format, report.CoverageFormats())
	outputFlag(cmd, &o.output)
	flags := cmd.Flags()
	flags.BoolVar(&o.excel, "excel", false, "CSV for Excel: byte order mark, CRLF, no cell that is a formula")
	flags.IntVar(&o.top, "top", diff.DefaultTop, "the `NUMBER` of candidates for each item")
	flags.StringVar(&o.explain, "explain", "", "show why the candidates of A's item `CODE` are ranked as they are (formats: "+strings.Join(report.Names(report.ExplanationFormats()), ", ")+")")
	flags.StringVar(&o.failUnder, "fail-under", "", "exit with 1 when fewer than `PERCENT` of A's indicators have a candidate in B (see --count)")
	flags.StringVar(&o.count, "count", match.Likely.String(), "the least similar `WORD` that --fail-under counts: "+strings.Join(countWords(), ", "))
	complete(cmd, "count", countWords())
}

// countWords are the values of --count: the words that claim any similarity.
func countWords() []string {
	var names []string
	for _, w := range match.Words() {
		if w > match.Nothing {
			names = append(names, w.String())
		}
	}
	return names
}

// limit is what --fail-under and --count ask for; nil when nothing is asked.
type limit struct {
	percent rubric.Decimal
	word    match.Word
}

// check looks at the flags before any file is read.
func (o *diffOptions) check() (*limit, error) {
	if o.top < 1 {
		return nil, usagef("--top %d: an item needs at least one candidate", o.top)
	}
	if o.explain != "" && (o.given("fail-under") || o.excel) {
		return nil, usagef("--explain is about one item: it goes with neither --fail-under nor --excel")
	}
	if !o.given("fail-under") {
		if o.given("count") {
			return nil, usagef("--count says what --fail-under counts, and there is no --fail-under")
		}
		return nil, nil
	}
	percent, err := rubric.ParseDecimal(o.failUnder)
	if err != nil || percent.Sign() < 0 || percent.Cmp(rubric.NewDecimal(100, 0)) > 0 {
		return nil, usagef("--fail-under %s: give a number from 0 to 100", o.failUnder)
	}
	word, ok := match.ParseWord(o.count)
	if !ok || word == match.Nothing {
		return nil, usagef("--count %q: the words are %s", o.count, strings.Join(countWords(), ", "))
	}
	return &limit{percent, word}, nil
}

// fits refuses flags about wording for two versions, which are compared by
// code.
func (o *diffOptions) fits(mode diff.Mode) error {
	if mode == diff.Frameworks {
		return nil
	}
	for _, flag := range []string{"top", "explain", "fail-under"} {
		if o.given(flag) {
			return usagef("--%s is about similar wording, and these are two versions of one framework (the same id), compared by code", flag)
		}
	}
	return nil
}
