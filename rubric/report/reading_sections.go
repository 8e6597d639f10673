package report

import (
	"fmt"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/internal/table"
	"rubrickit/rubric/ratings"
)

// So much of a file is listed for people; the JSON form has more.
const (
	shownTexts   = 40
	shownRejects = 20
	shownLetters = 40 // of a text in a table
	shownTitle   = 26 // of a title beside its code, so that rows stay rows
)

// sections are what is told of each file, and of all together.
func sections(x Inspected) []section {
	var out []section
	for _, file := range x.Files {
		out = append(out, fileSection(x, file))
	}
	if together := togetherSection(x); len(together.lines) > 0 {
		out = append(out, together)
	}
	return out
}

func fileSection(x Inspected, file ratings.FileInspection) section {
	s := section{title: fileName(file.FileReport)}
	if file.Err != nil {
		for line := range strings.SplitSeq(strings.TrimPrefix(file.Err.Error(), file.File+": "), "\n") {
			s.lines = append(s.lines, "cannot be read: "+line)
		}
	}
	s.lines = append(s.lines, layoutLines(file)...)
	for _, note := range file.Notes {
		s.lines = append(s.lines, "note: "+note)
	}
	if len(file.Columns) > 0 {
		s.parts = append(s.parts, part{"Columns", columnTable(file)})
	}
	s.addTally("Items", file.Names, nameTable)
	s.addTally("Cells", file.Cells, cellTable)
	if file.Err == nil {
		s.addRejects(x.rejectsOf(file.FileReport))
		s.after = append(s.after, commentLine(x, file.FileReport)...)
		s.after = append(s.after, LedgerLine(file.Ledger))
	}
	return s
}

// fileName is the name of a file, with the sheet of a workbook.
func fileName(file ratings.FileReport) string {
	if file.Sheet == "" {
		return file.File
	}
	return fmt.Sprintf("%s[%s]", file.File, file.Sheet)
}

// layoutLines say how the bytes of a file became rows.
func layoutLines(file ratings.FileInspection) []string {
	if file.Header == 0 {
		if file.Encoding == "" {
			return nil
		}
		return []string{file.Encoding + "; no row looks like a header"}
	}
	facts := layoutFacts(file.FileReport)
	if file.Guess {
		return []string{
			"a guess, which is not used for reading: " + strings.Join(facts, ", "),
			"`inspect -o FILE` writes what is seen here as a mapping with lines to fill in",
		}
	}
	facts = append(facts, Count(file.Records, "record"))
	if file.Dates != "" {
		facts = append(facts, "dates "+file.Dates)
	}
	return []string{strings.Join(facts, ", ")}
}

func layoutFacts(file ratings.FileReport) []string {
	var facts []string
	for _, fact := range []string{file.Shape, file.Layout, packedName(file), file.Encoding, delimiterWords(file.Delimiter)} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	return append(facts, headerWords(file))
}

// packedName names the container of a file, but for a CSV, whose delimiter says
// as much.
func packedName(file ratings.FileReport) string {
	switch {
	case file.Packed:
		return file.Container + " in gzip"
	case file.Delimiter != "":
		return ""
	}
	return file.Container
}

func delimiterWords(delimiter string) string {
	switch delimiter {
	case "":
		return ""
	case "\t":
		return "tabs between cells"
	default:
		return fmt.Sprintf("delimiter %q", delimiter)
	}
}

func headerWords(file ratings.FileReport) string {
	switch len(file.HeaderLines) {
	case 0:
		return "a column a key"
	case 1:
		return fmt.Sprintf("header in line %d", file.Header)
	}
	return "header in lines " + strings.Trim(strings.Join(strings.Fields(fmt.Sprint(file.HeaderLines)), ", "), "[]")
}

// togetherSection is what no file shows alone.
func togetherSection(x Inspected) section {
	s := section{title: "All files"}
	for _, note := range x.Notes {
		s.lines = append(s.lines, "note: "+note)
	}
	if x.Ratings != nil && len(x.Files) > 1 {
		s.lines = append(s.lines, LedgerLine(x.Ratings.Ledger))
	}
	return s
}

func columnTable(file ratings.FileInspection) table.Table {
	t := table.Table{Header: []string{"", "column", "taken for", "why", "holds"}, Align: []table.Align{table.Right}}
	for i, c := range file.Columns {
		name := short(c.Name)
		if strings.TrimSpace(name) == "" {
			name = "(no name)"
		}
		t.Rows = append(t.Rows, []string{fmt.Sprint(i + 1), name, columnWords(c), columnReason(c, file.Hints[i]), sampleWords(file.Samples, i)})
	}
	return t
}

// columnWords say what a column was taken for.
func columnWords(c ratings.Column) string {
	switch {
	case c.Ignored:
		return "left out"
	case c.Part:
		return "part of a rating"
	case c.Role != "" && c.Item != nil:
		return string(c.Role) + " on " + itemName(c.Item)
	case c.Role != "":
		return string(c.Role)
	case c.Item != nil:
		return itemName(c.Item)
	default:
		return "not recognised"
	}
}

func itemName(it *rubric.Item) string {
	if it.Label() == it.Code {
		return it.Code
	}
	return it.Code + " " + shortTo(it.Label(), shownTitle)
}

// columnReason says why, or what an unknown column could be.
func columnReason(c ratings.Column, h ratings.Hint) string {
	switch {
	case h.Why == "":
		return c.How
	case h.Item != nil:
		return fmt.Sprintf("perhaps %s: %s", h.Item.Code, h.Why)
	case h.Role != "":
		return fmt.Sprintf("perhaps %s: %s", h.Role, h.Why)
	default:
		return "perhaps an item: " + h.Why
	}
}

func sampleWords(samples [][]string, column int) string {
	if column >= len(samples) {
		return ""
	}
	var out []string
	for _, text := range samples[column] {
		out = append(out, shortTo(text, 20))
	}
	return strings.Join(out, ", ")
}

// short cuts a text so that a table stays readable.
func short(text string) string { return shortTo(text, shownLetters) }

func shortTo(text string, most int) string {
	text = strings.Join(strings.Fields(text), " ")
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return text
}
