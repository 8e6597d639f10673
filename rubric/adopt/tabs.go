package adopt

import "strings"

// tabRow keeps a line whose cells tabs divide, as text has it that was copied from
// a table, and reports whether the line is one.
func (m *markdownReader) tabRow(text string) bool {
	if !strings.Contains(strings.TrimRight(text, " \t"), "\t") {
		return false
	}
	cells := strings.Split(text, "\t")
	bare := strings.TrimSpace(cells[0])
	lists := bare != "" && len(cells) == 2 && markedLine.MatchString(bare+" x")
	if lists || bare == "" && len(m.tabs) == 0 {
		return false
	}
	r := row{at: m.at()}
	for _, c := range cells {
		r.cells = append(r.cells, typedCell(c))
	}
	m.tabs = append(m.tabs, r)
	m.open = false
	return true
}

// addTabs adds the table of all lines with tabs, unless there is only one.
func (m *markdownReader) addTabs() error {
	if len(m.tabs) < 2 {
		for _, r := range m.tabs {
			m.doc.outline = append(m.doc.outline, line{kind: paragraph, text: escaped(oneLine(rowText(r))), at: r.at})
		}
		return nil
	}
	return m.doc.addTable(m.tabs)
}
