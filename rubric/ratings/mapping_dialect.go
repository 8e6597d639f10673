package ratings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rubrickit/rubric/yamldoc"
)

// dialect reads `dialect`: how bytes become rows.
func (r *mappingReader) dialect(n *yamldoc.Node) {
	d := &r.m.dialect
	r.Object(n, "`dialect`", []yamldoc.Field{
		{Name: "encoding", Read: func(n *yamldoc.Node) { d.encoding = r.encoding(n) }},
		{Name: "delimiter", Read: func(n *yamldoc.Node) { d.delimiter = r.delimiter(n) }},
		{Name: "header", Read: func(n *yamldoc.Node) { d.header = r.rows(n, "`header`") }},
		{Name: "skip", Read: func(n *yamldoc.Node) { d.skip = r.rows(n, "`skip`") }},
	}, nil)
	for _, line := range d.skip {
		if slices.Contains(d.header, line) {
			r.Report(n.Get("skip").Span, CodeMappingValue, "a row is a part of the header, or it is skipped", "line %d stands under `header` and under `skip`", line)
		}
	}
}

func (r *mappingReader) encoding(n *yamldoc.Node) string {
	name := r.Word(n, "`encoding`")
	if err := CheckEncoding(name); err != nil {
		r.Report(n.Span, CodeMappingValue, "take the line away where the files are Unicode", "%s", err)
	}
	return name
}

func (r *mappingReader) delimiter(n *yamldoc.Node) rune {
	text := n.Value // a quoted tab or space is no empty value
	if n.Kind != yamldoc.Scalar || n.Style != yamldoc.Quoted || text == "" {
		text = r.Word(n, "`delimiter`")
	}
	if text == "" {
		return 0
	}
	char, err := ParseDelimiter(text)
	if err != nil {
		r.Report(n.Span, CodeMappingValue, `write one character in quotes, such as ";", or tab`, "%s", err)
	}
	return char
}

// mostLines bounds the lines that a mapping may name.
const mostLines = 1_000_000_000

// rows reads a list of physical lines on which rows begin.
func (r *mappingReader) rows(n *yamldoc.Node, what string) []int {
	var out []int
	for _, item := range r.List(n, what) {
		text := r.Word(item, "a line of "+what)
		line, err := strconv.Atoi(text)
		switch {
		case text == "":
		case err != nil || line < 1 || line > mostLines:
			r.Report(item.Span, CodeMappingValue, "write the number of the line on which the row begins; the first line of the file is 1", "%q is no line of a file", text)
		default:
			out = append(out, line)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// dates reads `dates`: the order of day and month.
func (r *mappingReader) dates(n *yamldoc.Node) {
	r.m.dates = r.Word(n, "`dates`")
	if r.m.dates != "" && !slices.Contains(DateOrders(), r.m.dates) {
		r.Report(n.Span, CodeMappingValue, "write "+strings.Join(DateOrders(), " or ")+", or take the line away where no date is open", "%q is no order of day and month", r.m.dates)
	}
}

// startsHeader reports whether the header may begin on a line.
func (m *Mapping) startsHeader(line int) bool {
	return m == nil || len(m.dialect.header) == 0 || slices.Contains(m.dialect.header, line)
}

// headerWithin is how many records may hold the header: as many as there are
// lines up to where the mapping puts it.
func (m *Mapping) headerWithin(usual int) int {
	if m == nil || len(m.dialect.header) == 0 {
		return usual
	}
	return max(usual, slices.Max(m.dialect.header))
}

// headerWords begin the message that there is no header.
func (m *Mapping) headerWords() string {
	if m == nil || len(m.dialect.header) == 0 {
		return ""
	}
	return fmt.Sprintf("the mapping puts the header in line %d, and looking there, ", m.dialect.header[0])
}

// layouts adds a header of several rows that the mapping tells: each of its
// rows may name a column.
func (m *Mapping) layouts(usual []layout) []layout {
	if m == nil || len(m.dialect.header) < 2 {
		return usual
	}
	last := len(usual) - 1
	return slices.Insert(usual, last, layout{
		rows: len(m.dialect.header), is: isMapped, names: everyName, wordings: surveyWordings,
	})
}

// isMapped reports whether rows are those of the header by the mapping.
func isMapped(r *fileReader, rows []record) bool {
	return slices.EqualFunc(rows, r.options.Mapping.dialect.header, func(rec record, line int) bool { return rec.line == line })
}

// everyName are the texts above a column, those first that stand lower: there
// it says most about the column.
func everyName(rows []record, column int) []string {
	var names []string
	for _, rec := range slices.Backward(rows) {
		if clean(rec.at(column)) != "" {
			names = append(names, rec.at(column))
		}
	}
	return append(names, "")
}

// leavesOut reports whether the mapping names rows that are no data.
func (m *Mapping) leavesOut() bool {
	return m != nil && (len(m.dialect.header) > 1 || len(m.dialect.skip) > 0)
}

// leaves reports whether the mapping names a row below the header that begins
// on a line as none of data.
func (m *Mapping) leaves(line int) bool {
	if !m.leavesOut() {
		return false
	}
	_, skipped := slices.BinarySearch(m.dialect.skip, line)
	return skipped || slices.Contains(m.dialect.header, line)
}

// leavesSome reports whether the mapping leaves out a row that begins on one of
// so many lines.
func (m *Mapping) leavesSome(from, lines int) bool {
	return m.leavesOut() && slices.ContainsFunc(slices.Concat(m.dialect.skip, m.dialect.header), func(line int) bool {
		return line >= from && line < from+lines
	})
}

// leaveOut notes the rows below the header that are no data by the mapping.
func (r *fileReader) leaveOut(t *table, records []record) {
	for _, rec := range records {
		if r.options.Mapping.leaves(rec.line) {
			t.left.add(rec.line)
			t.skipped = append(t.skipped, rec.line)
		}
	}
	slices.Sort(t.skipped)
}
