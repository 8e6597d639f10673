package ratings

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// The first record of a text is that of all its records.
func TestFirstRecord(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "é", ",", ";", "\"", "\n", "\r", " ", "\t"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for _, p := range rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces") {
			text += p
		}
		for _, delimiter := range []rune{',', ';', '\t'} {
			all := readRecords(text, delimiter, 1)
			rec, ok := firstRecord(text, delimiter)
			if ok != (len(all) > 0) || ok && !reflect.DeepEqual(rec, all[0]) {
				t.Fatalf("%q: %+v, %v, want %+v", text, rec, ok, all)
			}
		}
	})
}
