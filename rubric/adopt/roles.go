package adopt

import (
	"slices"
	"strings"
)

// settle gives a role to every column whose name does not tell one, by its
// neighbours and by what stands in it.
func (v *view) settle() {
	v.spreadLevels()
	v.longForm()
	for i := range v.columns {
		if v.columns[i].role == roleFill && v.hasText(i) {
			v.columns[i].role = roleFurther // it is filled in: so it says something
		}
	}
	v.settleLabels()
	for i := range v.columns {
		v.settleRest(i)
	}
}

func (v *view) has(r role) bool { return v.first(r) >= 0 }

func (v *view) first(r role) int {
	return slices.IndexFunc(v.columns, func(c column) bool { return c.role == r })
}

func (v *view) all(r role) []int {
	var out []int
	for i, c := range v.columns {
		if c.role == r {
			out = append(out, i)
		}
	}
	return out
}

// texts are the texts of a column, blanks left out.
func (v *view) texts(column int) []string {
	var out []string
	for _, r := range v.data {
		if t := r.cells[column].text; t != "" {
			out = append(out, t)
		}
	}
	return out
}

func (v *view) hasText(column int) bool {
	return slices.ContainsFunc(v.data, func(r row) bool { return !blankCell.MatchString(plainOf(r.cells[column].text)) })
}

// spreadLevels takes columns for levels that stand between or beside levels, and
// whose names say nothing else.
func (v *view) spreadLevels() {
	levels := v.all(roleLevel)
	if len(levels) == 0 || len(v.o.Levels) > 0 {
		return
	}
	labelled := v.has(roleLabel) || v.has(roleCode) || v.has(roleText)
	take := func(i int) bool {
		c := &v.columns[i]
		if c.role != roleUnknown || c.name == "" || !v.hasText(i) || i == 0 && !labelled {
			return c.role == roleLevel
		}
		*c = c.asLevel()
		v.settled.add(c.at, "%q is taken for a level, since it stands beside levels; if it is none, name them with --levels", c.name)
		return true
	}
	for i := levels[0]; i <= levels[len(levels)-1]; i++ {
		take(i)
	}
	for i := levels[0] - 1; i >= 0 && take(i); i-- {
	}
	for i := levels[len(levels)-1] + 1; i < len(v.columns) && take(i); i++ {
	}
}

// longForm tells a column with the names of levels, in a table with a row for each
// level of each item, from one with the tiers of items.
func (v *view) longForm() {
	at := v.first(roleLevelOf)
	if at < 0 {
		return
	}
	texts := v.texts(at)
	named := 0
	for _, t := range texts {
		if isLevel(plainOf(t), v.o.Levels) {
			named++
		}
	}
	if v.has(roleLevel) || v.has(roleParent) || named*2 < len(texts) || !v.repeats() {
		v.columns[at].role = roleDepth
		if !v.has(roleCode) && !v.has(roleLabel) {
			v.columns[at].role = roleLabel
		}
	}
}

// repeats reports whether items are named in several rows, one for each level.
func (v *view) repeats() bool {
	at := v.first(roleLabel)
	if at < 0 {
		at = v.first(roleCode)
	}
	return at >= 0 && !v.distinct(at)
}

// settleLabels finds the columns that name the items where no name tells them.
func (v *view) settleLabels() {
	stop := len(v.columns)
	if at := v.first(roleLevel); at >= 0 {
		stop = at
	}
	flat := v.has(roleParent) || v.has(roleDepth) || v.has(roleCode) && v.has(roleLabel)
	for i := range v.columns[:stop] {
		c := &v.columns[i]
		if c.role != roleUnknown || !v.hasText(i) {
			continue
		}
		switch {
		case !v.has(roleLabel):
			c.role = roleLabel
		case c.name == "" && !flat:
			c.role = roleLabel
		case !flat && v.sparse(i) && v.o.Shape != "rows", v.o.Shape == "staircase":
			c.role = roleLabel
		case v.header < 0 && !flat:
			c.role = roleLabel
		}
		if c.role == roleLabel && c.name != "" {
			v.settled.add(c.at, "%q is taken for the names of items", c.name)
		}
	}
}

// sparse reports whether the texts of a column stand for several rows each: most
// are blank, or say what the row above says.
func (v *view) sparse(column int) bool {
	runs, last := 0, ""
	for _, r := range v.data {
		if t := r.cells[column].text; t != "" && t != last {
			runs, last = runs+1, t
		}
	}
	return runs > 0 && runs*2 <= len(v.data)
}

// settleRest gives a role to a column that has none: blank ones are to be filled
// in, the others are kept.
func (v *view) settleRest(i int) {
	c := &v.columns[i]
	if c.role == roleUnknown {
		c.role = roleFurther
		if !v.hasText(i) {
			c.role = roleFill
		}
	}
	switch c.role {
	case roleFill:
		if c.name != "" {
			v.settled.add(c.at, "%q is to be filled in, and was left out", c.name)
		}
	case roleFurther:
		v.settled.add(c.at, "%q is kept as %s", firstOf(c.name, "the column without a name"), c.key())
	}
}

// key is the name under which a column is kept.
func (c column) key() string {
	return "x-" + firstOf(slug(c.name, 40), "column-"+strings.ToLower(letters(c.at.column)))
}
