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
	for tag, want := range map[string]string{
		"en": "en", "EN": "en", "en-GB": "en", "": "en", "tlh": "en",
		"es": "es", "es-419": "es", "FR-ca": "fr", "de": "de",
	} {
		if got := form.WordsFor(tag).Language; got != want {
			t.Errorf("%q speaks %s, want %s", tag, got, want)
		}
	}
}

// No language says a whole sentence as another does: that one was forgotten.
func TestWordsAreTranslated(t *testing.T) {
	english := reflect.ValueOf(form.WordsFor("en"))
	for _, tag := range form.Languages()[1:] {
		words := reflect.ValueOf(form.WordsFor(tag))
		for i := range words.NumField() {
			if word := words.Field(i).String(); strings.Contains(word, " ") && word == english.Field(i).String() {
				t.Errorf("%s: %s is English: %q", tag, words.Type().Field(i).Name, word)
			}
		}
	}
}

// The form speaks the language that is asked for, else the framework's.
func TestLanguage(t *testing.T) {
	for _, c := range []struct{ asked, framework, want string }{
		{"", "", "en"}, {"", "fr", "fr"}, {"", "pt", "en"}, {"de", "fr", "de"}, {"es-MX", "", "es"},
		{"dee", "", `forms do not speak the language "dee" (did you mean "de"? languages: en, es, fr, de)`},
	} {
		framework := sample(t)
		framework.Language = c.framework
		f, err := form.New(framework, form.Options{Language: c.asked})
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = f.Words.Language
		}
		if got != c.want {
			t.Errorf("%q for a framework in %q: %s, want %s", c.asked, c.framework, got, c.want)
		}
	}
}
