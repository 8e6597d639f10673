package ratings_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// FuzzContainers: whatever JSON, YAML or XLSX arrives, packed or not, every
// table has a report of its own whose ledgers make up the whole, rejects have
// places, and a second reading says the same.
func FuzzContainers(f *testing.F) {
	fw := eight(f)
	for _, name := range files(f, "same/rejects") {
		f.Add(fixture(f, "same/rejects", name).Data, "")
	}
	for _, text := range []string{
		`[{"ratee":{"id":"a"},"1.1":[3,4],"1.2":{"rating":3.0,"comment":"x"}},{"ratee":"b","ratings":{"1.1":null}}]`,
		`{"ratee":"a","self":[{"rater":"s","1.1":1,"1.2":2}],"peer":[{"rater":"p","item":"1.1","rating":"x"}]}`,
		"- {ratee: a, \"1.1\": 3}\n- ratee: b\n  ratings: {\"1.2\": [1]}\n",
	} {
		f.Add([]byte(text), "")
		f.Add([]byte(zipped(f, text)), "")
	}
	f.Add([]byte(nil), "ratee,date,1.1,1.2\nAda,d:45720,3,d:2\n\nBen,=A1,e:#N/A,b:1")
	f.Add([]byte(nil), `<row r="1"><c t="inlineStr"><is><t>ratee</t></is></c><c r="B1"><v>1.1</v></c><c><v>1.2</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>`)
	f.Fuzz(func(t *testing.T, data []byte, sheet string) {
		file := ratings.File{Name: "f", Data: data}
		if sheet != "" {
			file = workbook(t, sheetXML{"S", "", sheet})
		}
		r, report, err := ratings.Read(fw, []ratings.File{file}, ratings.Options{})
		again, _, errAgain := ratings.Read(fw, []ratings.File{file}, ratings.Options{})
		if err != nil || errAgain != nil {
			if err == nil || errAgain == nil || err.Error() != errAgain.Error() {
				t.Fatalf("%v, then %v", err, errAgain)
			}
			return
		}
		if diff := cmp.Diff(r.Rejects, again.Rejects) + cmp.Diff(r.Comments, again.Comments) + cmp.Diff(statements(r), statements(again)); diff != "" {
			t.Fatalf("a second reading differs: %s", diff)
		}
		checkTables(t, r, report)
	})
}

func checkTables(t *testing.T, r *rubric.Book, report *ratings.Report) {
	sum := rubric.Ledger{}
	for _, file := range report.Files {
		l := file.Ledger
		sum = rubric.Ledger{
			Cells: sum.Cells + l.Cells, Rated: sum.Rated + l.Rated, NotApplicable: sum.NotApplicable + l.NotApplicable,
			NotObserved: sum.NotObserved + l.NotObserved, Missing: sum.Missing + l.Missing, Rejected: sum.Rejected + l.Rejected,
		}
		if !l.Balanced() || file.Container == "" || file.Shape == "" || file.Header < 1 {
			t.Errorf("%+v", file)
		}
	}
	if sum != r.Ledger || !r.Ledger.Balanced() || len(r.Inputs) != 1 {
		t.Errorf("ledger %+v, of the tables %+v, inputs %+v", r.Ledger, sum, r.Inputs)
	}
	for _, x := range r.Rejects {
		if x.At.Line < 1 || x.Cells < 1 || strings.TrimSpace(x.Message) == "" {
			t.Errorf("%+v", x)
		}
	}
}
