package ratings_test

import (
	"fmt"
	"strings"
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

// However many texts there are, few are kept, and the first are told.
func TestNothingFitsManyTexts(t *testing.T) {
	for n, want := range map[int]string{10_000: `"T1", "T2", "T3" and 9996 more`, 10_001: `"T1", "T2", "T3" and many more`} {
		var rows strings.Builder
		for i := range n {
			fmt.Fprintf(&rows, "Ada,s,1.1,T%d\n", i)
		}
		file := ratings.File{Data: []byte(longHeader + rows.String())}
		for _, o := range []ratings.Options{ratings.Options{}.Whole(), ratings.Options{}.Streaming(1000, 700).Keeping(100)} {
			if got := outcomeOf(t, eight(t), o, file).Err; !strings.Contains(got, `"T0" is no level`) || !strings.Contains(got, want+"\n") {
				t.Errorf("%d texts: %s", n, got)
			}
		}
	}
}

// Of a big file of which nothing fits the same is told, although its rejects are
// summed up on the way; and if something fits in its last line, every reject.
func TestNothingFitsABigFile(t *testing.T) {
	f := eight(t)
	var rows strings.Builder
	for n := range 20_000 {
		fmt.Fprintf(&rows, "P%d,s,%s,%s\n", n/9, []string{"1.l", "zzz", "1.1", "1.2", "Indicater 2"}[n%5], []string{"Profcient", "Expert", "9", "4-Mar"}[n/700%4])
	}
	for name, last := range map[string]string{"nothing": "", "the last line": "P1,s,1.1,3\n"} {
		file := ratings.File{Name: "big.csv", Data: []byte(longHeader + rows.String() + last)}
		o := ratings.Options{}
		whole, blocks := outcomeOf(t, f, o.Whole(), file), outcomeOf(t, f, o.Streaming(5000, 3000).Keeping(100), file)
		if diff := differ(whole, blocks); diff != "" || (whole.Err == "") != (last != "") {
			t.Errorf("%s fits: %s; read whole (-) and in blocks (+):\n%.2000s", name, whole.Err, diff)
		}
		if diff := cmp.Diff(toldOf(t, f, o.Whole(), file), toldOf(t, f, o.Streaming(300_000, 3000).Keeping(100), file), sameWay, sameInAll); diff != "" {
			t.Errorf("%s fits: inspected whole (-) and in blocks (+):\n%.2000s", name, diff)
		}
	}
}
