package ratings

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// A text comes out as it is decoded whole, however its bytes come in: none of
// its characters is torn.
func TestDecodedInPieces(t *testing.T) {
	text := strings.Repeat("Zoë 🙂 水, ", pieceSize/7)
	for _, c := range []struct {
		charset
		order unicode.Endianness
	}{{charsets[1], unicode.LittleEndian}, {charsets[2], unicode.BigEndian}} {
		data, err := unicode.UTF16(c.order, unicode.IgnoreBOM).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		for name, from := range map[string]io.Reader{
			"in pieces": strings.NewReader(data), "in odd pieces": iotest.HalfReader(strings.NewReader(data)), "byte by byte": iotest.OneByteReader(strings.NewReader(data)),
			"with the end": iotest.DataErrReader(strings.NewReader(data)),
		} {
			got, err := io.ReadAll(&decoded{from: from, charset: c.charset})
			if err != nil || string(got) != text {
				t.Errorf("%s, %s: %d characters of %d, %v", c.name, name, utf8.RuneCount(got), utf8.RuneCountInString(text), err)
			}
		}
	}
	single, err := charsetNamed("windows-1252")
	if err != nil {
		t.Fatal(err)
	}
	for data, want := range map[string]string{"Ren\xe9e": "Renée", "": ""} {
		got, err := io.ReadAll(&decoded{from: iotest.OneByteReader(strings.NewReader(data)), charset: single})
		if err != nil || string(got) != want {
			t.Errorf("%q is %q, %v", data, got, err)
		}
	}
}

// Bytes that are no characters, and a character that ends with the text, are
// for the reading of the whole file.
func TestDecodedEndsWhereBytesAreAmiss(t *testing.T) {
	for name, data := range map[string]string{"half a unit": "a\x00b", "half a character": "a\x00\x3d\xd8", "the second half": "\x42\xdea\x00"} {
		if got, err := io.ReadAll(&decoded{from: strings.NewReader(data), charset: charsets[1]}); err != errWhole {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	failing := io.MultiReader(strings.NewReader("a\x00"), iotest.ErrReader(io.ErrClosedPipe))
	if got, err := io.ReadAll(&decoded{from: failing, charset: charsets[1]}); string(got) != "a" || err != io.ErrClosedPipe {
		t.Errorf("%q, %v", got, err)
	}
}
