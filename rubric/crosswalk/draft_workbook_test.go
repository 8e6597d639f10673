package crosswalk

import (
	"strings"
	"testing"
)

// A text has as many lines as words break into, long words among them.
func TestLinesOf(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "one": 1, "exactly te": 1, "exactly ten": 2, "one two three four": 2, strings.Repeat("x", 10): 1, strings.Repeat("x", 11): 2,
		"a " + strings.Repeat("x", 25): 4, strings.Repeat("x", 25) + " abcd": 3, strings.Repeat("x", 25) + " abcde": 4, "größe größ": 1,
	} {
		if got := linesOf(text, 10); got != want {
			t.Errorf("%q: %d lines, want %d", text, got, want)
		}
	}
}

// Each column shows its name beside the button of the filter, and a row all of
// its longest text.
func TestDraftColumnsAreWideEnough(t *testing.T) {
	columns := draftColumns()
	for _, c := range columns {
		if c.points() < float64(len(c.name)*boldDigit+filterWidth) || c.points() < float64(c.width)*digit {
			t.Errorf("%s is %g points wide", c.name, c.points())
		}
	}
	d := Draft{Lines: []Line{
		{Pair: Pair{Source: "1"}, SourceSays: strings.Repeat("word ", 60)}, {Pair: Pair{Source: "1"}, SourceSays: "word"},
		{Pair: Pair{Source: "2"}}, {Pair: Pair{Target: "2"}, OfTarget: true}, {Pair: Pair{Target: "3"}, OfTarget: true},
	}}
	rows := d.page().Rows[1:]
	if rows[0].Height < 6*line || rows[1].Height != line+rowRoom {
		t.Errorf("heights %g, %g", rows[0].Height, rows[1].Height)
	}
	for i, begins := range []bool{false, false, true, true, true} {
		if got := rows[i].Cells[0].Style.Edges.Top == edgeOfItem; got != begins {
			t.Errorf("row %d begins an item: %t", i, got)
		}
	}
}

// Each relation of the table can be chosen, in every row and in those that are
// added.
func TestDraftRelationsAreChosen(t *testing.T) {
	d := Draft{Lines: make([]Line, 3)}
	p := d.page()
	if len(p.Checks) != 1 || p.Checks[0].List != relationList {
		t.Fatalf("%+v", p.Checks)
	}
	area := p.Checks[0].Areas[0]
	if name := p.Rows[0].Cells[area.Left].Runs[0].Text; name != keyRelation || area.Right != area.Left || area.Top != 2 || area.Bottom != 1+3+spareRows {
		t.Errorf("the list is for %s, in the column %s", area, name)
	}
	for i, row := range relationPage().Rows[1:] {
		if word := row.Cells[0].Runs[0].Text; word != string(Relations()[i]) || row.Cells[1].Runs[0].Text == "" {
			t.Errorf("line %d of the list is %q", i, word)
		}
	}
	if p.Frozen != 1 || p.Filter.Bottom != 4 || p.Filter.Right != len(draftColumns())-1 {
		t.Errorf("frozen %d, filter %s", p.Frozen, p.Filter)
	}
}
