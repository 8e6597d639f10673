package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/diff"
	"rubrickit/rubric/report"
)

type diffOptions struct {
	env       Env
	format    string
	output    string
	excel     bool
	top       int
	explain   string
	failUnder string
	count     string
	crosswalk string
	via       []string
	review    string
	given     func(flag string) bool // whether the flag was given
}

func newDiffCmd(env Env) *cobra.Command {
	o := &diffOptions{env: env}
	cmd := &cobra.Command{
		Use:   "diff A B",
		Short: "What each of two frameworks has beside the other; what changed between two versions",
		Long:  diffLong,
		Example: `  rubric diff mnps cambridge
  rubric diff mnps cambridge --explain 1.2.4
  rubric diff mnps cambridge --review mnps-cambridge.xlsx
  rubric diff mnps cambridge --crosswalk mnps-cambridge.xlsx -o report.html
  rubric diff mnps state.yaml --via mnps-cambridge.yaml --via cambridge-state.yaml
  rubric diff standard.yaml district.yaml --fail-under 80 --crosswalk reviewed.yaml
  rubric diff mnps-2025.yaml mnps-2026.yaml --format migration -o mnps-2025.map.yaml`,
		Args:              twoFrameworks,
		ValidArgsFunction: completeTwoFrameworks,
		RunE:              func(_ *cobra.Command, args []string) error { return o.run(args[0], args[1]) },
	}
	o.given = func(flag string) bool { return cmd.Flags().Changed(flag) }
	o.declareFlags(cmd)
	return cmd
}

const diffLong = `Compares two frameworks by wording: for each indicator of A the indicators of B
that are worded most like it, how many have one in each part of A, which have
none, and the same from B to A. Parents are compared too.

A candidate is called close, likely, possible or nothing similar. That is computed
and ranks what a person should look at. It does not say that two items ask the
same, and what has no similar wording may stand in other words.

So people review. --review FILE writes the candidates to be accepted or rejected
(YAML, CSV or XLSX, by its extension); over a file that is there already it keeps
what is decided and adds what is new. --crosswalk FILE reports with what was
decided, which outranks everything computed: a reviewed none is a confirmed gap.
After a new version of a framework, rows whose texts have changed are listed as
stale, and the rest stays. --via FILE, once for each crosswalk on the way, suggests
what follows from A to B by way of other frameworks.

--fail-under PERCENT makes exit code 1 when fewer of A's indicators are reviewed as
found in B; --count likely counts computed candidates from likely upwards as well.
Swap A and B for the other direction.

Two versions of one framework (the same id) are compared by code, then by wording:
added, removed, retired, renumbered, moved, split, merged, reordered and reworded
items, every change of a scale, level, weight or other setting, and which old
ratings can still be scored. --format migration writes the mapping with which
score --mapping reads old ratings.`

func twoFrameworks(cmd *cobra.Command, args []string) error {
	if err := exactly("A", "B")(cmd, args); err != nil {
		return err
	}
	if countOf(args, "-") > 1 {
		return usagef("standard input (-) can be read once only")
	}
	return nil
}

func completeTwoFrameworks(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) < 2 {
		return completeFrameworks(cmd, args, word)
	}
	return nil, cobra.ShellCompDirectiveNoFileComp
}

func (o *diffOptions) run(a, b string) error {
	limit, err := o.check()
	if err != nil {
		return err
	}
	write, err := o.writer()
	if err != nil {
		return err
	}
	source, err := o.env.openFramework(a)
	if err != nil {
		return err
	}
	target, err := o.env.openFramework(b)
	if err != nil {
		return err
	}
	if err := o.fits(source, target); err != nil {
		return err
	}
	if o.review != "" {
		return o.writeReview(source, target)
	}
	c, err := o.compare(source, target, o.crosswalk)
	if err != nil {
		return err
	}
	if err := write(c); err != nil {
		return err
	}
	return o.judge(c, limit)
}

// writer chooses the product and its format before any file is read.
func (o *diffOptions) writer() (func(*diff.Comparison) error, error) {
	if o.explain != "" {
		format, err := pickFormat(o.format, o.output, "table", report.ExplanationFormats())
		return func(c *diff.Comparison) error { return o.writeExplanation(c, format) }, err
	}
	format, err := o.coverageFormat()
	return func(c *diff.Comparison) error {
		return o.env.writeOutput(o.output, func(w io.Writer) error { return format.Write(w, c, o.paper()) })
	}, err
}

// coverageFormat is the format of a comparison that the flags ask for.
func (o *diffOptions) coverageFormat() (report.Format[*diff.Comparison], error) {
	asked, fallback := o.format, "table"
	if asked == "" && strings.EqualFold(filepath.Ext(o.output), ".tsv") {
		asked = "sssom" // whose files end in .sssom.tsv
	}
	if o.excel {
		fallback = "csv"
	}
	format, err := pickFormat(asked, o.output, fallback, report.CoverageFormats())
	if err != nil {
		return format, err
	}
	if o.excel && format.Name != "csv" {
		return format, usagef("--excel is about CSV, and the format is %s", format.Name)
	}
	o.format = format.Name
	return format, o.env.checkBinary(format.Name, format.Binary, o.output)
}

func (o *diffOptions) paper() report.Options {
	return report.Options{Width: o.env.Width, Color: o.env.Color && o.env.Terminal && o.output == "", Excel: o.excel}
}

func (o *diffOptions) writeExplanation(c *diff.Comparison, format report.Format[diff.Explanation]) error {
	e, ok := c.Explain(o.explain)
	if !ok {
		return usagef("--explain %s: %s", o.explain, whyNotCompared(c, o.explain))
	}
	return o.env.writeOutput(o.output, func(w io.Writer) error { return format.Write(w, e, o.paper()) })
}

// whyNotCompared says why a code has no candidates, and what to try.
func whyNotCompared(c *diff.Comparison, code string) string {
	switch {
	case c.Source.Item(code) != nil:
		return "the item is neither an indicator nor above one, so it was not compared"
	case c.Target.Item(code) != nil:
		return fmt.Sprintf("the code is one of %s: swap the two frameworks", c.Target.ID)
	}
	if near := diag.Nearest(code, codesOf(c.Source)); near != "" {
		return fmt.Sprintf("%s has no such code; did you mean %q?", c.Source.ID, near)
	}
	return fmt.Sprintf("%s has no such code; `rubric show %s` lists them", c.Source.ID, c.Source.ID)
}

func codesOf(f *rubric.Framework) []string {
	var codes []string
	for it := range f.All() {
		codes = append(codes, it.Code)
	}
	return codes
}

// judge holds the coverage of the source against the limit.
func (o *diffOptions) judge(c *diff.Comparison, l *limit) error {
	if l == nil || c.Coverage.Source.Reaches(l.percent, l.least) {
		return nil
	}
	counts, what := c.Coverage.Source, "are reviewed as found in "+c.Target.ID
	if l.least != diff.FoundByReview {
		what = fmt.Sprintf("count from %s upwards, computed ones included", l.least)
	}
	fmt.Fprintf(o.env.Stderr, "%s → %s: %d of %s %s; --fail-under %s\n",
		c.Source.ID, c.Target.ID, counts.AtLeast(l.least), report.Count(counts.Indicators, "indicator"), what, l.percent)
	return errFindings
}
