package fix_test

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzFix repairs and lays out any bytes: nothing is lost, nothing gets worse,
// and a second run changes nothing.
func FuzzFix(f *testing.F) {
	files, err := filepath.Glob("../../testdata/validate/*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatalf("no files: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, c := range certain {
		f.Add([]byte(head + c.before))
	}
	for _, c := range uncertain {
		f.Add([]byte(head + c.before))
	}
	for _, text := range []string{
		"a:\n- |2\n   x\n\n  y\n- >+\n z\n\n", "a: [b,\n  {c:   d,\n }\n]\n", "? a\n: b\n", "- - a\n  -   b: c\n      d: 'e\n\n  f'\n",
		"a: \"x \\\n  \\ y\"\nb:\n\n    # z\n    c: d # e \n  # f\n", "a: b\r\r\nc:\td\u2028\n", "&a b: *a\n", "{a: [}",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkRepair(t, data)
		checkFormat(t, data)
	})
}
