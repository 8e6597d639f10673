package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/form"
	"rubrickit/rubric/load"
	"rubrickit/rubric/render"
)

type renderOptions struct {
	env    Env
	format string
	output string
	paper  string
	scale  string
	logo   string // the file of one
	font   string // the file of one
	large  bool
	form   form.Options
	roster rosterFlags
}

func newRenderCmd(env Env) *cobra.Command {
	o := &renderOptions{env: env}
	cmd := &cobra.Command{
		Use:   "render FRAMEWORK",
		Short: "A blank rubric to print or to fill in",
		Long: `render writes a blank rubric: on a terminal to read, as PDF to print or to fill
in with a viewer, as HTML to print or to fill in with a browser, as Markdown with
boxes to tick, as a workbook (.xlsx) with lists to choose from, as a text document
(.docx) with boxes and fields, or as CSV. What comes back (the files, or the
download of the HTML page) is what rubric score reads.

The layout follows from the framework: a grid where levels are described, a
checklist where there is a box to tick, else a form of items and levels.

` + rosterHelp,
		Example: `  rubric render cambridge
  rubric render cambridge -o cambridge.pdf
  rubric render cambridge -o cambridge.html --paper letter
  rubric render mnps --only 1.2 --only 3 --comments -o part.html
  rubric render cms --scale one-to-five --lang es --logo school.png -o cms.html
  rubric render mastery --comments -o mastery.xlsx
  rubric render mastery -o ratings.csv
  rubric render cambridge --roster heads.csv -o forms/`,
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
	flags.BoolVar(&o.large, "large-print", false, "large print: type of 18 points on paper")
	flags.StringVar(&o.logo, "logo", "", "a picture for the head of the form: a PNG or JPEG `FILE`")
	flags.StringVar(&o.font, "font", "", "set PDF in this TrueType `FILE`, for letters that the built-in font lacks or for looks")
	flags.StringVar(&o.form.Language, "lang", "", "the form's own words in this `LANGUAGE` instead of the framework's: "+strings.Join(form.Languages(), ", "))
	o.roster.declare(cmd)
	scaleFlag(cmd, &o.scale)
	outputFlag(cmd, &o.output)
	complete(cmd, "format", render.Names())
	complete(cmd, "layout", layoutNames())
	complete(cmd, "paper", paperNames())
	complete(cmd, "lang", form.Languages())
	// The only error is a flag that was not declared, as above.
	_ = cmd.RegisterFlagCompletionFunc("only", o.completeCodes)
}

func (o *renderOptions) run(arg string) error {
	if err := o.roster.check(); err != nil {
		return err
	}
	if o.roster.roster != "" {
		return o.runRoster(arg)
	}
	name, err := chooseFormat(o.format, o.output, render.Names()[0], render.Names())
	if err != nil {
		return err
	}
	format := render.Find(name)
	options, err := o.options(format)
	if err != nil {
		return err
	}
	blank, err := o.blank(arg)
	if err != nil {
		return err
	}
	pages := 0
	options.Pages = func(n int) { pages = n }
	if err := o.env.writeOutput(o.output, func(w io.Writer) error { return format.Write(w, blank, options) }); err != nil {
		return err
	}
	if o.output != "" && o.output != stdin {
		fmt.Fprintf(o.env.Stderr, "%s: %s\n", o.output, renderSummary(blank, format, options, pages))
	}
	return nil
}

// options are those of the paper and of the terminal.
func (o *renderOptions) options(format *render.Format) (render.Options, error) {
	out := render.Options{Width: o.env.Width, Color: o.env.Color && o.env.Terminal && o.output == "", Large: o.large}
	if !format.Paged && (o.large || o.logo != "") {
		return out, usagef("--large-print and --logo are about pages, and the format is %s; formats with pages: %s", format.Name, strings.Join(pagedNames(), ", "))
	}
	if !format.Embeds && o.font != "" {
		return out, usagef("--font embeds a font, which %s cannot; take --format pdf", format.Name)
	}
	paper, err := render.FindPaper(o.paper)
	if err != nil {
		return out, usageError{err}
	}
	out.Paper = paper.Name
	if out.Logo, err = readPart("logo", o.logo, render.ReadLogo); err != nil {
		return out, err
	}
	if out.Font, err = readPart("font", o.font, render.ReadFont); err != nil {
		return out, err
	}
	out.Warn = func(text string) { fmt.Fprintf(o.env.Stderr, "rubric: warning: %s\n", text) }
	return out, o.env.checkBinary(format.Name, format.Binary, o.output)
}

// readPart reads a file that a flag names, as part of a form; nil without one.
func readPart[T any](flag, path string, read func(io.Reader) (*T, error)) (*T, error) {
	if path == "" {
		return nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("--%s: %w", flag, err)
	}
	defer file.Close()
	part, err := read(file)
	if err != nil {
		return nil, usagef("--%s %s: %w", flag, path, err)
	}
	return part, nil
}

// blank is the form of the framework that an argument names.
func (o *renderOptions) blank(arg string) (*form.Form, error) {
	f, err := o.framework(arg)
	if err != nil {
		return nil, err
	}
	blank, err := form.New(f, o.form)
	if err != nil {
		return nil, usageError{err} // an option that this framework cannot follow
	}
	return blank, nil
}

// framework is the framework that an argument names, on the scale that was asked
// for.
func (o *renderOptions) framework(arg string) (*rubric.Framework, error) {
	f, err := o.env.openFramework(arg)
	if err != nil {
		return nil, err
	}
	return onScale(f, o.scale)
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

func pagedNames() []string {
	var names []string
	for _, f := range render.Formats() {
		if f.Paged {
			names = append(names, f.Name)
		}
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
