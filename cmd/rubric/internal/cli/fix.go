package cli

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/report"
)

// mending is --fix and --diff: what validate repairs, or would repair.
type mending struct {
	fix, diff bool
	patch     bytes.Buffer      // of all files, for --diff
	unmade    diag.List         // what --fix would repair, and --diff does not
	written   map[string][]byte // by path: what --fix made of files
}

// begin forgets an earlier run.
func (m *mending) begin() {
	m.patch.Reset()
	m.unmade, m.written = nil, map[string][]byte{}
}

func (m *mending) declare(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&m.fix, "fix", false, "repair what can mean only one thing, and report what is left")
	cmd.Flags().BoolVar(&m.diff, "diff", false, "show what --fix would change, as a patch, and change nothing")
}

// checkFlags refuses --format beside --diff, which has a format of its own.
func (m *mending) checkFlags(format string) error {
	if m.diff && format != "" {
		return usagef("--diff writes a patch: it goes without --format")
	}
	return nil
}

// file repairs a file, or notes what would be repaired. It returns the findings
// that are left and the bytes in which they have their places.
func (m *mending) file(env Env, s source, check fix.Check) (diag.List, []byte, error) {
	r := fix.Repair(s.name, s.data, check)
	if !m.diff {
		if err := rewrite(s.name, s.data, r.Data); err != nil {
			return nil, nil, err
		}
		m.written[s.path] = r.Data
	}
	m.announce(env, r.Fixed)
	if m.diff {
		m.patch.Write(fix.Unified(s.name, s.data, r.Data))
		m.unmade = append(m.unmade, r.Fixed...)
	}
	return r.Left, r.Data, nil
}

// announce says on standard error what was repaired, or would be.
func (m *mending) announce(env Env, fixed diag.List) {
	done := "fixed"
	if m.diff {
		done = "would fix"
	}
	for _, d := range fixed {
		fmt.Fprintf(env.Stderr, "%s: %s[%s]: %s\n", d.Span, done, d.Code, d.Message)
	}
}

// writeFindings writes the product of validate. With --diff that is the
// patch, and what is left goes to standard error.
func (o *validateOptions) writeFindings(product report.Findings, format report.Format[report.Findings]) error {
	if !o.mend.diff {
		return writeProduct(o.env, o.output, product, format)
	}
	if len(product.List) > 0 {
		o.env.printFindings(product.List, product.Sources)
	}
	return o.env.writePatch(o.output, &o.mend.patch)
}

func (env Env) writePatch(path string, patch *bytes.Buffer) error {
	return env.writeOutput(path, func(w io.Writer) error {
		_, err := w.Write(patch.Bytes())
		return err
	})
}

// rewrite puts new bytes into a file, whole or not at all, unless it holds
// others than those that were read. The file keeps its mode, and a link stays
// a link.
func rewrite(name string, before, after []byte) error {
	if bytes.Equal(before, after) {
		return nil
	}
	path, err := filepath.EvalSymlinks(name)
	if err != nil {
		return fmt.Errorf("%s is no file that could be changed; --diff shows the change: %w", name, err)
	}
	now, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, before) {
		return fmt.Errorf("%s was changed by someone else meanwhile: it is left as it is", name)
	}
	writable, err := os.OpenFile(path, os.O_WRONLY, 0) // renaming would not ask
	if err != nil {
		return err
	}
	info, err := writable.Stat()
	writable.Close()
	if err != nil {
		return err
	}
	return writeWhole(path, info.Mode().Perm(), func(w io.Writer) error {
		_, err := w.Write(after)
		return err
	})
}
