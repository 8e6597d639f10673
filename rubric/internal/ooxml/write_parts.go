package ooxml

import (
	"fmt"
	"io"
	"strings"
)

// part is a file of the archive.
type part struct {
	name  string
	write func(io.Writer) error
}

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// The namespaces and content types of ECMA-376.
const (
	nsSheet    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	nsRels     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsPackage  = "http://schemas.openxmlformats.org/package/2006/relationships"
	nsContents = "http://schemas.openxmlformats.org/package/2006/content-types"
	typePrefix = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// parts lists the files of a workbook; programs that look at the first bytes
// only expect the content types there.
func parts(sheets []Sheet) []part {
	out := []part{
		{"[Content_Types].xml", textPart(contentTypes(sheets))},
		{"_rels/.rels", textPart(relationships([]relation{{"officeDocument", "xl/workbook.xml"}}))},
		{"xl/workbook.xml", textPart(workbook(sheets))},
		{"xl/_rels/workbook.xml.rels", textPart(relationships(workbookRelations(sheets)))},
		{"xl/styles.xml", textPart(styles())},
	}
	for i, s := range sheets {
		out = append(out, part{"xl/" + sheetFile(i), func(w io.Writer) error { return writeSheet(w, s, i == 0) }})
	}
	return out
}

func textPart(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, xmlHead+text)
		return err
	}
}

func sheetFile(i int) string { return fmt.Sprintf("worksheets/sheet%d.xml", i+1) }

func contentTypes(sheets []Sheet) string {
	var b strings.Builder
	b.WriteString(`<Types xmlns="` + nsContents + `">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`)
	override := func(name, kind string) {
		fmt.Fprintf(&b, `<Override PartName="/xl/%s" ContentType="%s%s+xml"/>`, name, typePrefix, kind)
	}
	override("workbook.xml", "sheet.main")
	override("styles.xml", "styles")
	for i := range sheets {
		override(sheetFile(i), "worksheet")
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// relation is a link from one part to another; its id is its place in the
// list: rId1, rId2 … A kind that is no address stands for one of the office
// documents'.
type relation struct{ kind, target string }

// address is the kind as the package names it.
func (r relation) address() string {
	if strings.Contains(r.kind, "://") {
		return r.kind
	}
	return nsRels + "/" + r.kind
}

func relationships(all []relation) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="` + nsPackage + `">`)
	for i, r := range all {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s" Target="%s"/>`, i+1, r.address(), r.target)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// workbookRelations lists the sheets first, so that a sheet's relation has its
// number.
func workbookRelations(sheets []Sheet) []relation {
	var out []relation
	for i := range sheets {
		out = append(out, relation{"worksheet", sheetFile(i)})
	}
	return append(out, relation{"styles", "styles.xml"})
}

func workbook(sheets []Sheet) string {
	var b strings.Builder
	b.WriteString(`<workbook xmlns="` + nsSheet + `" xmlns:r="` + nsRels + `"><sheets>`)
	for i, s := range sheets {
		fmt.Fprintf(&b, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escape(s.Name), i+1, i+1)
	}
	b.WriteString(`</sheets></workbook>`)
	return b.String()
}

// The styles of cells, by their index: the header's, then numbers by their
// decimals.
const (
	styleHeader  = 1
	styleNumber  = 2 // and as many more as a number has decimals
	mostDecimals = 30
	// firstOwnFormat is where the numbers of formats begin that are not built
	// in.
	firstOwnFormat = 164
)

// styles describes them: fonts, and a number format for each count of decimals.
func styles() string {
	var formats, cells strings.Builder
	for decimals := range mostDecimals + 1 {
		code := "0"
		if decimals > 0 {
			code += "." + strings.Repeat("0", decimals)
		}
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, firstOwnFormat+decimals, code)
		fmt.Fprintf(&cells, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`, firstOwnFormat+decimals)
	}
	return fmt.Sprintf(`<styleSheet xmlns="%s"><numFmts count="%d">%s</numFmts>`+
		`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`+
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`+
		`<borders count="1"><border/></borders>`+
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`+
		`<cellXfs count="%d"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`+
		`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>%s</cellXfs>`+
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
		nsSheet, mostDecimals+1, formats.String(), styleNumber+mostDecimals+1, cells.String())
}
