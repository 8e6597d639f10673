package yamldoc

import (
	"errors"
	"fmt"
	"io"

	"gopkg.in/yaml.v3"

	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc/repair"
)

// scanned is what the YAML library makes of a text.
type scanned struct {
	first  *yaml.Node   // the document; nil where there is none
	second *yaml.Node   // a further document
	stop   *repair.Stop // set where the library gave up
	size   int          // how many bytes it read
}

// scan parses lines. The library's own line numbers are wrong for more than
// half of human slips, so the stop is taken from how much it has read.
func scan(lines []string) (out scanned) {
	r := &lineReader{lines: lines}
	fail := func(problem string) {
		out.stop = &repair.Stop{Line: min(max(r.next, 1), len(lines)), Problem: problem}
	}
	defer func() {
		out.size = r.size
		if trouble := recover(); trouble != nil {
			fail(fmt.Sprint(trouble)) // the library panics on a few malformed texts
		}
	}()
	decoder := yaml.NewDecoder(r)
	for _, document := range []**yaml.Node{&out.first, &out.second} {
		var n yaml.Node
		switch err := decoder.Decode(&n); {
		case errors.Is(err, io.EOF):
			return out
		case err != nil:
			fail(withoutPlace(err))
			return out
		}
		*document = &n
	}
	return out
}

// libraryPlace is how the library begins its errors.
var libraryPlace = lazyregexp.New(`^yaml: (line \d+: )?`)

func withoutPlace(err error) string { return libraryPlace.ReplaceAllString(err.Error(), "") }

// lineReader hands out one line at a time, and so knows how far its reader has
// come.
type lineReader struct {
	lines []string
	next  int    // index of the line to begin next
	rest  string // what is left of the line begun
	size  int
}

// Read implements [io.Reader].
func (r *lineReader) Read(p []byte) (int, error) {
	if r.rest == "" {
		if r.next == len(r.lines) {
			return 0, io.EOF
		}
		r.rest = withoutSeparators.Replace(r.lines[r.next]) + "\n"
		r.next++
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	r.size += n
	return n, nil
}
