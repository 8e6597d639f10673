package cli

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/adopt"
	"rubrickit/rubric/load"
	"rubrickit/rubric/report"
)

// adoption is what `new --from` is told of the file.
type adoption struct {
	file string
	adopt.Options
}

// adoptShapes lists the ways to lay a framework out that are recognised.
func adoptShapes() []string {
	names, _ := adopt.Shapes()
	return names
}

// fromHelp is the help on --from, with the shapes of the table that reads them.
func fromHelp() string {
	var b strings.Builder
	b.WriteString(`--from FILE makes the framework of what you have: a spreadsheet (.xlsx, CSV, TSV), a
text document (.docx) or Markdown. How the file is laid out is recognised, or told:

`)
	names, about := adopt.Shapes()
	for i, name := range names {
		fmt.Fprintf(&b, "  %-10s  %s\n", name, about[i])
	}
	b.WriteString(`
Everything that was guessed or left out is listed on standard error with its place;
read that list, and the file. Codes are made where there are none, columns that the
format has no key for are kept as x-…, and what the file does not say (whose the text
is, the version) is left for you to add.`)
	return b.String()
}

func (a *adoption) declare(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&a.file, "from", "", "make the framework of this `FILE`; - for standard input")
	flags.StringVar(&a.ID, "id", "", "with --from: `ID` of the framework (made of its title unless given)")
	flags.StringVar(&a.Title, "title", "", "with --from: `TITLE` of the framework (that of the file unless given)")
	flags.StringVar(&a.Sheet, "sheet", "", "with --from: name or number of the `SHEET` or table to read")
	flags.StringVar(&a.Header, "header", "", "with --from: number of the `ROW` with the names of the columns; 0 for none")
	flags.StringSliceVar(&a.Levels, "levels", nil, "with --from: `NAMES` of the levels, lowest first, with commas between them")
	flags.StringVar(&a.Scale, "scale", "", "with --from: built-in `SCALE` where the file has no levels: "+strings.Join(load.BuiltinNames(), ", "))
	complete(cmd, "scale", load.BuiltinNames())
}

// check refuses flags that say something of a file where there is none.
func (a *adoption) check() error {
	if a.file != "" {
		return nil
	}
	given := []struct {
		flag  string
		given bool
	}{{"id", a.ID != ""}, {"title", a.Title != ""}, {"sheet", a.Sheet != ""}, {"header", a.Header != ""}, {"levels", len(a.Levels) > 0}, {"scale", a.Scale != ""}}
	for _, f := range given {
		if f.given {
			return usagef("--%s is about the file of --from, and there is none", f.flag)
		}
	}
	return nil
}

// adopt makes a framework of a file, and lists on standard error what was guessed.
func (o *newOptions) adopt() error {
	name, data, err := o.readFrom()
	if err != nil {
		return err
	}
	o.from.Shape = o.shape
	result, err := adopt.File(name, data, o.from.Options)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := o.env.writeOutput(o.output, result.Write); err != nil {
		return err
	}
	for _, note := range result.Notes {
		fmt.Fprintf(o.env.Stderr, "%s: %s\n", name, note)
	}
	if o.output != "" && o.output != stdin {
		fmt.Fprintf(o.env.Stderr, "%s: %s, %s; read it through, then: rubric validate %s\n",
			o.output, report.Shape(result.Framework), report.ScaleLine(result.Framework), o.output)
	}
	return nil
}

// mostFrom bounds what is read of standard input; package adopt refuses less.
const mostFrom = 64 << 20

// readFrom reads the file, and gives the name to print for it.
func (o *newOptions) readFrom() (string, []byte, error) {
	if o.from.file == stdin {
		data, err := io.ReadAll(io.LimitReader(o.env.Stdin, mostFrom))
		return "<stdin>", data, err
	}
	info, err := os.Stat(o.from.file)
	switch {
	case err != nil:
		return "", nil, err
	case info.IsDir():
		return "", nil, usagef("%s is a folder; --from takes one file", o.from.file)
	case info.Size() > mostFrom:
		return "", nil, fmt.Errorf("%s has %d MiB: is it a framework?", o.from.file, info.Size()>>20)
	}
	data, err := os.ReadFile(o.from.file)
	return o.from.file, data, err
}
