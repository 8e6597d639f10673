package cli

import (
	"errors"
	"fmt"
	"strings"
)

// The exit codes, the same for every command.
const (
	exitClean    = 0 // warnings and notes are clean
	exitFindings = 1 // errors in a file, rejected cells, something under --fail-under
	exitUsage    = 2 // wrong usage
	exitFailure  = 3 // could not do the work
)

// errFindings says that the command did its work, found something to report,
// and has reported it.
var errFindings = errors.New("findings")

// usageError is a mistake in the arguments.
type usageError struct{ error }

func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// failure is an error from a command's work, as opposed to one from reading
// the command line.
type failure struct{ error }

// Unwrap gives the error itself, for errors.Is.
func (f failure) Unwrap() error { return f.error }

// report prints an error for a person and returns the exit code it means.
func (env Env) report(err error) int {
	if err == nil {
		return exitClean
	}
	if errors.Is(err, errFindings) {
		return exitFindings
	}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		fmt.Fprintf(env.Stderr, "rubric: %s\n", line)
	}
	var usage usageError
	var failed failure
	if errors.As(err, &failed) && !errors.As(err, &usage) {
		return exitFailure
	}
	fmt.Fprintln(env.Stderr, "`rubric --help` and `rubric COMMAND --help` list what is possible")
	return exitUsage
}
