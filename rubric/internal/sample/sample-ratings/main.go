// Command sample-ratings writes a file of made-up ratings of any size to
// standard output, to measure with: the same bytes for the same flags.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"rubrickit/rubric/internal/sample"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// The exit codes, which are those of rubric.
const (
	exitClean = 0
	exitUsage = 2
	exitWork  = 3
)

// run writes the file that the arguments ask for.
func run(args []string, stdout, stderr io.Writer) int {
	options, err := parse(args, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitClean
	case err != nil:
		return exitUsage // which the flags have told
	}
	if err := sample.Ratings(stdout, options); err != nil {
		fmt.Fprintln(stderr, "sample-ratings:", err)
		return exitWork
	}
	return exitClean
}

// parse reads the flags, and tells what is wrong with them.
func parse(args []string, stderr io.Writer) (sample.Options, error) {
	var o sample.Options
	flags := flag.NewFlagSet("sample-ratings", flag.ContinueOnError)
	flags.SetOutput(stderr)
	ratings := flags.Uint64("ratings", 1_000_000, "how many `ratings`, up to whole forms of 37")
	flags.Uint64Var(&o.Seed, "seed", 1, "another `number` makes other ratings")
	choose(flags, &o.Shape, "shape", "rows: a rating each, or a form each", sample.Shapes())
	choose(flags, &o.Order, "order", "whole forms at random, sorted by ratee, or rows at random", sample.Orders())
	choose(flags, &o.Quote, "quote", "what stands in quotes", sample.Quotes())
	err := flags.Parse(args)
	if err == nil && flags.NArg() > 0 {
		err = fmt.Errorf("takes no argument %q: it writes to standard output", flags.Arg(0))
		fmt.Fprintln(stderr, "sample-ratings:", err)
	}
	o.Forms = sample.FormsFor(*ratings)
	return o, err
}

// choose declares a flag that takes one word of a list, the first by default.
func choose(flags *flag.FlagSet, value *string, name, usage string, words []string) {
	list := strings.Join(words, ", ")
	flags.Func(name, fmt.Sprintf("%s; `WORD` is one of %s (default %s)", usage, list, words[0]), func(word string) error {
		if !slices.Contains(words, word) {
			return fmt.Errorf("it is one of %s", list)
		}
		*value = word
		return nil
	})
}
