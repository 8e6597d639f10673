package report

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
	"rubrickit/rubric/score"
)

// fileLines tell how each file was understood. Files that were understood alike
// are told once.
func (r Reading) fileLines(out *strings.Builder) {
	for _, alike := range r.alike() {
		first := alike[0]
		fmt.Fprintf(out, "%s: %s, %s\n", fileName(first), strings.Join(layoutFacts(first), ", "), Count(first.Records, "record"))
		out.WriteString(columnLines(first.Columns))
		if len(alike) == 1 {
			continue
		}
		var names []string
		records := 0
		for _, file := range alike[1:] {
			names = append(names, fileName(file))
			records += file.Records
		}
		fmt.Fprintf(out, "  in the same way: %s; %s\n", someOf(names, firstTold), Count(records, "record"))
	}
}

// alike groups files that were understood in the same way, in the order of
// their first ones.
func (r Reading) alike() [][]ratings.FileReport {
	var out [][]ratings.FileReport
	at := map[string]int{}
	for _, file := range r.Report.Files {
		key := strings.Join(layoutFacts(file), ", ") + "\n" + columnLines(file.Columns)
		i, known := at[key]
		if !known {
			i = len(out)
			at[key], out = i, append(out, nil)
		}
		out[i] = append(out[i], file)
	}
	return out
}

// someOf lists so many words, and counts the rest.
func someOf(words []string, most int) string {
	if len(words) <= most {
		return strings.Join(words, ", ")
	}
	return strings.Join(words[:most], ", ") + " and " + Thousands(len(words)-most) + " more"
}

// columnLines tell what each column was taken for, the items' columns
// together.
func columnLines(columns []ratings.Column) string {
	var roles, items, unknown, passed []string
	parts := 0
	for _, c := range columns {
		switch {
		case c.Ignored:
			passed = append(passed, fmt.Sprintf("  %s: %s\n", c.How, c.Name))
		case c.Part:
			parts++
		case c.Role != "":
			roles = append(roles, roleWords(c))
		case c.Item != nil:
			items = append(items, c.Name)
		case c.Name != "":
			unknown = append(unknown, fmt.Sprintf("%q", c.Name))
		}
	}
	if len(items) > 0 {
		roles = append(roles, itemWords(items))
	}
	if parts > 0 {
		roles = append(roles, Count(parts, "column")+" with parts of their ratings")
	}
	lines := "  columns: " + strings.Join(roles, ", ") + "\n"
	if len(unknown) > 0 {
		lines += "  not recognised, and not read: " + someOf(unknown, 2*firstTold) + " (--map ROLE=COLUMN says what a column is, --by COLUMN groups by it)\n"
	}
	return lines + strings.Join(passed, "")
}

func roleWords(c ratings.Column) string {
	words := c.Name
	if c.Name != string(c.Role) {
		words += " as " + string(c.Role)
	}
	if c.Item != nil {
		words += " of " + c.Item.Code
	}
	return words
}

func itemWords(names []string) string {
	if len(names) == 1 {
		return names[0] + " as an item"
	}
	return fmt.Sprintf("%s … %s as %s", names[0], names[len(names)-1], Count(len(names), "item"))
}

// ledgerLines tell what became of the cells: of every file where there are few,
// else of those with rejects, and of all together.
func (r Reading) ledgerLines(out *strings.Builder) {
	files := slices.Clone(r.Report.Files)
	if len(files) > firstTold {
		files = slices.DeleteFunc(files, func(f ratings.FileReport) bool { return r.ledgerOf(f).Rejected == 0 })
	}
	for _, file := range files[:min(len(files), firstTold)] {
		fmt.Fprintf(out, "%s: %s\n", fileName(file), LedgerLine(r.ledgerOf(file)))
	}
	if more := len(files) - firstTold; more > 0 {
		fmt.Fprintf(out, "… %s with rejects\n", Count(more, "more file"))
	}
	if n := len(r.Report.Files); n > 1 {
		fmt.Fprintf(out, "%s: %s\n", Count(n, "file"), LedgerLine(r.Score.Result.Ledger))
	}
}

// ledgerOf is the ledger of a file with what scoring rejected of it.
func (r Reading) ledgerOf(file ratings.FileReport) rubric.Ledger {
	l := file.Ledger
	for _, reject := range r.Score.Result.Rejects {
		if reject.At.File == file.File && reject.At.Sheet == file.Sheet && reject.Code == string(score.CodeAmbiguousLatest) {
			l.Rated -= reject.Cells
			l.Rejected += reject.Cells
		}
	}
	return l
}

// LedgerLine writes a ledger as the sum that it is: "30 cells = 27 rated + 0
// not applicable + …".
func LedgerLine(l rubric.Ledger) string {
	return fmt.Sprintf("%s = %s rated + %s not applicable + %s not observed + %s missing + %s rejected",
		Count(l.Cells, "cell"), Thousands(l.Rated), Thousands(l.NotApplicable), Thousands(l.NotObserved), Thousands(l.Missing), Thousands(l.Rejected))
}
