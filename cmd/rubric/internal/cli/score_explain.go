package cli

import (
	"io"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/report"
	"rubrickit/rubric/score"
)

// explainFlags ask for how one score came about, in the place of all scores.
type explainFlags struct {
	ratee string
	item  string
}

func (x *explainFlags) declare(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&x.ratee, "explain", "", "show how the score of this `RATEE` came about, stage by stage, instead of the scores")
	flags.StringVar(&x.item, "item", "", "with --explain: the score on the item of this `CODE`, down to the lines of the files")
}

// asked reports whether an explanation is wanted.
func (x *explainFlags) asked() bool { return x.ratee != "" }

// checkTogether refuses flags that mean nothing together.
func (o *scoreOptions) checkTogether() error {
	switch x := &o.explain; {
	case !x.asked() && x.item != "":
		return usagef("--item %s: say whose score on it is to be explained, with --explain RATEE", x.item)
	case x.asked() && o.by != "":
		return usagef("--explain is about one ratee, and --by about groups of them: use one of the two")
	case o.at != "" && o.by != "":
		return usagef("--at shows values beside each ratee's scores, and --by sums up groups of ratees: use one of the two")
	case o.at != "" && x.asked():
		return usagef("--explain shows all stages, also that of --at: leave --at out")
	case x.asked() && o.excel:
		return usagef("--excel is about CSV, and an explanation is a tree: use --format text or json")
	}
	return nil
}

// explainWriter writes the explanation.
func (o *scoreOptions) explainWriter() (scoreWriter, error) {
	format, err := pickFormat(o.format, o.output, "text", report.ScoreExplanationFormats())
	if err != nil {
		return scoreWriter{}, err
	}
	return scoreWriter{write: func(w io.Writer, s scoring, paper report.Options) error {
		return format.Write(w, *s.explanation, paper)
	}}, nil
}

// explained is how the score that was asked for came about; nil where none was.
func (x *explainFlags) explained(f *rubric.Framework, p *score.Policy, b *rubric.Book) (*score.Explanation, error) {
	if !x.asked() {
		return nil, nil
	}
	item := x.item
	if item == "" {
		item = rubric.Overall
	}
	return score.Explain(f, p, b, x.ratee, item)
}
