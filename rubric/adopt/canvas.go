package adopt

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
)

// Canvas's rubric file: Rubric Name, Criteria Name, Criteria Description, Criteria
// Enable Range, and then Rating Name, Rating Description, Rating Points, as often
// as the longest row needs.

// canvasColumns are where its columns stand; -1 for one that is not there.
type canvasColumns struct {
	rubric, name, text, ranged int
	ratings                    [][3]int // name, description, points
}

func isCanvas(v *view) bool {
	c := canvasOf(v)
	return c.name >= 0 && len(c.ratings) > 0
}

func canvasOf(v *view) canvasColumns {
	find := func(name string, from int) int {
		for i := from; i < len(v.columns); i++ {
			if keyOf(v.columns[i].name) == name {
				return i
			}
		}
		return -1
	}
	c := canvasColumns{find("rubric name", 0), find("criteria name", 0), find("criteria description", 0), find("criteria enable range", 0), nil}
	for at := find("rating name", 0); at >= 0; at = find("rating name", at+1) {
		if at+2 < len(v.columns) && keyOf(v.columns[at+2].name) == "rating points" {
			c.ratings = append(c.ratings, [3]int{at, at + 1, at + 2})
		}
	}
	return c
}

// readCanvas reads a row a criterion, each with ratings of its own.
func readCanvas(v *view, d *draft) error {
	c := canvasOf(v)
	if !isCanvas(v) {
		return errorAt(v.g.place(), "the columns of Canvas are not there: Criteria Name, Rating Name, Rating Description, Rating Points")
	}
	if err := v.canvasTitle(c, d); err != nil {
		return err
	}
	d.scale = &rubric.Scale{Own: true}
	for _, r := range v.data {
		n := &node{label: r.cells[c.name].text, at: r.at, titled: true}
		if c.text >= 0 {
			n.Text = r.cells[c.text].text
		}
		levels, err := canvasLevels(r, c)
		if err != nil {
			return err
		}
		n.Levels = levels
		if c.ranged >= 0 && strings.EqualFold(plainOf(r.cells[c.ranged].text), "true") {
			spread(n.Levels)
			d.scale.Step = rubric.NewDecimal(1, 2)
			v.n.add(r.at, "the ratings are ranges: each begins one hundredth of a point above the one below")
		}
		d.roots = append(d.roots, n)
	}
	v.n.add(place{}, "each criterion has ratings and points of its own, lowest first")
	return nil
}

// canvasTitle takes the name of the rubric; a file of several is ambiguous.
func (v *view) canvasTitle(c canvasColumns, d *draft) error {
	if c.rubric < 0 {
		return nil
	}
	var names []string
	for _, name := range v.texts(c.rubric) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 1 {
		return errorAt(v.g.place(), "the file has %d rubrics (%s): leave one in it", len(names), some(names))
	}
	d.title = firstOf(append(names, d.title)...)
	return nil
}

// canvasLevels are the ratings of a row as levels, lowest first.
func canvasLevels(r row, c canvasColumns) ([]rubric.Level, error) {
	var out []rubric.Level
	taken := map[string]bool{}
	for i, at := range c.ratings {
		name, text, points := oneLine(plainOf(r.cells[at[0]].text)), r.cells[at[1]].text, plainOf(r.cells[at[2]].text)
		if name == "" && points == "" {
			continue
		}
		value, err := rubric.ParseDecimal(withoutZeros(dot(points)))
		if err != nil {
			return nil, errorAt(r.cells[at[2]].at, "%q is no number of points", points)
		}
		code := freeCode(firstOf(slug(name, 32), fmt.Sprint(i+1)), taken)
		taken[code] = true
		out = append(out, rubric.Level{Code: code, Label: name, Value: value, HasValue: true, Text: text})
	}
	if len(out) == 0 {
		return nil, errorAt(r.at, "the criterion has no ratings: give it some, each with a name and points, or take the row away")
	}
	slices.SortStableFunc(out, func(a, b rubric.Level) int { return a.Value.Cmp(b.Value) })
	for i := 1; i < len(out); i++ {
		if out[i].Value.Cmp(out[i-1].Value) == 0 {
			return nil, errorAt(r.at, "two ratings have %s points: %q and %q", out[i].Value, out[i-1].Label, out[i].Label)
		}
	}
	return out, nil
}

// withoutZeros takes the zeros off the end of a fraction.
func withoutZeros(number string) string {
	if !strings.Contains(number, ".") {
		return number
	}
	return strings.TrimSuffix(strings.TrimRight(number, "0"), ".")
}

// spread makes ranges of levels: each begins above the one below.
func spread(levels []rubric.Level) {
	for i := 1; i < len(levels); i++ {
		sum := levels[i-1].Value.Rat()
		from, err := rubric.ParseDecimal(sum.Add(sum, rubric.NewDecimal(1, 2).Rat()).FloatString(2))
		if err == nil && from.Cmp(levels[i].Value) <= 0 {
			levels[i].From = &from
		}
	}
}
