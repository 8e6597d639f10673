package render

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"rubrickit/rubric/internal/font"
	"rubrickit/rubric/internal/pdf/flow"
)

// Font is a font of the user's choice.
type Font struct{ file *font.Font }

// mostFontBytes bounds a font: those of all Chinese letters have 20 MB.
const mostFontBytes = 40 << 20

// ReadFont reads a TrueType font, of at most 40 MiB.
func ReadFont(in io.Reader) (*Font, error) {
	data, err := io.ReadAll(io.LimitReader(in, mostFontBytes+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostFontBytes {
		return nil, fmt.Errorf("the font has more than %d MiB", mostFontBytes>>20)
	}
	f, err := font.Parse(data)
	if err != nil {
		return nil, err
	}
	return &Font{f}, nil
}

// namedLetters is how many missing letters an error names.
const namedLetters = 8

// checkLetters fails where text cannot be printed as it is written, and warns
// of symbols that are drawn as boxes.
func (p *pdfWriter) checkLetters(warn func(string)) error {
	gaps := p.setter.Gaps()
	if len(gaps.Scripts) > 0 {
		return fmt.Errorf("PDF cannot be written in the script %s: its letters change beside each other, which is not supported; take HTML",
			strings.Join(gaps.Scripts, ", "))
	}
	if len(gaps.Letters) > 0 {
		return errors.New(missingLetters(gaps))
	}
	if len(gaps.Symbols) > 0 && warn != nil {
		warn("no font has " + strings.Join(gaps.Symbols, " ") + ": drawn as a box; choose a font with --font FILE")
	}
	return nil
}

// missingLetters says which letters no font has: "語 (U+8A9E)".
func missingLetters(gaps flow.Gaps) string {
	var names []string
	for _, r := range gaps.Letters[:min(len(gaps.Letters), namedLetters)] {
		names = append(names, fmt.Sprintf("%c (%U)", r, r))
	}
	if more := len(gaps.Letters) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("%d more", more))
	}
	return "no font has the letters " + strings.Join(names, ", ") + "; choose a TrueType font that has them with --font FILE"
}
