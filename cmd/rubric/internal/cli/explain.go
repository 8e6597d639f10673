package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/explain"
)

func newExplainCmd(env Env) *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "The long text of a finding: what, why, how to mend it",
		Long: `Prints what a finding means, why it matters, how to mend it, and an example.
Without CODE it lists every finding there is.`,
		Example: "  rubric explain duplicate-code",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("one CODE at a time")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return codeNames(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listPages(env.Stdout)
			}
			return explainCode(env.Stdout, args[0])
		},
	}
}

func codeNames() []string {
	var names []string
	for _, code := range explain.Codes() {
		names = append(names, string(code))
	}
	return names
}

func listPages(w io.Writer) error {
	for _, code := range explain.Codes() {
		page, _ := explain.Find(code)
		if _, err := fmt.Fprintf(w, "%-22s %s\n", code, page.Title); err != nil {
			return err
		}
	}
	return nil
}

func explainCode(w io.Writer, code string) error {
	page, ok := explain.Find(diag.Code(code))
	if !ok {
		hint := "`rubric explain` lists them"
		if near := diag.Nearest(code, codeNames()); near != "" {
			hint = fmt.Sprintf("did you mean %q? %s", near, hint)
		}
		return usagef("no finding has the code %q; %s", code, hint)
	}
	_, text, _ := strings.Cut(page.Text, "\n")
	_, err := fmt.Fprintf(w, "%s: %s\n%s", page.Code, page.Title, text)
	return err
}
