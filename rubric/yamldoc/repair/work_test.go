package repair_test

import (
	"errors"
	"io"
	"testing"

	"gopkg.in/yaml.v3"

	"rubrickit/rubric/yamldoc"
	"rubrickit/rubric/yamldoc/repair"
)

// meter is a parser and a judge that count what they are given to read.
type meter struct {
	lines []string
	next  int
	rest  string
	work  int // bytes, of all texts
}

// Read hands out a line at a time, so that work is what the parser has read.
func (m *meter) Read(p []byte) (int, error) {
	if m.rest == "" {
		if m.next == len(m.lines) {
			return 0, io.EOF
		}
		m.rest, m.next = m.lines[m.next]+"\n", m.next+1
	}
	n := copy(p, m.rest)
	m.rest, m.work = m.rest[n:], m.work+n
	return n, nil
}

func (m *meter) parse(lines []string) (size int, at *repair.Stop) {
	m.lines, m.next, m.rest = lines, 0, ""
	before := m.work
	defer func() {
		if recover() != nil { // as the library does on a few texts
			size, at = m.work-before, &repair.Stop{Line: max(m.next, 1)}
		}
	}()
	var n yaml.Node
	if err := yaml.NewDecoder(m).Decode(&n); err != nil && !errors.Is(err, io.EOF) {
		at = &repair.Stop{Line: max(m.next, 1)}
	}
	return m.work - before, at
}

func (m *meter) judge(lines []string) repair.Verdict {
	for _, l := range lines {
		m.work += len(l) + 1
	}
	return repair.Verdict{}
}

// workFor is how many bytes the search for repairs of a text reads, and how
// many slips it finds.
func workFor(lines []string) (work, slips int) {
	m := &meter{}
	r := repair.New("x", lines, m.parse, m.judge)
	_, at := m.parse(lines)
	for m.work = 0; at != nil; slips++ {
		if lines, _ = r.Mend(lines, *at); lines == nil {
			break
		}
		_, at = m.parse(lines)
	}
	return m.work, slips
}

// Whatever a text holds, the work of the search is bounded by its size: by
// less where no edit helps at all.
func TestWorkIsBounded(t *testing.T) {
	const ofSearch, ofHopeless = 6 << 20, 2 << 20
	for _, size := range []int{1 << 12, 1 << 16} {
		for name, text := range hostile(size) {
			work, slips := workFor(yamldoc.Lines(text))
			bound := ofSearch + 16*len(text)
			if slips == 0 {
				bound = ofHopeless + 12*len(text)
			}
			if work > bound {
				t.Errorf("%s: %d bytes are read for %d of text (%d slips), want %d at most", name, work, len(text), slips, bound)
			}
		}
	}
}
