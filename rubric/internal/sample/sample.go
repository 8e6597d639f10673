// Package sample writes files of made-up ratings of any size, to measure with.
//
// The ratings are of 37 statements below eight standards, on levels 1 to 4:
// framework.yaml in testdata/bench. Everybody is rated in October and again in
// February by themselves, by two supervisors and by ten or eleven teachers,
// which comes to 999 ratings for each ratee on the average. There are null
// states, blanks, and people whom nobody else rated.
//
// What a cell holds is a pure function of the seed and of who rated whom, when
// and on what. So files of every shape, order and quoting hold the same
// ratings, and memory does not grow with their length.
package sample

import (
	"bufio"
	"fmt"
	"io"
	"math"
)

// Options say what file is written. The same options give the same bytes.
type Options struct {
	// Forms is the number of filled-in forms; see [FormsFor].
	Forms uint64
	Seed  uint64
	// Shape, Order and Quote are one of [Shapes], [Orders] and [Quotes]; "" is
	// the first of them.
	Shape, Order, Quote string
}

// FormsFor is how many forms hold so many ratings, the last of them whole.
func FormsFor(ratings uint64) uint64 {
	n := uint64(len(statements))
	return ratings/n + min(1, ratings%n)
}

// buffer is how many bytes are written at once.
const buffer = 256 << 10

// Ratings writes a CSV file of ratings. The error is that of the writer, or
// says which option has a value that it cannot have.
func Ratings(w io.Writer, o Options) error {
	p, err := o.plan()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(w, buffer)
	if err := p.write(out); err != nil {
		return err
	}
	return out.Flush()
}

// plan is how a file is written.
type plan struct {
	shape shape
	place func(uint64) uint64 // which row stands there
	rows  uint64
	sheet *sheet
	line  *line
}

// plan looks the options up.
func (o Options) plan() (*plan, error) {
	s, err := find("shape", shapes, o.Shape)
	if err != nil {
		return nil, err
	}
	order, err := find("order", orders, o.Order)
	if err != nil {
		return nil, err
	}
	q, err := find("quoting", quotes, o.Quote)
	if err != nil {
		return nil, err
	}
	if most := math.MaxInt64 / s.rows; o.Forms > most {
		return nil, fmt.Errorf("%d forms are too many: at most %d", o.Forms, most)
	}
	return &plan{
		shape: s,
		place: order(o.Forms, s.rows, o.Seed),
		rows:  o.Forms * s.rows,
		sheet: &sheet{seed: o.Seed},
		line:  &line{quote: q},
	}, nil
}

// write writes the header and every row.
func (p *plan) write(w io.Writer) error {
	p.shape.header(p.line)
	for i := range p.rows {
		if _, err := w.Write(p.line.end()); err != nil {
			return err
		}
		n := p.place(i)
		p.sheet.turn(n / p.shape.rows)
		p.shape.row(p.line, p.sheet, n%p.shape.rows)
	}
	_, err := w.Write(p.line.end())
	return err
}
