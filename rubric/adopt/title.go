package adopt

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rubrickit/rubric/internal/lazyregexp"
)

// joinTexts puts texts together as paragraphs.
func joinTexts(texts ...string) string {
	texts = slices.DeleteFunc(texts, func(text string) bool { return text == "" })
	return strings.Join(texts, "\n\n")
}

// longestTitle is how many characters a title has at most; what is longer is text.
const longestTitle = 160

var (
	strongLead = lazyregexp.New(`^\*\*([^*\n]+?)[ \t]*([:.–—-]?)\*\*[ \t]*([:.–—-]?)[ \t]*`)
	listStart  = lazyregexp.New(`^([-*+]|[0-9]+[.)]) `)
)

// splitTitle divides a label into a title and a text: after a lead in bold, else
// after the first of several lines. The title is "" where nothing looks like one.
func splitTitle(label string) (title, text string) {
	if m := strongLead.FindStringSubmatch(label); m != nil {
		return m[1], strings.TrimSpace(label[len(m[0]):])
	}
	first, rest, _ := strings.Cut(label, "\n")
	if utf8.RuneCountInString(first) > longestTitle || listStart.MatchString(first) {
		return "", label
	}
	return first, strings.TrimSpace(rest)
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// idOf makes an id of a title, else of a file's name.
func idOf(title, file string) string {
	base := path.Base(strings.ReplaceAll(file, `\`, "/"))
	return firstOf(slug(title, 48), slug(strings.TrimSuffix(base, path.Ext(base)), 48), "framework")
}

// slug is a text in small letters without accents, its words joined by hyphens,
// and so many characters at most; "" where nothing of it is left.
func slug(text string, most int) string {
	var words []string
	size := 0
	folded := norm.NFKD.String(strings.ToLower(plainOf(text)))
	folded = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x300 && r < 0x370, r == '\'', r == '’':
			return -1
		case r < utf8.RuneSelf:
			return r
		}
		return ' '
	}, folded)
	for _, word := range strings.FieldsFunc(folded, notWord) {
		if size += len(word) + 1; size > most+1 && len(words) > 0 {
			break
		}
		words = append(words, word[:min(len(word), most)])
	}
	return strings.Join(words, "-")
}
