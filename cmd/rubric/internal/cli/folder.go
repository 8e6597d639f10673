package cli

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// filesIn lists the files of a folder that are wanted, at any depth and sorted.
// Hidden files and folders are left out, unless the folder itself is one.
func filesIn(folder string, wanted func(path string) bool) ([]string, error) {
	var out []string
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(filepath.Base(path), ".") && path != folder
		switch {
		case err != nil:
			return err
		case hidden && entry.IsDir():
			return fs.SkipDir
		case !hidden && !entry.IsDir() && wanted(path):
			out = append(out, path)
		}
		return nil
	})
	slices.Sort(out)
	return out, err
}
