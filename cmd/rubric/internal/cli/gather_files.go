package cli

import (
	"fmt"
	"io/fs"
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
	paths, err := yamlFiles(arg)
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("the folder %s has no YAML files", arg)
	}
	var out []file
	for _, path := range paths {
		out = append(out, file{path, true})
	}
	return out, err
}

// yamlFiles lists the YAML files of a folder and the folders in it, sorted;
// hidden ones are left out.
func yamlFiles(folder string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(entry.Name(), ".") && path != folder
		switch {
		case hidden && entry.IsDir():
			return fs.SkipDir
		case !hidden && !entry.IsDir() && slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(path))):
			files = append(files, path)
		}
		return nil
	})
	slices.Sort(files)
	return files, err
}
