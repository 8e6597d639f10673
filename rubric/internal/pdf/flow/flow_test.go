package flow_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/internal/pdf"
	"rubrickit/rubric/internal/pdf/flow"
)

// placed notes what is drawn where.
type placed struct {
	document *pdf.Document
	pages    []string // the names of what is on each page
	lowest   float64
}

// piece is a piece that notes its name when it is drawn.
func (p *placed) piece(name string, height float64) flow.Piece {
	return flow.Piece{Height: height, Draw: func(page *pdf.Page, _, y float64) {
		for len(p.pages) < len(p.document.Pages()) {
			p.pages = append(p.pages, "")
		}
		last := len(p.pages) - 1
		p.pages[last] = strings.TrimSpace(p.pages[last] + " " + name)
		p.lowest = max(p.lowest, y+height)
	}}
}

func (p *placed) row(name string, height float64) flow.Row {
	return flow.Row{Cells: []flow.Cell{{Pieces: []flow.Piece{p.piece(name, height)}}}}
}

// lines is a row of lines that are ten points high: a1 a2 …
func (p *placed) lines(name string, n int) flow.Row {
	cell := flow.Cell{}
	for i := range n {
		cell.Pieces = append(cell.Pieces, p.piece(fmt.Sprint(name, i+1), 10))
	}
	return flow.Row{Cells: []flow.Cell{cell}}
}

// pageOf100 has room for ten lines.
var pageOf100 = flow.Sheet{Width: 100, Height: 120, Top: 10, Bottom: 10}

func TestFlow(t *testing.T) {
	for name, c := range map[string]struct {
		put  func(p *placed, f *flow.Flow)
		want []string
	}{
		"what fits is on one page": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 60))
			f.Add(p.row("b", 40))
		}, []string{"a b"}},
		"what does not fit goes on": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 60))
			f.Add(p.row("b", 41))
		}, []string{"a", "b"}},
		"a heading goes with what follows": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 70))
			heading := p.row("heading", 20)
			heading.Keep = true
			f.Add(heading)
			f.Add(p.row("b", 20))
		}, []string{"a", "heading b"}},
		"a row that fits on a page is not split": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 50))
			f.Add(p.lines("b", 8))
		}, []string{"a", "b1 b2 b3 b4 b5 b6 b7 b8"}},
		"a loose row is": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 50))
			loose := p.lines("b", 8)
			loose.Loose = true
			f.Add(loose)
		}, []string{"a b1 b2 b3 b4 b5", "b6 b7 b8"}},
		"no line stands alone": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 50))
			loose := p.lines("b", 6)
			loose.Loose = true
			f.Add(loose)
		}, []string{"a b1 b2 b3 b4", "b5 b6"}},
		"a row longer than a page": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 10))
			f.Add(p.lines("b", 22))
		}, []string{"a b1 b2 b3 b4 b5 b6 b7 b8 b9", "b10 b11 b12 b13 b14 b15 b16 b17 b18 b19", "b20 b21 b22"}},
		"pieces that belong together": {func(p *placed, f *flow.Flow) {
			row := p.lines("b", 22)
			row.Cells[0].Pieces[9].Keep = true
			f.Add(row)
		}, []string{"b1 b2 b3 b4 b5 b6 b7 b8 b9", "b10 b11 b12 b13 b14 b15 b16 b17 b18 b19", "b20 b21 b22"}},
		"a head is repeated": {func(p *placed, f *flow.Flow) {
			head := p.row("head", 20)
			head.Keep, head.Again = true, func() flow.Row { return p.row("again", 20) }
			f.Add(head)
			for _, name := range []string{"a", "b", "c"} {
				f.Add(p.row(name, 40))
			}
			f.EndTable()
			f.Add(p.row("d", 50))
		}, []string{"head a b", "again c", "d"}},
		"a head is not repeated before itself": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 70))
			head := p.row("head", 20)
			head.Keep, head.Again = true, func() flow.Row { return p.row("again", 20) }
			f.Add(head)
			f.Add(p.row("b", 20))
			f.EndTable()
		}, []string{"a", "head b"}},
		"a piece higher than a page ends somewhere": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 10))
			f.Add(p.row("b", 300))
			f.Add(p.row("c", 10))
		}, []string{"a", "b", "c"}},
		"no space at the top of a page": {func(p *placed, f *flow.Flow) {
			f.Add(p.row("a", 60))
			b := p.row("b", 100)
			b.Space = 30
			f.Add(b)
		}, []string{"a", "b"}},
	} {
		t.Run(name, func(t *testing.T) {
			p := &placed{document: newDocument()}
			f := flow.New(p.document, pageOf100)
			c.put(p, f)
			f.Flush()
			if diff := cmp.Diff(c.want, p.pages); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Whatever the rows, each piece is drawn once, in order, and above the footer.
func TestFlowLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &placed{document: newDocument()}
		f := flow.New(p.document, pageOf100)
		var want []string
		for i := range rapid.IntRange(1, 12).Draw(t, "rows") {
			name := fmt.Sprint("r", i, ".")
			n := rapid.IntRange(1, 25).Draw(t, "lines")
			row := p.lines(name, n)
			row.Keep, row.Loose = rapid.Bool().Draw(t, "keep"), rapid.Bool().Draw(t, "loose")
			row.Space = rapid.Float64Range(0, 20).Draw(t, "space")
			for j := range n {
				want = append(want, fmt.Sprint(name, j+1))
				row.Cells[0].Pieces[j].Keep = rapid.Bool().Draw(t, "together")
			}
			f.Add(row)
		}
		f.Flush()
		if got := strings.Fields(strings.Join(p.pages, " ")); !cmp.Equal(want, got) {
			t.Fatalf("drawn: %v\nwant:  %v", got, want)
		}
		if p.lowest > pageOf100.Height-pageOf100.Bottom+1e-5 {
			t.Fatalf("drawn down to %v", p.lowest)
		}
	})
}

// What stands in the middle or at the bottom of a row does so.
func TestAlign(t *testing.T) {
	d := newDocument()
	f := flow.New(d, pageOf100)
	at := map[string]float64{}
	note := func(name string) []flow.Piece {
		return []flow.Piece{{Height: 10, Draw: func(_ *pdf.Page, _, y float64) { at[name] = y }}}
	}
	f.Add(flow.Row{Pad: 5, Least: 50, Cells: []flow.Cell{
		{Pieces: note("top")}, {Pieces: note("middle"), Align: flow.Middle}, {Pieces: note("bottom"), Align: flow.Bottom},
	}})
	if want := map[string]float64{"top": 15, "middle": 30, "bottom": 45}; !cmp.Equal(want, at) {
		t.Errorf("%v, want %v", at, want)
	}
}
