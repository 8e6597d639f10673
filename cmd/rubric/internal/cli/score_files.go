package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"rubrickit/rubric/ratings"
)

// ratingFiles are files of ratings, ready to be read, more than once if need
// be.
type ratingFiles struct {
	files  []ratings.File
	spools []*os.File // copies of what can be read only once
}

// openRatings finds the files that arguments name. Those that the command
// itself writes are left out where a folder holds them.
func (env Env) openRatings(args []string, written ...string) (*ratingFiles, error) {
	paths, failed := ratingPaths(args, written)
	out := &ratingFiles{}
	for _, path := range paths {
		file, err := out.open(env, path)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		out.files = append(out.files, file)
	}
	if err := errors.Join(failed...); err != nil {
		out.close()
		return nil, err
	}
	return out, nil
}

// open makes a file ready. What is no ordinary file is copied first.
func (in *ratingFiles) open(env Env, path string) (ratings.File, error) {
	if path == stdin {
		return in.spool("<stdin>", env.Stdin)
	}
	info, err := os.Stat(path)
	if err != nil {
		return ratings.File{}, cannotRead(path, err)
	}
	if info.Mode().IsRegular() {
		return ratings.File{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}, nil
	}
	pipe, err := os.Open(path)
	if err != nil {
		return ratings.File{}, cannotRead(path, err)
	}
	defer pipe.Close()
	return in.spool(path, pipe)
}

func cannotRead(path string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return fmt.Errorf("cannot read %s: %w", path, err)
}
