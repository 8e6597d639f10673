package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/report"
)

// formatFlag declares --format with the values of the table that implements
// them, and completes them.
func formatFlag[P any](cmd *cobra.Command, to *string, formats []report.Format[P]) {
	var lines []string
	for _, f := range formats {
		lines = append(lines, f.Name)
	}
	cmd.Flags().StringVarP(to, "format", "f", "", "format: "+strings.Join(lines, ", "))
	complete(cmd, "format", lines)
}

// outputFlag declares -o.
func outputFlag(cmd *cobra.Command, to *string) {
	cmd.Flags().StringVarP(to, "output", "o", "", "write to this `FILE` (whole or not at all) instead of standard output")
}

// complete gives a flag fixed values for shell completion.
func complete(cmd *cobra.Command, flag string, values []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(fmt.Sprintf("the flag %s is not declared: %v", flag, err)) // a slip in the constructor
	}
}

// pickFormat finds the row of a table of formats to write.
func pickFormat[P any](asked, path, fallback string, formats []report.Format[P]) (report.Format[P], error) {
	name, err := chooseFormat(asked, path, fallback, report.Names(formats))
	if err != nil {
		return report.Format[P]{}, err
	}
	return *report.Find(formats, name), nil
}

// checkBinary refuses to write to a terminal what it cannot show.
func (env Env) checkBinary(name string, binary bool, path string) error {
	if binary && env.Terminal && (path == "" || path == stdin) {
		return usagef("a terminal cannot show %s: write it to a file with -o FILE", name)
	}
	return nil
}

// writeProduct writes a product in a format to -o or standard output.
func writeProduct[P any](env Env, path string, product P, format report.Format[P]) error {
	o := report.Options{Width: env.Width, Color: env.Color && env.Terminal && path == ""}
	return env.writeOutput(path, func(w io.Writer) error { return format.Write(w, product, o) })
}

// printFindings reports findings on standard error.
func (env Env) printFindings(list diag.List, sources map[string][]byte) {
	product := report.Findings{List: list, Sources: sources}
	format := report.Find(report.FindingsFormats(), "text")
	// A failing standard error leaves nothing to report the failure on.
	_ = format.Write(env.Stderr, product, report.Options{Width: env.Width, Color: env.Color})
}

// atLeastOne and exactly check the number of arguments, naming what is missing.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef("which %s?", what)
		}
		return nil
	}
}

func exactly(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usagef("%s: missing %s", cmd.Name(), strings.Join(names[len(args):], " and "))
		case len(args) > len(names):
			return usagef("%s: too many arguments: %s", cmd.Name(), strings.Join(args[len(names):], " "))
		}
		return nil
	}
}
