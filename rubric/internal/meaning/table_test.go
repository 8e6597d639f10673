package meaning

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// cosine of two words, as the sums of their pieces.
func cosine(t *testing.T, a, b string) float64 {
	t.Helper()
	dot, lengths := 0.0, [2]float64{}
	va, vb := vectorOf(t, a), vectorOf(t, b)
	for i := range va {
		dot += va[i] * vb[i]
		lengths[0] += va[i] * va[i]
		lengths[1] += vb[i] * vb[i]
	}
	return dot / math.Sqrt(lengths[0]*lengths[1])
}

func vectorOf(t *testing.T, word string) *Vector {
	t.Helper()
	v := &Vector{}
	pieces := English().Pieces(word)
	if len(pieces) == 0 {
		t.Fatalf("%q has no pieces", word)
	}
	for _, p := range pieces {
		English().Add(v, p, 1)
	}
	return v
}

// What means nearly the same is nearer than what does not.
func TestNearWords(t *testing.T) {
	for _, c := range []struct{ word, near, far string }{
		{"teachers", "educators", "roofs"},
		{"budget", "finance", "listening"},
		{"families", "parents", "budgets"},
		{"evaluate", "assess", "celebrate"},
		{"hire", "recruit", "listen"},
		{"strategy", "plan", "oxide"},
	} {
		near, far := cosine(t, c.word, c.near), cosine(t, c.word, c.far)
		if near < 0.3 || far > near/2 {
			t.Errorf("%s: %s %.2f, %s %.2f", c.word, c.near, near, c.far, far)
		}
	}
}

func TestPieces(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"teacher", "teacher"},
		{"teachers", "teachers"},
		{"ephi", "ep ##hi"},
		{"cybersecurity", "cyber ##se ##cu ##rity"},
		{"360", "360"},
		{"", ""},
		{"школа", ""},    // no piece begins it
		{"naïve", ""},    // accents are for the caller to take off
		{"teacher—", ""}, // nothing goes on with a dash: none rather than half
		{"Teacher", ""},  // lower case is for the caller, too
		{strings.Repeat("a", mostBytes+1), ""},
	} {
		var got []string
		for _, p := range English().Pieces(c.word) {
			got = append(got, English().Spelling(p))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q is %q, want %q", c.word, s, c.want)
		}
	}
}

// The table is in order, so that what it has is found, and every piece has a
// vector that points somewhere.
func TestEveryPiece(t *testing.T) {
	table := English()
	if table.Len() != 27558 {
		t.Errorf("%d pieces", table.Len())
	}
	longest := 0
	for i := range table.Len() {
		p := Piece(i)
		spelling := table.Spelling(p)
		if found, ok := table.atOrBefore(spelling); !ok || found != p {
			t.Errorf("%q is at %d and found at %d", spelling, p, found)
		}
		longest = max(longest, len(strings.TrimPrefix(spelling, continued)))
		v := &Vector{}
		table.Add(v, p, 2)
		if slices.Max(v[:]) <= 0 || slices.Min(v[:]) >= 0 || slices.Max(v[:]) > 10 {
			t.Errorf("%q has the vector %v", spelling, v[:4])
		}
	}
	if longest != longestPiece {
		t.Errorf("the longest piece has %d letters", longest)
	}
}

// The longest piece is that which trying one length after the other finds.
func TestLongest(t *testing.T) {
	table := English()
	all := map[string]Piece{}
	for i := range table.Len() {
		all[table.Spelling(Piece(i))] = Piece(i)
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching("[a-z0-9#é]{1,24}").Draw(t, "word")
		from := rapid.IntRange(0, len(word)-1).Draw(t, "from")
		prefix := map[bool]string{true: continued}[from > 0]
		want, end := Piece(0), from
		for to := from + 1; to <= len(word); to++ {
			if p, known := all[prefix+word[from:to]]; known {
				want, end = p, to
			}
		}
		if got, to := table.longest(word, from); got != want || to != end {
			t.Errorf("%q from %d: %q to %d, want %q to %d", word, from, table.Spelling(got), to, table.Spelling(want), end)
		}
	})
}

// small is a table of two pieces: "a" with the numbers 1, -7, 0, 0 … of scale
// 0.5, and "b" with 7 throughout, of scale 1.
func small() []byte {
	b := []byte(magic)
	b = binary.LittleEndian.AppendUint32(b, 2)
	b = binary.LittleEndian.AppendUint32(b, Dim)
	for _, offset := range []uint32{0, 1, 2} {
		b = binary.LittleEndian.AppendUint32(b, offset)
	}
	for _, scale := range []float32{0.5, 1} {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
	}
	b = append(b, 9|1<<4)
	b = append(b, slices.Repeat([]byte{0x88}, rowBytes-1)...)
	b = append(b, slices.Repeat([]byte{0xff}, rowBytes)...)
	return append(b, "ab"...)
}

func TestAdd(t *testing.T) {
	table, err := open(string(small()))
	if err != nil {
		t.Fatal(err)
	}
	v := &Vector{}
	table.Add(v, table.Pieces("a")[0], 2)
	if v[0] != 1 || v[1] != -7 || v[2] != 0 || v[255] != 0 {
		t.Errorf("a is %v", v[:4])
	}
	table.Add(v, table.Pieces("b")[0], 1)
	if v[0] != 8 || v[1] != 0 || v[2] != 7 || v[255] != 7 {
		t.Errorf("a and b are %v", v[:4])
	}
}

func TestDamagedTables(t *testing.T) {
	edit := func(change func([]byte) []byte) string { return string(change(small())) }
	for _, c := range []struct{ name, data, says string }{
		{"nothing", "", "does not begin"},
		{"another magic", edit(func(b []byte) []byte { b[0] = 'x'; return b }), "does not begin"},
		{"another size", edit(func(b []byte) []byte { b[12] = 1; return b }), "257 components"},
		{"cut off", edit(func(b []byte) []byte { return b[:len(b)-3] }), "ends early"},
		{"more pieces than there are", edit(func(b []byte) []byte { b[11] = 255; return b }), "ends early"},
		{"spellings left over", edit(func(b []byte) []byte { return append(b, 'c') }), "3 bytes in place of 2"},
	} {
		if _, err := open(c.data); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// Whatever the word, its pieces put together are the word.
func FuzzPieces(f *testing.F) {
	for _, s := range []string{"teacher", "cybersecurity", "##a", "a##b", "\xff", "ﬁ", "ａ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		var b strings.Builder
		pieces := English().Pieces(word)
		for i, p := range pieces {
			spelling := English().Spelling(p)
			rest, continues := strings.CutPrefix(spelling, continued)
			if i > 0 && !continues {
				t.Errorf("%q goes on with %q", word, spelling)
			}
			if i > 0 {
				spelling = rest
			}
			b.WriteString(spelling)
		}
		if len(pieces) > 0 && b.String() != word {
			t.Errorf("%q is put together as %q", word, b.String())
		}
	})
}

// BenchmarkEnglish is what the first look at the table costs.
func BenchmarkEnglish(b *testing.B) {
	for b.Loop() {
		if _, err := open(english); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPieces takes the worst of words apart: no piece is longer than a
// letter or two.
func BenchmarkPieces(b *testing.B) {
	word := strings.Repeat("qxz", mostBytes/3)
	b.SetBytes(int64(len(word)))
	for b.Loop() {
		English().Pieces(word)
	}
}
