package cli

import (
	"fmt"
	"io"

	"rubrickit/rubric/report"
)

// tell says on standard error how the files were understood, and what the
// scores are made of. A reader who has left misses nothing else.
func (o *scoreOptions) tell(s scoring) {
	_ = report.WriteReading(o.env.Stderr, report.Reading{
		Report: s.understood, Score: s.ScoreReport, Default: o.policy == "",
		Rejects: o.rejects != "", Comments: o.comments != "" || o.writer.whole, Notes: o.writer.whole,
	})
}

// write writes the files that were asked for, and the scores unless too much
// was rejected for a caller who wants all or nothing. Its error makes the exit
// code.
func (o *scoreOptions) write(s scoring, limits []limitUnder) error {
	rejects := len(s.Result.Rejects)
	tooMany := rejects > o.maxRejects
	for _, file := range o.besides(s) {
		if err := o.env.writeBeside(file.path, file.write); err != nil {
			return err
		}
	}
	if tooMany && o.all {
		fmt.Fprintf(o.env.Stderr, "no scores are written: %s, and --all-or-nothing allows %d\n", report.Count(rejects, "reject"), o.maxRejects)
		return errFindings
	}
	if err := o.writeScores(s); err != nil {
		return err
	}
	under := o.under(s, limits)
	if tooMany || under {
		return errFindings
	}
	return nil
}

func (o *scoreOptions) writeScores(s scoring) error {
	env := o.env
	env.Progress = env.Progress && !(env.Terminal && o.output == "") // else it would stand among the scores
	p := startProgress(env)
	defer p.stop()
	p.step("writing the scores")
	return o.env.writeOutput(o.output, func(w io.Writer) error { return o.writer.write(w, s, o.paper()) })
}

func (o *scoreOptions) paper() report.Options {
	return report.Options{Width: o.env.Width, Color: o.env.Color && o.env.Terminal && o.output == "", Excel: o.excel}
}

// beside is a file that is written beside the scores.
type beside struct {
	path  string
	write func(io.Writer) error
}

func (o *scoreOptions) besides(s scoring) []beside {
	paper := o.paper()
	return []beside{
		{o.rejects, func(w io.Writer) error { return report.WriteRejects(w, s.Result.Rejects, paper) }},
		{o.comments, func(w io.Writer) error { return report.WriteComments(w, s.Comments, paper) }},
		{o.provenance, func(w io.Writer) error { return report.WriteProvenance(w, s.ScoreReport) }},
	}
}

// writeBeside writes a file, if one was asked for.
func (env Env) writeBeside(path string, write func(io.Writer) error) error {
	if path == "" {
		return nil
	}
	return env.writeOutput(path, write)
}
