package cli

import (
	"github.com/spf13/cobra"

	"rubrickit/frameworks"
	"rubrickit/rubric/report"
)

type listOptions struct {
	env      Env
	format   string
	output   string
	policies bool
}

func newListCmd(env Env) *cobra.Command {
	o := &listOptions{env: env}
	cmd := &cobra.Command{
		Use:   "list",
		Short: "The shipped frameworks with their shape and scale, or the shipped scoring policies",
		Long: `Lists the shipped frameworks with their shape and scale; with --policies, the
shipped scoring policies with their bands and lower bounds.`,
		Example: "  rubric list\n  rubric list --policies\n  rubric list --format csv",
		Args:    exactly(),
		RunE:    func(*cobra.Command, []string) error { return o.run() },
	}
	formatFlag(cmd, &o.format, report.ListFormats())
	outputFlag(cmd, &o.output)
	cmd.Flags().BoolVar(&o.policies, "policies", false, "list the scoring policies: rubric show --policy ID shows one, rubric score --policy ID scores by it")
	return cmd
}

func (o *listOptions) run() error {
	if o.policies {
		return listAll(o, report.PolicyListFormats(), frameworks.PolicyIDs(), o.env.loadPolicy)
	}
	return listAll(o, report.ListFormats(), frameworks.IDs(), o.env.openFramework)
}

// listAll opens what ids name and writes the list of it.
func listAll[P any](o *listOptions, formats []report.Format[[]P], ids []string, open func(id string) (P, error)) error {
	format, err := pickFormat(o.format, o.output, o.env.tableOr("csv"), formats)
	if err != nil {
		return err
	}
	var list []P
	for _, id := range ids {
		p, err := open(id)
		if err != nil {
			return err
		}
		list = append(list, p)
	}
	return writeProduct(o.env, o.output, list, format)
}
