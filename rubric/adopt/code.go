package adopt

import (
	"fmt"
	"slices"
	"strings"

	"rubrickit/rubric/internal/lazyregexp"
)

// Codes that texts begin with: a number with its separator, letters and numbers
// ("PO.1", "ID.AM-1", "1a"), capitals, a letter or a Roman number with a separator.
var codePatterns = []*lazyregexp.Regexp{
	lazyregexp.New(`^(\(?[0-9]+)[.):]\)?(?: ?[-–—])? +(\S.*)$`),
	lazyregexp.New(`^([0-9]+(?:[.\-][0-9]+)+(?:\.?[a-z])?)[.):]?(?: ?[-–—:])? +(\S.*)$`),
	lazyregexp.New(`^([0-9]+[a-z])[.):]?(?: ?[-–—:])? +(\S.*)$`),
	lazyregexp.New(`^([A-Z]{1,6}(?:[.\-][A-Z]{1,4})?[.\-]?[0-9]+(?:[.\-][0-9]+)*[a-z]?)[.):]?(?: ?[-–—:])? +(\S.*)$`),
	lazyregexp.New(`^([A-Z]{2,6})(?::| ?[-–—]) +(\S.*)$`),
	lazyregexp.New(`^([A-Za-z]|[IVX]{1,5}|[ivx]{1,5})[.):] +(\S.*)$`),
}

// spacedCode is a code that was typed with a blank in it: "7. 2:".
var spacedCode = lazyregexp.New(`^([0-9]+\.) ([0-9]+[:.)] )`)

// tierCode is a code behind the word of its tier: "Domain 1: Planning".
var tierCode = lazyregexp.New(`^([A-Z][a-z]+(?: [A-Z]?[a-z]+)?) ([0-9]+(?:\.[0-9]+)*[a-z]?|[A-Z]|[IVX]{1,5})(?:[:.)]| ?[-–—]) *(\S.*)$`)

// leadingCode splits the code from a label that begins with one. Bold around it
// does not matter.
func leadingCode(label string) (code, rest string, ok bool) {
	first, below, _ := strings.Cut(label, "\n")
	if inner, bold := strings.CutPrefix(first, "**"); bold {
		code, rest, ok = boldCode(inner)
	} else {
		code, rest, ok = matchCode(first)
	}
	if !ok {
		return "", label, false
	}
	return code, withBelow(rest, below), true
}

// matchCode splits the code from a line that begins with one.
func matchCode(line string) (code, rest string, ok bool) {
	line = spacedCode.ReplaceAllString(unescapedCode(line), "$1$2")
	for _, pattern := range codePatterns {
		if m := pattern.FindStringSubmatch(line); m != nil {
			return strings.TrimPrefix(m[1], "("), m[2], true
		}
	}
	return "", line, false
}

// boldCode is matchCode for a line behind the two stars that it begins with: the
// code is all that is bold, or the beginning of it.
func boldCode(line string) (code, rest string, ok bool) {
	strong, after, closed := strings.Cut(line, "**")
	if code, rest, ok := matchCode(strings.TrimRight(strong, " ") + " x"); closed && ok && rest == "x" {
		return code, strings.TrimLeft(after, " :–—-"), true
	}
	code, rest, ok = matchCode(line)
	return code, "**" + rest, ok
}

// unescapedCode takes the backslash away that keeps "1\." from being a list.
func unescapedCode(text string) string {
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits > 0 && strings.HasPrefix(text[digits:], `\`) {
		return text[:digits] + text[digits+1:]
	}
	return text
}

func withBelow(first, below string) string {
	if below == "" {
		return first
	}
	return first + "\n" + below
}

// giveCodes gives every node a code of its own: the one that the file has, the one
// that its label begins with, or one that is made of its place.
func (d *draft) giveCodes(n *notes) {
	roots := d.roots
	byDepth := map[int][]*node{}
	deepest := 0
	walk(roots, 0, func(at *node, depth int) {
		byDepth[depth] = append(byDepth[depth], at)
		deepest = max(deepest, depth)
	})
	for depth := 0; depth <= deepest; depth++ {
		d.splitTierCodes(byDepth[depth], depth)
		splitCodes(byDepth[depth], n)
	}
	c := &coder{notes: n, taken: map[string]place{}, own: map[string]bool{}}
	walk(roots, 0, func(at *node, _ int) { c.own[at.Code] = true })
	c.children(roots, "")
	c.report()
}

// splitTierCodes takes the word of the tier and the code from labels such as
// "Domain 1: Planning", where all of a tier begin so.
func (d *draft) splitTierCodes(nodes []*node, depth int) {
	word := ""
	for _, at := range nodes {
		first, _, _ := strings.Cut(at.label, "\n")
		m := tierCode.FindStringSubmatch(first)
		if m == nil || at.Code != "" || word != "" && m[1] != word || !slices.Contains(tierWords, keyOf(m[1])) {
			return
		}
		word = m[1]
	}
	d.nameTier(depth, word)
	for _, at := range nodes {
		first, below, _ := strings.Cut(at.label, "\n")
		m := tierCode.FindStringSubmatch(first)
		at.Code, at.label = m[2], withBelow(m[3], below)
	}
}

// splitCodes takes the codes from the labels of one tier, where all have one.
func splitCodes(nodes []*node, n *notes) {
	var without []*node
	with := 0
	for _, at := range nodes {
		if _, _, ok := leadingCode(at.label); ok || at.Code != "" {
			with++
		} else {
			without = append(without, at)
		}
	}
	if len(without) > 0 {
		if with > len(without) {
			n.add(without[0].at, "%q has no code, while %d of its tier begin with one; none of these was taken for a code", short(without[0].label), with)
		}
		return
	}
	for _, at := range nodes {
		if code, rest, _ := leadingCode(at.label); at.Code == "" {
			at.Code, at.label = code, rest
		}
	}
}

// codeShape is a code as framework files have it.
var codeShape = lazyregexp.New(`^[\pL\pN§][\pL\pM\pN\pP\pS]*( [\pL\pM\pN\pP\pS]+)*$`)

func validCode(code string) bool {
	return codeShape.MatchString(code) && len([]rune(code)) <= 128 && !strings.EqualFold(code, "overall")
}

// some lists the first of several texts.
func some(texts []string) string {
	const enough = 4
	if len(texts) <= enough {
		return strings.Join(texts, ", ")
	}
	return strings.Join(texts[:enough-1], ", ") + " … " + texts[len(texts)-1]
}

// many is a number with its noun.
func many(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// short cuts a text that stands in a message.
func short(text string) string {
	const enough = 50
	text = oneLine(plainOf(text))
	if r := []rune(text); len(r) > enough {
		return string(r[:enough]) + "…"
	}
	return text
}
