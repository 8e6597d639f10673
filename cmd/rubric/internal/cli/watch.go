package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"
)

// pause is how long validate --watch waits before it looks at the files again.
const pause = 300 * time.Millisecond

// watchFiles checks the files now and whenever one of them changes, comes or
// goes, until the context ends. Its error is that of the last check.
func (o *validateOptions) watchFiles(ctx context.Context, args []string) error {
	if slices.Contains(args, "-") {
		return usagef("standard input cannot be watched: name files or folders")
	}
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	seen := ""
	var last error
	for {
		if now := stateOf(args); now != seen {
			seen = now // what is written during the check is seen next time
			last = o.run(args)
			if last != nil && !errors.Is(last, errFindings) {
				o.env.report(failure{last})
			}
			if o.mend.fix {
				seen = stateOf(args) // what --fix wrote is no change
			}
			fmt.Fprintln(o.env.Stderr, "watching; Ctrl-C ends")
		}
		select {
		case <-ctx.Done():
			return last
		case <-ticker.C:
		}
	}
}

// stateOf describes the files that arguments name, and is another text once
// one of them was written.
func stateOf(args []string) string {
	var state string
	for _, arg := range args {
		files := []string{arg}
		if info, err := os.Stat(arg); err == nil && info.IsDir() {
			files, _ = yamlFiles(arg) // an unreadable folder is told by the check
		}
		for _, file := range files {
			if info, err := os.Stat(file); err == nil {
				state += fmt.Sprintf("%q %d %d\n", file, info.Size(), info.ModTime().UnixNano())
			} else {
				state += fmt.Sprintf("%q gone\n", file)
			}
		}
	}
	return state
}
