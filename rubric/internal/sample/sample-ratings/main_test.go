package main

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"rubrickit/rubric/internal/sample"
)

func TestRun(t *testing.T) {
	for args, want := range map[string]struct {
		exit           int
		stdout, stderr string // how they begin
	}{
		"-ratings 38 -order ratee":     {exit: 0, stdout: "ratee,item,rater,group,date,rating\nP000001,1.1,"},
		"-shape wide -quote all":       {exit: 0, stdout: `"ratee","rater","group","date","1.1",`},
		"-h":                           {exit: 0, stderr: "Usage of sample-ratings:\n"},
		"-shape tall":                  {exit: 2, stderr: "invalid value \"tall\" for flag -shape: it is one of long, wide\n"},
		"-order ":                      {exit: 2, stderr: "invalid value \"\" for flag -order: it is one of forms, ratee, rows\n"},
		"-ratings many":                {exit: 2, stderr: "invalid value \"many\" for flag -ratings: parse error\n"},
		"out.csv":                      {exit: 2, stderr: "sample-ratings: takes no argument \"out.csv\": it writes to standard output\n"},
		"-ratings 9999999999999999999": {exit: 3, stderr: "sample-ratings: 270270270270270271 forms are too many"},
	} {
		var stdout, stderr bytes.Buffer
		exit := run(strings.Split(args, " "), &stdout, &stderr)
		if exit != want.exit || !strings.HasPrefix(stdout.String(), want.stdout) || !strings.HasPrefix(stderr.String(), want.stderr) {
			t.Errorf("%s: exit code %d\n%.200s\n%.200s", args, exit, stdout.String(), stderr.String())
		}
	}
}

// TestFlagsReachTheFile holds the command to the same bytes as the library.
func TestFlagsReachTheFile(t *testing.T) {
	for args, o := range map[string]sample.Options{
		"-ratings 38":                           {Forms: 2, Seed: 1},
		"-ratings 380 -seed 9 -order rows":      {Forms: 11, Seed: 9, Order: "rows"},
		"-ratings 74 -shape wide -quote labels": {Forms: 2, Seed: 1, Shape: "wide", Quote: "labels"},
	} {
		var got, want bytes.Buffer
		run(strings.Fields(args), &got, &got)
		if err := sample.Ratings(&want, o); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%s:\n%.200s\nnot\n%.200s", args, got.String(), want.String())
		}
	}
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, errors.New("broken pipe") }

func TestBrokenPipe(t *testing.T) {
	var stderr bytes.Buffer
	if exit := run(nil, closed{}, &stderr); exit != 3 || stderr.String() != "sample-ratings: broken pipe\n" {
		t.Errorf("exit code %d: %s", exit, stderr.String())
	}
}
