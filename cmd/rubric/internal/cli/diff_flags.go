package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/report"
)

func (o *diffOptions) declareFlags(cmd *cobra.Command) {
	formatFlag(cmd, &o.format, report.CoverageFormats())
	outputFlag(cmd, &o.output)
	flags := cmd.Flags()
	flags.BoolVar(&o.excel, "excel", false, "CSV for Excel: byte order mark, CRLF, no cell that is a formula")
	flags.IntVar(&o.top, "top", diff.DefaultTop, "the `NUMBER` of candidates for each item")
	flags.StringVar(&o.explain, "explain", "", "show why the candidates of A's item `CODE` are ranked as they are (formats: "+strings.Join(report.Names(report.ExplanationFormats()), ", ")+")")
	flags.StringVar(&o.failUnder, "fail-under", "", "exit with 1 when fewer than `PERCENT` of A's indicators are reviewed as found in B (see --count)")
	flags.StringVar(&o.count, "count", diff.FoundByReview.String(), "the least `WORD` that --fail-under counts: "+strings.Join(countWords(), ", "))
	flags.StringVar(&o.crosswalk, "crosswalk", "", "the `FILE` of reviewed pairs, which outranks what is computed (YAML, CSV, XLSX)")
	flags.StringArrayVar(&o.via, "via", nil, "a crosswalk `FILE` on the way from A to B by other frameworks; repeats, in the order of the way")
	flags.StringVar(&o.review, "review", "", "write candidates to accept or reject to this `FILE` (.yaml, .csv, .xlsx); keeps what it has decided already")
	complete(cmd, "count", countWords())
}

// countWords are the values of --count.
func countWords() []string {
	var names []string
	for _, s := range diff.Counting() {
		names = append(names, s.String())
	}
	return names
}

// limit is what --fail-under and --count ask for; nil when nothing is asked.
type limit struct {
	percent rubric.Decimal
	least   diff.Standing
}

// check looks at the flags before any file is read.
func (o *diffOptions) check() (*limit, error) {
	if o.top < 1 {
		return nil, usagef("--top %d: an item needs at least one candidate", o.top)
	}
	for _, flag := range []string{"fail-under", "excel", "review"} {
		if o.explain != "" && o.given(flag) {
			return nil, usagef("--explain is about one item: it does not go with --%s", flag)
		}
	}
	for _, flag := range []string{"output", "format", "excel", "fail-under"} {
		if o.review != "" && o.given(flag) {
			return nil, usagef("--review writes a file to fill in, and no report: it does not go with --%s", flag)
		}
	}
	return o.limit()
}

func (o *diffOptions) limit() (*limit, error) {
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
	least, ok := diff.ParseStanding(o.count)
	if !ok || !slices.Contains(diff.Counting(), least) {
		return nil, usagef("--count %q: the words are %s", o.count, strings.Join(countWords(), ", "))
	}
	if least == diff.FoundByReview && o.crosswalk == "" {
		return nil, usagef("--fail-under counts what is reviewed, and no --crosswalk is given; --count likely counts computed candidates")
	}
	if least == diff.FoundByChain && len(o.via) == 0 {
		return nil, usagef("--count derived counts what follows from --via, and none is given")
	}
	return &limit{percent, least}, nil
}

// fits refuses flags and formats that are not about what is compared: two
// frameworks, by wording, or two versions of one, by code.
func (o *diffOptions) fits(source, target *rubric.Framework) error {
	if source.ID != target.ID {
		if report.VersionsOnly(o.format) {
			return usagef("--format %s is about two versions of one framework, and these are two frameworks", o.format)
		}
		return nil
	}
	for _, flag := range []string{"top", "explain", "fail-under", "crosswalk", "via", "review"} {
		if o.given(flag) {
			return usagef("--%s is about two frameworks, and these are two versions of one (the same id), compared by code", flag)
		}
	}
	if report.FrameworksOnly(o.format) {
		return usagef("--format %s is about two frameworks, and these are two versions of one (the same id)", o.format)
	}
	return nil
}
