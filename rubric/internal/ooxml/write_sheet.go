package ooxml

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// sheetWriter writes the rows of one sheet.
type sheetWriter struct {
	out     *bufio.Writer
	sheet   Sheet
	letters []string // of the columns: A, B … AA
	row     int      // the last one written; 1 is the header
}

// writeSheet writes a sheet; the selected one is in sight when the workbook is
// opened.
func writeSheet(w io.Writer, s Sheet, selected bool) error {
	sheet := sheetWriter{out: bufio.NewWriterSize(w, 1<<16), sheet: s}
	for i := range s.Columns {
		sheet.letters = append(sheet.letters, letters(i))
	}
	sheet.open(selected)
	if err := sheet.rows(); err != nil {
		return err
	}
	last := sheet.letters[len(sheet.letters)-1] + strconv.Itoa(sheet.row)
	fmt.Fprintf(sheet.out, `</sheetData><autoFilter ref="A1:%s"/></worksheet>`, last)
	return sheet.out.Flush()
}

// open writes what stands before the rows: the frozen header, the widths.
func (s *sheetWriter) open(selected bool) {
	tab := ""
	if selected {
		tab = `tabSelected="1" `
	}
	fmt.Fprintf(s.out, `%s<worksheet xmlns="%s"><sheetViews><sheetView %sworkbookViewId="0">`+
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`, xmlHead, nsSheet, tab)
	for i, c := range s.sheet.Columns {
		fmt.Fprintf(s.out, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, max(c.Width, 1))
	}
	s.out.WriteString(`</cols><sheetData>`)
}

// rows writes the header and the rows, and stops at the first that fails.
func (s *sheetWriter) rows() error {
	header := make([]Cell, len(s.sheet.Columns))
	for i, c := range s.sheet.Columns {
		header[i] = Text(c.Name)
	}
	if err := s.add(header); err != nil {
		return err
	}
	for cells := range s.sheet.Rows {
		if err := s.add(cells); err != nil {
			return err
		}
	}
	return nil
}

func (s *sheetWriter) add(cells []Cell) error {
	if s.row++; s.row > mostRows {
		return fmt.Errorf("the sheet %q would have %w", s.sheet.Name, ErrRows)
	}
	if len(cells) > len(s.letters) {
		return fmt.Errorf("row %d of the sheet %q has %d cells, and the sheet %d columns", s.row, s.sheet.Name, len(cells), len(s.letters))
	}
	s.out.WriteString(`<row r="` + strconv.Itoa(s.row) + `">`)
	for i, c := range cells {
		if err := s.cell(i, c); err != nil {
			return err
		}
	}
	_, err := s.out.WriteString(`</row>`)
	return err
}

func (s *sheetWriter) cell(i int, c Cell) error {
	if c.text == "" {
		return nil
	}
	s.out.WriteString(`<c r="` + s.letters[i] + strconv.Itoa(s.row) + `"`)
	if c.number {
		decimals, ok := decimals(c.text)
		if !ok {
			return fmt.Errorf("row %d of the sheet %q: %q is no decimal number", s.row, s.sheet.Name, c.text)
		}
		_, err := s.out.WriteString(` s="` + strconv.Itoa(styleNumber+min(decimals, mostDecimals)) + `"><v>` + c.text + `</v></c>`)
		return err
	}
	if s.row == 1 {
		s.out.WriteString(` s="` + strconv.Itoa(styleHeader) + `"`)
	}
	_, err := s.out.WriteString(` t="inlineStr"><is><t xml:space="preserve">` + escape(fitted(c.text)) + `</t></is></c>`)
	return err
}

// decimals counts the digits after the point of a decimal number; false for
// another text.
func decimals(text string) (int, bool) {
	whole, fraction, pointed := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	onlyDigits := strings.Trim(whole+fraction, "0123456789") == ""
	return len(fraction), onlyDigits && whole != "" && (fraction != "") == pointed
}

// letters names a column: A to Z, AA to ZZ, AAA …
func letters(i int) string {
	name := string(rune('A' + i%26))
	for i /= 26; i > 0; i /= 26 {
		i-- // the letters count from A = 1 beyond the last place
		name = string(rune('A'+i%26)) + name
	}
	return name
}
