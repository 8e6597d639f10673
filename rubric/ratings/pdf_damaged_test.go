package ratings_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"rubrickit/rubric/ratings"
)

// What the reading of a damaged form may take, and how large it is before, in bytes:
// the test shall not take long.
const (
	mostWhole       = 60_000
	mostDamagedTime = 5 * time.Second
	mostDamagedMiB  = 64
)

// A thousand damaged forms are read, or refused with a message about the file, soon
// and in little memory.
func TestDamagedPDFForms(t *testing.T) {
	f, forms := engines(t)
	forms = slices.DeleteFunc(forms, func(f ratings.File) bool { return len(f.Data) > mostWhole })
	r := rand.New(rand.NewPCG(3, 4))
	refused := 0
	for n := range 1000 {
		form := forms[n%len(forms)]
		data := damaged(r, form.Data)
		before, start := allocated(), time.Now()
		book, _, err := ratings.Read(f, []ratings.File{{Name: "f.pdf", Data: data}}, ratings.Options{})
		took, mib := time.Since(start), (allocated()-before)>>20
		switch {
		case took > mostDamagedTime || mib > mostDamagedMiB:
			t.Fatalf("%s, damage %d: %v and %d MiB", form.Name, n, took, mib)
		case err == nil && !book.Ledger.Balanced():
			t.Fatalf("%s, damage %d: the ledger %+v", form.Name, n, book.Ledger)
		case err != nil && !strings.HasPrefix(err.Error(), "f.pdf: "):
			t.Fatalf("%s, damage %d: the error does not name the file: %v", form.Name, n, err)
		case err != nil:
			refused++
		}
	}
	if refused < 100 {
		t.Errorf("only %d forms were damaged so that it shows", refused)
	}
}

// allocated is how many bytes were allocated so far.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

// damages change a form in one way each; none of them changes the slice at hand.
var damages = []func(r *rand.Rand, data []byte) []byte{
	func(r *rand.Rand, data []byte) []byte { return data[:r.IntN(len(data))] },
	func(r *rand.Rand, data []byte) []byte {
		return splice(data, r.IntN(len(data)), 1, string(rune(r.IntN(256))))
	},
	func(r *rand.Rand, data []byte) []byte { return splice(data, r.IntN(len(data)), r.IntN(2000), "") },
	func(r *rand.Rand, data []byte) []byte {
		from := r.IntN(len(data))
		return splice(data, r.IntN(len(data)), 0, string(data[from:min(len(data), from+r.IntN(4000))]))
	},
	func(r *rand.Rand, data []byte) []byte {
		return swapped(r, data, "/Kids", "/Parent", "/Fields", "/AS", "/T")
	},
	func(r *rand.Rand, data []byte) []byte {
		return swapped(r, data, " 0 R", " 1 R", " 0 obj", "<<", ">>", "[", "]", "endobj", "stream\n")
	},
	func(r *rand.Rand, data []byte) []byte {
		return swapped(r, data, "/Length ", "/Length 9999999999 ", "/N ", "/N 2147483647 ", "/First ", "/First -1 ", "/Filter")
	},
	func(r *rand.Rand, data []byte) []byte {
		again := fmt.Sprintf("\n%d 0 obj\n<</Kids[%d 0 R]/T(ratee)/V %d 0 R>>\nendobj\n", 1+r.IntN(60), 1+r.IntN(60), 1+r.IntN(60))
		return splice(data, len(data), 0, again+"%%EOF")
	},
}

// damaged is a form after one to three damages.
func damaged(r *rand.Rand, data []byte) []byte {
	for range 1 + r.IntN(3) {
		if len(data) > 0 {
			data = damages[r.IntN(len(damages))](r, data)
		}
	}
	return data
}

// splice puts a text in the place of some bytes.
func splice(data []byte, at, n int, text string) []byte {
	out := append([]byte(nil), data[:at]...)
	out = append(out, text...)
	return append(out, data[min(at+n, len(data)):]...)
}

// swapped puts one word of a list in the place of another, where that occurs.
func swapped(r *rand.Rand, data []byte, words ...string) []byte {
	old, from := words[r.IntN(len(words))], r.IntN(len(data))
	at := bytes.Index(data[from:], []byte(old))
	if at < 0 {
		return data
	}
	return splice(data, from+at, len(old), words[r.IntN(len(words))])
}
