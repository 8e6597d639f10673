package cli

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// Env is everything that a command touches outside its arguments and the
// files they name, so that a test can give all of it.
type Env struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer
	// Terminal says that Stdout is a terminal: tables instead of CSV, and no
	// binary output.
	Terminal bool
	// Color says that messages on Stderr, and tables on a terminal, may use
	// colour.
	Color bool
	// Width is the number of columns of the terminal.
	Width int
	// Progress says that long work may show on Stderr how far it is: it is a
	// terminal.
	Progress bool

	interrupted <-chan struct{} // closed once the work is to end; nil never is
}

// tableOr is the default format of data: a table on a terminal, else the
// given format.
func (env Env) tableOr(format string) string {
	if env.Terminal {
		return "table"
	}
	return format
}

// defaultWidth is used where no terminal says otherwise.
const defaultWidth = 100

// SystemEnv is the process's own surroundings. NO_COLOR and TERM=dumb turn
// colour off; COLUMNS sets the width.
func SystemEnv() Env {
	env := Env{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Width: defaultWidth}
	out := int(os.Stdout.Fd())
	if env.Terminal = term.IsTerminal(out); env.Terminal {
		if w, _, err := term.GetSize(out); err == nil && w > 0 {
			env.Width = w
		}
	}
	if w, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && w > 0 {
		env.Width = w
	}
	env.Progress = term.IsTerminal(int(os.Stderr.Fd())) && os.Getenv("TERM") != "dumb"
	env.Color = env.Progress && os.Getenv("NO_COLOR") == ""
	return env
}
