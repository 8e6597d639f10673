package ratings

import (
	"slices"
	"strings"
)

// layout is how a producer names the columns of its files.
type layout struct {
	name string // of the producer; "" for rows of names alone
	rows int    // of the header
	// is reports whether these rows are such a header.
	is func(r *fileReader, rows []record) bool
	// names are the names of a column, the most telling first.
	names func(rows []record, column int) []string
	// wordings are the ways to name an item by more than its own words.
	wordings []wording
	// trials are the marks of records that are no answers.
	trials []trial
}

// layouts is the table of them; they are tried in order, and the last one is
// any row.
func layouts() []layout {
	return []layout{
		{name: "Qualtrics", rows: 3, is: isQualtrics, names: lastNameFirst, wordings: surveyWordings, trials: qualtricsTrials},
		{name: "Qualtrics", rows: 2, is: isQualtricsLabelled, names: lastNameFirst, wordings: surveyWordings, trials: qualtricsTrials},
		{name: "Qualtrics", rows: 1, is: isQualtricsIDs, names: onlyName, wordings: surveyWordings, trials: qualtricsTrials},
		{name: "SurveyMonkey", rows: 2, is: isSurveyMonkey, names: subQuestionFirst, wordings: surveyWordings},
		{name: "", rows: 2, is: isTwoRows, names: subQuestionFirst, wordings: usualWordings},
		{name: "REDCap", rows: 1, is: isREDCap, names: onlyName, wordings: redcapWordings},
		{name: "Canvas", rows: 1, is: isCanvas, names: onlyName, wordings: canvasWordings},
		{name: "", rows: 1, is: anyRow, names: onlyName, wordings: usualWordings},
	}
}

// heading is a header that was found.
type heading struct {
	layout  layout
	rows    []record
	columns []Column
	shape   *shape
}

// headingAt finds the header that begins with the first of the records; nil
// where there is none.
func (r *fileReader) headingAt(records []record) *heading {
	for _, l := range r.options.Mapping.layouts(layouts()) {
		if len(records) < l.rows || !l.is(r, records[:l.rows]) {
			continue
		}
		h := &heading{layout: l, rows: records[:l.rows]}
		if h.columns, h.shape = r.recogniseNames(h.names(), l.wordings); h.shape != nil {
			return h
		}
	}
	return nil
}

// names are the names of each column.
func (h *heading) names() [][]string {
	width := 0
	for _, rec := range h.rows {
		width = max(width, len(rec.fields))
	}
	out := make([][]string, width)
	for i := range out {
		out[i] = h.layout.names(h.rows, i)
	}
	return out
}

// table is the table below the header, without its data.
func (h *heading) table() *table {
	t := &table{
		layout: h.layout.name, header: h.rows[0], rows: h.rows, columns: h.columns, shape: h.shape, trials: h.layout.trialsIn(h.columns),
	}
	for _, rec := range h.rows {
		t.headerLines = append(t.headerLines, rec.line)
	}
	if len(h.rows) > 1 {
		t.header = record{line: h.rows[0].line, span: 1}
		for _, c := range h.columns {
			t.header.fields = append(t.header.fields, c.Name)
		}
	}
	return t
}

// repeats reports whether a record is a row of the header again.
func (t *table) repeats(rec record) bool {
	return slices.ContainsFunc(t.rows, func(row record) bool { return slices.Equal(row.fields, rec.fields) })
}

func anyRow(*fileReader, []record) bool { return true }

func onlyName(rows []record, column int) []string { return []string{rows[0].at(column)} }

// isFilled reports whether such cells are all that a row has with a text, and
// at least so many.
func isFilled(rec record, least int, such func(string) bool) bool {
	n := 0
	for _, f := range rec.fields {
		text := clean(f)
		if text != "" && !such(text) {
			return false
		}
		if text != "" {
			n++
		}
	}
	return n >= least
}

// hasName reports whether a row has a cell with one of the names, case and
// spacing aside.
func hasName(rec record, names ...string) bool {
	return slices.ContainsFunc(rec.fields, func(f string) bool { return slices.Contains(names, plainKey(f)) })
}

// hasPrefixes reports whether the first cells of a row begin with these words.
func hasPrefixes(rec record, words ...string) bool {
	for i, w := range words {
		if !strings.HasPrefix(plainKey(rec.at(i)), w) {
			return false
		}
	}
	return true
}
