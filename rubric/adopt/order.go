package adopt

import (
	"fmt"
	"slices"
	"strings"
)

// order is the order of levels, lowest first, as indices of names.
func order(names []levelName, o Options, n *notes) ([]int, error) {
	if len(o.Levels) > 0 {
		return toldOrder(names, o.Levels)
	}
	up, how, err := direction(names)
	if err != nil {
		return nil, err
	}
	out := make([]int, len(names))
	for i := range out {
		out[i] = i
	}
	if how == byNumber {
		slices.SortStableFunc(out, func(a, b int) int {
			x, _ := names[a].value()
			y, _ := names[b].value()
			return x.Cmp(y)
		})
	} else if !up {
		slices.Reverse(out)
	}
	n.add(names[0].at, "levels, lowest first, by their %s: %s", how, listed(names, out))
	return out, nil
}

const (
	byNumber = "numbers"
	byWord   = "names"
)

// direction tells whether names rise as they stand.
func direction(names []levelName) (up bool, how string, err error) {
	if allNumbered(names) {
		return true, byNumber, nil
	}
	rising, falling := 0, 0
	for i := range names {
		for j := i + 1; j < len(names); j++ {
			a, known := rank(names[i].label)
			b, too := rank(names[j].label)
			switch {
			case !known || !too || a == b:
			case a < b:
				rising++
			default:
				falling++
			}
		}
	}
	if rising == falling || min(rising, falling)*4 > rising+falling {
		return false, "", errorAt(names[0].at, "it cannot be told which of the levels %s is the lowest: name them lowest first, with --levels %s", listed(names, nil), flagList(names))
	}
	return rising > falling, byWord, nil
}

// allNumbered reports whether all names have numbers, no two the same.
func allNumbered(names []levelName) bool {
	seen := map[string]bool{}
	for _, l := range names {
		d, ok := l.value()
		if !ok || seen[d.Rat().RatString()] {
			return false
		}
		seen[d.Rat().RatString()] = true
	}
	return true
}

// toldOrder is the order that a person gives.
func toldOrder(names []levelName, told []string) ([]int, error) {
	var out []int
	for _, name := range told {
		i := slices.IndexFunc(names, func(l levelName) bool { return namesLevel(l.text, name) })
		if i < 0 || slices.Contains(out, i) {
			return nil, fmt.Errorf("--levels names %q, which is no level of the file or is named twice; its levels: %s", name, listed(names, nil))
		}
		out = append(out, i)
	}
	if len(out) < len(names) {
		return nil, fmt.Errorf("--levels leaves some out; the levels of the file: %s", listed(names, nil))
	}
	return out, nil
}

// listed names levels in an order, nil being that of the file.
func listed(names []levelName, in []int) string {
	var out []string
	for i := range names {
		if in != nil {
			i = in[i]
		}
		out = append(out, names[i].text)
	}
	return strings.Join(out, ", ")
}

// flagList is an example of --levels, in the order of the file.
func flagList(names []levelName) string {
	var out []string
	for _, l := range names {
		out = append(out, l.label)
	}
	return fmt.Sprintf("%q", strings.Join(out, ","))
}
