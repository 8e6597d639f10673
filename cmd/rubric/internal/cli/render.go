package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/form"
	"rubrickit/rubric/load"
	"rubrickit/rubric/render"
	"rubrickit/rubric/report"
)

type renderOptions struct {
	env    Env
	format string
	output string
	paper  string
	form   form.Options
}

func newRenderCmd(env Env) *cobra.Command {
	o := &renderOptions{env: env}
	cmd := &cobra.Command{
		Use:   "render FRAMEWORK",
		Short: "A blank rubric to print or to fill in",
		Long: `render writes a blank rubric: on a terminal to read, as HTML to print or to mark
on screen, as Markdown with boxes to tick, or as CSV to fill in with a
spreadsheet and give to rubric score.

The layout follows from the framework: a grid where levels are described, a
checklist where there is a box to tick, else a form of items and levels.`,
		Example: `  rubric render cambridge
  rubric render cambridge -o cambridge.html --paper letter
  rubric render mnps --only 1.2 --only 3 --comments -o part.html
  rubric render mastery -o ratings.csv`,
		Args:              exactly("FRAMEWORK"),
		ValidArgsFunction: completeFrameworks,
		RunE:              func(_ *cobra.Command, args []string) error { return o.run(args[0]) },
	}
	o.flags(cmd)
	return cmd
}

func (o *renderOptions) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVarP(&o.format, "format", "f", "", "format: "+formatHelp())
	flags.StringVar(&o.form.Layout, "layout", "", "layout: "+strings.Join(layoutNames(), ", "))
	flags.StringVar(&o.paper, "paper", render.Papers()[0].Name, "paper: "+strings.Join(paperNames(), ", "))
	flags.StringVar(&o.form.Title, "title", "", "print this `TITLE` instead of the framework's")
	flags.StringArrayVar(&o.form.Only, "only", nil, "only the item with this `CODE`, and what stands below it; repeats")
	flags.BoolVar(&o.form.Guidance, "guidance", false, "print how to rate")
	flags.BoolVar(&o.form.Comments, "comments", false, "room for a comment on every item")
	outputFlag(cmd, &o.output)
	complete(cmd, "format", render.Names())
	complete(cmd, "layout", layoutNames())
	complete(cmd, "paper", paperNames())
	// The only error is a flag that was not declared, as above.
	_ = cmd.RegisterFlagCompletionFunc("only", o.completeCodes)
}

func (o *renderOptions) run(arg string) error {
	name, err := chooseFormat(o.format, o.output, render.Names()[0], render.Names())
	if err != nil {
		return err
	}
	format := render.Find(name)
	paper, err := render.FindPaper(o.paper)
	if err != nil {
		return usageError{err}
	}
	f, err := o.env.openFramework(arg)
	if err != nil {
		return err
	}
	blank, err := form.New(f, o.form)
	if err != nil {
		return usageError{err} // an option that this framework cannot follow
	}
	options := render.Options{Paper: paper.Name, Width: o.env.Width, Color: o.env.Color && o.env.Terminal && o.output == ""}
	if err := o.env.writeOutput(o.output, func(w io.Writer) error { return format.Write(w, blank, options) }); err != nil {
		return err
	}
	if o.output != "" && o.output != "-" {
		fmt.Fprintf(o.env.Stderr, "%s: %s\n", o.output, renderSummary(blank, format, paper))
	}
	return nil
}

// completeCodes completes --only with the codes of the framework given before.
func (o *renderOptions) completeCodes(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 || args[0] == "-" {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	file, data, err := o.env.readFramework(args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var codes []string
	if f, _ := load.Framework(file, data); f != nil {
		for it := range f.All() {
			codes = append(codes, it.Code+"\t"+it.Label())
		}
	}
	return codes, cobra.ShellCompDirectiveNoFileComp
}

// renderSummary says in a line what was written: "form layout, A4; 8
// standards, 37 statements, Never … Always".
func renderSummary(blank *form.Form, format *render.Format, paper render.Paper) string {
	how := blank.Layout.Name + " layout"
	if format.Paged {
		how += ", " + paper.Title
	}
	var parts []string
	for _, c := range blank.Counts() {
		noun := strings.ToLower(c.Tier)
		if noun == "" {
			noun = "item"
		}
		parts = append(parts, report.Count(c.Items, noun))
	}
	if scale := scaleSummary(blank); scale != "" {
		parts = append(parts, scale)
	}
	return how + "; " + strings.Join(parts, ", ")
}

// scaleSummary names the ends of the scale that all rows share.
func scaleSummary(blank *form.Form) string {
	ends := ""
	for i, r := range blank.Rows() {
		if r.Box {
			return "boxes to tick"
		}
		var labels []string
		for _, c := range r.Choices {
			if c.IsLevel() {
				labels = append(labels, c.Label)
			}
		}
		of := ""
		if len(labels) > 0 {
			of = labels[0] + " … " + labels[len(labels)-1]
		}
		if i > 0 && of != ends {
			return "different levels"
		}
		ends = of
	}
	return ends
}

func formatHelp() string {
	var lines []string
	for _, f := range render.Formats() {
		lines = append(lines, f.Name+" ("+f.About+")")
	}
	return strings.Join(lines, ", ")
}

func layoutNames() []string {
	var names []string
	for _, l := range form.Layouts() {
		names = append(names, l.Name)
	}
	return names
}

func paperNames() []string {
	var names []string
	for _, p := range render.Papers() {
		names = append(names, p.Name)
	}
	return names
}
