package ratings_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// rated are the ratings and rejects of a file in short: "Ada 1.1 3", and
// "Ada 1.1 unknown-label: bogus".
func rated(r *rubric.Book) string {
	var out []string
	for x := range r.All() {
		word := x.State.String()
		if x.State == rubric.Rated {
			word = x.Value.String()
		}
		out = append(out, x.Ratee+" "+x.Item.Code+" "+word)
	}
	for _, x := range r.Rejects {
		out = append(out, fmt.Sprintf("%s %s %s: %s", x.Ratee, x.Item, x.Code, x.Value))
	}
	return strings.Join(out, ", ")
}

// importIDs is the third row of a Qualtrics file.
func importIDs(n int) string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprintf(`"{""ImportId"":""QID%d""}"`, i)
	}
	return strings.Join(ids, ",") + "\n"
}

// Qualtrics: ids or texts name the items, previews are passed over by word or
// by code, and every row that is no answer is reported.
func TestQualtrics(t *testing.T) {
	text := "Status,Who,Q1_1,Q1_2\nResponse Type,Name,Rate her - 1.1: as the survey words it,Rate her - Indicator 2\n" + importIDs(4) +
		"1,Ada,1,1\nIP Address,Ada,3,N/A\nSurvey Preview,Ada,1,1\n0,Ben,,4\n1,Cy,1,1\n"
	r, report := read(t, eight(t), ratings.Options{}, csv(text))
	if got, want := rated(r), "Ada 1.1 3, Ada 1.2 not_applicable, Ben 1.1 missing, Ben 1.2 4"; got != want {
		t.Errorf("%s", got)
	}
	file := report.Files[0]
	want := []string{
		"2 rows are not read, lines 4 to 8: a preview and no answer, by its Status 1",
		"1 row is not read, line 6: a preview and no answer, by its Status Survey Preview",
	}
	if diff := cmp.Diff(want, file.Notes); diff != "" {
		t.Error(diff)
	}
	if !slices.Equal(file.HeaderLines, []int{1, 2, 3}) || !slices.Equal(file.Skipped, []int{4, 6, 8}) || file.Layout != "Qualtrics" || file.Header != 1 {
		t.Errorf("%+v", file)
	}
	if got, want := understood(report), "wide, line 1: –, ratee, 1.1, 1.2"; got != want {
		t.Errorf("%s", got)
	}
}

// People take rows of the header away; previews stay previews.
func TestQualtricsCutDown(t *testing.T) {
	for head, lines := range map[string][]int{
		"StartDate,ResponseId,Status,ratee,1.1,1.2\nStart Date,Response ID,Response Type,Name,Indicator 1,Indicator 2\n": {1, 2},
		"StartDate,ResponseId,Status,ratee,1.1,1.2\n":                                                                    {1},
	} {
		r, report := read(t, eight(t), ratings.Options{}, csv(head+"x,R1,Survey Preview,Ada,1,1\nx,R2,IP Address,Ada,3,4\n"))
		if file := report.Files[0]; rated(r) != "Ada 1.1 3, Ada 1.2 4" || file.Layout != "Qualtrics" || !slices.Equal(file.HeaderLines, lines) {
			t.Errorf("%q: %s %+v", head, rated(r), file)
		}
	}
}

// A status is a mark of previews in Qualtrics files alone.
func TestStatusElsewhere(t *testing.T) {
	r, _ := read(t, eight(t), ratings.Options{}, csv("ratee,status,1.1,1.2\nAda,Survey Preview,3,4\n"))
	if got := rated(r); got != "Ada 1.1 3, Ada 1.2 4" {
		t.Error(got)
	}
}

// A code before a text of the survey's own counts in surveys, but a bare
// number is the survey's numbering.
func TestCodesBeforeOtherTexts(t *testing.T) {
	survey := "a,b,c\nName,Q - %s,Q - %s\n" + importIDs(3) + "Ada,3,4\n"
	r, _ := read(t, eight(t), ratings.Options{}, csv(fmt.Sprintf(survey, "1.1. Plans", "1.2) Leads")))
	if got := rated(r); got != "Ada 1.1 3, Ada 1.2 4" {
		t.Error(got)
	}
	cms := framework(t, "../../frameworks/cms.yaml")
	if _, _, err := ratings.Read(cms, []ratings.File{csv(fmt.Sprintf(survey, "1. Are you well?", "2. Are you sure?"))}, ratings.Options{}); err == nil {
		t.Error("a survey's own numbers were taken for items")
	}
	if _, _, err := ratings.Read(eight(t), []ratings.File{csv("ratee,1.1: Plans,1.2: Leads\nAda,3,4\n")}, ratings.Options{}); err == nil {
		t.Error("outside a survey another text was taken for the item's")
	}
}

// SurveyMonkey: questions stand above their parts.
func TestSurveyMonkey(t *testing.T) {
	text := "Respondent ID,Teacher,Observer,Rate her,,Indicator 3\n,Open-Ended Response,Response,1.1,Indicator 2,Response\n1,Ada,s,3,4,2\n"
	r, report := read(t, eight(t), ratings.Options{}, csv(text))
	if got := rated(r); got != "Ada 1.1 3, Ada 1.2 4, Ada 1.3 2" {
		t.Error(got)
	}
	if file := report.Files[0]; file.Layout != "SurveyMonkey" || !slices.Equal(file.HeaderLines, []int{1, 2}) || understood(report) != "wide, line 1: –, ratee, rater, 1.1, 1.2, 1.3" {
		t.Errorf("%+v %s", file, understood(report))
	}
}

// Two rows of a sheet whose upper one names what the lower one leaves blank
// are one header; a title above a whole header is none of it, and neither are
// data below one.
func TestTwoRowsOfHeader(t *testing.T) {
	for text, want := range map[string]string{
		"ratee,rater,Domain 1,\n,,1.1,1.2\nAda,s,3,4\n":                "wide, line 1: ratee, rater, 1.1, 1.2",
		"Spring,,\nratee,1.1,1.2\nAda,3,4\n":                           "wide, line 2: ratee, 1.1, 1.2",
		"ratee,1.1,1.2,\nAda,3,4,Response\n":                           "wide, line 1: ratee, 1.1, 1.2, –",
		"ratee,rater,item,rating,comment\nAda,s,1.1,3,Response\n":      "long, line 1: ratee, rater, item, rating, comment",
		"Ratings,,,\nratee,rater,item,response\nAda,s,1.1,3\n":         "long, line 2: ratee, rater, item, rating",
		"ratee,1.1,1.2\nName,Indicator 1,Indicator 2\nAda,3,4\n":       "wide, line 1: ratee, 1.1, 1.2",
		"ratee,1.1,1.2\n,the 1.1 - Indicator 1,Indicator 2\nAda,3,4\n": "wide, line 1: ratee, 1.1, 1.2",
	} {
		r, report := read(t, eight(t), ratings.Options{}, csv(text))
		if got := understood(report); got != want || r.Ledger.Rated == 0 || r.Ledger.Rated > 2 || len(r.Rejects) > 0 {
			t.Errorf("%q: %s %+v %+v", text, got, r.Ledger, r.Rejects)
		}
	}
}

// Rows between header and data are told by rule, and only there.
func TestRowsBelowTheHeader(t *testing.T) {
	_, report := read(t, eight(t), ratings.Options{}, csv("ratee,1.1,1.2\nName,Indicator 1,Indicator 2\nPoints Possible,4,4\n"+importIDs(3)+"Ada,3,4\n"))
	want := []string{
		"1 row is not read, line 2: labels of the columns, below the header",
		"1 row is not read, line 3: the points possible, below the header",
		"1 row is not read, line 4: ids for an import, below the header",
	}
	if diff := cmp.Diff(want, report.Files[0].Notes); diff != "" || !slices.Equal(report.Files[0].Skipped, []int{2, 3, 4}) {
		t.Errorf("%s %v", diff, report.Files[0].Skipped)
	}
	r, _ := read(t, eight(t), ratings.Options{}, csv("ratee,1.1,1.2\nAda,3,4\nPoints Possible,4,4\n"))
	if r.Ledger.Rated != 4 {
		t.Errorf("%+v", r.Ledger)
	}
	cms := framework(t, "../../frameworks/cms.yaml")
	if r, _ := read(t, cms, ratings.Options{}, csv("ratee,1,2,3\nAda,1,2,3\n")); r.Ledger.Rated != 3 {
		t.Errorf("a row of ratings passed for labels: %+v", r.Ledger)
	}
	if r, _ := read(t, cms, ratings.Options{}, csv("ratee,rater,1,2,3\n,s,1,2,3\nAda,s,3,2,1\n")); r.Ledger.Rated != 3 || len(r.Rejects) != 1 || r.Rejects[0].Code != "missing-ratee" {
		t.Errorf("a row of ratings passed for a header: %+v %+v", r.Ledger, r.Rejects)
	}
}

// Google Forms: the row of a grid stands in brackets. A column that names the
// item alone comes before one that names it among other words.
func TestNamesAmongOtherWords(t *testing.T) {
	for header, want := range map[string]string{
		"ratee,Seen? [1.1 Indicator 1],Seen? [Indicator 2]":   "wide, line 1: ratee, 1.1, 1.2",
		"ratee,Seen - often - 1.1,Seen - often - Indicator 2": "wide, line 1: ratee, 1.1, 1.2",
		"ratee,1.1,1.2,Sure? [1.1],Sure? - 1.2":               "wide, line 1: ratee, 1.1, 1.2, –, –",
		"ratee,Seen? [1.1],Seen? [1.2],Why? [1.1] comment":    "wide, line 1: ratee, 1.1, 1.2, –",
		"ratee,1.1,1.2,Seen? [1],Seen? [nothing]":             "wide, line 1: ratee, 1.1, 1.2, –, –",
	} {
		row := "Ada,3,4" + strings.Repeat(",x", strings.Count(header, ",")-2)
		_, report := read(t, eight(t), ratings.Options{}, csv(header+"\n"+row+"\n"))
		if got := understood(report); got != want {
			t.Errorf("%s: %s", header, got)
		}
	}
	_, _, err := ratings.Read(eight(t), []ratings.File{csv("ratee,Importance [1.1],Performance [1.1],x [1.2]\nAda,3,4,4\n")}, ratings.Options{})
	if err == nil || !strings.Contains(err.Error(), `"Importance [1.1]" and "Performance [1.1]" are both taken`) {
		t.Errorf("%v", err)
	}
}

// Canvas: a level's name and its points are one rating.
func TestCanvasRubric(t *testing.T) {
	header := "Student Id,Student Name,1.1 - Indicator 1 - Rating,1.1 - Indicator 1 - Points,1.1 - Indicator 1 - Comments,Indicator 2 - Points\n"
	for row, want := range map[string]string{
		"a1,Ada,Proficient,3.0,well - done,4": "a1 1.1 3, a1 1.2 4",
		"a1,Ada,,3,,4":                        "a1 1.1 3, a1 1.2 4",
		"a1,Ada,Proficient,,,4":               "a1 1.1 3, a1 1.2 4",
		"a1,Ada,Proficient,75,,4":             "a1 1.1 3, a1 1.2 4", // points of their own
		"a1,Ada,Proficient,2,,4":              "a1 1.2 4, a1 1.1 ambiguous-level: Proficient - 2",
		"a1,Ada,Prof,3,,4":                    "a1 1.2 4, a1 1.1 unknown-label: Prof - 3",
		"a1,Ada,,,,4":                         "a1 1.1 missing, a1 1.2 4",
	} {
		r, _ := read(t, eight(t), ratings.Options{}, csv(header+row+"\n"))
		if got := rated(r); got != want {
			t.Errorf("%s: %s, want %s", row, got, want)
		}
	}
	r, report := read(t, eight(t), ratings.Options{}, csv(header+"a1,Ada,Proficient,3.0,well - done,4\n"))
	if len(r.Comments) != 1 || r.Comments[0].Item != "1.1" || r.Comments[0].Text != "well - done" {
		t.Errorf("%+v", r.Comments)
	}
	if c := report.Files[0].Columns[3]; !c.Part || c.Item != nil || c.How != "the points beside the level of item 1.1" {
		t.Errorf("%+v", c)
	}
}

// REDCap: the boxes of a field are one rating.
func TestREDCapBoxes(t *testing.T) {
	header := "record_id,ratee,i1_1___1,i1_1___2,i1_1____999,q1_2,form_1_complete\n"
	o := ratings.Options{Nulls: map[string]rubric.State{"-999": rubric.NotObserved}}
	for row, want := range map[string]string{
		"1,Ada,1,0,0,4,2":    "Ada 1.1 1, Ada 1.2 4",
		"1,Ada,0,0,0,4,2":    "Ada 1.1 missing, Ada 1.2 4",
		"1,Ada,1,1,0,4,2":    "Ada 1.2 4, Ada 1.1 multiple-values: 1;2",
		"1,Ada,0,0,1,-999,2": "Ada 1.1 not_observed, Ada 1.2 not_observed",
		"1,Ada,x,0,0,4,2":    "Ada 1.2 4, Ada 1.1 unknown-label: x",
		"1,Ada,,,,4,2":       "Ada 1.1 missing, Ada 1.2 4",
	} {
		r, _ := read(t, eight(t), o, csv(header+row+"\n"))
		if got := rated(r); got != want {
			t.Errorf("%s: %s, want %s", row, got, want)
		}
	}
	r, _ := read(t, eight(t), ratings.Options{}, csv(header+"1,Ada,1,0,0,-999,2\n"))
	if got, want := rated(r), "Ada 1.1 1, Ada 1.2 out-of-range: -999"; got != want {
		t.Errorf("a code for missing data was taken without being told: %s", got)
	}
	if r, _ := read(t, eight(t), ratings.Options{}, csv(header+"1,Ada,0,0,1,4,2\n")); rated(r) != "Ada 1.2 4, Ada 1.1 out-of-range: -999" {
		t.Errorf("a ticked box was lost: %s", rated(r))
	}
	labels := "Record ID,ratee,Indicator 1 (choice=Beginning),Indicator 1 (choice=3 - Proficient),Indicator 2 (choice=Beginning)\n1,Ada,Unchecked,Checked,Checked\n"
	if r, _ := read(t, eight(t), ratings.Options{}, csv(labels)); rated(r) != "Ada 1.1 3, Ada 1.2 1" {
		t.Error(rated(r))
	}
}

// A box that is an item of its own is ticked or not, on a scale of that kind
// alone.
func TestREDCapBoxesThatAreItems(t *testing.T) {
	f := framework(t, "../../frameworks/mastery.yaml")
	r, report := read(t, f, ratings.Options{}, csv("record_id,ratee,seen___re_1,seen___re_2\n1,Ada,1,0\n"))
	if got := rated(r); got != "Ada RE.1 1, Ada RE.2 0" || report.Files[0].Layout != "REDCap" {
		t.Error(got)
	}
	_, _, err := ratings.Read(eight(t), []ratings.File{csv("record_id,ratee,seen___1_1,seen___1_2\n1,Ada,1,0\n")}, ratings.Options{})
	if err == nil {
		t.Error("a ticked box passed for the lowest of four levels")
	}
}
