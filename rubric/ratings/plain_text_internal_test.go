package ratings

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// Whatever pieces a text comes in, nothing is passed on of a broken character or
// of what stands behind it, and all of a text that is whole.
func TestPlainTextPassesOnWhatIsPlain(t *testing.T) {
	for text, want := range map[string]string{
		"[\"a\",\xd8\"b\"]":  "[\"a\",",
		"[\"a\",\u00d8\"b\"": "[\"a\",\u00d8\"b\"",
		"a\U0001f600\r\nb":   "a\U0001f600\r\nb",
		"a\xf0\x9f\x98":      "a",
		"a\rb":               "a",
	} {
		got, err := io.ReadAll(&plainText{from: iotest.OneByteReader(strings.NewReader(text))})
		if string(got) != want || (err != nil) != (want != text) || err != nil && !errors.Is(err, errWhole) {
			t.Errorf("%q: %q is passed on, %v; want %q", text, got, err, want)
		}
	}
}
