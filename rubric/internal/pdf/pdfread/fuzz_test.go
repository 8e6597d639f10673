package pdfread_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"rubrickit/rubric/internal/pdf/pdfread"
)

// read reads whatever can be read of a file.
func read(data []byte) {
	f, err := pdfread.Open(data)
	if err != nil {
		return
	}
	f.Info("Title")
	_, _ = f.Fields() // an error is as good as fields
}

func samples(t testing.TB) [][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/*/*.pdf")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no forms (%v)", err)
	}
	var out [][]byte
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}

// A thousand damaged forms end soon, as fields or as an error.
func TestDamagedForms(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	all := samples(t)
	for range 1000 {
		data := append([]byte(nil), all[r.IntN(len(all))]...)
		for range 1 + r.IntN(20) {
			damage(r, data)
		}
		data = data[:len(data)-r.IntN(len(data)/2)*r.IntN(2)]
		start := time.Now()
		read(data)
		if took := time.Since(start); took > 2*time.Second {
			t.Fatalf("%v for %d bytes", took, len(data))
		}
	}
}

// damage changes some bytes: to others, or to a copy of some other place.
func damage(r *rand.Rand, data []byte) {
	n := 1 + r.IntN(40)
	to := r.IntN(len(data) - n)
	if r.IntN(2) == 0 {
		from := r.IntN(len(data) - n)
		copy(data[to:], data[from:from+n])
		return
	}
	data[to] = byte(r.IntN(256))
}

// Any bytes end without a crash.
func FuzzRead(f *testing.F) {
	for _, data := range samples(f) {
		f.Add(data)
	}
	f.Add([]byte(form("<</FT/Btn/T(a)/V/2/Kids[<</AS/Off>><</AS/2>>]>>")))
	f.Fuzz(func(_ *testing.T, data []byte) { read(data) })
}
