package ratings_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rubrickit/rubric/ratings"
)

// objectCells are the texts of keys and values that objects are made of, some
// of them odd.
var objectCells = []string{`3`, `"2 - Developing"`, `null`, `"N/A"`, `"Profcient"`, `["4"]`, `"é\u00e9"`, `4.0`, `true`, `""`}

// oddKeys are what a few objects late in a file have besides.
var oddKeys = map[string]string{
	"nothing": "", "late": `"comment": "seen", "school": "North"`, "list": `"more": [{"x": 1}]`, "broken": `"a": nope`, "number": `"year": 2026`, "foreign": `"framework": "other"`,
	"lines": "\n \"room\":\n 7", "date": `"date": "3/4/2026"`, "stray": `"1.9": 3`, "twice": `"ratee": "again"`,
}

// objects is a file of so many objects, of which some late ones are odd.
func objects(r *rand.Rand, n int, wide bool, odd, between string) ratings.File {
	var rows []string
	for n := range n {
		o := []string{fmt.Sprintf(`"ratee": "P%d"`, n/5), fmt.Sprintf(`"rater": "R%d"`, n%3)}
		if wide {
			o = append(o, `"1.1": `+objectCells[r.IntN(len(objectCells))], `"ratings": {"1.2": `+objectCells[r.IntN(len(objectCells))]+`}`)
		} else {
			o = append(o, fmt.Sprintf(`"item": "1.%d"`, 1+r.IntN(5)), `"rating": `+objectCells[r.IntN(len(objectCells))])
		}
		if n > 250 && r.IntN(9) == 0 {
			o = append(o, oddKeys[odd])
		}
		text := strings.TrimSuffix(strings.Join(o, ", "), ", ")
		rows = append(rows, "{"+text+"}")
	}
	text := strings.Join(rows, between)
	if strings.HasPrefix(between, ",") {
		text = "[" + text + "]"
	}
	return ratings.File{Name: "f.json", Data: []byte(text)}
}

// Whether objects are held in memory or read one by one changes nothing.
func TestObjectsOneByOne(t *testing.T) {
	f := eight(t)
	streamed := 0
	rapid.Check(t, func(rt *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 1))
		odd := rapid.SampledFrom(slices.Sorted(maps.Keys(oddKeys))).Draw(rt, "odd")
		file := objects(r, 260+r.IntN(60), rapid.Bool().Draw(rt, "wide"), odd, rapid.SampledFrom([]string{"\n", ",\n", ",", "\r\n"}).Draw(rt, "between"))
		o := ratings.Options{Keep: rapid.SampledFrom([][]string{nil, {"school"}}).Draw(rt, "keep")}
		head := len(file.Data) / 2
		file, o = drawWritten(rt, file, o, outcomeOf(rt, f, o.Whole(), file).Err == "")
		one := o.Streaming(head, 0)
		whole, pieces := outcomeOf(rt, f, o.Whole(), file), outcomeOf(rt, f, one, file)
		if diff := differ(whole, pieces); diff != "" {
			rt.Fatalf("held (-) and one by one (+):\n%s", diff)
		}
		if whole.Err == "" && ratings.ByObjects(f, one, file) {
			streamed++
		}
	})
	if streamed == 0 && !testing.Short() { // among few there may be none
		t.Error("no file was read one by one")
	}
}

// differ says in what two outcomes differ, and soon where they do not.
func differ(a, b any) string {
	if reflect.DeepEqual(a, b) {
		return ""
	}
	return cmp.Diff(a, b, sameInAll)
}

// Nor does it change what an inspection tells.
func TestObjectsAreInspectedOneByOne(t *testing.T) {
	f := eight(t)
	for odd := range oddKeys {
		for _, wide := range []bool{false, true} {
			file := objects(rand.New(rand.NewPCG(7, 1)), 1200, wide, odd, "\n")
			if diff := differ(toldOf(t, f, ratings.Options{}.Whole(), file), toldOf(t, f, ratings.Options{}.Streaming(5000, 0), file)); diff != "" {
				t.Errorf("%s, wide %t: inspected whole (-) and one by one (+):\n%.3000s", odd, wide, diff)
			}
		}
	}
}

// endless gives objects without an end in sight, and says how many it gave.
type endless struct {
	rows, left int
	rest       []byte
}

func (e *endless) Read(p []byte) (int, error) {
	if len(e.rest) == 0 {
		if e.left == 0 {
			return 0, io.EOF
		}
		n := e.rows - e.left
		e.left--
		e.rest, _ = json.Marshal(map[string]any{"ratee": fmt.Sprint("P", n/8%50), "rater": "s", "item": fmt.Sprintf("1.%d", 1+n%4), "rating": 3, "comment": ""})
		e.rest = append(e.rest, '\n')
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// A file that is longer than what is held is read; of what must be held, only
// so much is.
func TestWhatIsHeldIsBounded(t *testing.T) {
	opened := func(name string, open func() io.Reader) ratings.File {
		return ratings.File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(open()), nil }}
	}
	text := func(parts ...string) func() io.Reader {
		return func() io.Reader { return strings.NewReader(strings.Join(parts, "")) }
	}
	for name, c := range map[string]struct {
		file ratings.File
		want string
	}{
		"lines":       {opened("f.ndjson", func() io.Reader { return &endless{rows: 5000, left: 5000} }), ""},
		"a long text": {opened("f.json", text(`[{"a":"`, strings.Repeat("0", 20<<20), `"}]`)), "line 1: a single text is more than 4 MiB long"},
		"values":      {opened("f.json", text(`{"a":[`, strings.Repeat("0,", 1<<20), `0]}`)), "a single object has more than 64 MiB or 1048576 values"},
		"JSON":        {opened("f.json", text(`[{"a":[{"b":1}]}`, strings.Repeat(" ", 65<<20), `]`)), "it is JSON of more than 64 MiB, the most that is held in memory: write it as NDJSON"},
		"a workbook": {opened("f.xlsx", func() io.Reader {
			return io.MultiReader(strings.NewReader("PK\x03\x04"), io.LimitReader(zeros{}, 65<<20))
		}), "it is XLSX of more than 64 MiB"},
		"YAML":         {opened("f.yaml", func() io.Reader { return io.LimitReader(zeros{}, 5<<20) }), "it is YAML of more than 4 MiB"},
		"YAML at hand": {ratings.File{Name: "f.yaml", Data: bytes.Repeat([]byte("#"), 5<<20)}, "it is YAML of more than 4 MiB"},
	} {
		_, _, err := ratings.Read(eight(t), []ratings.File{c.file}, ratings.Options{})
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %.200v, want %q", name, err, c.want)
		}
	}
}

// zeros is a text of zeros.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}
