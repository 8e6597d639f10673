package adopt

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric"
	"rubrickit/rubric/fix"
	"rubrickit/rubric/load"
)

// Any framework that is written is the framework when it is read again, in the
// layout of the house.
func TestWrittenIsRead(t *testing.T) {
	sources := map[string][]byte{}
	for _, id := range frameworks.IDs() {
		sources[id], _ = frameworks.Read(id)
	}
	files, err := filepath.Glob("../../testdata/foreign/*.yaml")
	if err != nil || len(files) < 4 {
		t.Fatalf("%v: %v", files, err)
	}
	for _, file := range append(files, "testdata/every-key.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sources[filepath.Base(file)] = data
	}
	for name, data := range sources {
		t.Run(name, func(t *testing.T) { checkWritten(t, name, data) })
	}
}

func checkWritten(t *testing.T, name string, data []byte) {
	f, findings := load.Framework(name, data)
	if err := findings.Err(); err != nil {
		t.Fatal(err)
	}
	var w fileWriter
	w.framework(f)
	again, findings := load.Framework(name, []byte(w.String()))
	if err := findings.Err(); err != nil {
		t.Fatalf("%v\n%s", err, w.String())
	}
	if d := cmp.Diff(asJSON(t, f), asJSON(t, again)); d != "" {
		t.Error(d)
	}
	if laid, err := fix.Format(name, []byte(w.String())); err != nil || string(laid) != w.String() {
		t.Errorf("%v: %s", err, cmp.Diff(w.String(), string(laid)))
	}
}

// asJSON is everything that a framework says, but for the bytes it was read from.
func asJSON(t *testing.T, f *rubric.Framework) string {
	copied := *f
	copied.SHA256 = ""
	var b strings.Builder
	if err := copied.WriteJSON(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
