package cli

import (
	"io"

	"github.com/spf13/cobra"

	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
	"rubrickit/rubric/stats"
)

func (o *scoreOptions) declareFlags(cmd *cobra.Command) {
	formatFlag(cmd, &o.format, report.ScoreFormats())
	outputFlag(cmd, &o.output)
	policyFlag(cmd, &o.policy, "score by this `POLICY` instead of the default one: a file, or the id of a shipped one")
	flags := cmd.Flags()
	flags.IntVar(&o.digits, "digits", 0, "show this `NUMBER` of decimals instead of the policy's")
	flags.IntVar(&o.maxRejects, "max-rejects", 0, "the `NUMBER` of rejected cells that is still exit code 0")
	flags.BoolVar(&o.all, "all-or-nothing", false, "write no scores when more is rejected than --max-rejects")
	flags.StringArrayVar(&o.failUnder, "fail-under", nil, "exit with 1 when anybody is below this `BAND` overall, or below CODE=BAND on an item (repeats)")
	flags.StringVar(&o.by, "by", "", "sum scores up for ratees with the same value in this `COLUMN` of the files")
	flags.StringVar(&o.rejects, "rejects", "", "write all rejects to this `FILE`, as CSV")
	flags.StringVar(&o.comments, "comments", "", "write the comments that go with the ratings to this `FILE`, as CSV")
	flags.StringVar(&o.provenance, "provenance", "", "write what the scores are made of (framework, policy, inputs, ledger) to this `FILE`, as JSON")
	flags.BoolVar(&o.excel, "excel", false, "CSV for Excel: byte order mark, CRLF, no cell that is a formula")
	flags.BoolVar(&o.schema, "schema", false, "describe every column that is written; as JSON, the JSON Schema of the JSON form")
	flags.StringVar(&o.at, "at", "", "show beside the scores the values before this `STAGE`: group, rater, occasion, or a tier")
	o.explain.declare(cmd)
	o.reading.declare(cmd)
}

// check looks at the flags before any file is read.
func (o *scoreOptions) check() error {
	err := o.checkTogether()
	if err != nil {
		return err
	}
	if o.writer, err = o.pickWriter(); err != nil {
		return err
	}
	if o.maxRejects < 0 {
		return usagef("--max-rejects %d: the number cannot be negative", o.maxRejects)
	}
	if o.digits < 0 || o.digits > score.MostPlaces {
		return usagef("--digits %d: from 0 to %d decimals can be shown", o.digits, score.MostPlaces)
	}
	if o.readOptions, err = o.reading.options(); o.by != "" {
		o.readOptions.Keep = []string{o.by}
	}
	return err
}

// scoreWriter writes what came of scoring in a format.
type scoreWriter struct {
	write func(w io.Writer, s scoring, paper report.Options) error
	// whole says that rejects, comments and notes are in it as well.
	whole bool
}

// pickWriter chooses the product and its format.
func (o *scoreOptions) pickWriter() (scoreWriter, error) {
	switch {
	case o.explain.asked():
		return o.explainWriter()
	case o.by == "":
		return pickScoreWriter(o, report.ScoreFormats(), func(s scoring) report.ScoreReport { return s.ScoreReport })
	}
	return pickScoreWriter(o, report.GroupFormats(), o.groups)
}

func pickScoreWriter[P any](o *scoreOptions, formats []report.Format[P], product func(scoring) P) (scoreWriter, error) {
	fallback := o.env.tableOr("csv")
	if o.excel {
		fallback = "csv"
	}
	format, err := pickFormat(o.format, o.output, fallback, formats)
	switch {
	case err != nil:
		return scoreWriter{}, err
	case o.excel && format.Name != "csv":
		return scoreWriter{}, usagef("--excel is about CSV, and the format is %s", format.Name)
	}
	write := func(w io.Writer, s scoring, paper report.Options) error { return format.Write(w, product(s), paper) }
	return scoreWriter{write, format.Whole}, o.env.checkBinary(format.Name, format.Binary, o.output)
}

// groups sums the scores up by the column of --by.
func (o *scoreOptions) groups(s scoring) report.GroupReport {
	value := func(ratee string) string { return s.understood.Kept[ratee][o.by] }
	return report.GroupReport{Scores: s.ScoreReport, By: o.by, Groups: stats.By(s.Result.Rows(), value, s.Policy.Scales(s.Framework))}
}
