package render

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/form"
	"rubrickit/rubric/internal/webpage"
)

// Screens narrower than this, in units of the browser's own type size, get the
// narrow arrangement; large print needs more room for as many words.
const (
	narrowScreen      = 52
	narrowScreenLarge = 90
)

// styleSheet is the style of the screen and of paper. Large print has the
// narrow arrangement on paper too, where columns would not fit.
func styleSheet(f *form.Form, o Options) (string, error) {
	paper, err := FindPaper(o.Paper)
	if err != nil {
		return "", err
	}
	wide, err := joined("html/screen.css", "html/rows.css", "html/print.css")
	if err != nil {
		return "", err
	}
	narrow, err := joined("html/narrow.css")
	if err != nil {
		return "", err
	}
	where := fmt.Sprintf("screen and (max-width: %drem)", narrowScreen)
	if o.Large {
		where = fmt.Sprintf("print, screen and (max-width: %drem)", narrowScreenLarge)
	}
	columns := fmt.Sprintf(":root { --column: %.2frem }\n", columnWidth(f))
	return webpage.Styled(columns + wide + "@media " + where + " {\n" + narrow + "}\n" + pageRule(f, paper, o.Large)), nil
}

// The widths of a matrix's columns, in units of the type size: narrow ones leave
// room for the rows' texts, and all of them together more than a third of a line.
const (
	narrowColumn = 4.25
	wideColumn   = 6.5
	allColumns   = 37.0
	widthOfSign  = 0.52 // of a letter in a header, on average
)

// columnWidth is the width at which the longest word above a column fits, as far
// as there is room.
func columnWidth(f *form.Form) float64 {
	letters, most := 0, 1
	for _, s := range f.Sections {
		most = max(most, len(s.Columns))
		for _, c := range s.Columns {
			for word := range strings.FieldsSeq(c.Label) {
				letters = max(letters, utf8.RuneCountInString(word))
			}
		}
	}
	width := min(max(float64(letters+1)*widthOfSign, narrowColumn), wideColumn)
	return max(min(width, allColumns/float64(most)), narrowColumn)
}

// pageRule gives the printed page its size, and a footer with the form's
// identity and the number of the page.
func pageRule(f *form.Form, paper Paper, large bool) string {
	size := 8 // points
	if large {
		size = 14
	}
	font := fmt.Sprintf("font: %dpt system-ui, sans-serif; color: #55616a", size)
	return fmt.Sprintf("@page {\n  size: %s;\n  @bottom-left { content: %s; %s }\n  @bottom-right { content: %s counter(page) %s counter(pages); %s }\n}\n",
		paper.css, cssString(f.Identity.String()), font, cssString(f.Words.Page+" "), cssString(" "+f.Words.PageOf+" "), font)
}

// cssString writes a text as a string of a style sheet, with everything but
// letters and digits escaped by its number.
func cssString(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
			continue
		}
		fmt.Fprintf(&b, `\%06x`, r)
	}
	return `"` + b.String() + `"`
}
