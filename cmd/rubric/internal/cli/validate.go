package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"rubrickit/rubric/lint"
	"rubrickit/rubric/report"
)

type validateOptions struct {
	env              Env
	format           string
	output           string
	warningsAsErrors bool
	watch            bool
	rules            ruleOptions
	lint             lint.Options // of rules
	mend             mending
}

func newValidateCmd(env Env) *cobra.Command {
	o := &validateOptions{env: env}
	cmd := &cobra.Command{
		Use:   "validate FILE…",
		Short: "Find every problem of framework, policy, mapping and crosswalk files, each in its place",
		Long: `Checks framework, policy, mapping and crosswalk files and reports all problems at
once: where, what, why, and what to do. FILE is a file, a folder (its YAML files, at any
depth), - for standard input, or the id of a shipped framework.

Errors make exit code 1; warnings and notes do so with --warnings-as-errors.
rubric explain CODE has the long text of each finding. A comment on its own line,
# rubric:accept CODE: reason
accepts the finding of the line below it.

--fix repairs what can mean only one thing: signs and blanks that make YAML stop,
characters nobody sees, garbled letters, another encoding than UTF-8. No word is
lost, all else stays byte for byte, and what is not certain is left to you.`,
		Example: `  rubric validate mnps.yaml
  rubric validate frameworks/ --format json
  rubric validate - < mnps.yaml
  rubric validate mnps.yaml --fix --diff
  rubric validate mnps.yaml --select default,vague-quantifier`,
		Args: atLeastOne("FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.watch {
				return o.watchFiles(cmd.Context(), args)
			}
			return o.run(args)
		},
	}
	formatFlag(cmd, &o.format, report.FindingsFormats())
	outputFlag(cmd, &o.output)
	cmd.Flags().BoolVar(&o.warningsAsErrors, "warnings-as-errors", false, "exit with 1 for warnings and notes too")
	cmd.Flags().BoolVar(&o.watch, "watch", false, "check again whenever a file changes, until Ctrl-C")
	o.rules.declare(cmd)
	o.mend.declare(cmd)
	return cmd
}

func (o *validateOptions) run(args []string) error {
	if err := o.mend.checkFlags(o.format); err != nil {
		return err
	}
	format, err := pickFormat(o.format, o.output, "text", report.FindingsFormats())
	if err != nil && !o.mend.diff {
		return err
	}
	if o.lint, err = o.rules.options(); err != nil {
		return err
	}
	product := report.Findings{Sources: map[string][]byte{}, Rules: findingRules(), Tool: report.Tool{Name: "rubric", Version: Version}}
	sources, unread := o.env.gather(args, o.env.readFramework) // what can be read is checked all the same
	if err := o.checkAll(sources, &product); err != nil {
		unread = append(unread, err)
	}
	if len(product.Sources) > 0 {
		if err := o.writeFindings(product, format); err != nil {
			return err
		}
	}
	if err := errors.Join(unread...); err != nil {
		return err
	}
	stand := append(product.List, o.mend.unmade...)
	if stand.HasErrors() || o.warningsAsErrors && len(stand) > 0 {
		return errFindings
	}
	return nil
}
