package ratings_test

import (
	"strings"
	"testing"

	"rubrickit/rubric/ratings"
)

// Our own forms put an apostrophe before what a spreadsheet would calculate. In
// their files, which name a fingerprint, it is taken away again; in others it
// stays.
func TestApostrophesOfOurForms(t *testing.T) {
	f := eight(t)
	for _, c := range []struct{ header, print, want string }{
		{"fingerprint", f.ShortFingerprint(), "=1+1|-|'=x|it's|'plain|''"},
		{"unit", "7", "'=1+1|'-|''=x|it's|'plain|''"},
	} {
		lines := []string{c.header + ",ratee,rater,item,rating,comment"}
		for _, comment := range []string{"'=1+1", "'-", "''=x", "it's", "'plain", "''"} {
			lines = append(lines, c.print+",'@ada,r,1.1,1,"+comment)
		}
		book, _, err := ratings.Read(f, []ratings.File{{Name: "f.csv", Data: []byte(strings.Join(lines, "\n"))}}, ratings.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, comment := range book.Comments {
			got = append(got, comment.Text)
		}
		if text := strings.Join(got, "|"); text != c.want {
			t.Errorf("%s: %s, want %s", c.header, text, c.want)
		}
	}
}
