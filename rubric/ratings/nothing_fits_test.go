package ratings_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric/ratings"
)

// A file of which nothing fits tells each reason once, the commonest first,
// with what was probably meant, however many rows there are.
func TestNothingFits(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"slips": {longHeader + "Ada,s,1.l,3\nAda,s,Indicater 2,3\nAda,s,zzz,3\nAda,s,1.l,4\nBen,s,1.1,Profcient\nBen,s,1.2,Expert\n",
			"none of its 6 cells could be taken as a rating of inputs: is it a file for another framework, or on another scale?\n" +
				`  unknown-item (4 cells), such as line 2, column "item": "1.l": the framework has no item of this code or text; did you mean "1.1"?; also "Indicater 2", "zzz"` + "\n" +
				`  unknown-label (2 cells), such as line 6, column "rating": "Profcient" is no level of the scale (Beginning, Developing, Proficient, Distinguished) and no null state; did you mean "Proficient"?; also "Expert"` + "\n" +
				"  rubric inspect shows what each column and text was taken for, and writes a mapping to put it right"},
		"many": {"ratee,1.1,1.2\n,3,3\nAda,9,3;4\nAda,2.5,4-Mar\nAda,a\n",
			"none of its 8 cells could be taken as a rating of inputs: is it a file for another framework, or on another scale?\n" +
				`  missing-ratee (2 cells), such as line 2, column "ratee": the row does not say who is rated` + "\n" +
				`  ragged-row (2 cells), such as line 5: the row has 2 cells and the header 3: is a delimiter missing, or a cell without quotes?` + "\n" +
				`  out-of-range (1 cell), such as line 3, column "1.1": 9 is outside the scale, 1 to 4` + "\n" +
				"  … and for 3 more reasons\n" +
				"  rubric inspect shows what each column and text was taken for, and writes a mapping to put it right"},
	} {
		_, _, err := ratings.Read(eight(t), []ratings.File{{Data: []byte(c.text)}}, ratings.Options{})
		if err == nil {
			t.Fatalf("%s: it was read", name)
		}
		if diff := cmp.Diff(": "+c.want, err.Error()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
