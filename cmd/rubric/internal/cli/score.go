package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

type scoreOptions struct {
	env         Env
	policy      string
	format      string
	output      string
	digits      int  // of shown numbers
	digitsGiven bool // else they are the policy's
	maxRejects  int
	all         bool // all or nothing
	rejects     string
	provenance  string
	excel       bool
	maps        []string
	sets        []string
	nulls       []string
	delimiter   string
	dates       string
	anyVersion  bool
	readOptions ratings.Options // of the flags above
}

func newScoreCmd(env Env) *cobra.Command {
	o := &scoreOptions{env: env}
	cmd := &cobra.Command{
		Use:   "score FRAMEWORK RATINGS…",
		Short: "Filled-in rating files → exact scores, with rejects and a balanced ledger",
		Long:  scoreLong,
		Example: `  rubric score cambridge survey.csv
  rubric score cambridge autumn.csv spring.csv --policy district.yaml -o scores.csv
  rubric score mnps survey.csv --map ratee="Who are you rating?" --null -999=missing
  rubric score cms - --set ratee="Okafor, Ada" --set rater=coach --format json < form.csv`,
		Args:              frameworkAndRatings,
		ValidArgsFunction: completeScoreArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.digitsGiven = cmd.Flags().Changed("digits")
			return o.run(args[0], args[1:])
		},
	}
	formatFlag(cmd, &o.format, report.ScoreFormats())
	outputFlag(cmd, &o.output)
	o.declareFlags(cmd)
	return cmd
}

const scoreLong = `Reads filled-in rating files against a framework and computes a score for each
ratee: on every item, on every item above, and overall. RATINGS are CSV files, a
row a rating (ratee, item, rating, rater …) or a row a form with a column for
each item; - is standard input. Levels may be codes, labels or values.

A policy says how ratings become scores. Without --policy: of several occasions
the latest, then the mean of the raters of a group, then the mean of the groups
without self-review, then means up the tree. The policy used is printed with the
scores. All arithmetic is exact: score_exact in JSON is the fraction.

What has no rating is left out, never counted as 0: coverage is the rated share
of the applicable weight. Of an item that is rated, n_rated and the other counts
are of its ratings, and what a form leaves out is missing; of an item above, they
are of the rated items below. reason says why there is no score, or what limits
it:
  no-rated-items       nothing that counts is rated
  all-not-applicable   everything is marked as not applicable
  insufficient:2/4     fewer are rated than the policy needs
  suppressed:n=2<3     a group of too few raters is left out
  only-self            only groups that weigh 0 rated this person, so they count
  no-stage             the policy has no stage that makes a score here
  no-range             only one result is possible, so nothing can be rescaled
  undecided            a rule that could change the band cannot be answered yet

A cell that cannot be read is rejected with its place and is never guessed; the
ledger accounts for every cell. More rejects than --max-rejects make exit code 1;
the scores of the rest are written all the same, unless --all-or-nothing.

Scores go to standard output, as a table on a terminal and as CSV elsewhere; how
each file was understood goes to standard error.`

// completeScoreArgs completes the framework, then files.
func completeScoreArgs(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return completeFrameworks(cmd, args, word)
	}
	return nil, cobra.ShellCompDirectiveDefault
}

func frameworkAndRatings(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usagef("which FRAMEWORK, and which files of ratings?")
	case len(args) == 1:
		return usagef("which files of ratings? %s", cmd.UseLine())
	case countOf(args, "-") > 1:
		return usagef("standard input (-) can be read once only")
	default:
		return nil
	}
}

func countOf(args []string, arg string) int {
	return len(args) - len(slices.DeleteFunc(slices.Clone(args), func(a string) bool { return a == arg }))
}

func (o *scoreOptions) run(framework string, files []string) error {
	format, err := o.check()
	if err != nil {
		return err
	}
	f, err := o.env.openFramework(framework)
	if err != nil {
		return err
	}
	policy, err := o.openPolicy(f)
	if err != nil {
		return err
	}
	inputs, err := o.env.readRatings(files)
	if err != nil {
		return err
	}
	read, understood, err := ratings.Read(f, inputs, o.readOptions)
	if err != nil {
		return err
	}
	result, err := score.Compute(f, policy, read)
	if err != nil {
		return err
	}
	product := report.ScoreReport{
		Framework: f, Policy: policy, Tool: report.Tool{Name: "rubric", Version: Version}, Result: result, Comments: read.Comments,
	}
	reading := report.Reading{Report: understood, Score: product, Default: o.policy == ""}
	if err := report.WriteReading(o.env.Stderr, reading); err != nil {
		return err
	}
	return o.write(product, format)
}

// check looks at the flags before any file is read.
func (o *scoreOptions) check() (report.Format[report.ScoreReport], error) {
	fallback := o.env.tableOr("csv")
	if o.excel {
		fallback = "csv"
	}
	format, err := pickFormat(o.format, o.output, fallback, report.ScoreFormats())
	if err != nil {
		return format, err
	}
	if o.excel && format.Name != "csv" {
		return format, usagef("--excel is about CSV, and the format is %s", format.Name)
	}
	if o.maxRejects < 0 {
		return format, usagef("--max-rejects %d: the number cannot be negative", o.maxRejects)
	}
	if o.digits < 0 || o.digits > score.MostPlaces {
		return format, usagef("--digits %d: from 0 to %d decimals can be shown", o.digits, score.MostPlaces)
	}
	o.readOptions, err = o.parseReadOptions()
	return format, err
}

// openPolicy reads the policy and holds it against the framework; without
// --policy it is the default.
func (o *scoreOptions) openPolicy(f *rubric.Framework) (*score.Policy, error) {
	policy := score.DefaultPolicy()
	if o.policy != "" {
		data, err := os.ReadFile(o.policy)
		if err != nil {
			return nil, err
		}
		p, findings := score.ParsePolicy(o.policy, data)
		if p != nil {
			findings = append(findings, p.Check(f)...)
		}
		if findings.HasErrors() {
			o.env.printFindings(findings, map[string][]byte{o.policy: data})
			return nil, errFindings
		}
		policy = p
	}
	if o.digitsGiven {
		policy = policy.WithPlaces(o.digits)
	}
	return policy, nil
}

// readRatings reads the files that the arguments name.
func (env Env) readRatings(args []string) ([]ratings.File, error) {
	var files []ratings.File
	var failed []error
	for _, arg := range args {
		file := ratings.File{Name: arg}
		var err error
		if arg == "-" {
			file.Name = "<stdin>"
			file.Data, err = io.ReadAll(env.Stdin)
		} else {
			file.Data, err = os.ReadFile(arg)
		}
		if err != nil {
			failed = append(failed, err)
			continue
		}
		files = append(files, file)
	}
	return files, errors.Join(failed...)
}

// write writes the files that were asked for, and the scores unless too much
// was rejected for a caller who wants all or nothing.
func (o *scoreOptions) write(product report.ScoreReport, format report.Format[report.ScoreReport]) error {
	rejects := product.Result.Rejects
	paper := report.Options{Width: o.env.Width, Color: o.env.Color && o.env.Terminal && o.output == "", Excel: o.excel}
	if o.rejects != "" {
		if err := o.env.writeOutput(o.rejects, func(w io.Writer) error { return report.WriteRejects(w, rejects, paper) }); err != nil {
			return err
		}
	}
	tooMany := len(rejects) > o.maxRejects
	if tooMany && o.all {
		fmt.Fprintf(o.env.Stderr, "no scores are written: %s, and --all-or-nothing allows %d\n", report.Count(len(rejects), "reject"), o.maxRejects)
		return errFindings
	}
	if o.provenance != "" {
		if err := o.env.writeOutput(o.provenance, func(w io.Writer) error { return report.WriteProvenance(w, product) }); err != nil {
			return err
		}
	}
	if err := o.env.writeOutput(o.output, func(w io.Writer) error { return format.Write(w, product, paper) }); err != nil {
		return err
	}
	if tooMany {
		return errFindings
	}
	return nil
}
