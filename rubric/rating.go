package rubric

import "fmt"

// Place is where in a filled-in file something stands. Line is the physical
// line (1 is the first), Record the number of the data record after the
// header (1 is the first); they differ once a quoted cell spans lines. Record
// is 0 for something outside the records, such as the header.
type Place struct {
	File   string
	Sheet  string // of a workbook; else ""
	Line   int
	Record int
}

// String gives "file:line", with the sheet where there is one.
func (p Place) String() string {
	if p.Sheet != "" {
		return fmt.Sprintf("%s[%s]:%d", p.File, p.Sheet, p.Line)
	}
	return fmt.Sprintf("%s:%d", p.File, p.Line)
}

// Rating is what one rater said of one item for one ratee on one occasion.
// Rater, Group and Occasion are "" where the file has no such column.
type Rating struct {
	Ratee    string
	Item     *Item
	Rater    string
	Group    string
	Occasion string
	State    State
	Value    Decimal // the level's value; meaningful when State is Rated
	At       Place
}

// Reject is a cell, or a whole row, that could not be taken, and why.
type Reject struct {
	At         Place
	Column     string // the column's name in the file
	Ratee      string
	Item       string // code of the item, where it is known
	Value      string // the cell as it stood
	Code       string // stable reason, such as "unknown-label"
	Message    string
	Suggestion string
	// Cells is how many cells the reject takes out of the ledger: 1 for a
	// cell, more for a row that could not be read.
	Cells int
}

// Comment is a remark that accompanies a rating (Item set) or a whole form.
type Comment struct {
	Ratee    string
	Item     string
	Rater    string
	Group    string
	Occasion string
	Text     string
	At       Place
}

// Input is the provenance of one file of ratings.
type Input struct {
	File    string `json:"file"`
	SHA256  string `json:"sha256"`
	Bytes   int64  `json:"bytes"`
	Rows    int    `json:"rows"`
	Rejects int    `json:"rejects"`
}

// Ledger accounts for every cell that was read: Cells is the sum of the rest.
type Ledger struct {
	Cells         int `json:"cells"`
	Rated         int `json:"rated"`
	NotApplicable int `json:"not_applicable"`
	NotObserved   int `json:"not_observed"`
	Missing       int `json:"missing"`
	Rejected      int `json:"rejected"`
}

// Balanced reports whether every cell is accounted for.
func (l Ledger) Balanced() bool {
	return l.Cells == l.Rated+l.NotApplicable+l.NotObserved+l.Missing+l.Rejected
}

// Count adds n cells of a state to the ledger.
func (l *Ledger) Count(s State, n int) {
	l.Cells += n
	switch s {
	case Rated:
		l.Rated += n
	case NotApplicable:
		l.NotApplicable += n
	case NotObserved:
		l.NotObserved += n
	case Missing:
		l.Missing += n
	}
}

// Uncount takes n cells of a state back.
func (l *Ledger) Uncount(s State, n int) { l.Count(s, -n) }

// Reject adds n rejected cells to the ledger.
func (l *Ledger) Reject(n int) {
	l.Cells += n
	l.Rejected += n
}
