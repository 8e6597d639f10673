package lint

import (
	"fmt"
	"strings"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/markup"
)

var unsupportedMarkup = Rule{
	Code:     "unsupported-markup",
	Severity: diag.Warning,
	About:    "HTML, headings, images and other markup that forms do not have",
	check:    checkUnsupportedMarkup,
}

// checkUnsupportedMarkup reports the first place of a text. Measured: no
// findings.
func checkUnsupportedMarkup(p *pass) {
	for _, t := range p.texts {
		if isPlainLine(t.text) {
			continue
		}
		problems := markup.Check(t.text)
		if len(problems) == 0 {
			continue
		}
		what, first := t.what, problems[0]
		if strings.Contains(t.text, "\n") {
			what = fmt.Sprintf("line %d of %s", first.Line, what)
		}
		from, to := markSpan(t.text, first.Offset)
		p.reportIn(t, from, to, "texts have paragraphs, _emphasis_, **strong**, [links](…) and lists; all else is printed as it stands",
			"%s holds %s", what, first.What)
	}
}

// isPlainLine reports whether a text is one line without any sign of markup,
// as most texts are: reading those as CommonMark takes longer than all rules.
func isPlainLine(text string) bool {
	return !strings.ContainsAny(text, "<>#`![*_=~\t\n") && !strings.HasPrefix(text, "  ") && strings.Trim(text, "- ") != ""
}

// markSpan is the stretch of a text that holds the markup at an offset: an
// element of HTML or an image up to its end, else the line.
func markSpan(text string, at int) (from, to int) {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	if strings.Trim(text[start:at], "#>`~ \t") == "" {
		at = start + len(text[start:at]) - len(strings.TrimLeft(text[start:at], " \t"))
	}
	if strings.HasSuffix(text[:at], "![") {
		at -= len("![")
	}
	line, _, _ := strings.Cut(text[at:], "\n")
	end := map[bool]string{true: ">", false: ")"}[strings.HasPrefix(line, "<")]
	if i := strings.Index(line, end); i >= 0 && strings.ContainsAny(line[:1], "<!") {
		return at, at + i + 1
	}
	return at, at + len(strings.TrimRight(line, " \t"))
}
