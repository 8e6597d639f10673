package ratings

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// The orders of day and month in dates with the year last.
const (
	dayFirst   = "dmy"
	monthFirst = "mdy"
)

// check refuses options that mean nothing.
func (o Options) check() error {
	switch {
	case !slices.Contains([]string{"", dayFirst, monthFirst}, o.Dates):
		return fmt.Errorf("the order of dates is %s or %s, not %q", dayFirst, monthFirst, o.Dates)
	case strings.ContainsRune("\"\r\n\uFFFD", o.Delimiter):
		return fmt.Errorf("the character %q cannot stand between cells", o.Delimiter)
	}
	for _, r := range []Role{Value, Remark} {
		if _, set := o.Set[r]; set {
			return fmt.Errorf("the role %s cannot be the same for a whole file: it needs a column", r)
		}
	}
	return errors.Join(o.checkMap(), checkRoles(o.Map), checkRoles(o.Set))
}

// checkMap refuses a column that is told two roles.
func (o Options) checkMap() error {
	taken := map[string]Role{}
	for _, row := range roles {
		name, told := o.Map[row.role]
		if !told {
			continue
		}
		if other, twice := taken[clean(name)]; twice {
			return fmt.Errorf("the column %q cannot be both %s and %s; one value for a whole file is given with --set ROLE=VALUE", name, other, row.role)
		}
		taken[clean(name)] = row.role
	}
	return nil
}

func checkRoles(told map[Role]string) error {
	for r := range told {
		if !slices.Contains(Roles(), string(r)) {
			return fmt.Errorf("there is no role %q; roles: %s", r, strings.Join(Roles(), ", "))
		}
	}
	return nil
}
