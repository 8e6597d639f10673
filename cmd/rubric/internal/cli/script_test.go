package cli_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"rubrickit/cmd/rubric/internal/cli"
)

// update rewrites the expected outputs of scripts, fixtures and documents.
var update = flag.Bool("update", false, "rewrite expected outputs with what the program prints")

// root is the project's root, seen from this folder.
const root = "../../../.."

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"rubric": func() { os.Exit(cli.Main()) },
		"exits":  exits,
	})
}

func run(args []string) int {
	return cli.Run(context.Background(), args, cli.SystemEnv())
}

// exits is `exits CODE rubric ARGS…`: it runs the program and fails unless it
// exits with exactly that code.
func exits() {
	want, err := strconv.Atoi(os.Args[1])
	if err != nil || os.Args[2] != "rubric" {
		fmt.Fprintln(os.Stderr, "usage: exits CODE rubric ARGS…")
		os.Exit(2)
	}
	if got := run(os.Args[3:]); got != want {
		fmt.Fprintf(os.Stderr, "exit code %d, want %d\n", got, want)
		os.Exit(1)
	}
}

// Whole commands as readable scripts: exact output, messages and exit code.
func TestScripts(t *testing.T) {
	project, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join(root, "testdata", "scripts"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("PROJECT", project)
			e.Setenv("COLUMNS", "100")
			return nil
		},
	})
}
