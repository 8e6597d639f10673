package fix_test

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"rubrickit/rubric/fix"
)

func TestReencode(t *testing.T) {
	for name, c := range map[string]struct{ data, want, was string }{
		"UTF-8":                       {"école", "", ""},
		"UTF-16, low byte first":      {"\xff\xfea\x00\xe9\x00", "aé", "UTF-16"},
		"UTF-16, high byte first":     {"\xfe\xff\x00a\x68\x21", "a校", "UTF-16"},
		"half a character":            {"\xff\xfea", "", ""},
		"half a pair":                 {"\xfe\xff\xd8\x00\x00a", "", ""},
		"Windows-1252":                {"\x93l\x92\xe9cole\x94 \x80", "“l’école” €", "Windows-1252"},
		"pasted into UTF-8":           {"é\xe9", "éé", "Windows-1252"},
		"a byte that means nothing":   {"\xe9\x9d", "", ""},
		"no text":                     {"\xe9\x00\x01", "", ""},
		"no text in UTF-16":           {"\xff\xfe\x00\x00", "", ""},
		"every byte that has its own": {"\x8a\x8c\x8e\x99\x9c\x9e\x9f\xa0\xff", "ŠŒŽ™œžŸ\u00a0ÿ", "Windows-1252"},
	} {
		t.Run(name, func(t *testing.T) {
			got, was, ok := fix.Reencode([]byte(c.data))
			if string(got) != c.want || was != c.was || ok != (c.was != "") {
				t.Errorf("got %q, %q, %t; want %q, %q", got, was, ok, c.want, c.was)
			}
		})
	}
}

// What is written in UTF-16 comes back.
func TestReencodeUTF16(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching("[a-zé校😀: \n]{1,20}").Draw(t, "text")
		var order binary.AppendByteOrder = binary.LittleEndian
		if rapid.Bool().Draw(t, "high byte first") {
			order = binary.BigEndian
		}
		data := order.AppendUint16(nil, 0xFEFF)
		for _, unit := range utf16.Encode([]rune(text)) {
			data = order.AppendUint16(data, unit)
		}
		if got, _, ok := fix.Reencode(data); !ok || string(got) != text {
			t.Errorf("%q came back as %q", text, got)
		}
	})
}
