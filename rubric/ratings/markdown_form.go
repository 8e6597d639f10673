package ratings

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	forms "rubrickit/rubric/form"
	"rubrickit/rubric/internal/lazyregexp"
)

// A form as a text document, which rubric render writes as Markdown, comes back
// with an x in some of its task boxes and with texts behind some of its colons:
//
//	- Name: Ada
//
//	**1.1** Leads well
//
//	- [ ] Never (1)
//	- [x] Often (2)
//	- Comment: on the whole
//	  and in two lines
//
// Rows begin with the code of an item in bold. Fields are known by their labels,
// in any language that forms speak. Several forms may stand in one file.

// isMarkdownForm reports whether a text is a document with a title and task boxes.
func isMarkdownForm(_, text string) bool {
	return strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "# ") && taskLine.MatchString(text)
}

var taskLine = lazyregexp.New(`(?m)^[-*+] {1,4}\[[ xX]\] `)

// longestMarkdown bounds a form as a text document; one of thousands of items has
// far less.
const longestMarkdown = 16 << 20

// markdownForm reads the lines of a document.
type markdownForm struct {
	framework *rubric.Framework

	rows   map[string]*forms.Row // what can be marked, by code
	labels map[string]string     // the names of the fields, by label
	head   map[string]string     // who, whom, when; and the framework

	row   *markdownRow // under way
	text  *remark      // which the next lines belong to
	foot  bool         // below a rule, where no row has begun yet
	done  []*markdownRow
	notes *remark // on the whole; nil for none

	records []record // of the forms above, where one stands behind the other
	ended   int      // forms so far
	// nameless is the rater of the n-th form where it names none.
	nameless func(n int) string
}

// remark is a text that may go over several lines, as deep as its entry's mark.
type remark struct {
	lines  []string
	line   int // of the document
	indent int
}

// String is the text of the remark.
func (r *remark) String() string { return strings.TrimSpace(strings.Join(r.lines, "\n")) }

// cell is the text with its place; an empty one for nil.
func (r *remark) cell() placedCell {
	if r == nil {
		return placedCell{}
	}
	return placedCell{r.String(), r.line}
}

// markdownTables is the one table of a form as a text document.
func markdownTables(r *fileReader, src source) ([]*table, error) {
	if len(src.text) > longestMarkdown {
		return nil, fmt.Errorf("it is a text document of %d MiB, and a form has at most %d", len(src.text)>>20, longestMarkdown>>20)
	}
	blank, err := forms.New(r.framework, forms.Options{Layout: "form"})
	if err != nil {
		return nil, err
	}
	m := &markdownForm{framework: r.framework, rows: map[string]*forms.Row{}, labels: fieldLabels(), head: map[string]string{}, nameless: r.nameless}
	if r.options.Set[Rater] != "" {
		m.nameless = func(int) string { return "" } // that stands in
	}
	for _, row := range blank.Rows() {
		m.rows[row.Code] = &row
	}
	number := 0
	for line := range strings.Lines(src.text) {
		number++
		m.read(strings.TrimRight(line, "\r\n"), number)
	}
	g := m.grid()
	if t := r.tableIn(g); t != nil {
		return []*table{t}, nil
	}
	return nil, r.noTable([]grid{g})
}

// fieldLabels are the labels of the fields in every language. What is signed is
// known, and not read.
func fieldLabels() map[string]string {
	out := map[string]string{}
	for _, tag := range forms.Languages() {
		w := forms.WordsFor(tag)
		for label, name := range map[string]string{
			w.Ratee: forms.Ratee, w.Rater: forms.Rater, w.Group: forms.Group, w.Date: forms.Occasion,
			w.Comment: forms.Comment, w.Notes: forms.Notes, w.Signature: forms.Signature, w.Points: pointsField,
		} {
			out[plainKey(label)] = name
		}
	}
	return out
}

// pointsField is the field for points, whose label has the bounds behind it.
const pointsField = "points"

var (
	headingLine  = lazyregexp.New(`^#{1,6} `)
	ruleLine     = lazyregexp.New(`^(?:-{3,}|\*{3,}|_{3,})\s*$`)
	rowLine      = lazyregexp.New(`^\*\*((?:\\.|[^\\*])+)\*\*(?:\s|$)`)
	entryLine    = lazyregexp.New(`^([-*+] {1,4})(.*)$`)
	taskEntry    = lazyregexp.New(`^\[ ?([xX]?) ?\](?:\s+(.*))?$`)
	identityLine = lazyregexp.New(`^(\S+)(?: (.*))? · ([0-9a-f]{8})\s*$`)
)

// read reads a line. One that begins nothing goes on with a text, if there is one.
func (m *markdownForm) read(line string, number int) {
	entry := entryLine.FindStringSubmatch(line)
	rule := ruleLine.MatchString(line)
	switch {
	case strings.HasPrefix(line, "# "):
		m.endForm()
	case rule, headingLine.MatchString(line):
		m.finish()
		m.foot = rule
	case m.foot && m.identity(line), m.beginRow(line, number):
	case entry != nil && m.entry(entry[1], entry[2], number):
	case m.text != nil:
		m.text.lines = append(m.text.lines, unindented(line, m.text.indent))
	}
}

// unindented takes spaces from the beginning of a line, at most so many.
func unindented(line string, most int) string {
	n := 0
	for n < len(line) && n < most && line[n] == ' ' {
		n++
	}
	return line[n:]
}

// beginRow begins the row of an item; one that is not rated only ends the row
// before. Where the boxes of a row have not come yet, another code in bold belongs
// to its text.
func (m *markdownForm) beginRow(line string, number int) bool {
	found := rowLine.FindStringSubmatch(line)
	if found == nil {
		return false
	}
	it := m.framework.Item(unescaped(found[1]))
	if it == nil || m.row != nil && !m.row.hasBoxes {
		return false
	}
	m.finish()
	m.foot = false
	if row := m.rows[it.Code]; row != nil {
		m.row = &markdownRow{row: row, scale: it.Scale, line: number}
	}
	return true
}

// entry reads an entry of a list, and reports whether it is one of the form's.
func (m *markdownForm) entry(marker, text string, number int) bool {
	if task := taskEntry.FindStringSubmatch(text); task != nil && m.row != nil {
		m.row.box(task[1] != "", task[2], number)
		m.text = nil
		return true
	}
	label, value, found := strings.Cut(text, ":")
	label, _, _ = strings.Cut(label, " (") // the bounds of points
	name := m.labels[plainKey(unescaped(label))]
	if !found || name == "" {
		return false
	}
	return m.field(name, &remark{lines: []string{value}, line: number, indent: len(marker)})
}

// field takes a field with what stands behind its colon, and reports whether it
// has a place there: below boxes, in the foot, or at the head.
func (m *markdownForm) field(name string, value *remark) bool {
	switch {
	case name == forms.Comment || name == pointsField:
		if m.row == nil || !m.row.hasBoxes {
			return false
		}
		m.text = m.row.write(name, value)
	case name == forms.Notes:
		if !m.foot {
			return false
		}
		m.notes, m.text = value, value
	default:
		m.text = nil
		if _, given := m.head[name]; !given && m.row == nil && len(m.done) == 0 {
			m.head[name] = unescaped(value.String())
		}
	}
	return true
}

// identity takes the framework from the line that names it, and reports whether it
// is that line.
func (m *markdownForm) identity(line string) bool {
	found := identityLine.FindStringSubmatch(unescaped(line))
	if found != nil {
		m.text = nil
		m.head[forms.FrameworkID], m.head[forms.FrameworkVersion], m.head[forms.FrameworkFingerprint] = found[1], found[2], found[3]
	}
	return found != nil
}

// finish ends the row that is under way, and the text.
func (m *markdownForm) finish() {
	if m.row != nil && m.row.hasBoxes {
		m.done = append(m.done, m.row)
	}
	m.row, m.text = nil, nil
}

// endForm makes records of what was read: one for each row, and one for the notes,
// which names no item. A title begins another form.
func (m *markdownForm) endForm() {
	m.finish()
	if len(m.done) > 0 || m.notes != nil {
		m.ended++
		m.nameRater()
	}
	var head []string
	for _, name := range markdownHead {
		head = append(head, m.head[name])
	}
	for _, row := range m.done {
		m.records = append(m.records, row.record(head))
	}
	if m.notes != nil {
		m.records = append(m.records, placedRecord(head, m.notes.line, placedCell{}, placedCell{}, m.notes.cell()))
	}
	m.head, m.done, m.notes, m.foot = map[string]string{}, nil, nil, false
}

// nameRater gives a form that names no rater one of its own, as other forms have
// it.
func (m *markdownForm) nameRater() {
	if clean(m.head[forms.Rater]) == "" {
		m.head[forms.Rater] = m.nameless(m.ended)
	}
}

// grid is all forms as rows of cells below their names.
func (m *markdownForm) grid() grid {
	m.endForm()
	header := record{fields: append(slices.Clone(markdownHead), markdownCells...), line: 1, span: 1}
	return grid{what: "form", keyed: true, records: append([]record{header}, m.records...)}
}

// unescaped takes the backslashes away that Markdown needs before its signs.
func unescaped(text string) string { return escapedSign.ReplaceAllString(text, "$1") }

var escapedSign = lazyregexp.New("\\\\([!-/:-@\\[-`{-~])")
