package ratings

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric"
)

// Options say what a file does not say itself.
type Options struct {
	// Map names the column of a role, where its header is not a usual one.
	Map map[Role]string
	// Set fills a role with one value wherever a file has no column for it, or
	// leaves the cell blank.
	Set map[Role]string
	// Nulls are words of the files that stand for a null state, in any case.
	// They come before everything that the scale says.
	Nulls map[string]rubric.State
	// Encoding is the name of the files' encoding where it is not Unicode,
	// such as "windows-1252"; "" takes Unicode only.
	Encoding string
	// Delimiter is the character between cells; 0 finds it.
	Delimiter rune
	// Dates is the order of dates such as 3/4/2026: "dmy" or "mdy"; "" takes
	// only what the file itself decides.
	Dates string
	// AllowVersionMismatch reads files that name another framework, another
	// version of it or another fingerprint.
	AllowVersionMismatch bool
	// Mapping says how files of this layout are understood; nil finds
	// everything anew. What stands above outranks it.
	Mapping *Mapping
	// Keep names further columns, such as school or year, whose values are kept
	// for each ratee.
	Keep []string

	// whole reads big files whole, as small ones are read. unsummed keeps every
	// reject of them. head and block are how long the head of a big file and a
	// block of it are, and kept how many rejects, at least 2, are kept while
	// nothing fits, for tests.
	whole, unsummed   bool
	head, block, kept int
	// witness sees how a file is understood; nil for nobody.
	witness *witness
}

// settled checks the options and fills them from the mapping.
func (o Options) settled(f *rubric.Framework) (Options, error) {
	if err := o.check(); err != nil || o.Mapping == nil {
		return o, err
	}
	m := o.Mapping
	if err := cmp.Or(m.broken.Err(), m.Check(f).Err()); err != nil {
		return o, err
	}
	if !strings.EqualFold(m.dialect.encoding, "utf-8") { // which needs no telling
		o.Encoding = cmp.Or(o.Encoding, m.dialect.encoding)
	}
	o.Delimiter = cmp.Or(o.Delimiter, m.dialect.delimiter)
	o.Dates = cmp.Or(o.Dates, m.dates)
	o.Set, o.Nulls = m.fillSet(o.Set), m.fillNulls(o.Nulls)
	return o, nil
}

// DateOrders lists the orders of day and month, as [Options.Dates] names them.
func DateOrders() []string { return []string{monthFirst, dayFirst} }

// ParseDelimiter reads the name of a delimiter: one character, or the word tab.
func ParseDelimiter(name string) (rune, error) {
	if name == "tab" || name == `\t` {
		return '\t', nil
	}
	r, size := utf8.DecodeRuneInString(name)
	if size != len(name) || !isDelimiter(r) {
		return 0, fmt.Errorf("%q cannot stand between cells: give one character, or tab", name)
	}
	return r, nil
}

// isDelimiter reports whether a character can stand between cells.
func isDelimiter(r rune) bool { return !strings.ContainsRune("\"\r\n\uFFFD", r) }

// The orders of day and month in dates with the year last.
const (
	dayFirst   = "dmy"
	monthFirst = "mdy"
)

// CheckEncoding refuses the name of an encoding that is not known; "" is none.
func CheckEncoding(name string) error {
	if name == "" {
		return nil
	}
	return checkEncoding(name)
}

// unsettable are the roles that cannot be the same for a whole file.
var unsettable = []Role{Value, Remark, RemarkOn}

// settable are the names of the others.
func settable() []string {
	return slices.DeleteFunc(Roles(), func(name string) bool { return slices.Contains(unsettable, Role(name)) })
}

// check refuses options that mean nothing.
func (o Options) check() error {
	switch {
	case o.Dates != "" && !slices.Contains(DateOrders(), o.Dates):
		return fmt.Errorf("the order of dates is %s or %s, not %q", dayFirst, monthFirst, o.Dates)
	case !isDelimiter(o.Delimiter):
		return fmt.Errorf("the character %q cannot stand between cells", o.Delimiter)
	}
	if err := CheckEncoding(o.Encoding); err != nil {
		return err
	}
	for _, r := range unsettable {
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
		if clean(name) == "" {
			return fmt.Errorf("the column of the role %s needs a name", row.role)
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
