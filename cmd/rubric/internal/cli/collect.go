package cli

import (
	"errors"
	"io"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/collect"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
)

type collectOptions struct {
	env      Env
	format   string
	output   string
	expected string // the file of a roster
	rejects  string
	excel    bool
	reading  readingFlags
}

func newCollectCmd(env Env) *cobra.Command {
	o := &collectOptions{env: env}
	cmd := &cobra.Command{
		Use:   "collect FRAMEWORK FORMS…",
		Short: "Returned forms → one ratings file, and who has not answered",
		Long:  collectLong,
		Example: `  rubric collect cambridge returned/ -o ratings.csv
  rubric collect cambridge returned/ -o ratings.csv --expected heads.csv
  rubric collect mnps *.pdf answers.csv -o ratings.xlsx --rejects rejects.csv
  rubric score cambridge ratings.csv`,
		Args:              frameworkAndForms,
		ValidArgsFunction: completeScoreArgs,
		RunE:              func(_ *cobra.Command, args []string) error { return o.run(args[0], args[1:]) },
	}
	formatFlag(cmd, &o.format, report.CollectFormats())
	outputFlag(cmd, &o.output)
	flags := cmd.Flags()
	flags.StringVar(&o.expected, "expected", "", "list who of this `ROSTER` has not answered, who has more than once, and which forms nobody expected")
	flags.StringVar(&o.rejects, "rejects", "", "write all rejects to this `FILE`, as CSV")
	flags.BoolVar(&o.excel, "excel", false, "CSV for Excel: byte order mark and CRLF")
	o.reading.declare(cmd)
	return cmd
}

const collectLong = `collect reads returned forms of all formats (filled-in PDF, XLSX, DOCX and
Markdown, the downloads of HTML forms, CSV, JSON …) and writes one long ratings
file: a row for each rating, with its comment and the place that it comes from.
What rubric score makes of that file, it makes of the forms themselves.

A file that cannot be read is listed with the reason, and the others go on; what
is rejected is listed too. A form that came twice with the same answers counts
once; where the answers differ, they are rejected with both places. What is not
read, and what is rejected, makes exit code 1. Of a folder every file is read, at
any depth.

--expected takes the roster that rubric render --roster made the forms for: a
table with a column for who is rated (ratee, name, person …) and, if need be, for
rater, group and occasion. What a line leaves open may be anything. Names must be
the same as on the forms. --map, --delimiter and --encoding are tried on it too.`

// frameworkAndForms checks the arguments.
func frameworkAndForms(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usagef("which FRAMEWORK, and which returned FORMS?")
	case len(args) == 1:
		return usagef("which returned forms? %s", cmd.UseLine())
	case countOf(args, stdin) > 1:
		return usagef("standard input (-) can be read once only")
	}
	return nil
}

func (o *collectOptions) run(framework string, args []string) error {
	format, err := o.pick()
	if err != nil {
		return err
	}
	options, err := o.reading.options()
	if err != nil {
		return err
	}
	f, err := o.reading.framework(o.env, framework)
	if err != nil {
		return err
	}
	if options.Mapping, err = o.reading.readMapping(o.env, f); err != nil {
		return err
	}
	roster, err := o.readExpected(f, options)
	if err != nil {
		return err
	}
	in, missing := o.env.openForms(args, o.output, o.rejects, o.expected, o.reading.mapping)
	defer in.close()
	c, err := o.collect(f, in.files, options)
	if c == nil {
		return err
	}
	c.Unread = append(missing, c.Unread...)
	o.tell(c, roster)
	if err != nil {
		return err
	}
	return o.write(c, format)
}

// pick chooses the format.
func (o *collectOptions) pick() (report.Format[*collect.Collection], error) {
	format, err := pickFormat(o.format, o.output, "csv", report.CollectFormats())
	switch {
	case err != nil:
		return format, err
	case o.excel && format.Name != "csv":
		return format, usagef("--excel is about CSV, and the format is %s", format.Name)
	}
	return format, o.env.checkBinary(format.Name, format.Binary, o.output)
}

func (o *collectOptions) collect(f *rubric.Framework, files []ratings.File, options ratings.Options) (*collect.Collection, error) {
	p := startProgress(o.env)
	defer p.stop()
	return collect.Files(f, p.watch(files), options)
}

// tell says on standard error what came. A reader who has left misses nothing
// else.
func (o *collectOptions) tell(c *collect.Collection, roster *ratings.Roster) {
	product := report.Collected{Collection: c, Rejects: o.rejects != "", Output: o.output}
	if roster != nil && c.Book != nil {
		a := c.Against(roster)
		product.Attendance = &a
	}
	_ = report.WriteCollected(o.env.Stderr, product)
}

// write writes the files that were asked for. Its error makes the exit code.
func (o *collectOptions) write(c *collect.Collection, format report.Format[*collect.Collection]) error {
	paper := report.Options{Width: o.env.Width, Excel: o.excel}
	err := o.env.writeBeside(o.rejects, func(w io.Writer) error { return report.WriteRejects(w, c.Book.Rejects, paper) })
	if err != nil {
		return err
	}
	if err := o.env.writeOutput(o.output, func(w io.Writer) error { return format.Write(w, c, paper) }); err != nil {
		return err
	}
	if len(c.Unread) > 0 || len(c.Book.Rejects) > 0 {
		return errFindings
	}
	return nil
}

// errUnknownKind is why a file of a folder is not read.
var errUnknownKind = errors.New("no kind of file that holds ratings; a web page is filled in and its answers are downloaded, a scan is typed in")
