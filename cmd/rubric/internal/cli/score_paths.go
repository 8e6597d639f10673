package cli

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ratingPaths lists the files that arguments name, each once and sorted, so
// that nothing depends on the order in which they are named.
func ratingPaths(args, written []string) ([]string, []error) {
	var out []string
	var failed []error
	for _, arg := range args {
		paths, err := ratingPathsOf(arg, written)
		if err != nil {
			failed = append(failed, err)
		}
		out = append(out, paths...)
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(filepath.Clean(a), filepath.Clean(b)) })
	return slices.CompactFunc(out, func(a, b string) bool { return filepath.Clean(a) == filepath.Clean(b) }), failed
}

// ratingPathsOf lists the files of one argument: a file, the files of a folder,
// or those that a pattern matches which the shell has left as it is.
func ratingPathsOf(arg string, written []string) ([]string, error) {
	info, err := os.Stat(arg)
	switch {
	case arg == stdin || err == nil && !info.IsDir():
		return []string{arg}, nil
	case err == nil:
		return ratingsIn(arg, written)
	case !strings.ContainsAny(arg, "*?["):
		return []string{arg}, nil // opening it says why it cannot be read
	}
	paths, err := filepath.Glob(arg)
	if err != nil {
		return nil, fmt.Errorf("%s is no pattern of files: %w", arg, err)
	}
	hidden := strings.HasPrefix(filepath.Base(arg), ".") // as in a shell, only a pattern with a dot means them
	paths = slices.DeleteFunc(paths, func(path string) bool {
		return isFolder(path) || !hidden && strings.HasPrefix(filepath.Base(path), ".")
	})
	if len(paths) == 0 {
		return nil, fmt.Errorf("no file matches %s", arg)
	}
	return paths, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// ratingExtensions are those by which files of a folder are taken for ratings,
// also with .gz behind them. What is in them, their content says. Of Markdown
// files most are no forms: those are named one by one.
var ratingExtensions = []string{".csv", ".tsv", ".tab", ".txt", ".json", ".ndjson", ".jsonl", ".yaml", ".yml", ".xlsx", ".docx", ".pdf"}

// ratingsIn lists the files of a folder, at any depth, that may hold ratings:
// no hidden ones, none that the command writes, and no framework or policy.
func ratingsIn(folder string, written []string) ([]string, error) {
	out, err := filesIn(folder, func(path string) bool { return mayHoldRatings(path) && !isOneOf(path, written) })
	if err == nil && len(out) == 0 {
		err = fmt.Errorf("the folder %s has no files of ratings (%s)", folder, strings.Join(ratingExtensions, " "))
	}
	return out, err
}

// mayHoldRatings reports whether a file of a folder is to be read.
func mayHoldRatings(path string) bool {
	extension := filepath.Ext(strings.TrimSuffix(strings.ToLower(path), ".gz"))
	if !slices.Contains(ratingExtensions, extension) {
		return false
	}
	return !strings.HasPrefix(extension, ".y") || !isOfKind(path)
}

// isOfKind reports whether a YAML file is a framework, or another file that
// says what it is.
func isOfKind(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false // reading it says why it cannot be read
	}
	defer file.Close()
	const enough = 1 << 20
	head, err := io.ReadAll(io.LimitReader(file, enough))
	return err == nil && kindOf(head) != nil
}

// isOneOf reports whether a file is one of those, under whatever name.
func isOneOf(path string, others []string) bool {
	info, err := os.Stat(path)
	return err == nil && slices.ContainsFunc(others, func(other string) bool {
		o, err := os.Stat(other)
		return err == nil && os.SameFile(info, o)
	})
}
