package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/load"
)

// openFramework loads the framework that an argument names: a file, - for
// standard input, or a shipped id. Errors in the file are printed and make
// errFindings.
func (env Env) openFramework(arg string) (*rubric.Framework, error) {
	file, data, err := env.readFramework(arg)
	if err != nil {
		return nil, err
	}
	f, findings := load.Framework(file, data)
	if findings.HasErrors() {
		env.printFindings(findings, map[string][]byte{file: data})
		return nil, errFindings
	}
	return f, nil
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
	hint := "shipped: " + strings.Join(ids, ", ")
	if near := diag.Nearest(arg, ids); near != "" {
		hint = fmt.Sprintf("did you mean %q? %s", near, hint)
	}
	return "", nil, fmt.Errorf("no file and no shipped framework %q (%s)", arg, hint)
}
