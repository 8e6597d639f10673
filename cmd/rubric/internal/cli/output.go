package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// writeOutput sends a product to the file named by -o, or to standard output.
// A file appears whole or not at all. A standard output that nobody reads any
// more is no error: its reader has seen enough.
func (env Env) writeOutput(path string, write func(io.Writer) error) error {
	if path != "" && path != stdin {
		return writeWhole(path, 0o644, func(w io.Writer) error { return write(env.guard(w)) })
	}
	err := write(env.guard(env.Stdout))
	var at *fs.PathError
	switch {
	case isClosedPipe(err):
		return nil
	case errors.As(err, &at):
		return fmt.Errorf("cannot write to standard output: %w", at.Err)
	}
	return err
}

// guard makes a writer fail once the work is interrupted.
func (env Env) guard(w io.Writer) io.Writer {
	if env.interrupted == nil {
		return w
	}
	return guarded{w, env.interrupted}
}

// guarded is a writer that ends with a context.
type guarded struct {
	io.Writer
	interrupted <-chan struct{}
}

// Write writes, or says that the work was interrupted.
func (g guarded) Write(p []byte) (int, error) {
	select {
	case <-g.interrupted:
		return 0, errInterrupted
	default:
		return g.Writer.Write(p)
	}
}

// writeWhole writes a file, which appears whole or not at all. What exists and
// is no ordinary file (a device, a pipe) is written as it stands, and a link
// keeps pointing to the file.
func writeWhole(path string, mode fs.FileMode, write func(io.Writer) error) error {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeThrough(path, write)
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	temp, err := os.CreateTemp(filepath.Dir(path), ".rubric-*")
	if err != nil {
		return cannotWrite(path, err)
	}
	defer os.Remove(temp.Name()) // gone already once it was renamed
	if err := errors.Join(write(temp), temp.Chmod(mode), temp.Close()); err != nil {
		return cannotWrite(path, err)
	}
	if err := os.Rename(temp.Name(), path); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// writeThrough writes to something that cannot be replaced, such as /dev/null.
func writeThrough(path string, write func(io.Writer) error) error {
	out, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return cannotWrite(path, err)
	}
	if err := errors.Join(write(out), out.Close()); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// cannotWrite says which file could not be written, without the names of those
// that only help to write it.
func cannotWrite(path string, err error) error {
	var at *fs.PathError
	var link *os.LinkError
	if errors.As(err, &at) {
		err = at.Err
	} else if errors.As(err, &link) {
		err = link.Err
	}
	return fmt.Errorf("cannot write %s: %w", path, err)
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
