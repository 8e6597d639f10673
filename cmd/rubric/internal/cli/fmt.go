package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
)

type fmtOptions struct {
	env     Env
	check   bool
	diff    bool
	patch   bytes.Buffer
	changed bool
}

func newFmtCmd(env Env) *cobra.Command {
	o := &fmtOptions{env: env}
	cmd := &cobra.Command{
		Use:   "fmt FILE…",
		Short: "Lay files out alike: indentation, blanks, blank lines",
		Long: `Lays framework and policy files out: two spaces of indentation, one space behind
each colon and dash, no blanks at the end of a line, one blank line at most in a
row, and a line break at the end. Texts, quotes, remarks, the order of lines and
the kind of line breaks stay, and so does what stands in brackets. A file that
would then say anything else than before is left as it is.

FILE is a file, a folder (its YAML files, at any depth), or - for standard input,
which is written to standard output.`,
		Example: `  rubric fmt mnps.yaml
  rubric fmt --check frameworks/
  rubric fmt --diff mnps.yaml`,
		Args: atLeastOne("FILE"),
		RunE: func(_ *cobra.Command, args []string) error { return o.run(args) },
	}
	cmd.Flags().BoolVar(&o.check, "check", false, "name the files that would change, change nothing, and exit with 1 if there are any")
	cmd.Flags().BoolVar(&o.diff, "diff", false, "show what would change, as a patch, and change nothing")
	return cmd
}

func (o *fmtOptions) run(args []string) error {
	var failed []error // the other files are laid out all the same
	for _, arg := range args {
		failed = append(failed, o.argument(arg)...)
	}
	if o.diff {
		failed = append(failed, o.env.writePatch("", &o.patch))
	}
	unreadable := errors.Is(errors.Join(failed...), errFindings)
	for i, err := range failed {
		if errors.Is(err, errFindings) {
			failed[i] = nil // reported already
		}
	}
	if err := errors.Join(failed...); err != nil {
		return err
	}
	if unreadable || o.check && o.changed {
		return errFindings
	}
	return nil
}

// argument lays out a file, the files of a folder, or standard input.
func (o *fmtOptions) argument(arg string) []error {
	if arg == "-" {
		return []error{o.stdin()}
	}
	files := []string{arg}
	info, err := os.Stat(arg)
	folder := err == nil && info.IsDir()
	if folder {
		if files, err = yamlFiles(arg); err != nil {
			return []error{err}
		}
	}
	var failed []error
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			failed = append(failed, err)
		} else if !folder || documentOf(data) != nil {
			failed = append(failed, o.file(file, data))
		}
	}
	return failed
}

func (o *fmtOptions) stdin() error {
	const name = "<stdin>"
	data, err := io.ReadAll(o.env.Stdin)
	if err != nil {
		return err
	}
	out, err := o.format(name, data)
	if err != nil || o.check || o.diff {
		return err
	}
	_, err = o.env.Stdout.Write(out)
	return err
}

func (o *fmtOptions) file(name string, data []byte) error {
	out, err := o.format(name, data)
	if err != nil || o.check || o.diff || bytes.Equal(out, data) {
		return err
	}
	if err := rewrite(name, data, out); err != nil {
		return err
	}
	fmt.Fprintf(o.env.Stderr, "%s: laid out\n", name)
	return nil
}

// format lays out the bytes of a file and notes, with --check and --diff,
// what would change.
func (o *fmtOptions) format(name string, data []byte) ([]byte, error) {
	out, err := fix.Format(name, data)
	var findings diag.List
	switch {
	case errors.As(err, &findings):
		o.env.printFindings(findings, map[string][]byte{name: data})
		return nil, errFindings
	case err != nil:
		return nil, fmt.Errorf("%s: %w", name, err)
	case bytes.Equal(out, data):
		return out, nil
	}
	o.changed = true
	if o.check {
		fmt.Fprintln(o.env.Stdout, name)
	}
	if o.diff {
		o.patch.Write(fix.Unified(name, data, out))
	}
	return out, nil
}
