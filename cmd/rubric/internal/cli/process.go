package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

// Main runs the command line of the process and returns its exit code. Ctrl-C
// ends the work without a partial file; a second one ends the process at once.
func Main() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	// A reader that has seen enough closes the pipe. That is an error of the
	// writing, which goes on to the exit code, and no reason to be killed.
	signal.Ignore(syscall.SIGPIPE)
	return Run(ctx, os.Args[1:], SystemEnv())
}

// errInterrupted says that the work was ended before it was done.
var errInterrupted = errors.New("interrupted")

// grace is how long a command that was interrupted has to put its files in
// order.
const grace = 500 * time.Millisecond

// untilInterrupted does the work, but does not wait for it longer than a moment
// once the context ends. A command that reads or computes then needs no end of
// its own; what is writing notices by itself (see Env.guard).
func untilInterrupted(ctx context.Context, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		return failure{errInterrupted}
	}
}

// isClosedPipe reports whether nobody reads any more what is written.
func isClosedPipe(err error) bool {
	var number syscall.Errno
	if runtime.GOOS == "windows" && errors.As(err, &number) {
		const brokenPipe, noData = 109, 232 // ERROR_BROKEN_PIPE, ERROR_NO_DATA
		return number == brokenPipe || number == noData
	}
	return errors.Is(err, syscall.EPIPE)
}
