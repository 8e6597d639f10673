package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"time"
)

// pause is how long validate --watch waits before it looks at the files again.
const pause = 300 * time.Millisecond

// watchFiles checks the files now and whenever one of them changes, comes or
// goes, until the context ends. Its error is that of the last check.
func (o *validateOptions) watchFiles(ctx context.Context, args []string) error {
	if slices.Contains(args, stdin) {
		return usagef("standard input cannot be watched: name files or folders")
	}
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	var seen map[string]string
	var last error
	for {
		if now := statesOf(args); seen == nil || !maps.Equal(now, seen) {
			seen = now // what is written during the check is seen next time
			last = o.run(args)
			if last != nil && !errors.Is(last, errFindings) {
				o.env.report(failure{last})
			}
			o.mend.see(seen)
			fmt.Fprintln(o.env.Stderr, "watching; Ctrl-C ends")
		}
		select {
		case <-ctx.Done():
			return last
		case <-ticker.C:
		}
	}
}

// see notes that what --fix wrote is no change, unless another has written the
// file since.
func (m *mending) see(states map[string]string) {
	for path, data := range m.written {
		state := stateOf(path)
		if now, err := os.ReadFile(path); err == nil && bytes.Equal(now, data) {
			states[path] = state
		}
	}
}

// statesOf describes the files that arguments name, by path. A folder that
// cannot be read is told by the check.
func statesOf(args []string) map[string]string {
	files, _ := namedFiles(args)
	out := map[string]string{}
	for _, f := range files {
		out[f.path] = stateOf(f.path)
	}
	return out
}

// stateOf is another text once the file was written, came or went.
func stateOf(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return "gone"
	}
	return fmt.Sprintf("%d bytes at %d", info.Size(), info.ModTime().UnixNano())
}
