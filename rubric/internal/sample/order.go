package sample

// order makes the order of a file that has so many rows for each of its forms:
// a function from the place of a row to its number, in which a ratee's forms
// follow one another and a form's rows too.
type order func(forms, rows, seed uint64) func(uint64) uint64

// orders are the orders of rows.
var orders = []choice[order]{
	{"forms", byForm},
	{"ratee", byRatee},
	{"rows", byRow},
}

// Orders lists the orders of rows: forms, each of them whole, in random order;
// everything sorted by ratee; or all rows in random order, the worst case. The
// rows of a wide file are forms.
func Orders() []string { return names(orders) }

func byRatee(_, _, _ uint64) func(uint64) uint64 {
	return func(i uint64) uint64 { return i }
}

func byForm(forms, rows, seed uint64) func(uint64) uint64 {
	p := newPermutation(forms, seed)
	return func(i uint64) uint64 { return p.at(i/rows)*rows + i%rows }
}

func byRow(forms, rows, seed uint64) func(uint64) uint64 {
	return newPermutation(forms*rows, seed).at
}
