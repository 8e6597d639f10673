package adopt

import (
	"errors"
	"slices"
	"strings"

	"rubrickit/rubric/internal/lazyregexp"
)

// errForm is what reading a form of `rubric render` ends in: it says less than the
// framework it was made of.
var errForm = errors.New("it is a form that `rubric render` made: begin with its framework instead; `rubric show ID -o FILE` copies a shipped one")

// formFoot is the last line of such a form: the id, the version, and the fingerprint.
var formFoot = lazyregexp.New(`^[A-Za-z0-9._-]+( \S+)? · [0-9a-f]{8}$`)

// isForm reports whether a document is a form of this program: by its last line, or
// by the columns that name its framework.
func isForm(doc *document) bool {
	if slices.ContainsFunc(doc.outline, func(l line) bool { return formFoot.MatchString(l.text) }) {
		return true
	}
	return slices.ContainsFunc(doc.grids, func(g *grid) bool {
		return len(g.rows) > 0 && hasNames(g.rows[0], "item", "rating", "framework", "fingerprint")
	})
}

func hasNames(r row, names ...string) bool {
	return !slices.ContainsFunc(names, func(name string) bool {
		return !slices.ContainsFunc(r.cells, func(c cell) bool { return c.text == name })
	})
}

// isToFill reports whether an entry is a line of a form, with nothing below it:
// "Name:", "Date: ____".
func (n *node) isToFill() bool {
	const mostWords = 4
	plain := plainOf(n.label)
	return len(n.kids) == 0 && n.Text == "" && blankToFill.MatchString(plain) && len(strings.Fields(strings.Trim(plain, "_. "))) <= mostWords
}
