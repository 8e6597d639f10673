package lint

import "rubrickit/rubric"

// company is the set of items that an item's words are compared with: all that
// are rated, or the headings that stand side by side. Headings in different
// places say the same on purpose, such as "Improvements" under each of two
// domains, and nobody rates them.
type company struct {
	heading bool
	parent  *rubric.Item // of a heading, nil at the top
}

func companyOf(it *rubric.Item) company {
	if len(it.Items) == 0 || it.IsRated() {
		return company{}
	}
	return company{heading: true, parent: it.Parent()}
}
