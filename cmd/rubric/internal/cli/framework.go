package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
)

// openFramework loads the framework that an argument names: a file, - for
// standard input, or a shipped id. Errors in the file are printed and make
// errFindings.
func (env Env) openFramework(arg string) (*rubric.Framework, error) {
	f, _, err := env.loadFramework(arg)
	return f, err
}

// loadFramework is openFramework that also returns the bytes of the file.
func (env Env) loadFramework(arg string) (*rubric.Framework, []byte, error) {
	file, data, err := env.readFramework(arg)
	if err != nil {
		return nil, nil, err
	}
	f, findings := load.Framework(file, data)
	if findings.HasErrors() {
		env.printFindings(findings, map[string][]byte{file: data})
		return nil, nil, errFindings
	}
	return f, data, nil
}

// completeFrameworks completes a FRAMEWORK argument: a shipped id or a file.
func completeFrameworks(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return frameworks.IDs(), cobra.ShellCompDirectiveDefault
}

// readFramework returns the bytes that an argument names, and the name to
// print for them.
func (env Env) readFramework(arg string) (string, []byte, error) {
	if arg == "-" {
		data, err := io.ReadAll(env.Stdin)
		return "<stdin>", data, err
	}
	data, err := os.ReadFile(arg)
	if err == nil {
		return arg, data, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", nil, err
	}
	if data, err := frameworks.Read(arg); err == nil {
		return arg + ".yaml", data, nil
	}
	ids := frameworks.IDs()
	hint := diag.Suggest(arg, ids, "shipped: "+strings.Join(ids, ", "))
	return "", nil, fmt.Errorf("no file and no shipped framework %q (%s)", arg, hint)
}
