package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/report"
)

type showOptions struct {
	env    Env
	format string
	output string
	policy string
	schema bool
}

func newShowCmd(env Env) *cobra.Command {
	o := &showOptions{env: env}
	cmd := &cobra.Command{
		Use:   "show FRAMEWORK",
		Short: "One framework or scoring policy: as its file, as JSON, a framework also as an outline",
		Long: `Shows a framework as an outline, as its file (--format yaml) or as JSON.

With --policy it shows a scoring policy, as its file or as JSON: a shipped one by
its id (rubric list --policies), to read, or to change in a copy that
rubric score --policy FILE takes.

With --schema it shows the JSON Schema of a kind of file, by which editors
complete keys and explain them: ` + strings.Join(schemaKinds(), ", ") + `.`,
		Example: `  rubric show cambridge
  rubric show mnps --format yaml > mnps.yaml
  rubric show cambridge --format json
  rubric show --policy nevada-nepf -o ours.yaml
  rubric show --schema -o schema.json
  rubric show --schema policy -o policy.schema.json`,
		Args:              func(cmd *cobra.Command, args []string) error { return o.check(cmd, args) },
		ValidArgsFunction: o.complete,
		RunE:              func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	formatFlag(cmd, &o.format, report.FrameworkFormats())
	outputFlag(cmd, &o.output)
	policyFlag(cmd, &o.policy, "show the scoring policy of this `ID`, or in this file, instead of a framework")
	cmd.Flags().BoolVar(&o.schema, "schema", false, "show the JSON Schema of framework files, or of the kind that is named: "+strings.Join(schemaKinds(), ", "))
	return cmd
}

// check asks for a FRAMEWORK, or for the policy or the schema alone.
func (o *showOptions) check(cmd *cobra.Command, args []string) error {
	switch {
	case o.policy != "" && o.schema:
		return usagef("--policy and --schema show two things; give one of them")
	case o.policy != "" && len(args) > 0:
		return usagef("--policy shows a policy and takes no FRAMEWORK")
	case o.schema && len(args) > 1:
		return usagef("--schema takes one kind of file at a time")
	case o.schema && o.format != "":
		return usagef("a schema has one format; leave --format away")
	case o.policy != "" || o.schema:
		return nil
	}
	return exactly("FRAMEWORK")(cmd, args)
}

// complete completes what stands beside the flags.
func (o *showOptions) complete(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	switch {
	case o.policy != "" || len(args) > 0:
		return nil, cobra.ShellCompDirectiveNoFileComp
	case o.schema:
		return schemaKinds(), cobra.ShellCompDirectiveNoFileComp
	}
	return completeFrameworks(cmd, args, word)
}

func (o *showOptions) run(args []string) error {
	switch {
	case o.schema:
		return o.showSchema(args)
	case o.policy != "":
		return o.showPolicy()
	}
	return o.showFramework(args[0])
}

func (o *showOptions) showFramework(arg string) error {
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

func (o *showOptions) showPolicy() error {
	format, err := pickFormat(o.format, o.output, "yaml", report.PolicyFormats())
	if err != nil {
		return err
	}
	p, err := o.env.loadPolicy(o.policy)
	if err != nil {
		return err
	}
	return writeProduct(o.env, o.output, p, format)
}
