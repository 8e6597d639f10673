package report

import (
	"io"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
)

// ListFormats are the formats of a list of frameworks.
func ListFormats() []Format[[]*rubric.Framework] {
	return []Format[[]*rubric.Framework]{
		{Name: "table", About: "for a terminal", Write: func(w io.Writer, list []*rubric.Framework, o Options) error {
			t := listTable(list)
			t.Width = o.Width
			return t.Text(w)
		}},
		{Name: "md", About: "a Markdown table", Write: func(w io.Writer, list []*rubric.Framework, _ Options) error {
			return listTable(list).Markdown(w)
		}},
		{Name: "csv", About: "for a spreadsheet or a script", Write: func(w io.Writer, list []*rubric.Framework, o Options) error {
			return listTable(list).CSV(w, o.Excel)
		}},
		{Name: "json", About: "for programs", Write: writeListJSON},
	}
}

func listTable(list []*rubric.Framework) table.Table {
	t := table.Table{Header: []string{"id", "title", "version", "shape", "scale"}}
	for _, f := range list {
		t.Rows = append(t.Rows, []string{f.ID, f.Title, f.Version, Shape(f), ScaleLine(f)})
	}
	return t
}

type jsonListed struct {
	ID          string     `json:"id"`
	Title       string     `json:"title"`
	Version     string     `json:"version"`
	Publisher   string     `json:"publisher"`
	Tiers       []jsonTier `json:"tiers"`
	Indicators  int        `json:"indicators"`
	SHA256      string     `json:"sha256"`
	Fingerprint string     `json:"fingerprint"`
}

type jsonTier struct {
	Tier  string `json:"tier"`
	Items int    `json:"items"`
}

func writeListJSON(w io.Writer, list []*rubric.Framework, _ Options) error {
	out := make([]jsonListed, 0, len(list))
	for _, f := range list {
		out = append(out, jsonListed{
			ID: f.ID, Title: f.Title, Version: f.Version, Publisher: f.Publisher, Tiers: tierCounts(f),
			Indicators: len(f.Indicators()), SHA256: f.SHA256, Fingerprint: f.Fingerprint(),
		})
	}
	return writeJSON(w, out)
}

// tierCounts counts the items in use at each depth.
func tierCounts(f *rubric.Framework) []jsonTier {
	out := make([]jsonTier, f.Depth())
	for depth := range out {
		out[depth].Tier = f.Tier(depth)
	}
	for it := range f.All() {
		if !it.IsRetired() {
			out[it.Depth()].Items++
		}
	}
	return out
}
