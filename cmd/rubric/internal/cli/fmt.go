package cli

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"rubrickit/rubric/crosswalk"
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
		Long: `Lays framework, policy, mapping and crosswalk files in YAML out: two spaces of
indentation, one space behind each colon and dash, no blanks at the end of a line,
one blank line at most in a row, and a line break at the end. Texts, quotes,
remarks, the order of lines and the kind of line breaks stay, and so does what
stands in brackets. A file that would then say anything else than before is left
as it is.

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
	sources, failed := o.env.gather(args, o.env.openFile)
	for _, s := range sources { // one that fails does not keep the others
		failed = append(failed, o.source(s))
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

// source lays out a file in its place, and standard input on standard output.
func (o *fmtOptions) source(s source) error {
	out, err := o.format(s.name, s.data)
	switch {
	case err != nil || o.check || o.diff:
		return err
	case s.path == stdin:
		_, err = o.env.Stdout.Write(out)
		return err
	case bytes.Equal(out, s.data):
		return nil
	}
	if err := rewrite(s.name, s.data, out); err != nil {
		return err
	}
	fmt.Fprintf(o.env.Stderr, "%s: laid out\n", s.name)
	return nil
}

// format lays out the bytes of a file and notes, with --check and --diff,
// what would change.
func (o *fmtOptions) format(name string, data []byte) ([]byte, error) {
	if kind := otherThanYAML(data); kind != "" {
		return nil, fmt.Errorf("%s is %s, and fmt lays out YAML files alone: it is left as it is", name, kind)
	}
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

// otherThanYAML names a file that holds no YAML: crosswalks are tables as well;
// "" for any other.
func otherThanYAML(data []byte) string {
	switch {
	case !crosswalk.IsText(data):
		return "a workbook or another packed file"
	case crosswalk.IsTable(data):
		return "a table of pairs"
	}
	return ""
}
