package diag_test

import (
	"testing"

	"rubrickit/rubric/diag"
)

func TestInvalidUTF8(t *testing.T) {
	for text, want := range map[string]diag.Pos{
		"\xe9":                    {Line: 1, Column: 1},
		"a\nbé\xe9":               {Line: 2, Column: 3},
		"\uFEFFa\xff":             {Line: 1, Column: 2},
		"a\r\nb\rc\n\xc3(":        {Line: 4, Column: 1},
		"a\r\n\uFFFD\xed\xa0\x80": {Line: 2, Column: 2},
	} {
		at, _, bad := diag.InvalidUTF8([]byte(text))
		if !bad || at != want {
			t.Errorf("%q: %v at %v, want %v", text, bad, at, want)
		}
	}
	if at, _, bad := diag.InvalidUTF8([]byte("\uFEFFplain, é, \uFFFD")); bad {
		t.Errorf("a valid text is invalid at %v", at)
	}
}
