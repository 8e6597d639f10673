package adopt

import (
	"slices"
	"strings"
	"unicode"

	"rubrickit/rubric/internal/lazyregexp"
	"rubrickit/rubric/yamldoc"
)

// typedWords are words that some YAML readers take for a value of another type.
var typedWords = []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf", "~"}

var (
	numberLike = lazyregexp.New(`^[-+]?[.0-9][0-9_.,:eExXoabcdfABCDEF+-]*$|^\.(inf|nan)$`)
	threeParts = lazyregexp.New(`^[0-9]+(\.[0-9]+){2,}$`) // 1.1.1 is no number
)

// isTyped reports whether a plain text would be taken for something else.
func isTyped(text string) bool {
	return slices.Contains(typedWords, strings.ToLower(text)) || numberLike.MatchString(text) && !threeParts.MatchString(text)
}

// isPlain reports whether a text is itself in YAML without quotes.
func isPlain(text string) bool {
	if text == "" || isTyped(text) || strings.TrimSpace(text) != text || strings.ContainsFunc(text, isUnprintable) {
		return false
	}
	first := []rune(text)[0]
	starts := unicode.IsLetter(first) || unicode.IsDigit(first) || strings.ContainsRune("©§“‘(_/„«¿¡…$€£+.<", first)
	return starts && !strings.Contains(text, ": ") && !strings.Contains(text, " #") && !strings.HasSuffix(text, ":") && !strings.HasPrefix(text, "<<") && text != "..." && !strings.HasPrefix(text, "... ")
}

func isUnprintable(r rune) bool { return r != ' ' && !unicode.IsPrint(r) }

// isBlock reports whether a text is written as a block of lines.
func isBlock(text string) bool {
	lines := strings.Split(text, "\n")
	return len(lines) > 1 && lines[0] != "" && lines[0][0] != ' ' && lines[len(lines)-1] != "" &&
		!slices.ContainsFunc(lines, func(line string) bool {
			return strings.ContainsFunc(line, isUnprintable) || strings.TrimSpace(line) == "" && line != ""
		})
}

// quote writes a text on one line, in quotes where it needs them.
func quote(text string) string {
	if isPlain(text) {
		return text
	}
	return yamldoc.DoubleQuoted(text)
}

// quoteKey writes a code as a key.
func quoteKey(code string) string {
	if strings.Contains(code, ":") {
		return yamldoc.DoubleQuoted(code)
	}
	return quote(code)
}

// flowSafe are texts that need no more quotes within brackets than elsewhere.
var flowSafe = lazyregexp.New(`^[\pL\pM\pN ./_()'’–-]*$`)

// quoteFlow writes a text within brackets.
func quoteFlow(text string) string {
	if !flowSafe.MatchString(text) {
		return yamldoc.DoubleQuoted(text)
	}
	return quote(text)
}

// flow writes texts as a list on one line.
func flow(texts []string) string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = quoteFlow(text)
	}
	return "[" + strings.Join(out, ", ") + "]"
}

// flowNode writes a value of any kind on one line.
func flowNode(n *yamldoc.Node) string {
	var parts []string
	switch n.Kind {
	case yamldoc.Map:
		for _, p := range n.Pairs {
			parts = append(parts, quoteFlow(p.Key.Value)+": "+flowNode(p.Value))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case yamldoc.List:
		for _, item := range n.Items {
			parts = append(parts, flowNode(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	if n.Style == yamldoc.Plain && (n.Value == "" || isTyped(n.Value)) {
		return firstOf(n.Value, "~")
	}
	return quoteFlow(n.Value)
}
