package crosswalk

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// cell is a cell of a table with its place.
type cell struct {
	text string
	at   diag.Span
}

// row is a row of a table: its cells by their column, 0 being the first.
type row struct {
	cells map[int]cell
	at    diag.Span
}

// Columns of tables that pairs have not: the frameworks, which a YAML file names
// at its head, and what only helps to read the file.
const (
	columnSourceFramework = "source_framework"
	columnSourceVersion   = "source_version"
	columnTargetFramework = "target_framework"
	columnTargetVersion   = "target_version"
	columnSourceSays      = "source_says"
	columnTargetSays      = "target_says"
	columnRemark          = "remark"
)

// aids are the columns that are not read.
var aids = []string{columnSourceSays, columnTargetSays, columnRemark}

// constants are the columns that say the same in every row, and what they say.
var constants = []struct {
	name string
	of   func(c *Crosswalk) (to *string, f *Framework, key string)
}{
	{columnSourceFramework, func(c *Crosswalk) (*string, *Framework, string) { return &c.Source.ID, &c.Source, "id" }},
	{columnSourceVersion, func(c *Crosswalk) (*string, *Framework, string) { return &c.Source.Version, &c.Source, "version" }},
	{columnTargetFramework, func(c *Crosswalk) (*string, *Framework, string) { return &c.Target.ID, &c.Target, "id" }},
	{columnTargetVersion, func(c *Crosswalk) (*string, *Framework, string) { return &c.Target.Version, &c.Target, "version" }},
}

// tableColumns are the names of all columns of a table.
func tableColumns() []string {
	var names []string
	for _, c := range columns {
		names = append(names, c.name)
	}
	for _, c := range constants {
		names = append(names, c.name)
	}
	return append(names, aids...)
}

// isHeader reports whether a row names the columns that every table needs.
func isHeader(texts []string) bool {
	var names []string
	for _, text := range texts {
		names = append(names, columnName(text))
	}
	return slices.Contains(names, keySource) && slices.Contains(names, keyTarget)
}

// columnName is the name of a column as people type it: "Source text".
func columnName(text string) string {
	return strings.ReplaceAll(strings.ToLower(flat(strings.TrimPrefix(text, "\ufeff"))), " ", "_")
}

// tableReader reads the rows of a table, its header first.
type tableReader struct {
	yamldoc.Reader
	c      *Crosswalk
	header map[string]int // columns by name
	file   diag.Span
}

func newTableReader(file string) *tableReader {
	whole := diag.Span{File: file}
	c := &Crosswalk{Source: Framework{Places: rubric.Places{"": whole}}, Target: Framework{Places: rubric.Places{"": whole}}}
	return &tableReader{c: c, file: whole}
}

// head reads the header; false where no row can be read by it.
func (r *tableReader) head(header row) bool {
	r.header = map[string]int{}
	meant := map[string]bool{}
	for _, i := range header.order() {
		cell := header.cells[i]
		name := columnName(cell.text)
		if _, twice := r.header[name]; twice {
			r.Report(cell.at, CodeTable, "rename one of the two, or take it away", "two columns have the name %s", quoted(name))
			continue
		}
		r.header[name] = i
		meant[r.known(name, cell)] = true
	}
	if _, found := r.header[keyRelation]; !found && !meant[keyRelation] {
		r.Report(header.at, CodeTable, "add it: without it the table says that there are pairs, and not what they are", "the table has no column `relation`")
	}
	return !r.Findings.HasErrors()
}

// known reports a column that is nearly one of the table's, and returns which:
// its values would be lost without a word.
func (r *tableReader) known(name string, cell cell) (meant string) {
	if name == "" || slices.Contains(tableColumns(), name) {
		return ""
	}
	near := diag.Nearest(name, tableColumns())
	if near != "" {
		r.Report(cell.at, CodeTable, "columns: "+strings.Join(tableColumns(), ", "), "there is no column %s; did you mean %s?", quoted(name), near)
	}
	return near
}

func (w row) order() []int {
	var out []int
	for i := range w.cells {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// row reads a row of the table. One without either code and without a decision
// is no pair: a blank line, a heading between the rows.
func (r *tableReader) row(w row) {
	r.constants(w)
	before := r.Failures()
	p := Pair{Places: rubric.Places{"": w.at}}
	for i := range columns {
		c := &columns[i]
		if cell, found := r.cell(w, c.name); found {
			value := cell.text
			if c.name == keyRelation {
				value = strings.ToLower(value)
			}
			c.take(&r.Reader, &p, value, cell.at)
		}
	}
	if p.Relation == "" {
		p.Relation = Undecided
	}
	if r.Failures() > before || p.Source == "" && p.Target == "" && !p.IsDecided() {
		return
	}
	r.c.Pairs = append(r.c.Pairs, p)
}

// cell is the cell of a row in a column, without spaces around it.
func (r *tableReader) cell(w row, name string) (cell, bool) {
	i, found := r.header[name]
	if !found {
		return cell{}, false
	}
	c := w.cells[i]
	c.text = strings.TrimSpace(c.text)
	return c, c.text != ""
}

// constants reads the columns that say the same in every row.
func (r *tableReader) constants(w row) {
	for _, k := range constants {
		cell, found := r.cell(w, k.name)
		if !found {
			continue
		}
		to, framework, key := k.of(r.c)
		if *to == "" {
			*to, framework.Places[key] = cell.text, cell.at
		} else if *to != cell.text {
			r.Report(cell.at, CodeTable, "write the same in all rows; a table is about two frameworks", "`%s` is %s here and %s above", k.name, quoted(cell.text), quoted(*to))
		}
	}
}

// noHeader reports a table without the columns that it needs.
func noHeader(file string) diag.Diagnostic {
	return diag.Diagnostic{
		Span: diag.Span{File: file}, Severity: diag.Error, Code: CodeTable,
		Message: fmt.Sprintf("no row names the columns `%s` and `%s`", keySource, keyTarget),
		Hint:    "a table of pairs begins with the columns source, target and relation; `rubric diff A B --review FILE` writes one to fill in",
	}
}
