package cli

import (
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
}

func newNewCmd(env Env) *cobra.Command {
	o := &newOptions{env: env}
	shapes := starterShapes()
	cmd := &cobra.Command{
		Use:   "new",
		Short: "A commented framework file to begin with",
		Long: `Writes a small framework file with remarks that explain its keys. Change its
texts, and check it with rubric validate. The shapes:

  indicators  statements that are rated one by one
  levels      an analytic rubric: what each level looks like
  checklist   boxes to tick
  points      levels and points of its own for each criterion

A file that exists already is never overwritten.`,
		Example: "  rubric new -o ours.yaml\n  rubric new --shape levels -o coaching.yaml",
		Args:    exactly(),
		RunE:    func(*cobra.Command, []string) error { return o.run() },
	}
	cmd.Flags().StringVar(&o.shape, "shape", "indicators", "`SHAPE` of the framework: "+strings.Join(shapes, ", "))
	complete(cmd, "shape", shapes)
	outputFlag(cmd, &o.output)
	return cmd
}

func (o *newOptions) run() error {
	text, err := starters.ReadFile("starters/" + o.shape + ".yaml")
	if err != nil {
		shapes := starterShapes()
		return usagef("there is no shape %q; %s", o.shape, diag.Suggest(o.shape, shapes, "shapes: "+strings.Join(shapes, ", ")))
	}
	if _, err := os.Lstat(o.output); o.output != "" && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s exists already and is left as it is; choose another name", o.output)
	}
	return o.env.writeOutput(o.output, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}
