package adopt

import (
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// fields reads what a row says of an item. What a merged cell says of one level it
// says of all that it covers.
func (t *tableReader) fields(n *node, r row) {
	for i, c := range r.cells {
		if t.columns[i].role == roleLevel && c.text == "" && c.over != "" {
			n.cell(slices.Index(t.levels, i), c.over)
			t.n.add(c.at, "a merged cell covers this one, and describes %q as well: %q", t.columns[i].name, short(c.over))
		}
		if c.text == "" {
			continue
		}
		switch t.columns[i].role {
		case roleText:
			n.Text = joinTexts(n.Text, c.text)
		case roleStem:
			n.Stem = joinTexts(n.Stem, c.text)
		case roleGuidance:
			n.Guidance = joinTexts(n.Guidance, c.text)
		case roleNotes:
			n.Notes = joinTexts(n.Notes, c.text)
		case roleURI:
			n.URI = plainOf(c.text)
		case roleWeight:
			t.weight(n, c)
		case roleFurther:
			n.keep(t.columns[i].key(), c.text)
		case roleLevel:
			n.cell(slices.Index(t.levels, i), c.text)
		case roleNull:
			t.nullText(n, c, i)
		case roleParent:
			n.above = plainOf(c.text)
		case roleDepth:
			n.tier = plainOf(c.text)
		case roleLevelOf:
			n.levelOf = plainOf(c.text)
		}
	}
	if slices.Contains(roleWords[roleLabel], keyOf(t.columns[t.labels[len(t.labels)-1]].name)) && len(t.labels) == 1 {
		n.titled = true
	}
}

// cell adds to the descriptor of a level.
func (n *node) cell(level int, text string) {
	if n.cells == nil {
		n.cells = map[int]string{}
	}
	n.cells[level] = joinTexts(n.cells[level], text)
}

// keep keeps a value of a column that the format has no key for.
func (n *node) keep(key, text string) {
	taken := map[string]bool{}
	for _, x := range n.Extensions {
		taken[x.Key] = true
	}
	n.Extensions = append(n.Extensions, rubric.Extension{Key: freeCode(key, taken), Value: &yamldoc.Node{Style: yamldoc.Quoted, Value: plainOf(text)}})
}

var percent = lazyregexp.New(`\s*%$`)

// weight reads a weight; per cent are as good as parts.
func (t *tableReader) weight(n *node, c cell) {
	d, err := rubric.ParseDecimal(dot(percent.ReplaceAllString(plainOf(c.text), "")))
	if err != nil || d.Sign() <= 0 {
		n.keep("x-weight", c.text)
		t.n.add(c.at, "%q is no weight, and is kept as x-weight", short(c.text))
		return
	}
	n.Weight, n.HasWeight = d, true
}

// nullText says that a descriptor of what is no level is kept apart.
func (t *tableReader) nullText(n *node, c cell, i int) {
	if blankCell.MatchString(plainOf(c.text)) || strings.Contains(boxSigns, c.text) {
		return
	}
	n.keep(t.columns[i].key(), c.text)
	t.n.add(c.at, "%q stands under %q, which is no level; it is kept as %s", short(c.text), t.columns[i].name, t.columns[i].key())
}
