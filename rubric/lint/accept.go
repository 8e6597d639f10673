package lint

import (
	"strings"
	"unicode/utf8"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/internal/lazyregexp"
)

// acceptance is a comment on its own line that accepts findings:
//
//	# rubric:accept CODE: reason
//
// It accepts those that point into the next line that holds anything else,
// and into the lines indented deeper below that one, up to its `items:`. Above
// an item that is its title, text, levels and so on, and no item below it:
// each of those is judged, and accepted, by itself.
type acceptance struct {
	code     diag.Code
	reason   string
	at       diag.Span // of the comment
	from, to int       // the lines, both included; 0 where nothing follows
}

var (
	acceptComment = lazyregexp.New(`^[ \t]*(#[ \t]*rubric:accept\b[ \t:]*(.*))$`)
	blockHeader   = lazyregexp.New(`[:-][ \t]+[|>][-+0-9]*([ \t]+#.*)?[ \t]*$`)
	itemsKey      = lazyregexp.New(`^[ \t]*["']?items["']?[ \t]*:`)
)

// acceptances reads the comments of a file.
func acceptances(file string, lines []string) []acceptance {
	var out []acceptance
	text := -1 // indentation of the key whose block text the lines belong to
	for i, line := range lines {
		if text >= 0 && (isBare(line) || indentOf(line) > text) {
			continue
		}
		text = -1
		if blockHeader.MatchString(line) {
			text = indentOf(line)
		}
		if m := acceptComment.FindStringSubmatchIndex(line); m != nil {
			a := readAcceptance(line[m[4]:m[5]])
			a.at = lineSpan(file, i+1, line, m[2])
			a.from, a.to = acceptedLines(lines, i+1)
			out = append(out, a)
		}
	}
	return out
}

// readAcceptance reads "CODE: reason".
func readAcceptance(text string) acceptance {
	code, reason, _ := strings.Cut(text, ":")
	return acceptance{code: diag.Code(strings.TrimSpace(code)), reason: strings.TrimSpace(reason)}
}

// lineSpan marks a line from a byte on.
func lineSpan(file string, number int, line string, from int) diag.Span {
	return diag.Span{
		File:  file,
		Start: diag.Pos{Line: number, Column: 1 + utf8.RuneCountInString(line[:from])},
		End:   diag.Pos{Line: number, Column: 1 + utf8.RuneCountInString(line)},
	}
}

// acceptedLines are the lines that a comment speaks of; next is the line
// below it, from 0.
func acceptedLines(lines []string, next int) (from, to int) {
	for next < len(lines) && (isBare(lines[next]) || isComment(lines[next])) {
		next++
	}
	if next == len(lines) {
		return 0, 0
	}
	end := next + 1
	for end < len(lines) && !itemsKey.MatchString(lines[end-1]) &&
		(isBare(lines[end]) || indentOf(lines[end]) > indentOf(lines[next])) {
		end++
	}
	return next + 1, end
}

func isBare(line string) bool { return strings.TrimSpace(line) == "" }

func isComment(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "#") }

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// spot is a line, for findings of one code.
type spot struct {
	line int
	code diag.Code
}

// accepted are the spots whose findings are accepted.
func accepted(list []acceptance) map[spot]bool {
	spots := map[spot]bool{}
	for _, a := range list {
		if a.reason == "" || spots[spot{a.from, a.code}] && spots[spot{a.to, a.code}] {
			continue
		}
		for line := a.from; line <= a.to && a.from > 0; line++ {
			spots[spot{line, a.code}] = true
		}
	}
	return spots
}

// The findings about accepting comments, which no comment can accept.
const (
	codeBadAcceptance   diag.Code = "bad-acceptance"
	codeStaleAcceptance diag.Code = "stale-acceptance"
)

func isAboutAcceptance(code diag.Code) bool {
	return code == codeBadAcceptance || code == codeStaleAcceptance
}
