package cli_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"rubrickit/cmd/rubric/internal/cli"
)

// Run keeps nothing between calls: the same line gives the same result.
func TestRunTwice(t *testing.T) {
	for _, args := range [][]string{{"list", "--format", "md"}, {"show", "cambridge"}, {"validate", "cms"}, {"list"}} {
		first, second := output(t, args), output(t, args)
		if first != second || first == "" {
			t.Errorf("%v: %q, then %q", args, first, second)
		}
	}
}

func output(t *testing.T, args []string) string {
	t.Helper()
	var out bytes.Buffer
	if code := cli.Run(context.Background(), args, cli.Env{Stdout: &out, Stderr: &out, Width: 80}); code != 0 {
		t.Fatalf("%v: exit code %d: %s", args, code, out.String())
	}
	return out.String()
}

// Colour is only where the surroundings allow it, and it adds nothing but
// control sequences.
func TestColorIsInjected(t *testing.T) {
	bad := "rubric: v1\nid: x\ntitle: X\nscale: four-levels\nitems:\n  a: {titel: b}\n"
	run := func(color bool) string {
		var out bytes.Buffer
		cli.Run(context.Background(), []string{"show", "-"}, cli.Env{Stdin: strings.NewReader(bad), Stdout: io.Discard, Stderr: &out, Color: color, Width: 80})
		return out.String()
	}
	plain, colored := run(false), run(true)
	if strings.Contains(plain, "\x1b") || !strings.Contains(colored, "\x1b[1;31m") {
		t.Errorf("plain %q, coloured %q", plain, colored)
	}
}

// broken is a standard output that cannot be written to.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// A product that could not be written is a failure, whatever the command.
func TestBrokenOutput(t *testing.T) {
	for _, args := range [][]string{{"list"}, {"show", "cms"}, {"validate", "cms"}, {"explain"}, {"render", "cms"}, {"diff", "cms", "mnps"},
		{"inspect", root + "/testdata/tour/worked.yaml", root + "/testdata/tour/ratings.csv"}} {
		var messages bytes.Buffer
		code := cli.Run(context.Background(), args, cli.Env{Stdout: broken{}, Stderr: &messages, Width: 80})
		if code != 3 || !strings.Contains(messages.String(), "disk full") {
			t.Errorf("%v: exit code %d, message %q", args, code, messages.String())
		}
	}
}
