package sample

import (
	"fmt"
	"strings"
)

// choice is a row of a table: a value that an option can have, and what it
// stands for.
type choice[T any] struct {
	name  string
	means T
}

// find looks a value up; "" is the first of the table.
func find[T any](option string, table []choice[T], name string) (T, error) {
	for i, row := range table {
		if row.name == name || name == "" && i == 0 {
			return row.means, nil
		}
	}
	var none T
	return none, fmt.Errorf("there is no %s %q: it is one of %s", option, name, strings.Join(names(table), ", "))
}

func names[T any](table []choice[T]) []string {
	all := make([]string, len(table))
	for i, row := range table {
		all[i] = row.name
	}
	return all
}
