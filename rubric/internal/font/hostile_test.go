package font_test

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"io"
	"os"
	"strings"
	"testing"

	"rubrickit/rubric/internal/font"
)

// file is the shipped font as a file.
func file(t testing.TB) []byte {
	t.Helper()
	packed, err := os.Open("sourcesans/SourceSans3-Regular.ttf.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// at is where a table of a font begins.
func at(t testing.TB, data []byte, table string) int {
	t.Helper()
	i := bytes.Index(data[:1024], []byte(table))
	if i < 0 {
		t.Fatalf("no table %s", table)
	}
	return int(binary.BigEndian.Uint32(data[i+8:]))
}

func TestParseRefuses(t *testing.T) {
	whole := file(t)
	changed := func(change func(data []byte)) []byte {
		data := bytes.Clone(whole)
		change(data)
		return data
	}
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"nothing":      {nil, "too short"},
		"another file": {[]byte("rubric: v1\nid: a\n"), "no TrueType font"},
		"PostScript":   {append([]byte("OTTO"), whole[4:]...), "TrueType version"},
		"a collection": {append([]byte("ttcf"), whole[4:]...), "one font"},
		"cut off":      {whole[:len(whole)/2], "cut off"},
		"cut early":    {whole[:40], "cut off"},
		"no letters":   {changed(func(d []byte) { copy(d[bytes.Index(d, []byte("cmap")):], "xxxx") }), `no table "cmap"`},
		"no units":     {changed(func(d []byte) { d[at(t, d, "head")+18], d[at(t, d, "head")+19] = 0, 0 }), "0 units"},
		"no widths":    {changed(func(d []byte) { d[at(t, d, "hhea")+34], d[at(t, d, "hhea")+35] = 0xff, 0xff }), "65535 widths"},
		"not to embed": {changed(func(d []byte) { d[at(t, d, "OS/2")+9] = 2 }), "forbids"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := font.Parse(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q in it", err, c.want)
			}
		})
	}
}

// Whatever the bytes, a font is refused, or can be used and embedded.
func FuzzParse(f *testing.F) {
	whole := file(f)
	for _, table := range []string{"cmap", "GPOS", "glyf", "loca", "hmtx"} {
		f.Add(uint32(at(f, whole, table)), []byte("\xff\xff\xff\xff\xff\xff"))
	}
	f.Add(uint32(4), []byte("\xff\xff"))
	f.Fuzz(func(t *testing.T, offset uint32, bytes []byte) {
		data := append([]byte(nil), whole...)
		copy(data[int(offset)%len(data):], bytes)
		parsed, err := font.Parse(data)
		if err != nil {
			return
		}
		parsed.Name()
		subset := parsed.NewSubset()
		last := font.GlyphID(0)
		for r := rune(32); r < 0x180; r++ {
			if g, ok := parsed.Glyph(r); ok {
				parsed.Kern(last, g)
				subset.Add(g)
				last = g
			}
		}
		if len(subset.File(nil)) == 0 {
			t.Error("no font")
		}
	})
}
