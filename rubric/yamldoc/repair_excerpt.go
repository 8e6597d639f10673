package yamldoc

// excerpt is the part of a text that matters to the trials: what the suspected
// lines belong to, and they with all that follows. A trial that fails ends
// where the parser stops, so the end need not be cut.
type excerpt struct {
	lines []string
	shift int // how many lines are left out above the suspected ones
}

// How many lines are kept of what stands first in the document, where the
// scale and the like are, and in everything else that holds the suspects,
// where titles are.
const (
	keptOfDocument = 120
	keptOfParent   = 12
)

// newExcerpt leaves out what stands above the line from and is not above it
// in the tree. Where the parser does not stop in the excerpt as it does in
// the text, the text is kept whole.
func newExcerpt(o *outline, from int, at stop) excerpt {
	whole := excerpt{lines: o.lines}
	for from > 0 && o.indent[from] < 0 {
		from--
	}
	if from <= keptOfDocument {
		return whole
	}
	parents := o.parents(from)
	var kept []string
	for i, parent := range parents {
		next, quota := from, keptOfParent
		if i+1 < len(parents) {
			next = parents[i+1]
		}
		if parent < 0 {
			quota = keptOfDocument
		} else {
			kept = append(kept, o.lines[parent])
		}
		kept = append(kept, o.lines[parent+1:o.firstOf(parent, next, quota)]...)
	}
	out := excerpt{lines: append(kept, o.lines[from:]...), shift: from - len(kept)}
	if got := scan(out.lines).stop; got == nil || got.problem != at.problem || got.line+out.shift != at.line {
		return whole
	}
	return out
}

// parents are the lines that hold the given one, the outermost first: -1, the
// document, and then each that stands less deep than all between.
func (o *outline) parents(n int) []int {
	out := []int{}
	limit := o.indent[n]
	for n--; n >= 0 && limit > 0; n-- {
		if o.indent[n] >= 0 && o.indent[n] < limit {
			out = append([]int{n}, out...)
			limit = o.indent[n]
		}
	}
	return append([]int{-1}, out...)
}

// firstOf is where the first of what a line holds ends: at most so many lines,
// and none that would be cut in two.
func (o *outline) firstOf(parent, next, quota int) int {
	first := o.below(parent)
	if first < 0 || first >= next {
		return parent + 1
	}
	end := parent + 1
	for n := parent + 1; n <= next && n <= parent+1+quota; n++ {
		if o.indent[n] >= 0 && o.indent[n] <= o.indent[first] {
			end = n
		}
	}
	return end
}
