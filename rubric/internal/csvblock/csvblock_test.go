package csvblock_test

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	. "rubrickit/rubric/internal/csvblock"
)

// placed is a record as encoding/csv reads it: where it begins, and how many
// were before it.
type placed struct{ line, record int }

// byCSV reads a text with encoding/csv. Empty lines count as records.
func byCSV(text string, delimiter byte) []placed {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = rune(delimiter), -1
	var out []placed
	next, number := 1, 0 // the line behind the last record, and how many there are
	for {
		from := r.InputOffset()
		_, err := r.Read()
		line := 0
		var broken *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return out
		case errors.As(err, &broken):
			line = broken.StartLine
		default:
			line, _ = r.FieldPos(0)
		}
		number += line - next
		out = append(out, placed{line, number})
		number++
		next += strings.Count(text[from:r.InputOffset()], "\n")
	}
}

// open reports whether a text ends in a quote that is not closed.
func open(text string, delimiter byte) bool {
	text = strings.TrimSuffix(text, "\n") + "\n"
	for len(text) > 0 {
		n, whole := Record([]byte(text), delimiter)
		if !whole {
			return true
		}
		text = text[n:]
	}
	return false
}

// byBlocks cuts a text into blocks and those into records.
func byBlocks(c *Cutter, delimiter byte) ([]placed, string, error) {
	var out []placed
	var all strings.Builder
	number := 0
	for {
		b, err := c.Next(nil)
		if errors.Is(err, io.EOF) {
			return out, all.String(), nil
		}
		if err != nil {
			return nil, "", err
		}
		if number++; b.Number != number-1 {
			return nil, "", errors.New("the blocks are not numbered")
		}
		all.Write(b.Own())
		line, record := b.Line, b.Record
		for text := b.Text; len(text) > 0; {
			n, whole := Record(text, delimiter)
			if !whole {
				return nil, "", errors.New("a block ends within a record")
			}
			if got := strings.TrimSuffix(strings.TrimSuffix(string(text[:n]), "\n"), "\r"); got != "" {
				out = append(out, placed{line, record})
			}
			record++
			line += strings.Count(string(text[:n]), "\n")
			text = text[n:]
		}
	}
}

func FuzzRecordsAreThoseOfEncodingCSV(f *testing.F) {
	for _, text := range []string{
		"", "a", "a,b\n1,2", "a,b\r\n\r\n1,2\r\n", "\n\n\na\n\n", "\"a\nb\",c\nd", "a\"b,c\n\"x\"y\nz\n", "\"open\n", "\"\"\"\"\n\"a\"\"b\"\n",
		"a,\"b\r\nc\",\"d\"\r\n\r\n\r\ne\n", "\"a\"\r\n", "\"a\"\rb\n", " \"a\"\n",
	} {
		f.Add(text, uint8(5))
	}
	f.Fuzz(func(t *testing.T, text string, size uint8) {
		c := New(strings.NewReader(text), ',', 1, int(size)+1) // blocks of a few records
		want := byCSV(text, ',')
		got, all, err := byBlocks(c, ',')
		if open(text, ',') {
			if err == nil {
				t.Fatalf("%.80q has an open quote, and is cut", text)
			}
			return
		}
		if err != nil {
			t.Fatalf("%.80q: %v", text, err)
		}
		if all != text {
			t.Fatal("the blocks are not the text")
		}
		if len(got) != len(want) {
			t.Fatalf("%.80q: %d records, want %d", text, len(got), len(want))
		}
		for i := range got {
			if got[i] != want[i] {
				t.Fatalf("%.80q: record %d at %v, want %v", text, i, got[i], want[i])
			}
		}
	})
}

func TestBlocksHoldAnyReader(t *testing.T) {
	text := strings.Repeat("Ada,1.1,\"well, yes\"\n\nBo,1.2,\"two\nlines\"\r\n", 40_000)
	want, _, err := byBlocks(New(strings.NewReader(text), ',', 1, Size), ',')
	if err != nil || len(want) != 80_000 {
		t.Fatal(len(want), err)
	}
	for name, from := range map[string]io.Reader{
		"one byte at a time": iotest.OneByteReader(strings.NewReader(text[:len(text)/16])),
		"end with data":      iotest.DataErrReader(strings.NewReader(text)),
	} {
		got, all, err := byBlocks(New(from, ',', 1, Size), ',')
		if err != nil || !strings.HasPrefix(text, all) || len(got) < 5000 {
			t.Errorf("%s: %d records of %d bytes, %v", name, len(got), len(all), err)
		}
	}
	failing := io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrUnexpectedEOF))
	if _, _, err := byBlocks(New(failing, ',', 1, Size), ','); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("the reader's error is lost: %v", err)
	}
}

func TestARecordWithoutAnEnd(t *testing.T) {
	endless := "a,b\n\"" + strings.Repeat("x\n", Longest)
	if _, _, err := byBlocks(New(strings.NewReader(endless), ',', 1, Size), ','); !errors.Is(err, ErrLong) {
		t.Errorf("error %v", err)
	}
}
