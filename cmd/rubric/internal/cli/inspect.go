package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/report"
)

type inspectOptions struct {
	env          Env
	format       string
	output       string // of the mapping, or of the distribution
	distribution bool
	reading      readingFlags
}

func newInspectCmd(env Env) *cobra.Command {
	o := &inspectOptions{env: env}
	cmd := &cobra.Command{
		Use:   "inspect FRAMEWORK RATINGS…",
		Short: "How rating files are understood; a mapping by which score reads them",
		Long:  inspectLong,
		Example: `  rubric inspect cambridge survey.csv
  rubric inspect mnps autumn.csv -o autumn.map.yaml
  rubric score mnps autumn.csv --mapping autumn.map.yaml
  rubric inspect mnps autumn.csv --distribution -o levels.csv`,
		Args:              frameworkAndRatings,
		ValidArgsFunction: completeScoreArgs,
		RunE:              func(_ *cobra.Command, args []string) error { return o.run(args[0], args[1:]) },
	}
	o.declareFormat(cmd)
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "write the mapping, or with --distribution the distribution, to this `FILE` (whole or not at all)")
	cmd.Flags().BoolVar(&o.distribution, "distribution", false, "count how often each level was given to each item, instead")
	o.reading.declare(cmd)
	return cmd
}

const inspectLong = `Reads filled-in rating files against a framework, as score does, and tells how
each was understood: how it is split, which rows are the header, what each column
was taken for and why, what the texts of the cells mean and how often they stand
there, what is rejected. Of a file that cannot be read it tells what was seen.

-o FILE writes this down as a mapping: a commented YAML file to review and to
complete. Suggestions stand in it as comments; nothing is ever guessed. With
--mapping FILE, score and inspect read files of the same layout in just that way.

--distribution counts instead how often each level and each null state was given
to each item, levels that nobody gave included.

Exit code 1 means that cells are rejected, 3 that a file cannot be read.`

// declareFormat declares --format, whose values depend on --distribution.
func (o *inspectOptions) declareFormat(cmd *cobra.Command) {
	names, more := report.Names(report.InspectionFormats()), report.Names(report.DistributionFormats())
	cmd.Flags().StringVarP(&o.format, "format", "f", "", "format: "+strings.Join(names, ", ")+"; with --distribution "+strings.Join(more, ", "))
	all := slices.Concat(names, more)
	slices.Sort(all)
	complete(cmd, "format", slices.Compact(all))
}

func (o *inspectOptions) run(framework string, args []string) error {
	tell := o.inspect
	if o.distribution {
		tell = o.distribute
	}
	if err := o.checkFormat(); err != nil {
		return err
	}
	reading, err := o.reading.options()
	if err != nil {
		return err
	}
	f, err := o.reading.framework(o.env, framework)
	if err != nil {
		return err
	}
	if reading.Mapping, err = o.reading.readMapping(o.env, f); err != nil {
		return err
	}
	in, err := o.env.openRatings(args, o.output)
	if err != nil {
		return err
	}
	defer in.close()
	return tell(f, in.files, reading)
}

// checkFormat refuses a format before any file is read.
func (o *inspectOptions) checkFormat() error {
	if o.distribution {
		_, err := o.distributionFormat()
		return err
	}
	_, err := pickFormat(o.format, "", "text", report.InspectionFormats())
	return err
}

// inspect tells how the files were understood, and writes the mapping.
func (o *inspectOptions) inspect(f *rubric.Framework, files []ratings.File, reading ratings.Options) error {
	format, err := pickFormat(o.format, "", "text", report.InspectionFormats())
	if err != nil {
		return err
	}
	p := startProgress(o.env)
	inspection, err := ratings.Inspect(f, p.watch(files), reading)
	p.stop()
	if err != nil {
		return err
	}
	product := report.Inspected{Inspection: inspection, Tool: report.Tool{Name: "rubric", Version: Version}}
	if err := o.write(product, format); err != nil {
		return err
	}
	return inspectionResult(inspection)
}

// write writes the report to standard output and the mapping to its file. A
// mapping on standard output leaves the report to standard error.
func (o *inspectOptions) write(product report.Inspected, format report.Format[report.Inspected]) error {
	env := o.env
	if o.output == "-" {
		env.Stdout, env.Terminal = env.Stderr, false
	}
	if err := writeProduct(env, "", product, format); err != nil || o.output == "" {
		return err
	}
	return o.env.writeOutput(o.output, func(w io.Writer) error { return product.WriteMapping(w) })
}

// inspectionResult is the error that makes the exit code: a file that cannot
// be read, or rejects. The report has told why.
func inspectionResult(x *ratings.Inspection) error {
	var unread []string
	for _, file := range x.Files {
		if file.Err != nil && !slices.Contains(unread, file.File) {
			unread = append(unread, file.File)
		}
	}
	switch {
	case len(unread) > 0:
		return fmt.Errorf("cannot be read: %s", strings.Join(unread, ", "))
	case x.Ratings != nil && len(x.Ratings.Rejects) > 0:
		return errFindings
	}
	return nil
}

func (o *inspectOptions) distributionFormat() (report.Format[report.Distributed], error) {
	return pickFormat(o.format, o.output, o.env.tableOr("csv"), report.DistributionFormats())
}

// distribute counts the levels that were given to each item.
func (o *inspectOptions) distribute(f *rubric.Framework, files []ratings.File, reading ratings.Options) error {
	format, err := o.distributionFormat()
	if err != nil {
		return err
	}
	p := startProgress(o.env)
	book, understood, err := ratings.Read(f, p.watch(files), reading)
	p.stop()
	if err != nil {
		return err
	}
	if err := report.WriteDistributionReading(o.env.Stderr, understood, book); err != nil {
		return err
	}
	product := report.Distributed{
		Framework: f, Tool: report.Tool{Name: "rubric", Version: Version}, Inputs: book.Inputs, Ledger: book.Ledger, Items: ratings.Distribute(book),
	}
	if err := writeProduct(o.env, o.output, product, format); err != nil {
		return err
	}
	if len(book.Rejects) > 0 {
		return errFindings
	}
	return nil
}
