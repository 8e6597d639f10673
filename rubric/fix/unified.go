package fix

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// Unified is the difference of two versions of a file, in the unified format
// that `patch` and `git apply` read; nothing where they are equal.
func Unified(name string, before, after []byte) []byte {
	if bytes.Equal(before, after) {
		return nil
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", name, name)
	u := unified{was: splitLines(before), is: splitLines(after)}
	for _, h := range hunks(u.steps()) {
		h.write(&out, u)
	}
	return out.Bytes()
}

// splitLines keeps the line feed of each line.
func splitLines(data []byte) [][]byte {
	lines := bytes.SplitAfter(data, []byte("\n"))
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1]
	}
	return lines
}

type unified struct{ was, is [][]byte }

// run says that the lines [fromWas, toWas) became [fromIs, toIs).
type run struct{ fromWas, toWas, fromIs, toIs int }

// steps are the runs of lines that changed, in order: what stands between the
// lines that are common to both.
func (u unified) steps() []run {
	var out []run
	was, is := u.alike(0, 0)
	for _, m := range append(u.anchors(), anchor{len(u.was), len(u.is)}) {
		if m.was < was || m.is < is {
			continue // grown over by an earlier one
		}
		toWas, toIs := m.was, m.is
		for toWas > was && toIs > is && bytes.Equal(u.was[toWas-1], u.is[toIs-1]) {
			toWas, toIs = toWas-1, toIs-1
		}
		if toWas > was || toIs > is {
			out = append(out, run{was, toWas, is, toIs})
		}
		was, is = u.alike(m.was, m.is)
	}
	return out
}

// alike goes on from a line in each version as long as the lines are equal.
func (u unified) alike(was, is int) (int, int) {
	for was < len(u.was) && is < len(u.is) && bytes.Equal(u.was[was], u.is[is]) {
		was, is = was+1, is+1
	}
	return was, is
}

// anchor is a line that stands once in each version.
type anchor struct{ was, is int }

// anchors are the longest series of lines that are unique in either version
// and stand in the same order in both (patience diff).
func (u unified) anchors() []anchor {
	once := map[string]*[3]int{} // how often in each version, and where in the new one
	for _, l := range u.was {
		entry(once, l)[0]++
	}
	for n, l := range u.is {
		e := entry(once, l)
		e[1]++
		e[2] = n
	}
	var pairs []anchor
	for n, l := range u.was {
		if e := once[string(l)]; e[0] == 1 && e[1] == 1 {
			pairs = append(pairs, anchor{n, e[2]})
		}
	}
	return rising(pairs)
}

func entry(m map[string]*[3]int, line []byte) *[3]int {
	e := m[string(line)]
	if e == nil {
		e = new([3]int)
		m[string(line)] = e
	}
	return e
}

// rising is a longest series of pairs whose places in the new version rise.
func rising(pairs []anchor) []anchor {
	var tails []int // the pair with which the best series of each length ends
	before := make([]int, len(pairs))
	for i, p := range pairs {
		at, _ := slices.BinarySearchFunc(tails, p.is, func(t, is int) int { return cmp.Compare(pairs[t].is, is) })
		before[i] = -1
		if at > 0 {
			before[i] = tails[at-1]
		}
		tails = append(tails[:at], append([]int{i}, tails[min(at+1, len(tails)):]...)...)
	}
	var out []anchor
	last := -1
	if len(tails) > 0 {
		last = tails[len(tails)-1]
	}
	for i := last; i >= 0; i = before[i] {
		out = append(out, pairs[i])
	}
	slices.Reverse(out)
	return out
}

// context is how many lines are shown around a change.
const context = 3

// hunk is a group of changes whose contexts meet.
type hunk []run

func hunks(steps []run) []hunk {
	var out []hunk
	for _, s := range steps {
		if n := len(out); n > 0 && s.fromWas-out[n-1][len(out[n-1])-1].toWas <= 2*context {
			out[n-1] = append(out[n-1], s)
			continue
		}
		out = append(out, hunk{s})
	}
	return out
}

func (h hunk) write(out *bytes.Buffer, u unified) {
	first, last := h[0], h[len(h)-1]
	above := min(context, first.fromWas)
	below := min(context, len(u.was)-last.toWas)
	from, to := first.fromWas-above, last.toWas+below
	fmt.Fprintf(out, "@@ -%s +%s @@\n", extent(from, to), extent(first.fromIs-above, last.toIs+below))
	for _, s := range h {
		writeLines(out, " ", u.was[from:s.fromWas])
		writeLines(out, "-", u.was[s.fromWas:s.toWas])
		writeLines(out, "+", u.is[s.fromIs:s.toIs])
		from = s.toWas
	}
	writeLines(out, " ", u.was[from:to])
}

// extent writes the lines [from, to) as hunks do: the first, counted from 1,
// and how many; the line before where there are none.
func extent(from, to int) string {
	if from == to {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

func writeLines(out *bytes.Buffer, sign string, lines [][]byte) {
	for _, l := range lines {
		out.WriteString(sign)
		out.Write(l)
		if !bytes.HasSuffix(l, []byte("\n")) {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}
