package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/collect"
	"rubrickit/rubric/ratings"
)

// openForms finds the files that arguments name: of a folder all that are in it,
// but for those that the command itself reads or writes. What is no kind of file
// for ratings, or cannot be opened, is listed.
func (env Env) openForms(args []string, own ...string) (*ratingFiles, []collect.Unread) {
	out := &ratingFiles{}
	paths, unread := formPaths(args, own)
	for _, path := range paths {
		file, err := out.open(env, path)
		if err != nil {
			unread = append(unread, collect.Unread{File: path, Err: err})
			continue
		}
		out.files = append(out.files, file)
	}
	return out, unread
}

// formPaths lists the files, each once and sorted, so that nothing depends on the
// order in which they are named.
func formPaths(args, own []string) ([]string, []collect.Unread) {
	var paths []string
	var unread []collect.Unread
	for _, arg := range args {
		found, err := formPathsOf(arg, own)
		if err != nil {
			unread = append(unread, collect.Unread{File: arg, Err: err})
		}
		for _, path := range found {
			if isFolder(arg) && !mayBeForm(path) {
				unread = append(unread, collect.Unread{File: path, Err: errUnknownKind})
				continue
			}
			paths = append(paths, path)
		}
	}
	slices.SortFunc(paths, func(a, b string) int { return strings.Compare(filepath.Clean(a), filepath.Clean(b)) })
	return slices.CompactFunc(paths, func(a, b string) bool { return filepath.Clean(a) == filepath.Clean(b) }), unread
}

// formPathsOf lists the files of one argument: those of a folder all, without
// frameworks and policies.
func formPathsOf(arg string, own []string) ([]string, error) {
	if !isFolder(arg) {
		paths, err := ratingPathsOf(arg, own)
		return paths, err
	}
	paths, err := filesIn(arg, func(path string) bool {
		return !isOneOf(path, own) && !(isYAML(path) && isOfKind(path))
	})
	if err == nil && len(paths) == 0 {
		err = fmt.Errorf("the folder is empty")
	}
	return paths, err
}

// formExtensions are those of returned forms, beside the extensions of ratings.
var formExtensions = []string{".md", ".docx"}

// mayBeForm reports whether a file of a folder may hold ratings, by its name.
func mayBeForm(path string) bool {
	extension := filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz"))
	return slices.Contains(formExtensions, extension) || slices.Contains(ratingExtensions, extension)
}

// readRoster reads the file that a flag names as a roster, and tells its notes;
// nil without one.
func (env Env) readRoster(f *rubric.Framework, path, flag string, o ratings.Options) (*ratings.Roster, error) {
	if path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", flag, cannotRead(path, err))
	}
	roster, err := ratings.ReadRoster(f, ratings.File{Name: path, Data: data}, o)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", flag, err)
	}
	for _, note := range roster.Notes {
		fmt.Fprintf(env.Stderr, "%s: %s\n", path, note)
	}
	return roster, nil
}

// readExpected reads the roster of --expected. What is told of the columns and cells
// of the forms may be true of it as well, or not.
func (o *collectOptions) readExpected(f *rubric.Framework, told ratings.Options) (*ratings.Roster, error) {
	const flag = "--expected"
	roster, err := o.env.readRoster(f, o.expected, flag, told)
	if err == nil {
		return roster, nil
	}
	usual := told
	usual.Map, usual.Delimiter, usual.Encoding = nil, 0, ""
	if roster, again := o.env.readRoster(f, o.expected, flag, usual); again == nil {
		return roster, nil
	}
	return nil, err
}
