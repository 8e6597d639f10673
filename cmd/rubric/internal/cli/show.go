package cli

import (
	"github.com/spf13/cobra"

	"rubrickit/rubric/report"
)

type showOptions struct {
	env    Env
	format string
	output string
}

func newShowCmd(env Env) *cobra.Command {
	o := &showOptions{env: env}
	cmd := &cobra.Command{
		Use:   "show FRAMEWORK",
		Short: "One framework as an outline, as its YAML, or as JSON",
		Example: `  rubric show cambridge
  rubric show mnps --format yaml > mnps.yaml
  rubric show cambridge --format json`,
		Args:              exactly("FRAMEWORK"),
		ValidArgsFunction: completeFrameworks,
		RunE:              func(_ *cobra.Command, args []string) error { return o.run(args[0]) },
	}
	formatFlag(cmd, &o.format, report.FrameworkFormats())
	outputFlag(cmd, &o.output)
	return cmd
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
