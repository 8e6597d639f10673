package ratings

import "fmt"

// rowCount counts rows that are passed over, and keeps the first and the last.
type rowCount struct{ n, first, last int }

func (c *rowCount) add(line int) { c.join(rowCount{1, line, line}) }

func (c *rowCount) join(other rowCount) {
	switch {
	case other.n == 0:
		return
	case c.n == 0:
		*c = other
		return
	}
	c.n, c.first, c.last = c.n+other.n, min(c.first, other.first), max(c.last, other.last)
}

// passed says which rows are not data: "2 rows are not read, lines 1 to 3:
// above the header".
func (c rowCount) passed(why string) string {
	if c.n == 1 {
		return fmt.Sprintf("1 row is not read, line %d: %s", c.first, why)
	}
	return fmt.Sprintf("%d rows are not read, lines %d to %d: %s", c.n, c.first, c.last, why)
}

// leftOut is why rows are passed over that the mapping names.
const leftOut = "left out by the mapping"

// notePassed reports rows that are passed over, if there are any.
func (r *fileReader) notePassed(rows rowCount, why string) {
	if rows.n > 0 {
		r.note("%s", rows.passed(why))
	}
}
