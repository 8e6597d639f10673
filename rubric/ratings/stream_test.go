package ratings_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// outcome is all that a reading says.
type outcome struct {
	Ratings  []string // a line each
	Rejects  []rubric.Reject
	Comments []rubric.Comment
	Inputs   []rubric.Input
	Ledger   rubric.Ledger
	Report   *ratings.Report
	Has      [3]bool
	Err      string
}

func outcomeOf(t fataler, f *rubric.Framework, o ratings.Options, files ...ratings.File) outcome {
	b, report, err := ratings.Read(f, files, o)
	if err != nil {
		return outcome{Err: err.Error()}
	}
	var lines []string
	for _, v := range all(t, b) {
		lines = append(lines, fmt.Sprint(v.At, " ", v.At.Record, " ", v.Form(), " ", v.Item.Code, " ", v.State, " ", v.Value))
	}
	return outcome{lines, b.Rejects, b.Comments, b.Inputs, b.Ledger, report, [3]bool{b.HasRater, b.HasGroup, b.HasOccasion}, ""}
}

// big draws a file of more records than a head needs, with oddities of a few
// kinds among them.
type big struct {
	r       *rand.Rand
	comma   string
	ending  string
	odds    []string // kinds of oddities
	rarity  int      // one cell in so many is odd
	columns []string
	b       strings.Builder

	framework *rubric.Framework
	ratings   []string // what is mostly entered
}

// entered is what people enter by the frameworks' scales; a blank is a level on that
// of boxes.
var entered = map[string][]string{
	"inputs":  {"1", "2", "3", "4", "Proficient", "2 - Developing", "Developing", "Not applicable"},
	"mastery": {"Yes", "x", "", "", "", "No"},
}

var oddities = []string{
	"quotes", "comma", "newline", "bare quote", "unknown", "blank", "null", "space", "accent", "blank row", "empty line", "header", "short", "long",
	"no ratee", "no rater", "comment", "number", "void", "date", "twice", "moved", "foreign", "apostrophe", "preview",
}

func (g *big) odd(kind string) bool {
	for _, k := range g.odds {
		if k == kind {
			return g.r.IntN(g.rarity) == 0
		}
	}
	return false
}

// write writes a cell, now and then in an odd way.
func (g *big) write(column, text string) {
	switch {
	case strings.HasSuffix(column, "comment") && g.odd("comment"):
		text = g.comment()
	case g.odd("void") && column == "extra":
		text = "9"
	case g.odd("blank"):
		text = ""
	case g.odd("quotes"):
		text = `"` + text + `"`
	case g.odd("comma"):
		text = `"` + text + g.comma + `"`
	case g.odd("newline"):
		text = "\"" + text + "\n\""
	case g.odd("bare quote"):
		text += `"`
	case g.odd("space"):
		text = "  " + text + "\u00a0"
	case g.odd("apostrophe"):
		text = "'-" + text
	case g.odd("accent"):
		text += "é"
	}
	g.b.WriteString(text)
}

// comment is a cell with a comment, as people write them.
func (g *big) comment() string {
	all := []string{
		"well done", "\"well done\"", "\"well" + g.comma + " \"\"yes\"\"\"", "\"\"\"\"", "\"one\n\ntwo \"", "\"one" + g.ending + "two\"", " well  done ", "très bien", "'-1",
		"  ", "\" \n\"", "\"\"", "5\" nails", "\"5\"\" nails\" or so",
	}
	return all[g.r.IntN(len(all))]
}

// row writes a record.
func (g *big) row(values map[string]string) {
	columns := g.columns
	if g.odd("short") {
		columns = columns[:len(columns)-1]
	}
	for i, c := range columns {
		if i > 0 {
			g.b.WriteString(g.comma)
		}
		g.write(c, values[c])
	}
	if g.odd("long") {
		g.b.WriteString(g.comma + "more")
	}
	g.b.WriteString(g.ending)
	switch {
	case g.odd("blank row"):
		g.b.WriteString(strings.Repeat(g.comma, len(g.columns)-1) + g.ending)
	case g.odd("empty line"):
		g.b.WriteString(g.ending)
	case g.odd("header"):
		g.b.WriteString(strings.Join(g.columns, g.comma) + g.ending)
	}
}

// surveyRows are what Qualtrics writes below the names of columns.
func (g *big) surveyRows() {
	var texts, ids []string
	for i, c := range g.columns {
		texts = append(texts, "\"The question\nof "+c+"\"")
		ids = append(ids, fmt.Sprintf(`"{""ImportId"":""QID%d""}"`, i))
	}
	g.b.WriteString(strings.Join(texts, g.comma) + g.ending + strings.Join(ids, g.comma) + g.ending)
}

func (g *big) rating() string {
	switch {
	case g.odd("unknown"):
		return "Profcient"
	case g.odd("null"):
		return "Not observed"
	case g.odd("number"):
		return "3.0"
	}
	return g.ratings[g.r.IntN(len(g.ratings))]
}

// values are the values of a record: of a new form, or of the one before.
func (g *big) values(n int, items []string) map[string]string {
	person := n / 8
	if g.odd("twice") {
		person = g.r.IntN(person + 1)
	}
	v := map[string]string{
		"ratee": fmt.Sprint("P", person/4), "rater": fmt.Sprint("R", person), "group": []string{"self", "peer"}[person%2], "date": fmt.Sprintf("2026-0%d-11", 1+person%9),
		"item": items[n%len(items)], "rating": g.rating(), "school": fmt.Sprint("School ", person/8),
		"framework": g.framework.ID, "fingerprint": g.framework.Fingerprint()[:8], "Status": []string{"IP Address", "Imported"}[person%2],
	}
	switch {
	case g.odd("preview"):
		v["Status"] = "Survey Preview"
	case g.odd("no ratee"):
		v["ratee"] = ""
	case g.odd("no rater"):
		v["rater"] = " "
	case g.odd("date"):
		v["date"] = []string{"3/14/2026", "14/3/2026", "3/4/2026", "Fall"}[g.r.IntN(4)]
	}
	switch {
	case g.odd("moved"):
		v["school"] = "Elsewhere"
	case g.odd("foreign"):
		v["framework"] = "other"
	}
	for _, it := range items {
		v[it] = g.rating()
	}
	return v
}

// drawBig draws a file, and says what stands between its cells.
func drawBig(t *rapid.T, f *rubric.Framework, items []string) (ratings.File, rune) {
	g := &big{
		framework: f, ratings: entered[f.ID],
		r:      rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)),
		comma:  rapid.SampledFrom([]string{",", ";", "\t"}).Draw(t, "delimiter"),
		ending: rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "line end"),
		odds:   rapid.SliceOfDistinct(rapid.SampledFrom(oddities), rapid.ID).Draw(t, "odds"),
		rarity: rapid.SampledFrom([]int{7, 60, 400}).Draw(t, "rarity"),
	}
	g.columns = []string{"ratee", "rater", "group", "date", "item", "rating", "comment", "school", "extra"}
	if rapid.Bool().Draw(t, "wide") {
		g.columns = append([]string{"ratee", "rater", "group", "date", "school", "extra", "comment", items[0] + " comment"}, items...)
	}
	if rapid.Bool().Draw(t, "named") {
		g.columns = append(g.columns, "framework", "fingerprint")
	}
	survey := rapid.IntRange(0, 3).Draw(t, "survey") == 0
	if survey {
		g.columns = append(g.columns, "Status")
	}
	g.columns = rapid.Permutation(g.columns).Draw(t, "columns")
	if rapid.IntRange(0, 5).Draw(t, "of one item") == 0 {
		g.columns = leftOut(g.columns, "item")
	}
	if rapid.Bool().Draw(t, "anonymous") {
		g.columns = leftOut(g.columns, "rater")
	}
	if rapid.Bool().Draw(t, "title") {
		g.b.WriteString("Survey of the year" + g.ending + g.ending)
	}
	g.b.WriteString(strings.Join(g.columns, g.comma) + g.ending)
	if survey {
		g.surveyRows()
	}
	for n := range 200 + g.r.IntN(200) {
		g.row(g.values(n, items))
	}
	text := g.b.String()
	if rapid.Bool().Draw(t, "no last line end") {
		text = strings.TrimSuffix(text, g.ending)
	}
	return ratings.File{Name: "big.csv", Data: []byte(text)}, rune(g.comma[0])
}

// plainBig is a file of some columns without oddities.
func plainBig(f *rubric.Framework, columns []string, values func(g *big, n int) map[string]string) ratings.File {
	g := &big{framework: f, ratings: entered[f.ID], columns: columns, comma: ",", ending: "\n", r: rand.New(rand.NewPCG(1, 1))}
	g.b.WriteString(strings.Join(columns, ",") + "\n")
	for n := range 300 {
		g.row(values(g, n))
	}
	return ratings.File{Name: "plain.csv", Data: []byte(g.b.String())}
}

func leftOut(list []string, word string) []string {
	var out []string
	for _, w := range list {
		if w != word {
			out = append(out, w)
		}
	}
	return out
}

// Whether a file is read whole or in blocks, and how long the blocks are,
// changes nothing: ratings, rejects, places, comments, ledger, notes.
func TestBlocksComeToTheSame(t *testing.T) {
	for _, f := range []*rubric.Framework{eight(t), framework(t, "../../frameworks/mastery.yaml")} {
		t.Run(f.ID, func(t *testing.T) { blocksComeToTheSame(t, f) })
	}
}

func blocksComeToTheSame(t *testing.T, f *rubric.Framework) {
	var items []string
	for _, it := range f.Indicators() {
		items = append(items, it.Code)
	}
	streamed := 0
	migrated := mapping(t, fmt.Sprintf("mapping: v1\nitems: {%q: ignore, %q: ignore, %q: %q, %q: %q}\n", items[0], items[5], items[2], items[3], items[3], items[2]))
	rapid.Check(t, func(t *rapid.T) {
		file, delimiter := drawBig(t, f, items)
		o := ratings.Options{Delimiter: delimiter, Set: map[ratings.Role]string{}}
		if rapid.Bool().Draw(t, "set") {
			o.Set[ratings.Rater] = "coach"
		}
		if rapid.Bool().Draw(t, "item") {
			o.Set[ratings.ItemRole] = items[0]
		}
		if rapid.Bool().Draw(t, "keep") {
			o.Keep = []string{rapid.SampledFrom([]string{"school", "Status"}).Draw(t, "kept")}
		}
		if rapid.Bool().Draw(t, "mapping") {
			o.Mapping = migrated
		}
		o.AllowVersionMismatch = rapid.Bool().Draw(t, "mismatch")
		block, head := rapid.SampledFrom([]int{100, 1 << 10, 1 << 14, 1 << 20}).Draw(t, "block"), len(file.Data)*9/10
		file, o = drawWritten(t, file, o, true)
		files := []ratings.File{file}
		if rapid.IntRange(0, 3).Draw(t, "another") == 0 {
			another, _ := drawBig(t, f, items)
			another.Name = "another.csv"
			files = append(files, another)
		}
		whole := outcomeOf(t, f, o.Whole(), files...)
		blocks := outcomeOf(t, f, o.Streaming(head, block).Keeping(rapid.SampledFrom([]int{2, 5, 1000}).Draw(t, "kept")), files...)
		if diff := cmp.Diff(whole, blocks, sameInAll); diff != "" {
			t.Fatalf("read whole (-) and in blocks (+):\n%s", diff)
		}
		if blocks.Err == "" {
			streamed++
		}
	})
	if streamed == 0 && !testing.Short() { // among few there may be none
		t.Error("no file was read in blocks")
	}
}

// Boxes are read in blocks, although a blank is a level only where something else
// stands in its form, be it in another block or another file.
func TestBlocksOfBoxes(t *testing.T) {
	f := framework(t, "../../frameworks/mastery.yaml")
	file := func(name, odd, even string) ratings.File {
		var b strings.Builder
		b.WriteString("ratee,rater,item,rating\n")
		for n := range 4000 {
			fmt.Fprintf(&b, "P%d,R,RE.1,%s\n", n, []string{odd, "", even, ""}[n%4])
		}
		for n := range 4000 {
			fmt.Fprintf(&b, "P%d,R,RE.2,%s\n", n, []string{"Yes", "", "perhaps", "no answer"}[n%4])
		}
		return ratings.File{Name: name, Data: []byte(b.String())}
	}
	one, two := file("one.csv", "", ""), file("two.csv", "", "x")
	if !ratings.InBlocks(f, ratings.Options{}.Streaming(20_000, 1000), one) {
		t.Error("the file is not read in blocks")
	}
	for _, files := range [][]ratings.File{{one}, {one, two}, {two, one}} {
		whole, blocks := outcomeOf(t, f, ratings.Options{}.Whole(), files...), outcomeOf(t, f, ratings.Options{}.Streaming(20_000, 1000), files...)
		if diff := cmp.Diff(whole, blocks, sameInAll); diff != "" {
			t.Errorf("read whole (-) and in blocks (+):\n%s", diff)
		}
		if len(files) == 1 {
			// Of four forms: Yes beside a blank, two blanks, a reject and a word beside one.
			if want := (rubric.Ledger{Cells: 8000, Rated: 4000, Missing: 3000, Rejected: 1000}); blocks.Ledger != want {
				t.Errorf("%+v, want %+v", blocks.Ledger, want)
			}
		}
	}
}

// Comments of every kind are read in blocks, and have their lines.
func TestBlocksOfComments(t *testing.T) {
	f := eight(t)
	long := []string{"ratee", "rater", "comment", "item", "rating", "remarks", "school"}
	wide := []string{"ratee", "1.1", "1.1 comment", "1.2 comment", "1.2", "notes", "school"}
	for _, columns := range [][]string{long, append(long, "fingerprint"), append(long, "comment_on"), wide, append(wide, "fingerprint")} {
		for _, ending := range []string{"\n", "\r\n"} {
			g := &big{framework: f, ratings: entered[f.ID], columns: columns, comma: ",", ending: ending, r: rand.New(rand.NewPCG(1, 1))}
			g.b.WriteString(strings.Join(columns, ",") + ending)
			for n := range 3000 {
				v := map[string]string{"ratee": fmt.Sprint("P", n/90), "rater": fmt.Sprint("R", n/9), "item": fmt.Sprintf("1.%d", 1+n%4), "rating": "3", "1.1": "3", "1.2": "4", "school": fmt.Sprint("S", n/90)}
				if n%1000 == 999 {
					v["school"] = "elsewhere" // which is an error where it is kept
				}
				for _, column := range []string{"comment", "remarks", "1.1 comment", "1.2 comment", "notes"} {
					if g.r.IntN(3) == 0 {
						v[column] = g.comment()
					}
				}
				g.row(v)
			}
			file := ratings.File{Name: "comments.csv", Data: []byte(g.b.String())}
			for _, keep := range [][]string{nil, {"school"}} {
				o := ratings.Options{Delimiter: ',', Keep: keep}
				whole, blocks := outcomeOf(t, f, o.Whole(), file), outcomeOf(t, f, o.Streaming(20_000, 1000), file)
				if diff := differ(whole, blocks); diff != "" || keep == nil && len(whole.Comments) < 1000 {
					t.Errorf("%q %q: %d comments, %s; read whole (-) and in blocks (+):\n%.3000s", columns, ending, len(whole.Comments), whole.Err, diff)
				}
			}
			if !ratings.InBlocks(f, ratings.Options{Delimiter: ','}.Streaming(20_000, 1000), file) {
				t.Errorf("%q %q: the file is not read in blocks", columns, ending)
			}
		}
	}
}

// pieces are columns that together make ratings, and a record of them.
var pieces = map[string]struct {
	columns []string
	values  func(g *big, n int) map[string]string // of record n
}{
	"Canvas": {
		[]string{"Student Id", "Student Name", "1.1 - Rating", "1.1 - Points", "1.1 - Comments", "Indicator 2 - Points", "Indicator 2 - Rating"},
		func(g *big, n int) map[string]string {
			points := func() string { return []string{"", "3", "2.0", "75"}[g.r.IntN(4)] }
			return map[string]string{"Student Id": fmt.Sprint("P", n/4), "1.1 - Rating": g.rating(), "1.1 - Points": points(), "Indicator 2 - Points": points(), "Indicator 2 - Rating": g.rating()}
		},
	},
	"REDCap": {
		[]string{"record_id", "redcap_event_name", "ratee", "rater", "i1_1___1", "i1_1___2", "i1_1___3", "q1_2", "i1_3___1", "i1_3___4", "i1_3____999", "form_1_complete"},
		func(g *big, n int) map[string]string {
			out := map[string]string{"record_id": fmt.Sprint(n), "ratee": fmt.Sprint("P", n/4), "rater": fmt.Sprint("R", n), "q1_2": g.rating(), "redcap_event_name": "visit", "form_1_complete": "2"}
			for _, box := range []string{"i1_1___1", "i1_1___2", "i1_1___3", "i1_3___1", "i1_3___4", "i1_3____999"} {
				out[box] = []string{"0", "0", "1", "", "Checked"}[g.r.IntN(5)]
			}
			return out
		},
	},
}

// Files in which several columns make a rating are read in blocks, too.
func TestBlocksOfPieces(t *testing.T) {
	f := eight(t)
	for layout, of := range pieces {
		file := plainBig(f, of.columns, of.values)
		if !ratings.InBlocks(f, ratings.Options{}.Streaming(len(file.Data)/2, 1000), file) {
			t.Errorf("a plain export of %s is not read in blocks", layout)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		layout := rapid.SampledFrom([]string{"Canvas", "REDCap"}).Draw(t, "layout")
		g := &big{
			framework: f, ratings: entered[f.ID], columns: pieces[layout].columns, comma: ",", ending: "\n",
			r:      rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)),
			odds:   rapid.SliceOfDistinct(rapid.SampledFrom(oddities), rapid.ID).Draw(t, "odds"),
			rarity: rapid.SampledFrom([]int{7, 60, 400}).Draw(t, "rarity"),
		}
		g.b.WriteString(strings.Join(g.columns, ",") + "\n")
		for n := range 300 {
			g.row(pieces[layout].values(g, n))
		}
		file := ratings.File{Name: "pieces.csv", Data: []byte(g.b.String())}
		o := ratings.Options{Delimiter: ',', Nulls: map[string]rubric.State{"-999": rubric.NotObserved}}
		blocks := o.Streaming(len(file.Data)*9/10, 1000)
		if diff := cmp.Diff(outcomeOf(t, f, o.Whole(), file), outcomeOf(t, f, blocks, file), sameInAll); diff != "" {
			t.Fatalf("read whole (-) and in blocks (+):\n%s", diff)
		}
	})
}

// A survey's export is read in blocks, too: three rows of header, previews that
// are no answers, and a column that tells them apart.
func TestBlocksOfASurvey(t *testing.T) {
	f := eight(t)
	g := &big{framework: f, columns: []string{"ResponseId", "Status", "ratee", "1.1", "1.2", "group"}, comma: ",", ending: "\n"}
	g.b.WriteString(strings.Join(g.columns, ",") + "\n")
	g.surveyRows()
	for n := range 3000 {
		status := map[int]string{7: "Survey Preview", 30: "Survey Test", 31: "Imported"}[n%50]
		fmt.Fprintf(&g.b, "R_%d,%s,P%d,%d,2 - Developing,peer\n", n, status, n/9, 1+n%4)
	}
	file := ratings.File{Name: "survey.csv", Data: []byte(g.b.String())}
	for _, keep := range [][]string{nil, {"Status"}} {
		o := ratings.Options{}
		if blocks := o.Streaming(70_000, 1000); !ratings.InBlocks(f, blocks, file) || !ratings.Witnessed(f, blocks, file) {
			t.Error("the file is not read in blocks")
		}
		o.Keep = keep
		whole, blocks := outcomeOf(t, f, o.Whole(), file), outcomeOf(t, f, o.Streaming(20_000, 1000), file)
		if diff := differ(whole, blocks); diff != "" {
			t.Errorf("read whole (-) and in blocks (+):\n%s", diff)
		}
		if keep == nil && (whole.Report.Files[0].Layout != "Qualtrics" || whole.Ledger.Cells == 0 || len(whole.Report.Files[0].Skipped) == 0) {
			t.Errorf("%+v", whole.Report.Files[0])
		}
	}
}

// sameInAll compares whatever there is but functions, items as themselves.
var sameInAll = cmp.Options{
	cmp.FilterPath(func(p cmp.Path) bool { return p.Last().Type().Kind() == reflect.Func }, cmp.Ignore()),
	cmp.Exporter(func(reflect.Type) bool { return true }), cmpopts.EquateEmpty(), cmp.Comparer(func(a, b *rubric.Item) bool { return a == b }),
}

// A file that is opened is read as one that is at hand; packed with gzip as
// unpacked, but for its provenance.
func TestFilesThatAreOpened(t *testing.T) {
	f := eight(t)
	var b strings.Builder
	b.WriteString("ratee,rater,item,rating\n")
	for n := range 2000 {
		fmt.Fprintf(&b, "P%d,R,1.%d,%d\n", n/4, 1+n%3, 1+n%4)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := io.WriteString(z, b.String()); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	want := outcomeOf(t, f, ratings.Options{}.Whole(), ratings.File{Name: "f.csv", Data: []byte(b.String())})
	if want.Err != "" {
		t.Fatal(want.Err)
	}
	for name, data := range map[string][]byte{"plain": []byte(b.String()), "packed": packed.Bytes()} {
		opened := 0
		file := ratings.File{Name: "f.csv", Open: func() (io.ReadCloser, error) {
			opened++
			return io.NopCloser(bytes.NewReader(data)), nil
		}}
		got := outcomeOf(t, f, ratings.Options{}.Streaming(20_000, 1000), file)
		if got.Inputs[0].Bytes != int64(len(data)) || opened == 0 {
			t.Errorf("%s: %+v", name, got.Inputs)
		}
		if name == "packed" {
			got.Inputs, got.Report.Files[0].Packed = want.Inputs, false
		}
		if diff := cmp.Diff(want, got, sameInAll); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
