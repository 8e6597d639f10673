package cli

import (
	"github.com/spf13/cobra"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/report"
)

type listOptions struct {
	env    Env
	format string
	output string
}

func newListCmd(env Env) *cobra.Command {
	o := &listOptions{env: env}
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "The shipped frameworks with their shape and scale",
		Example: "  rubric list\n  rubric list --format csv",
		Args:    exactly(),
		RunE:    func(*cobra.Command, []string) error { return o.run() },
	}
	formatFlag(cmd, &o.format, report.ListFormats())
	outputFlag(cmd, &o.output)
	return cmd
}

func (o *listOptions) run() error {
	format, err := pickFormat(o.format, o.output, o.env.tableOr("csv"), report.ListFormats())
	if err != nil {
		return err
	}
	var list []*rubric.Framework
	for _, id := range frameworks.IDs() {
		f, err := o.env.openFramework(id)
		if err != nil {
			return err
		}
		list = append(list, f)
	}
	return writeProduct(o.env, o.output, list, format)
}
