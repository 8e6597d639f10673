package report

import (
	"io"

	"rubrickit/rubric/internal/table"
)

// Dictionary describes everything that scoring puts out: what is in a record,
// column by column. The JSON Schema is made of it, too.
type Dictionary struct{ members []structure }

// structure is a member of the JSON form: a list of records, or a single one.
type structure struct {
	name    string
	about   string
	single  bool
	choice  bool // one of the parts that say so is there
	omitted bool // it is left out where there is nothing to say
	fields  []field
	within  []structure // members of each record, which follow its fields
}

// ScoreDictionary is the dictionary of scores.
func ScoreDictionary() Dictionary {
	var n numbers // of no result: only the fields are asked for
	return Dictionary{[]structure{
		provenanceStructure(),
		{name: "scores", choice: true, about: "a record for each ratee and item, and for each ratee over everything", fields: fields(append(scoreColumns(n), apartColumns()...))},
		{
			name: "groups", choice: true, about: "with --by, instead of scores: a record for each item and group of ratees", fields: fields(groupColumns("", n)),
			within: []structure{{name: "levels", about: "a record for each level of the scale, lowest first", fields: fields(levelColumns(n))}},
		},
		{name: "notes", about: "bands that seem to disagree with the score beside them", fields: fields(noteColumns())},
		{name: "rejects", about: "cells that could not be taken", fields: fields(rejectColumns())},
		{name: "comments", about: "remarks that accompany ratings", fields: fields(commentColumns())},
	}}
}

// DictionaryFormats are the formats of a dictionary.
func DictionaryFormats() []Format[Dictionary] {
	return []Format[Dictionary]{
		{Name: "table", About: "for a terminal", Write: func(w io.Writer, d Dictionary, o Options) error {
			t := d.table()
			t.Width = o.Width
			return t.Text(w)
		}},
		{Name: "csv", About: "a row for each column", Write: func(w io.Writer, d Dictionary, o Options) error { return d.table().CSV(w, o.Excel) }},
		{Name: "md", About: "a Markdown table", Write: func(w io.Writer, d Dictionary, _ Options) error { return d.table().Markdown(w) }},
		{Name: "json", About: "the JSON Schema of the JSON form", Write: func(w io.Writer, d Dictionary, _ Options) error { return writeJSON(w, d.schema()) }},
	}
}

func (d Dictionary) table() table.Table {
	t := table.Table{Header: []string{"table", "column", "type", "meaning"}}
	for _, p := range d.members {
		p.describe(&t, p.name)
	}
	return t
}

// describe adds the fields of a structure, and of those within it, under its
// path.
func (p structure) describe(t *table.Table, path string) {
	for _, f := range p.fields {
		about := f.about
		if f.kind.exact {
			about += "; in JSON and workbooks only"
		}
		t.Rows = append(t.Rows, []string{path, f.name, f.kind.name, about})
	}
	for _, inner := range p.within {
		inner.describe(t, path+"."+inner.name)
	}
}
