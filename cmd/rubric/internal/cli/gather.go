package cli

import (
	"fmt"
	"io"
	"os"
)

// source is a file to check or to lay out.
type source struct {
	file
	name string // to print
	data []byte
	kind *kind // nil for one that the program does not know
}

// opener reads what an argument names that is no folder: its name to print, and
// its bytes.
type opener func(arg string) (name string, data []byte, err error)

// gather reads what arguments name: files, and the framework, policy and
// mapping files of folders. Files of other kinds in folders are named and
// skipped. Every error is about a file or folder that cannot be read; the others
// are returned all the same.
func (env Env) gather(args []string, open opener) ([]source, []error) {
	files, failed := namedFiles(args)
	var out []source
	for _, f := range files {
		name, data, err := f.read(open)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		kind := kindOf(data)
		if kind == nil && f.found {
			fmt.Fprintf(env.Stderr, "%s: skipped: it has no line `rubric: v1`, `policy: v1`, `mapping: v1` or `crosswalk: v1`\n", name)
			continue
		}
		out = append(out, source{f, name, data, kind})
	}
	return out, failed
}

// read opens a file that was named, as open does, or one that was found.
func (f file) read(open opener) (string, []byte, error) {
	if !f.found {
		return open(f.path)
	}
	data, err := os.ReadFile(f.path)
	return f.path, data, err
}

// openFile is the opener of commands that write files: no shipped ids.
func (env Env) openFile(arg string) (string, []byte, error) {
	if arg == stdin {
		data, err := io.ReadAll(env.Stdin)
		return "<stdin>", data, err
	}
	data, err := os.ReadFile(arg)
	return arg, data, err
}
