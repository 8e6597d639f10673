package report

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"

	"rubrickit/rubric"
	"rubrickit/rubric/collect"
	"rubrickit/rubric/internal/ooxml"
	"rubrickit/rubric/internal/table"
)

// CollectFormats are the formats of a ratings file that is put together from
// returned forms. Each is read back as the ratings that it is made of.
func CollectFormats() []Format[*collect.Collection] {
	return []Format[*collect.Collection]{
		{Name: "csv", About: "a row for each rating and comment, with its source", Write: writeCollectRows(',')},
		{Name: "tsv", About: "the same, with tabs between cells", Write: writeCollectRows('\t')},
		{Name: "json", About: "the same for programs: one object with a list of ratings", Write: writeCollectJSON},
		{Name: "ndjson", About: "a JSON object on a line for each rating and comment", Write: writeCollectLines},
		{Name: "xlsx", About: "the same as a workbook", Write: writeCollectWorkbook, Binary: true},
	}
}

// collectColumns are the columns of the file. Texts pass through mask, which makes
// them safe in a format. The last columns name the framework, so that the file is
// never read against another one.
func collectColumns(f *rubric.Framework, mask func(string) string) []column[collect.Row] {
	type row = collect.Row
	masked := func(of func(*row) string) func([]byte, *row) []byte {
		return text(func(r *row) string { return mask(portable(of(r))) })
	}
	id, version, print := mask(f.ID), mask(f.Version), f.ShortFingerprint()
	return []column[row]{
		{field{"ratee", word, "who was rated"}, masked(func(r *row) string { return r.Ratee })},
		{field{"rater", word, "who rated; of a form that names nobody, the file and the number of the form in it"}, masked(func(r *row) string { return r.Rater })},
		{field{"group", word, "as what the rater rates"}, masked(func(r *row) string { return r.Group })},
		{field{"occasion", word, "when it was rated; dates as 2026-03-31"}, masked(func(r *row) string { return r.Occasion })},
		{field{"item", word, "the item's code; nothing in a row that has a comment alone"}, masked(func(r *row) string { return r.Item })},
		{field{"rating", word, "the level by its code, a number between levels, a word for a null state, or nothing for a blank"}, masked(func(r *row) string { return r.Rating })},
		{field{"comment", prose, "the comment that goes with the rating, or stands alone"}, masked(func(r *row) string { return r.Comment })},
		{field{"comment_on", word, "the item that a comment is on which has no rating; without an item it is on the whole form"}, masked(func(r *row) string { return r.CommentOn })},
		{field{"file", word, "the file that the row comes from"}, masked(func(r *row) string { return r.At.File })},
		{field{"sheet", word, "the sheet of a workbook"}, masked(func(r *row) string { return r.At.Sheet })},
		{field{"line", count, "the line in that file, from 1; of a workbook the row, of a PDF the number of the field"}, whole(func(r *row) int { return r.At.Line })},
		{field{"framework", word, "the id of the framework"}, text(func(*row) string { return id })},
		{field{"version", word, "its version"}, text(func(*row) string { return version })},
		{field{"fingerprint", word, "the beginning of its fingerprint"}, text(func(*row) string { return print })},
	}
}

// portable is a text as every format can carry it: lines end with a line feed,
// and the NUL character, which makes a text file unreadable, is the replacement
// character.
func portable(text string) string { return carried.Replace(text) }

var carried = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\uFFFD")

// asItIs masks nothing.
func asItIs(text string) string { return text }

// forSpreadsheet puts an apostrophe before a cell that a spreadsheet would take for
// a formula, and before one that looks as if it had one. The reader of ratings
// takes it away. Negative numbers are no formulas.
func forSpreadsheet(cell string) string {
	if _, err := rubric.ParseDecimal(cell); err == nil {
		return cell
	}
	if bare := strings.TrimLeft(cell, "'"); table.NeutralCell(bare) != bare {
		return "'" + cell
	}
	return cell
}

// forWorkbook does the same where a text is a text by its type: only what looks
// masked is.
func forWorkbook(cell string) string {
	if strings.HasPrefix(cell, "'") {
		return forSpreadsheet(cell)
	}
	return cell
}

func writeCollectRows(comma rune) func(io.Writer, *collect.Collection, Options) error {
	return func(w io.Writer, c *collect.Collection, o Options) error {
		return writeRows(w, table.Dialect{Comma: comma, Excel: o.Excel}, collectColumns(c.Framework, forSpreadsheet), slices.Values(c.Rows))
	}
}

func writeCollectJSON(w io.Writer, c *collect.Collection, _ Options) error {
	s := newJSONStream(w)
	if err := streamRecords(s, "ratings", collectColumns(c.Framework, asItIs), slices.Values(c.Rows)); err != nil {
		return err
	}
	return s.close()
}

func writeCollectLines(w io.Writer, c *collect.Collection, _ Options) error {
	return streamLines(w, slices.Values(c.Rows), objectOf(onOneLine(), collectColumns(c.Framework, asItIs)).append)
}

// longestCell is how many units of UTF-16 a cell of a workbook holds.
const longestCell = 32_767

func writeCollectWorkbook(w io.Writer, c *collect.Collection, _ Options) error {
	for _, r := range c.Rows {
		if n := len(utf16.Encode([]rune(r.Comment))); n > longestCell {
			return fmt.Errorf("the comment at %s has %s characters, and a cell of a workbook holds %s; the formats csv and json have no such limit", r.At, Thousands(n), Thousands(longestCell))
		}
	}
	sheet := sheetOf("ratings", collectColumns(c.Framework, forWorkbook), slices.Values(c.Rows))
	err := ooxml.WriteXLSX(w, []ooxml.Sheet{sheet})
	if errors.Is(err, ooxml.ErrRows) {
		return fmt.Errorf("%w; the formats csv and json have no such limit", err)
	}
	return err
}
