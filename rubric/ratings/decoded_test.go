package ratings_test

import (
	"bytes"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"rubrickit/rubric/ratings"
)

// scripts are the ways to write a text into a file, some of which the file
// tells and some an option.
var scripts = []struct {
	told string
	as   encoding.Encoding
}{
	{"", encoding.Nop},
	{"", unicode.UTF8BOM},
	{"utf-8", encoding.Nop},
	{"", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{"", unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
	{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"windows-1252", charmap.Windows1252},
}

// drawWritten writes a file in some encoding, now and then with a byte amiss if
// the file is sound: of two mistakes either may be told.
func drawWritten(t *rapid.T, file ratings.File, o ratings.Options, sound bool) (ratings.File, ratings.Options) {
	w := rapid.SampledFrom(scripts).Draw(t, "written")
	data, err := encoding.ReplaceUnsupported(w.as.NewEncoder()).Bytes(file.Data)
	if err != nil {
		t.Fatal(err)
	}
	if sound && rapid.IntRange(0, 9).Draw(t, "amiss") == 0 {
		data = bytes.Clone(data)
		data[rapid.IntRange(len(data)*19/20, len(data)-1).Draw(t, "where")] = rapid.SampledFrom([]byte{0, 0x81, 0xD8, 0xFF, '\r'}).Draw(t, "byte")
	}
	file.Data, o.Encoding = data, w.told
	return file, o
}

// Files that are read in blocks are so whatever they are written in.
func TestBlocksOfAnyEncoding(t *testing.T) {
	f := eight(t)
	text := "ratee,rater,1.1,1.2\n"
	for range 2000 {
		text += "René,Zoë,3,2 - Developing\n"
	}
	want := outcomeOf(t, f, ratings.Options{}.Whole(), ratings.File{Name: "f.csv", Data: []byte(text)})
	for _, w := range scripts {
		data, err := w.as.NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		file, o := ratings.File{Name: "f.csv", Data: data}, ratings.Options{Encoding: w.told}.Streaming(10_000, 1000)
		if !ratings.InBlocks(f, o, file) {
			t.Errorf("%v is not read in blocks", w)
		}
		got := outcomeOf(t, f, o, file)
		if diff := differ(want.Ratings, got.Ratings); diff != "" || len(want.Ratings) == 0 {
			t.Errorf("%v: %s", w, diff)
		}
	}
}
