package ooxml

import (
	"fmt"
	"slices"
	"strings"
)

// sharedTexts are the texts of a book, which its cells name by number. Equal texts
// are one.
type sharedTexts struct {
	texts numbered[string] // as XML
	used  int
}

// index is the number of a text in a cell of a style.
func (s *sharedTexts) index(runs []Run, style Font) int {
	s.used++
	return s.texts.index(richXML(runs, style))
}

// richXML is a text in runs; one that looks like its cell throughout is plain.
func richXML(runs []Run, style Font) string {
	var b strings.Builder
	plain := !slices.ContainsFunc(runs, func(r Run) bool { return r.Font != Font{} && r.Font != style })
	for _, r := range runs {
		text := `<t xml:space="preserve">` + escape(r.Text) + `</t>`
		if plain {
			b.WriteString(text)
			continue
		}
		font := r.Font
		if font == (Font{}) {
			font = style
		}
		b.WriteString(`<r>` + font.xml("rPr", "rFont") + text + `</r>`)
	}
	return b.String()
}

func (s *sharedTexts) xml() string {
	var b strings.Builder
	fmt.Fprintf(&b, `<sst xmlns="%s" count="%d" uniqueCount="%d">`, nsSheet, s.used, len(s.texts.all))
	for _, text := range s.texts.all {
		b.WriteString(`<si>` + text + `</si>`)
	}
	b.WriteString(`</sst>`)
	return b.String()
}

// fittedRuns joins what looks alike, and cuts a text to what a cell can hold.
func fittedRuns(runs []Run, style Font) []Run {
	var out []Run
	room := longestText
	for _, r := range runs {
		if r.Font == (Font{}) {
			r.Font = style
		}
		text := clipped(r.Text, room)
		room -= len(text) // at least as much as its UTF-16 code units
		switch {
		case text == "" || room < 0:
		case len(out) > 0 && out[len(out)-1].Font == r.Font:
			out[len(out)-1].Text += text
		default:
			out = append(out, Run{text, r.Font})
		}
	}
	return out
}
