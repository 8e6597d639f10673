package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
	"rubrickit/rubric/report"
)

type explainOptions struct {
	env  Env
	list bool
}

func newExplainCmd(env Env) *cobra.Command {
	o := &explainOptions{env: env}
	cmd := &cobra.Command{
		Use:   "explain CODE",
		Short: "The long text of a finding: what, why, how to mend it",
		Long: `Prints what a finding means, why it matters, how to mend it, and an example.
Without CODE it lists every finding there is, as it does with --list.`,
		Example: "  rubric explain duplicate-code\n  rubric explain --list",
		Args:    func(_ *cobra.Command, args []string) error { return o.check(args) },
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return codeNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	cmd.Flags().BoolVar(&o.list, "list", false, "list every finding with its title")
	return cmd
}

func (o *explainOptions) check(args []string) error {
	switch {
	case len(args) > 1:
		return usagef("one CODE at a time")
	case len(args) == 1 && o.list:
		return usagef("--list lists every finding and takes no CODE")
	}
	return nil
}

func (o *explainOptions) run(args []string) error {
	if len(args) == 0 {
		return listPages(o.env.Stdout)
	}
	return explainCode(o.env.Stdout, args[0])
}

func codeNames() []string {
	var names []string
	for _, code := range explain.Codes() {
		names = append(names, string(code))
	}
	return names
}

func listPages(w io.Writer) error {
	width := 0
	for _, code := range explain.Codes() {
		width = max(width, len(code))
	}
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		if _, err := fmt.Fprintf(w, "%-*s  %s\n", width, code, page.Title); err != nil {
			return err
		}
	}
	return nil
}

func explainCode(w io.Writer, code string) error {
	page, ok := explain.Find(diag.Code(code))
	if !ok {
		hint := diag.Suggest(code, codeNames(), "`rubric explain --list` lists them")
		return usagef("no finding has the code %q; %s", code, hint)
	}
	_, text, _ := strings.Cut(page.Text, "\n")
	_, err := fmt.Fprintf(w, "%s: %s\n%s", page.Code, page.Title, text)
	return err
}

// findingRules are the pages of all findings, for formats that carry them.
func findingRules() map[diag.Code]report.Rule {
	rules := map[diag.Code]report.Rule{}
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		_, text, _ := strings.Cut(page.Text, "\n")
		rules[code] = report.Rule{Title: page.Title, Help: strings.TrimSpace(text)}
	}
	return rules
}
