package cli

import (
	"io"

	"github.com/spf13/cobra"

	"rubrickit/frameworks"
	"rubrickit/rubric/report"
)

type showOptions struct {
	env    Env
	format string
	output string
	schema bool
}

func newShowCmd(env Env) *cobra.Command {
	o := &showOptions{env: env}
	cmd := &cobra.Command{
		Use:   "show FRAMEWORK",
		Short: "One framework as an outline, as its YAML, or as JSON",
		Example: `  rubric show cambridge
  rubric show mnps --format yaml > mnps.yaml
  rubric show cambridge --format json
  rubric show --schema -o schema.json`,
		Args:              func(cmd *cobra.Command, args []string) error { return o.check(cmd, args) },
		ValidArgsFunction: completeFrameworks,
		RunE: func(_ *cobra.Command, args []string) error {
			if o.schema {
				return o.showSchema()
			}
			return o.run(args[0])
		},
	}
	formatFlag(cmd, &o.format, report.FrameworkFormats())
	outputFlag(cmd, &o.output)
	cmd.Flags().BoolVar(&o.schema, "schema", false, "the JSON Schema of framework files, by which editors complete and explain keys")
	return cmd
}

// check asks for a FRAMEWORK, or for the schema alone.
func (o *showOptions) check(cmd *cobra.Command, args []string) error {
	switch {
	case !o.schema:
		return exactly("FRAMEWORK")(cmd, args)
	case len(args) > 0:
		return usagef("--schema is the same for every framework and takes no FRAMEWORK")
	case o.format != "":
		return usagef("--schema has one format; leave --format away")
	}
	return nil
}

func (o *showOptions) showSchema() error {
	return o.env.writeOutput(o.output, func(w io.Writer) error {
		_, err := w.Write(frameworks.Schema())
		return err
	})
}

func (o *showOptions) run(arg string) error {
	format, err := pickFormat(o.format, o.output, "outline", report.FrameworkFormats())
	if err != nil {
		return err
	}
	f, data, err := o.env.loadFramework(arg)
	if err != nil {
		return err
	}
	return writeProduct(o.env, o.output, report.FrameworkFile{Framework: f, Data: data}, format)
}
