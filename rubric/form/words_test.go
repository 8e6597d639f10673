package form_test

import (
	"reflect"
	"strings"
	"testing"

	"rubrickit/rubric/form"
)

// Every language says everything that English says, with the same blanks.
func TestWordsAreComplete(t *testing.T) {
	english := reflect.ValueOf(form.WordsFor("en"))
	for _, tag := range form.Languages() {
		words := reflect.ValueOf(form.WordsFor(tag))
		if got := words.FieldByName("Language").String(); got != tag {
			t.Errorf("the words for %s are those of %s", tag, got)
		}
		for i := range words.NumField() {
			name, word := words.Type().Field(i).Name, words.Field(i).String()
			if word == "" || strings.Count(word, "%s") != strings.Count(english.Field(i).String(), "%s") {
				t.Errorf("%s: the word %s is %q", tag, name, word)
			}
		}
	}
}

func TestWordsFor(t *testing.T) {
	for _, tag := range []string{"en", "EN", "en-GB", "", "tlh"} {
		if got := form.WordsFor(tag).Language; got != "en" {
			t.Errorf("%q speaks %s", tag, got)
		}
	}
}
