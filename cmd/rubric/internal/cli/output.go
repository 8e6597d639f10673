package cli

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// writeOutput sends a product to the file named by -o, or to standard output.
// A file appears whole or not at all.
func (env Env) writeOutput(path string, write func(io.Writer) error) error {
	if path == "" || path == "-" {
		return write(env.Stdout)
	}
	return writeWhole(path, 0o644, write)
}

// writeWhole writes a file, which appears whole or not at all.
func writeWhole(path string, mode fs.FileMode, write func(io.Writer) error) error {
	temp, err := os.CreateTemp(filepath.Dir(path), ".rubric-*")
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	defer os.Remove(temp.Name()) // gone already once it was renamed
	if err := write(temp); err != nil {
		temp.Close()
		return err
	}
	if err := temp.Chmod(mode); err != nil {
		temp.Close()
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	if err := temp.Close(); err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return fmt.Errorf("cannot write %s: %w", path, err)
	}
	return nil
}

// chooseFormat finds the format to write: the one asked for by --format, else
// the one that the extension of -o names, else fallback. Names come from the
// table that implements the formats.
func chooseFormat(asked, path, fallback string, names []string) (string, error) {
	if asked != "" {
		if slices.Contains(names, asked) {
			return asked, nil
		}
		return "", usagef("unknown format %q; formats: %s", asked, strings.Join(names, ", "))
	}
	if extension := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), ".")); extension != "" {
		if slices.Contains(names, extension) {
			return extension, nil
		}
		return "", usagef("the extension of %s names no format; give --format: %s", path, strings.Join(names, ", "))
	}
	return fallback, nil
}
