package sample_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"rubrickit/rubric/internal/sample"
)

// forms are enough for ratees of every kind.
const forms = 1300

func write(t testing.TB, o sample.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sample.Ratings(&b, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// cells reads a file with the reader of the standard library: what each rater
// said of whom, when and on what.
func cells(t *testing.T, file []byte) map[[5]string]string {
	t.Helper()
	records, err := csv.NewReader(bytes.NewReader(file)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[[5]string]string{}
	header := records[0]
	for _, r := range records[1:] {
		if header[1] == "item" {
			out[[5]string{r[0], r[2], r[3], r[4], r[1]}] = r[5]
			continue
		}
		for i, item := range header[4:] {
			out[[5]string{r[0], r[1], r[2], r[3], item}] = r[4+i]
		}
	}
	return out
}

// every calls a function with each kind of file.
func every(f func(name string, o sample.Options)) {
	for _, shape := range sample.Shapes() {
		for _, order := range sample.Orders() {
			for _, quote := range sample.Quotes() {
				f(shape+" "+order+" "+quote, sample.Options{Forms: forms, Seed: 5, Shape: shape, Order: order, Quote: quote})
			}
		}
	}
}

func TestEveryFileHoldsTheSameRatings(t *testing.T) {
	want := cells(t, write(t, sample.Options{Forms: forms, Seed: 5}))
	if len(want) != 37*forms {
		t.Fatalf("%d different cells, not %d", len(want), 37*forms)
	}
	every(func(name string, o sample.Options) {
		if !maps.Equal(cells(t, write(t, o)), want) {
			t.Errorf("%s holds other ratings", name)
		}
	})
}

func TestSeeds(t *testing.T) {
	one, other := sample.Options{Forms: 54, Seed: 1}, sample.Options{Forms: 54, Seed: 2}
	if maps.Equal(cells(t, write(t, one)), cells(t, write(t, other))) {
		t.Error("two seeds make the same ratings")
	}
}

// TestPinned holds the bytes still: published figures are those of a file.
func TestPinned(t *testing.T) {
	for shape, want := range map[string]string{
		"long": "aa83c93048761181",
		"wide": "097496f0fd8a4ee3",
	} {
		sum := sha256.Sum256(write(t, sample.Options{Forms: forms, Seed: 1, Shape: shape}))
		if got := hex.EncodeToString(sum[:8]); got != want {
			t.Errorf("%s: the file begins its SHA-256 with %s, not %s: figures of older files no longer compare", shape, got, want)
		}
	}
}

// neighbours counts the rows that follow a row of the same form, and of the
// same ratee.
func neighbours(t *testing.T, order string) (form, ratee int) {
	var before []string
	for line := range strings.Lines(string(write(t, sample.Options{Forms: forms, Seed: 3, Order: order}))) {
		fields := strings.Split(line, ",")
		if before != nil && fields[0] == before[0] {
			ratee++
			if slices.Equal(fields[2:5], before[2:5]) {
				form++
			}
		}
		before = fields
	}
	return form, ratee
}

func TestOrders(t *testing.T) {
	const within = 36 * forms // rows that follow one of their own form, where it is whole
	const ratees = 49         // that have so many forms: 24 pairs, and four forms of the next
	form, ratee := neighbours(t, "ratee")
	if form != within || ratee != 37*forms-ratees {
		t.Errorf("by ratee: %d rows follow their form, %d their ratee", form, ratee)
	}
	form, ratee = neighbours(t, "forms")
	if form != within || ratee > within+forms/20 {
		t.Errorf("whole forms: %d rows follow their form, %d their ratee", form, ratee)
	}
	if form, ratee = neighbours(t, "rows"); form > forms/10 || ratee > 37*forms/40 {
		t.Errorf("rows: %d rows follow their form, %d their ratee", form, ratee)
	}
}

func TestWhatStandsInQuotes(t *testing.T) {
	for quote, want := range map[string]string{
		"none":   `P000001,1.1,P000001,self,`,
		"labels": `P000001,1.1,P000001,self,`,
		"all":    `"P000001","1.1","P000001","self","`,
	} {
		lines := strings.Split(string(write(t, sample.Options{Forms: 1, Quote: quote})), "\n")
		if !strings.HasPrefix(lines[1], want) {
			t.Errorf("%s: %s", quote, lines[1])
		}
		if got := strings.HasSuffix(lines[1], `"`); got != (quote != "none") {
			t.Errorf("%s: the label in quotes is %t: %s", quote, got, lines[1])
		}
	}
}

func TestFormsFor(t *testing.T) {
	for ratings, want := range map[uint64]uint64{0: 0, 1: 1, 37: 1, 38: 2, 74: 2, 1_000_000: 27028, 1<<64 - 1: 498560650640798693} {
		if got := sample.FormsFor(ratings); got != want {
			t.Errorf("%d ratings are on %d forms, not %d", ratings, got, want)
		}
	}
}

func TestEmptyFileHasAHeader(t *testing.T) {
	if got := string(write(t, sample.Options{})); got != "ratee,item,rater,group,date,rating\n" {
		t.Errorf("%q", got)
	}
}

func TestRefused(t *testing.T) {
	for name, o := range map[string]sample.Options{
		"there is no shape \"tall\": it is one of long, wide":               {Shape: "tall"},
		"there is no order \"item\": it is one of forms, ratee, rows":       {Order: "item"},
		"there is no quoting \"some\": it is one of none, labels, all":      {Quote: "some"},
		"300000000000000000 forms are too many: at most 249280325320399346": {Forms: 3e17},
	} {
		if err := sample.Ratings(io.Discard, o); err == nil || err.Error() != name {
			t.Errorf("%+v: %v, not %s", o, err, name)
		}
	}
}

// full is a disk with so much room.
type full struct{ room int }

var errFull = errors.New("no space left")

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestFullDisk(t *testing.T) {
	whole := len(write(t, sample.Options{Forms: forms}))
	for _, room := range []int{0, whole / 2, whole - 1} {
		if err := sample.Ratings(&full{room}, sample.Options{Forms: forms}); !errors.Is(err, errFull) {
			t.Errorf("with room for %d of %d bytes: %v", room, whole, err)
		}
	}
	if err := sample.Ratings(&full{whole}, sample.Options{Forms: forms}); err != nil {
		t.Error(err)
	}
}

func TestMemoryDoesNotGrow(t *testing.T) {
	every(func(name string, o sample.Options) {
		allocations := func(n uint64) float64 {
			o.Forms = n
			return testing.AllocsPerRun(3, func() { _ = sample.Ratings(io.Discard, o) })
		}
		if few, many := allocations(30), allocations(1500); many > few+2 {
			t.Errorf("%s: %.0f allocations for 30 forms, %.0f for 1500", name, few, many)
		}
	})
}

func BenchmarkRatings(b *testing.B) {
	for _, shape := range sample.Shapes() {
		for _, order := range sample.Orders() {
			o := sample.Options{Forms: forms, Shape: shape, Order: order}
			b.Run(shape+"/"+order, func(b *testing.B) {
				b.SetBytes(int64(len(write(b, o))))
				for b.Loop() {
					if err := sample.Ratings(io.Discard, o); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
