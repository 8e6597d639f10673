package match

import (
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/markup"
)

// Reading is an item as it is compared.
type Reading struct {
	Own     string // title and text
	Context string // the titles above, Own, the parent's text, the stem, what stands below
}

// Read returns the reading of an item. Where an item has no text, the
// descriptors of its levels are its text. Markup, and the addresses of links,
// are left out.
func Read(it *rubric.Item) Reading {
	own := sentences(it.Title, textOf(it))
	parts := []string{}
	path := it.Path()
	for _, above := range path[:len(path)-1] {
		parts = append(parts, above.Title)
	}
	parts = append(parts, own)
	if up := it.Parent(); up != nil {
		parts = append(parts, textOf(up))
	}
	parts = append(parts, it.LeadIn())
	return Reading{Own: own, Context: sentences(append(parts, below(it)...)...)}
}

// below returns the words of everything under an item: a parent often has no
// more than a title, and says the rest through its children.
func below(it *rubric.Item) []string {
	var parts []string
	for _, child := range it.Items {
		if child.Retired != "" {
			continue
		}
		parts = append(parts, sentences(child.Title, textOf(child)))
		parts = append(parts, below(child)...)
	}
	return parts
}

// ReadAll reads several items.
func ReadAll(items []*rubric.Item) []Reading {
	out := make([]Reading, len(items))
	for i, it := range items {
		out[i] = Read(it)
	}
	return out
}

func textOf(it *rubric.Item) string {
	if it.Text != "" {
		return markup.Plain(it.Text)
	}
	var cells []string
	for _, l := range it.Levels {
		cells = append(cells, markup.Plain(l.Text))
	}
	return sentences(cells...)
}

// sentences joins the parts that are not empty.
func sentences(parts ...string) string {
	var b strings.Builder
	for _, p := range parts {
		if p == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(". ")
		}
		b.WriteString(p)
	}
	return b.String()
}
