package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/ratings"
)

// Distributed is how often each level was given to each item.
type Distributed struct {
	Framework *rubric.Framework
	Tool      Tool
	Inputs    []rubric.Input
	Ledger    rubric.Ledger
	Items     []ratings.Distribution
}

// DistributionFormats are the formats of a distribution.
func DistributionFormats() []Format[Distributed] {
	return []Format[Distributed]{
		{Name: "table", About: "for a terminal: a column for each level", Write: func(w io.Writer, d Distributed, o Options) error {
			t := distributionTable(d)
			t.Width = o.Width
			return t.Text(w)
		}},
		{Name: "csv", About: "a row for each item and level, for a spreadsheet or a script", Write: func(w io.Writer, d Distributed, o Options) error {
			return distributionRows(d).CSV(w, o.Excel)
		}},
		{Name: "md", About: "a Markdown table", Write: func(w io.Writer, d Distributed, _ Options) error {
			return distributionTable(d).Markdown(w)
		}},
		{Name: "json", About: "for programs", Write: writeDistributionJSON},
	}
}

// WriteDistributionReading writes the messages that go with a distribution: how
// the files were understood, and what was rejected.
func WriteDistributionReading(w io.Writer, understood *ratings.Report, book *rubric.Book) error {
	var out strings.Builder
	r := Reading{Report: understood}
	r.fileLines(&out)
	noteLines(&out, r.fileNotes())
	fmt.Fprintln(&out, LedgerLine(book.Ledger))
	writeRejectLines(&out, book.Rejects, "without --distribution, inspect tells them")
	_, err := io.WriteString(w, out.String())
	return err
}

// distributionRows has a row for each count. The names of its columns, and
// their order, are a promise.
func distributionRows(d Distributed) table.Table {
	t := table.Table{Header: []string{"item", "tier", "title", "state", "level", "label", "value", "n"}}
	for _, item := range d.Items {
		for _, c := range item.Counts {
			r := countJSON(c)
			t.Rows = append(t.Rows, []string{
				item.Item.Code, d.Framework.Tier(item.Item.Depth()), item.Item.Label(), r.State, orBlank(r.Level), orBlank(r.Label), orBlank(r.Value), strconv.Itoa(c.N),
			})
		}
	}
	return t
}

func orBlank(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}

// distributionTable has a row for each item and a column for each level, or,
// where items have scales of their own, a row for each level.
func distributionTable(d Distributed) table.Table {
	if d.Framework.CommonScale() == nil {
		t := distributionRows(d)
		t.Align = []table.Align{7: table.Right}
		return t
	}
	columns := columnsOf(d)
	t := table.Table{Header: []string{"item", "title"}, Align: []table.Align{table.Left, table.Left}}
	for _, c := range columns {
		t.Header, t.Align = append(t.Header, countWords(c)), append(t.Align, table.Right)
	}
	for _, item := range d.Items {
		row := []string{item.Item.Code, shortTo(item.Item.Label(), shownTitle)}
		for _, column := range columns {
			n := 0
			if i := slices.IndexFunc(item.Counts, column.same); i >= 0 {
				n = item.Counts[i].N
			}
			row = append(row, Thousands(n))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// countColumn is a column of the table: what its cells count.
type countColumn struct{ ratings.Count }

func (c countColumn) same(other ratings.Count) bool {
	return c.State == other.State && c.Value.Cmp(other.Value) == 0
}

// columnsOf are the levels, the values between them that any item has, and the
// null states that were given, since the title needs the room of the others.
func columnsOf(d Distributed) []countColumn {
	var out []countColumn
	for _, item := range d.Items {
		for _, c := range item.Counts {
			if c.State != rubric.Rated && c.N == 0 {
				continue
			}
			if !slices.ContainsFunc(out, func(known countColumn) bool { return known.same(c) }) {
				out = append(out, countColumn{c})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b countColumn) int {
		if a.State != b.State {
			return int(a.State) - int(b.State)
		}
		return a.Value.Cmp(b.Value)
	})
	return out
}

func countWords(c countColumn) string {
	return meaningWords(ratings.Text{State: c.State, Value: c.Value, Level: c.Level})
}

// The JSON form of a distribution. Field names are a promise.
type (
	jsonDistributed struct {
		Framework jsonIdentity       `json:"framework"`
		Tool      Tool               `json:"tool"`
		Inputs    []rubric.Input     `json:"inputs"`
		Ledger    rubric.Ledger      `json:"ledger"`
		Items     []jsonDistribution `json:"items"`
	}
	jsonDistribution struct {
		Item   string      `json:"item"`
		Tier   string      `json:"tier"`
		Title  string      `json:"title"`
		Counts []jsonCount `json:"counts"`
	}
	jsonCount struct {
		State string  `json:"state"`
		Level *string `json:"level"`
		Label *string `json:"label"`
		Value *string `json:"value"`
		N     int     `json:"n"`
	}
)

func writeDistributionJSON(w io.Writer, d Distributed, _ Options) error {
	f := d.Framework
	out := jsonDistributed{
		Framework: jsonIdentity{f.ID, f.Version, f.SHA256, f.Fingerprint()}, Tool: d.Tool,
		Inputs: orEmpty(d.Inputs), Ledger: d.Ledger, Items: []jsonDistribution{},
	}
	for _, item := range d.Items {
		one := jsonDistribution{Item: item.Item.Code, Tier: f.Tier(item.Item.Depth()), Title: item.Item.Label()}
		for _, c := range item.Counts {
			one.Counts = append(one.Counts, countJSON(c))
		}
		out.Items = append(out.Items, one)
	}
	return writeJSON(w, out)
}

func countJSON(c ratings.Count) jsonCount {
	out := jsonCount{State: c.State.String(), N: c.N}
	if c.State == rubric.Rated {
		out.Value = orNull(c.Value.String())
	}
	if c.Level != nil {
		out.Level, out.Label = orNull(c.Level.Code), orNull(c.Level.Name())
	}
	return out
}
