package adopt

import (
	"fmt"
	"strings"
)

// coder makes codes of places.
type coder struct {
	notes  *notes
	taken  map[string]place
	own    map[string]bool // codes that the file has
	made   []string
	joined []string // codes that begin anew below each heading
}

// children gives codes to the children of one node. Codes that the file counts
// anew below each heading are put behind the heading's.
func (c *coder) children(nodes []*node, parent string) {
	for i, at := range nodes {
		code := at.Code
		switch {
		case code == "" || !validCode(code):
			code = c.free(under(parent, fmt.Sprint(i+1)), parent, i+1)
			c.made = append(c.made, code)
		case c.isTaken(code) && parent != "" && !strings.HasPrefix(code, parent) && !c.isTaken(under(parent, code)) && !c.own[under(parent, code)]:
			c.joined = append(c.joined, under(parent, code))
			code = under(parent, code)
		case c.isTaken(code):
			first := c.taken[code]
			code = c.another(code)
			c.notes.add(at.at, "the code %s stands in %s already; this one became %s: correct the one that is wrong", at.Code, first, code)
		}
		at.Code = code
		c.taken[code] = at.at
		c.children(at.kids, code)
	}
}

func (c *coder) isTaken(code string) bool { _, ok := c.taken[code]; return ok }

// free is the first code from a number on that nobody has.
func (c *coder) free(code, parent string, from int) string {
	for ; c.isTaken(code) || c.own[code]; from++ {
		code = under(parent, fmt.Sprint(from+1))
	}
	return code
}

func (c *coder) another(code string) string {
	for i := 2; ; i++ {
		if other := fmt.Sprintf("%s-%d", code, i); !c.isTaken(other) && !c.own[other] {
			return other
		}
	}
}

func under(parent, code string) string {
	if parent == "" {
		return code
	}
	return parent + "." + code
}

// report says which codes were made.
func (c *coder) report() {
	if len(c.made) > 0 {
		c.notes.add(place{}, "%s no code in the file; made from the order: %s", many(len(c.made), "item has", "items have"), some(c.made))
	}
	if len(c.joined) > 0 {
		c.notes.add(place{}, "codes begin anew below other headings, and were put behind the heading's: %s", some(c.joined))
	}
}
