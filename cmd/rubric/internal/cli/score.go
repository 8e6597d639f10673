package cli

import (
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
	failUnder   []string
	by          string // the column by which ratees are grouped
	rejects     string
	comments    string
	provenance  string
	excel       bool
	schema      bool
	at          string // the stage before which values are shown beside the scores
	explain     explainFlags
	reading     readingFlags
	readOptions ratings.Options // of the flags above
	writer      scoreWriter     // of the format
}

func newScoreCmd(env Env) *cobra.Command {
	o := &scoreOptions{env: env}
	cmd := &cobra.Command{
		Use:   "score FRAMEWORK RATINGS…",
		Short: "Filled-in rating files → exact scores, with rejects and a balanced ledger",
		Long:  scoreLong,
		Example: `  rubric score cambridge survey.csv
  rubric score cambridge autumn.csv spring.csv --policy district.yaml -o scores.xlsx
  rubric score mnps returned/ --by school --format csv
  rubric score cambridge survey.csv --at group
  rubric score cambridge survey.csv --explain Ada --item 1.1
  rubric score mnps survey.csv --map ratee="Who are you rating?" --null -999=missing
  rubric score cms - --set ratee="Okafor, Ada" --set rater=coach --format json < form.csv`,
		Args:              func(cmd *cobra.Command, args []string) error { return o.checkArgs(cmd, args) },
		ValidArgsFunction: completeScoreArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.schema {
				return o.writeSchema()
			}
			o.digitsGiven = cmd.Flags().Changed("digits")
			return o.run(args[0], args[1:])
		},
	}
	o.declareFlags(cmd)
	return cmd
}

// checkArgs asks for a framework and files, or for the schema alone.
func (o *scoreOptions) checkArgs(cmd *cobra.Command, args []string) error {
	if !o.schema {
		return frameworkAndRatings(cmd, args)
	}
	if len(args) > 0 {
		return usagef("--schema is the same for every framework and takes no files")
	}
	return nil
}

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
	case countOf(args, stdin) > 1:
		return usagef("standard input (-) can be read once only")
	default:
		return nil
	}
}

func countOf(args []string, arg string) int {
	return len(args) - len(slices.DeleteFunc(slices.Clone(args), func(a string) bool { return a == arg }))
}

func (o *scoreOptions) run(framework string, args []string) error {
	if err := o.check(); err != nil {
		return err
	}
	f, err := o.reading.framework(o.env, framework)
	if err != nil {
		return err
	}
	if o.readOptions.Mapping, err = o.reading.readMapping(o.env, f); err != nil {
		return err
	}
	policy, err := o.openPolicy(f)
	if err != nil {
		return err
	}
	limits, err := o.limits(f, policy)
	if err != nil {
		return err
	}
	in, err := o.env.openRatings(args, o.output, o.rejects, o.comments, o.provenance)
	if err != nil {
		return err
	}
	defer in.close()
	result, err := o.score(f, policy, in.files)
	if err != nil {
		return err
	}
	o.tell(result)
	return o.write(result, limits)
}

// scoring is what came of the work, before it is written.
type scoring struct {
	report.ScoreReport
	understood  *ratings.Report
	explanation *score.Explanation // where one was asked for
}

// score reads the files and computes the scores.
func (o *scoreOptions) score(f *rubric.Framework, policy *score.Policy, files []ratings.File) (scoring, error) {
	p := startProgress(o.env)
	defer p.stop()
	book, understood, err := ratings.Read(f, p.watch(files), o.readOptions)
	if err != nil {
		return scoring{}, err
	}
	p.step("scoring")
	result, err := score.ComputeWith(f, policy, book, score.Options{At: o.at})
	if err != nil {
		return scoring{}, err
	}
	explanation, err := o.explain.explained(f, policy, book)
	return scoring{
		ScoreReport: report.ScoreReport{
			Framework: f, Policy: policy, Mapping: o.readOptions.Mapping, Tool: report.Tool{Name: "rubric", Version: Version}, Result: result, Comments: book.Comments,
		},
		understood:  understood,
		explanation: explanation,
	}, err
}

// openPolicy reads the policy and holds it against the framework; without
// --policy it is the default.
func (o *scoreOptions) openPolicy(f *rubric.Framework) (*score.Policy, error) {
	policy := score.DefaultPolicy()
	if o.policy != "" {
		name, data, err := o.env.readPolicy(o.policy)
		if err != nil {
			return nil, err
		}
		p, findings := score.ParsePolicy(name, data)
		if p != nil {
			findings = append(findings, p.Check(f)...)
		}
		if findings.HasErrors() {
			o.env.printFindings(findings, map[string][]byte{name: data})
			o.env.suggestCopy(o.policy)
			return nil, errFindings
		}
		policy = p
	}
	if o.digitsGiven {
		policy = policy.WithPlaces(o.digits)
	}
	return policy, nil
}
