package ratings_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric"
	"rubrickit/rubric/ratings"
)

// told is all that an inspection says, but for what it was asked to do.
type told struct {
	Files   []ratings.FileInspection
	Notes   []string
	Ledger  rubric.Ledger
	Rejects []rubric.Reject
	Errs    []string
	Mapping string
}

func toldOf(t fataler, f *rubric.Framework, o ratings.Options, files ...ratings.File) told {
	x, err := ratings.Inspect(f, files, o)
	if err != nil {
		t.Fatal(err)
	}
	out := told{Files: x.Files, Notes: x.Notes}
	var mapping strings.Builder
	if err := x.WriteMapping(&mapping); err != nil {
		mapping.WriteString(err.Error())
	}
	out.Mapping = mapping.String()
	for i := range x.Files {
		out.Errs = append(out.Errs, fmt.Sprint(x.Files[i].Err))
		x.Files[i].Err = nil
	}
	if x.Ratings != nil {
		out.Rejects, out.Ledger = x.Ratings.Rejects, x.Ratings.Ledger
	}
	return out
}

// sameWay compares the pieces of ratings by what they are, since functions do
// not compare.
var sameWay = cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".join" }, cmp.Ignore())

// checkInspection holds the inspection of a file in blocks against that of the
// whole file, and says whether it was in blocks.
func checkInspection(t fataler, f *rubric.Framework, o ratings.Options, file ratings.File, block int) (inBlocks bool) {
	whole := toldOf(t, f, o.Whole(), file)
	blocks := toldOf(t, f, o.Streaming(len(file.Data)*9/10, block), file)
	if !reflect.DeepEqual(whole, blocks) { // which is found sooner than in what they differ
		if diff := cmp.Diff(whole, blocks, sameInAll, sameWay); diff != "" {
			t.Fatal(fmt.Sprintf("%s: inspected whole (-) and in blocks (+):\n%s", file.Name, diff))
		}
	}
	return ratings.Witnessed(f, o.Streaming(len(file.Data)*9/10, block), file)
}

// repeated is a file whose last line, and so its last record where that takes
// one line, stands so many times more.
func repeated(file ratings.File, times int) ratings.File {
	text := strings.TrimSuffix(string(file.Data), "\n")
	last := text[strings.LastIndexByte(text, '\n')+1:]
	return ratings.File{Name: file.Name, Data: []byte(text + strings.Repeat("\n"+last, times) + "\n")}
}

// The files of every producer, made long, are inspected in blocks as they are
// read whole.
func TestFilesAreInspectedInBlocks(t *testing.T) {
	f := eight(t)
	inBlocks := false
	for _, name := range files(t, "same/rejects") {
		if strings.HasSuffix(name, "sv") {
			t.Run(name, func(t *testing.T) {
				inBlocks = checkInspection(t, f, sameFiles[name].o, repeated(fixture(t, "same/rejects", name), 1200), 2000) || inBlocks
			})
		}
	}
	if !inBlocks {
		t.Error("no file was inspected in blocks")
	}
}

// longer is a file whose lines below the header stand so often that its head
// tells what it is.
func longer(file ratings.File) ratings.File {
	lines := strings.SplitAfter(string(file.Data), "\n")
	data := lines[min(3, len(lines)):]
	return ratings.File{Name: file.Name, Data: []byte(strings.Join(lines, "") + "\n" + strings.Join(slices.Repeat(data, 1+1200/len(data)), ""))}
}

// So are random files, with oddities of all kinds.
func TestBlocksAreInspectedAlike(t *testing.T) {
	f := eight(t)
	var items []string
	for _, it := range f.Indicators() {
		items = append(items, it.Code)
	}
	if plain := plainBig(f, []string{"ratee", "rater", "group", "date", "item", "rating"}, func(g *big, n int) map[string]string { return g.values(n, items) }); !checkInspection(t, f, ratings.Options{}, longer(plain), 1000) {
		t.Error("a plain file is not inspected in blocks")
	}
	rapid.Check(t, func(rt *rapid.T) {
		if rapid.IntRange(0, 3).Draw(rt, "one in four") > 0 {
			return // a long file takes long
		}
		file, delimiter := drawBig(rt, f, items)
		o := ratings.Options{Delimiter: delimiter, Set: map[ratings.Role]string{}}
		if rapid.Bool().Draw(rt, "set") {
			o.Set[ratings.Rater] = "coach"
		}
		if rapid.IntRange(0, 4).Draw(rt, "item") == 0 {
			o.Set[ratings.ItemRole] = items[1]
		}
		checkInspection(rt, f, o, longer(file), rapid.SampledFrom([]int{100, 1 << 10, 1 << 14, 1 << 20}).Draw(rt, "block"))
	})
}

// Of more different texts than are listed, the first ones of the file are,
// wherever blocks begin.
func TestTextsOfBlocksAreBounded(t *testing.T) {
	f := eight(t)
	var text strings.Builder
	text.WriteString(longHeader)
	for i := range 4000 {
		fmt.Fprintf(&text, "P%d,s,1.%d,%d\nP%d,s,w%d,3\nP%d,s,1.1,w%d\n", i, 1+i%4, 1+i%3, i, i*7%2500, i, i*11%3000)
	}
	if !checkInspection(t, f, ratings.Options{}, csv(text.String()), 3000) {
		t.Error("it was not inspected in blocks")
	}
}

// Rows that are no data are not counted, and cells that are not plain are
// counted as what they say.
func TestRowsOfBlocksThatAreNoData(t *testing.T) {
	f := eight(t)
	var text strings.Builder
	text.WriteString("ratee,rater,1.1,1.2\n")
	for i := range 1300 {
		fmt.Fprintf(&text, "P%d,s,%d,\n", i, 1+i%4)
		if i > 1200 && i%10 == 0 {
			text.WriteString(",,,\n\u00a0,,\u00a0,\n\nratee,rater,1.1,1.2\nQ,s,\"4\",\"a\n\"\nR,s,3\nS,s,\u00a04, N/A \nT,s,,\n")
		}
	}
	if !checkInspection(t, f, ratings.Options{}, csv(text.String()), 3000) {
		t.Error("it was not inspected in blocks")
	}
}
