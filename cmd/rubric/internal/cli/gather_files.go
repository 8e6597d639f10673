package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// stdin is the argument that names standard input.
const stdin = "-"

// file is a file that an argument names, or one found in a folder that it names.
type file struct {
	path  string // "-" for standard input
	found bool
}

// namedFiles lists the files that arguments name, in their order and each once,
// folders as the YAML files in them. Whether what is no folder exists is left to
// the reader.
func namedFiles(args []string) ([]file, []error) {
	var out []file
	var failed []error
	at := map[string]int{} // in out, by path
	for _, arg := range args {
		files, err := namedBy(arg)
		if err != nil {
			failed = append(failed, err)
		}
		for _, f := range files {
			path := filepath.Clean(f.path)
			i, known := at[path]
			if !known {
				at[path] = len(out)
				out = append(out, f)
			} else if !f.found {
				out[i].found = false // named as well, so not to be skipped
			}
		}
	}
	return out, failed
}

// namedBy lists the files that one argument names.
func namedBy(arg string) ([]file, error) {
	if info, err := os.Stat(arg); err != nil || !info.IsDir() {
		return []file{{path: arg}}, nil
	}
	paths, err := filesIn(arg, isYAML)
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("the folder %s has no YAML files", arg)
	}
	var out []file
	for _, path := range paths {
		out = append(out, file{path, true})
	}
	return out, err
}

// isYAML tells a YAML file by its name.
func isYAML(path string) bool {
	return slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path)))
}
