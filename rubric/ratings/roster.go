package ratings

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
)

// A roster is a table of the forms that are handed out: a row for each, with who
// is rated, and where that is known by whom, as what and when. Its columns are
// found as those of ratings are; any container that holds ratings may hold one.

// Roster is who is to be rated, in the order of the file.
type Roster struct {
	Lines []RosterLine
	// Notes are remarks on the file: what its columns were taken for, lines
	// that stand twice.
	Notes []string
}

// RosterLine is a form that is handed out. Rater, Group and Occasion are ""
// where the roster leaves them open.
type RosterLine struct {
	rubric.Form
	At rubric.Place
}

// ReadRoster reads a roster for the forms of a framework. Of the options, those
// count that are about columns, dates, the encoding and the cells of a file. The
// error says where the file has no header for a roster, or which lines name
// nobody.
func ReadRoster(f *rubric.Framework, file File, o Options) (*Roster, error) {
	o.Mapping, o.Keep = nil, nil
	o, err := o.settled(f)
	if err != nil {
		return nil, err
	}
	s := newSession(f, o)
	s.roster = &Roster{}
	if err := s.readRoster(file); err != nil {
		return nil, fmt.Errorf("%s: %w", file.Name, err)
	}
	s.roster.joinRepeats()
	return s.roster, nil
}

// readRoster reads the tables of a file.
func (s *session) readRoster(file File) error {
	if err := s.eachTable(file, (*fileReader).readRosterTable); err != nil {
		return err
	}
	if len(s.roster.Lines) == 0 {
		return errors.New("the roster has a header and nobody below it")
	}
	return nil
}

// rosterShapes are the shapes of a roster's table, in the place of [shapes].
func rosterShapes() []shape {
	return []shape{{name: "roster", header: isRoster, cells: func(*table) []int { return nil }}}
}

// isRoster reports whether some column says who is rated.
func isRoster(_ *session, columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.Role == Ratee })
}

// readRosterTable reads a table.
func (r *fileReader) readRosterTable(t *table) error {
	t.unmask()
	r.describe(t)
	err := r.checkColumns(t)
	if err != nil {
		return err
	}
	if r.dates, err = r.dateReader(t); err != nil {
		return err
	}
	var torn, nameless []int
	for _, rec := range t.records {
		f := r.form(t, rec, "")
		f.ratee = clean(f.ratee)
		switch {
		case rec.fields == nil || !t.fits(rec):
			torn = append(torn, rec.line)
		case f.ratee == "":
			nameless = append(nameless, rec.line)
		default:
			r.roster.Lines = append(r.roster.Lines, RosterLine{f.public(), r.place(rec, t.of(Ratee))})
		}
	}
	r.roster.Notes = append(r.roster.Notes, r.rosterNotes(t)...)
	return errors.Join(linesError(torn, "not split like the header: is a delimiter missing, or a cell without quotes?"),
		linesError(nameless, "naming nobody to be rated; fill the name in, or take the line out"))
}

// linesError is an error about lines that have something wrong; nil for none.
func linesError(lines []int, what string) error {
	switch len(lines) {
	case 0:
		return nil
	case 1:
		return fmt.Errorf("line %d is %s", lines[0], what)
	}
	words := make([]string, len(lines))
	for i, line := range lines {
		words[i] = strconv.Itoa(line)
	}
	return fmt.Errorf("lines %s are %s", strings.Join(words, ", "), what)
}

// rosterNotes say what the columns of a roster were taken for, where their names
// alone do not, and what is not read.
func (r *fileReader) rosterNotes(t *table) []string {
	notes := slices.Clone(r.report.Notes)
	var taken, unknown []string
	for _, c := range t.columns {
		switch {
		case isRosterRole(c) && !strings.EqualFold(clean(c.Name), string(c.Role)):
			taken = append(taken, fmt.Sprintf("%q as %s", c.Name, c.Role))
		case !isRosterRole(c) && clean(c.Name) != "":
			unknown = append(unknown, fmt.Sprintf("%q", c.Name))
		}
	}
	if len(taken) > 0 {
		notes = append(notes, "columns taken: "+strings.Join(taken, ", "))
	}
	if len(unknown) > 0 {
		notes = append(notes, "columns not read: "+someOf(unknown)+" (--map ROLE=COLUMN says what a column is)")
	}
	return notes
}

// rosterRoles are the roles that a roster's columns may have.
var rosterRoles = []Role{Ratee, Rater, Group, Occasion}

func isRosterRole(c Column) bool { return c.Item == nil && slices.Contains(rosterRoles, c.Role) }

// joinRepeats makes one line of those that say the same, and notes them.
func (r *Roster) joinRepeats() {
	first := map[rubric.Form]rubric.Place{}
	var again []string
	r.Lines = slices.DeleteFunc(r.Lines, func(l RosterLine) bool {
		at, known := first[l.Form]
		if known {
			again = append(again, fmt.Sprintf("%s in line %d as in line %d", l.Ratee, l.At.Line, at.Line))
		} else {
			first[l.Form] = l.At
		}
		return known
	})
	if len(again) > 0 {
		r.Notes = append(r.Notes, "lines that stand twice are taken once: "+someOf(again))
	}
}

// noRosterHeader says why no row of a file is the header of a roster.
func noRosterHeader(first *record) string {
	message := "no row of it is the header of a roster: one column must say who is rated, under a name such as ratee, name or person (--map ratee=COLUMN tells another)"
	if first != nil {
		message += fmt.Sprintf("; its line %d reads %s", first.line, quoteCells(first.fields))
	}
	return message
}

// NearName is the name on a list that a name was perhaps meant for: one that
// differs in case, spaces or accents only, else one that differs in a few
// letters; "" for none.
func NearName(name string, list []string) string {
	bare := bareName(name)
	for _, other := range list {
		if other != name && bareName(other) == bare {
			return other
		}
	}
	return diag.Nearest(name, list)
}
