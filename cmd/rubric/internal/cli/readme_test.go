package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"rubrickit/cmd/rubric/internal/cli"
)

// console is a block of README.md in which lines that begin with "$ " are
// commands and the others what they print.
var console = regexp.MustCompile("(?ms)^```console\n(.*?)^```$")

// elided stands for any number of lines of output.
const elided = "…\n"

// The tour of README.md is what the program prints. Commands run one after
// the other in a copy of the folders they name, so that later ones find the
// files of earlier ones.
func TestReadmeTour(t *testing.T) {
	file, err := filepath.Abs(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	copyTour(t)
	blocks := console.FindAllSubmatchIndex(text, -1)
	if len(blocks) < 3 {
		t.Fatalf("README.md has %d console blocks; a tour for each of three readers is promised", len(blocks))
	}
	var updated bytes.Buffer
	end := 0
	for _, b := range blocks {
		updated.Write(text[end:b[2]])
		updated.WriteString(session(t, string(text[b[2]:b[3]])))
		end = b[3]
	}
	updated.Write(text[end:])
	if *update {
		if err := os.WriteFile(file, updated.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// copyTour makes the current folder a copy of the files that the tour uses.
func copyTour(t *testing.T) {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "testdata", "tour"), os.DirFS(filepath.Join(root, "testdata", "tour"))); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
}

// session runs the commands of a block and returns the block as it should
// read. A difference is an error unless the outputs are being updated.
func session(t *testing.T, block string) string {
	t.Helper()
	var out strings.Builder
	for step := range strings.SplitSeq(strings.TrimPrefix(block, "$ "), "\n$ ") {
		line, want, _ := strings.Cut(step, "\n")
		got := runLine(t, line)
		want = strings.TrimRight(want, "\n")
		if !fits(got, want) && !*update {
			t.Errorf("$ %s\nprints:\n%s\nREADME.md has:\n%s", line, got, want)
		}
		if fits(got, want) {
			got = want
		}
		out.WriteString("$ " + line + "\n" + got)
		if got != "" {
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// fits reports whether an output is the expected one, in which a line "…"
// stands for any lines.
func fits(got, want string) bool {
	parts := strings.Split(want+"\n", elided)
	got += "\n"
	for i, part := range parts {
		at := strings.Index(got, part)
		if at < 0 || i == 0 && at != 0 {
			return false
		}
		got = got[at+len(part):]
	}
	return got == "" || strings.HasSuffix(want, strings.TrimSuffix(elided, "\n"))
}

// runLine runs one command line: words, with double quotes around those that
// hold spaces, and "> FILE" at its end.
func runLine(t *testing.T, line string) string {
	t.Helper()
	line, target, redirected := strings.Cut(line, " > ")
	args := words(line)
	if len(args) == 0 || args[0] != "rubric" {
		t.Fatalf("not a command of this program: %s", line)
	}
	var out bytes.Buffer
	env := cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Width: 100}
	env.Terminal = !redirected
	if redirected {
		data := &bytes.Buffer{}
		env.Stdout = data
		cli.Run(context.Background(), args[1:], env)
		if err := os.WriteFile(target, data.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	} else {
		cli.Run(context.Background(), args[1:], env)
	}
	return strings.TrimRight(out.String(), "\n")
}

// words splits a command line at spaces outside double quotes.
func words(line string) []string {
	var out []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
