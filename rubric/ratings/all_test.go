package ratings_test

import "rubrickit/rubric"

// fataler is a test, of whichever kind.
type fataler interface {
	Helper()
	Fatal(args ...any)
}

// all are the ratings of a book, in the order of the files.
func all(t fataler, b *rubric.Book) []rubric.Rating {
	t.Helper()
	found, err := b.Find(func(rubric.Form, *rubric.Item) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	return found
}
