package ooxml

import (
	"fmt"
	"strings"
)

// pageXML writes a page, its elements in the order of the standard (18.3.1.99).
func pageXML(p *Page, t *bookTables, selected bool) string {
	var b strings.Builder
	b.WriteString(`<worksheet xmlns="` + nsSheet + `" xmlns:r="` + nsRels + `">`)
	if p.Print != nil {
		b.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	}
	b.WriteString(pageView(p, selected) + `<sheetFormatPr defaultRowHeight="13"/>` + pageColumns(p.Columns) + `<sheetData>`)
	for i := range p.Rows {
		pageRow(&b, &p.Rows[i], i+1, t)
	}
	b.WriteString(`</sheetData>`)
	if p.Locked {
		b.WriteString(`<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>`)
	}
	if p.Filter != (Area{}) {
		fmt.Fprintf(&b, `<autoFilter ref="%s"/>`, p.Filter)
	}
	b.WriteString(joined(p.Joined) + checks(p.Checks) + printSetUp(p.Print) + rowBreaks(p.Breaks))
	if p.Picture != nil {
		b.WriteString(`<drawing r:id="rId1"/>`)
	}
	b.WriteString(`</worksheet>`)
	return b.String()
}

// pageView freezes the first rows. Lines between cells are not shown, since the
// page draws its own.
func pageView(p *Page, selected bool) string {
	tab := ""
	if selected {
		tab = ` tabSelected="1"`
	}
	pane := ""
	if p.Frozen > 0 {
		pane = fmt.Sprintf(`<pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`, p.Frozen, p.Frozen+1)
	}
	return `<sheetViews><sheetView showGridLines="0"` + tab + ` workbookViewId="0">` + pane + `</sheetView></sheetViews>`
}

// Widths of columns are counted in digits of the standard font, which is 7
// pixels wide at 96 pixels an inch (18.3.1.13).
const (
	digitPixels    = 7
	pixelsPerPoint = 96.0 / 72
)

func pageColumns(columns []PageColumn) string {
	var b strings.Builder
	b.WriteString(`<cols>`)
	for i, c := range columns {
		hidden := ""
		if c.Hidden {
			hidden = ` hidden="1"`
		}
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%.2f"%s customWidth="1"/>`, i+1, i+1, float64(c.Width*pixelsPerPoint)/digitPixels, hidden)
	}
	b.WriteString(`</cols>`)
	return b.String()
}

func pageRow(b *strings.Builder, r *PageRow, number int, t *bookTables) {
	fmt.Fprintf(b, `<row r="%d"`, number)
	if r.Height > 0 {
		fmt.Fprintf(b, ` ht="%.2f" customHeight="1"`, min(r.Height, MostRowHeight))
	}
	if r.Hidden {
		b.WriteString(` hidden="1"`)
	}
	b.WriteString(`>`)
	for i := range r.Cells {
		pageCell(b, &r.Cells[i], number, t)
	}
	b.WriteString(`</row>`)
}

// MostRowHeight is the greatest height of a row, in points.
const MostRowHeight = 409

func pageCell(b *strings.Builder, c *PageCell, row int, t *bookTables) {
	style := c.Style
	style.quoted = needsQuote(c.Runs)
	fmt.Fprintf(b, `<c r="%s" s="%d"`, reference(c.Column, row), t.styles.index(style))
	if runs := fittedRuns(c.Runs, style.Font); len(runs) > 0 {
		fmt.Fprintf(b, ` t="s"><v>%d</v></c>`, t.texts.index(runs, style.Font))
		return
	}
	b.WriteString(`/>`)
}

// needsQuote reports whether a text would become a formula when it is entered
// again by a person.
func needsQuote(runs []Run) bool {
	return len(runs) > 0 && runs[0].Text != "" && strings.ContainsRune("=+-@'", rune(runs[0].Text[0]))
}

func joined(areas []Area) string {
	if len(areas) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<mergeCells count="%d">`, len(areas))
	for _, a := range areas {
		fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, a)
	}
	b.WriteString(`</mergeCells>`)
	return b.String()
}

// What a check may say, in UTF-16 code units (18.3.1.32).
const (
	longestCheckTitle = 32
	longestCheckText  = 255
)

func checks(all []Check) string {
	if len(all) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<dataValidations count="%d">`, len(all))
	for _, c := range all {
		title, text := escape(clipped(c.Title, longestCheckTitle)), escape(clipped(c.Prompt, longestCheckText))
		how, formulas := `type="list"`, `<formula1>`+escape(c.List)+`</formula1>`
		if c.List == "" {
			how, formulas = `type="decimal" operator="between"`, `<formula1>`+c.From+`</formula1><formula2>`+c.To+`</formula2>`
		}
		fmt.Fprintf(&b, `<dataValidation %s errorStyle="stop" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="%s" error="%s" promptTitle="%s" prompt="%s" sqref="%s">%s</dataValidation>`,
			how, title, text, title, text, areaList(c.Areas), formulas)
	}
	b.WriteString(`</dataValidations>`)
	return b.String()
}

// areaList names areas, those that stand one below the other as one.
func areaList(areas []Area) string {
	var whole []Area
	for _, a := range areas {
		if n := len(whole) - 1; n >= 0 && whole[n].Left == a.Left && whole[n].Right == a.Right && whole[n].Bottom+1 == a.Top {
			whole[n].Bottom = a.Bottom
			continue
		}
		whole = append(whole, a)
	}
	var names []string
	for _, a := range whole {
		names = append(names, a.String())
	}
	return strings.Join(names, " ")
}

const pointsPerInch = 72

func printSetUp(p *Print) string {
	if p == nil {
		return ""
	}
	orientation := "portrait"
	if p.Landscape {
		orientation = "landscape"
	}
	return `<printOptions horizontalCentered="1"/>` +
		fmt.Sprintf(`<pageMargins left="%.3f" right="%.3f" top="%.3f" bottom="%.3f" header="0.3" footer="0.3"/>`,
			p.Margins.Left/pointsPerInch, p.Margins.Right/pointsPerInch, p.Margins.Top/pointsPerInch, p.Margins.Bottom/pointsPerInch) +
		fmt.Sprintf(`<pageSetup paperSize="%d" orientation="%s" fitToWidth="1" fitToHeight="0"/>`, p.Paper, orientation) +
		`<headerFooter><oddFooter>` + escape(p.footer()) + `</oddFooter></headerFooter>`
}

// rowBreaks end sheets of paper below rows.
func rowBreaks(rows []int) string {
	if len(rows) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<rowBreaks count="%d" manualBreakCount="%d">`, len(rows), len(rows))
	for _, row := range rows {
		fmt.Fprintf(&b, `<brk id="%d" max="%d" man="1"/>`, row, mostColumns-1)
	}
	b.WriteString(`</rowBreaks>`)
	return b.String()
}

// footer is the code of the footer (18.3.1.46). An ampersand begins a code, so one
// of the text is doubled. Its 255 characters include the codes.
func (p *Print) footer() string {
	literal := func(text string, most int) string { return strings.ReplaceAll(clipped(text, most), "&", "&&") }
	size := fmt.Sprintf("&%d ", p.Size) // the space ends the number
	return "&L" + size + literal(p.Left, 90) + "&R" + size + literal(p.Page, 12) + " &P " + literal(p.Of, 12) + " &N"
}
