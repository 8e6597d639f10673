package ratings

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A table finds the words that were added, wherever they stand in a text, and
// no others: whatever they share and however long they are.
func TestWordsAreFound(t *testing.T) {
	part := rapid.SampledFrom([]string{"", "a", "b", "ab", "seven77", "eight888", "\"", "é", "aaaaaaaa", "bbbbbbbbbbbbbbbb"})
	cell := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(part, 0, 4).Draw(t, "parts"), "") + rapid.SampledFrom([]string{",", "\n", "\r\n"}).Draw(t, "end")
	})
	rapid.Check(t, func(t *rapid.T) {
		ids, table := map[string]int{}, newWordTable()
		for _, text := range rapid.SliceOfNDistinct(cell, 0, 60, rapid.ID).Draw(t, "words") {
			ids[text] = len(ids)
			table.add([]byte(text), ids[text])
		}
		cells := rapid.SliceOfN(cell, 1, 40).Draw(t, "cells")
		b := guarded([]byte(strings.Join(cells, "")))
		at := 0
		for _, text := range cells {
			id, known := ids[text]
			switch w, end := table.at(b, at, ','*ones); {
			case w == nil && known:
				t.Fatalf("%q is not found", text)
			case w != nil && (!known || int(w.id) != id || int(w.size) != len(text) || end != at+len(text)):
				t.Fatalf("%q is found as word %d of %d bytes, up to %d", text, w.id, w.size, end)
			}
			at += len(text)
		}
	})
}

// Long words may differ in the middle alone.
func TestWordsOfOneHeadAndTail(t *testing.T) {
	table, words := newWordTable(), []string{"Strongly 1 disagrees,", "Strongly 2 disagrees,", "Strongly disagrees,", "Strongly agrees,"}
	for id, text := range words[1:] {
		table.add([]byte(text), id+1)
	}
	for id, text := range words {
		b := guarded([]byte(text))
		w, _ := table.at(b, 0, ','*ones)
		if (w == nil) != (id == 0) || w != nil && int(w.id) != id {
			t.Errorf("%q is found as %+v", text, w)
		}
	}
}

// A full table goes on finding what it knows.
func TestFullTable(t *testing.T) {
	table, added := newWordTable(), 0
	text := func(n int) []byte {
		return []byte(strings.Repeat("x", n%40) + string(rune('a'+n%26)) + string(rune('0'+n/26)) + ",")
	}
	for n := range 2 * mostWords {
		if table.add(text(n), n) {
			added++
		}
	}
	if added != mostWords {
		t.Fatalf("%d words were taken", added)
	}
	for n := range mostWords {
		b := guarded(text(n))
		if w, _ := table.at(b, 0, ','*ones); w == nil || string(text(int(w.id))) != string(text(n)) {
			t.Fatalf("word %d is lost", n)
		}
	}
}

func TestPlainCells(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "P000001": true, "Ada": true, "a-very-long_name.of@someone": true, "Ada Okafor": false, "12345678 ": false,
		"\x7f": false, "é": false, `"a"`: false, "'a": false, "abcdefg\x1f": false, "abcdefgh\x00": false, "~": true, "!": true,
	} {
		for _, end := range []string{",\"'", "\n \x00", ",\n"} {
			end := plain(guarded([]byte(text+end)), 0, ','*ones)
			if want && end != len(text) || !want && end != -1 {
				t.Errorf("%q is plain up to %d", text, end)
			}
		}
	}
}
