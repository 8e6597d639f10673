// Package cli is the command line: one file a command, each an options
// struct, a constructor that declares the flags, and a run method.
package cli

import (
	"context"

	"github.com/spf13/cobra"
)

// Version is the version of the tool, as printed and as recorded in results.
const Version = "0.1.0"

// Run executes one command line and returns its exit code: 0 clean, 1
// findings, 2 wrong usage, 3 the work could not be done. It keeps no state
// between calls. Once the context ends, the work is not waited for.
func Run(ctx context.Context, args []string, env Env) int {
	env.interrupted = ctx.Done()
	root := newRootCmd(env)
	root.SetArgs(args)
	return env.report(untilInterrupted(ctx, func() error { return root.ExecuteContext(ctx) }))
}

func newRootCmd(env Env) *cobra.Command {
	root := &cobra.Command{
		Use:           "rubric",
		Short:         "Competency frameworks: validate, render, score, compare",
		Long:          rootLong,
		Version:       Version,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	root.SetVersionTemplate("rubric {{.Version}}\n")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	for _, newCmd := range commands {
		root.AddCommand(markFailures(newCmd(env)))
	}
	return root
}

const rootLong = `rubric keeps competency frameworks as reviewable YAML, turns them into rubrics
that people fill in, scores what comes back, and shows where two frameworks
differ. It works offline.

FRAMEWORK is a file, - for standard input, or the id of a shipped framework
(rubric list). Data goes to standard output, messages to standard error.

Exit codes: 0 clean, 1 findings, 2 wrong usage, 3 could not do the work.`

// commands are the constructors of all commands, in the order of the help.
var commands = []func(Env) *cobra.Command{
	newListCmd,
	newNewCmd,
	newShowCmd,
	newValidateCmd,
	newFmtCmd,
	newRenderCmd,
	newScoreCmd,
	newCollectCmd,
	newInspectCmd,
	newDiffCmd,
	newExplainCmd,
}

// markFailures tells errors of a command's work from errors that cobra finds
// in the command line.
func markFailures(cmd *cobra.Command) *cobra.Command {
	run := cmd.RunE
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if err := run(cmd, args); err != nil {
			return failure{err}
		}
		return nil
	}
	return cmd
}
