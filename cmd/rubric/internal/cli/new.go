package cli

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
)

// starters are commented files to begin with, one a shape.
//
//go:embed starters/*.yaml
var starters embed.FS

// starterShapes lists the shapes that there is a starter for.
func starterShapes() []string {
	names, err := fs.Glob(starters, "starters/*.yaml")
	if err != nil {
		panic(err) // only a malformed pattern fails, and this one is constant
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(strings.TrimPrefix(name, "starters/"), ".yaml")
	}
	return names
}

type newOptions struct {
	env    Env
	shape  string
	output string
	from   adoption
}

func newNewCmd(env Env) *cobra.Command {
	o := &newOptions{env: env}
	shapes := starterShapes()
	cmd := &cobra.Command{
		Use:   "new",
		Short: "A framework file to begin with: a commented one, or one made of a file that you have",
		Long: `Writes a small framework file with remarks that explain its keys. Change its
texts, and check it with rubric validate. The shapes:

  indicators  statements that are rated one by one
  levels      an analytic rubric: what each level looks like
  checklist   boxes to tick
  points      levels and points of its own for each criterion

` + fromHelp() + `

A file that exists already is never overwritten.`,
		Example: `  rubric new -o ours.yaml
  rubric new --shape levels -o coaching.yaml
  rubric new --from handbook.docx -o handbook.yaml
  rubric new --from rubric.xlsx --sheet "Grade 5" --levels "Beginning,Nearly,There" -o grade-5.yaml`,
		Args: exactly(),
		RunE: func(*cobra.Command, []string) error { return o.run() },
	}
	cmd.Flags().StringVar(&o.shape, "shape", "", "`SHAPE` of the framework: "+strings.Join(shapes, ", ")+" (indicators unless given); with --from, that of the file: "+strings.Join(adoptShapes(), ", "))
	complete(cmd, "shape", append(shapes, adoptShapes()...))
	outputFlag(cmd, &o.output)
	o.from.declare(cmd)
	return cmd
}

func (o *newOptions) run() error {
	if err := o.from.check(); err != nil {
		return err
	}
	if _, err := os.Lstat(o.output); o.output != "" && o.output != stdin && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s exists already and is left as it is; choose another name", o.output)
	}
	if o.from.file != "" {
		return o.adopt()
	}
	return o.starter()
}

// starter writes a commented file.
func (o *newOptions) starter() error {
	shape := cmp.Or(o.shape, "indicators")
	text, err := starters.ReadFile("starters/" + shape + ".yaml")
	if err != nil {
		shapes := starterShapes()
		return usagef("there is no shape %q; %s", shape, diag.Suggest(shape, shapes, "shapes: "+strings.Join(shapes, ", ")))
	}
	return o.env.writeOutput(o.output, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}
