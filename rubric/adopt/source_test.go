package adopt_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rubrickit/frameworks"
	"rubrickit/rubric/adopt"
	"rubrickit/rubric/load"
)

// The documents that shipped frameworks were made of, by hand, come to the same
// items and texts. The other two have lost what divides their statements.
func TestSourceDocuments(t *testing.T) {
	for id, l := range map[string]layout{
		"cambridge": {codes: true},
		"cms":       {codes: true},
		"mastery":   {styled: true},
	} {
		t.Run(id, func(t *testing.T) {
			file := filepath.Join("../../testdata/sources", id+".txt")
			document, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			result, err := adopt.File(file, document, adopt.Options{})
			if err != nil {
				t.Fatal(err)
			}
			written(t, result)
			data, err := frameworks.Read(id)
			if err != nil {
				t.Fatal(err)
			}
			f, _ := load.Framework(id, data)
			if diff := cmp.Diff(project(f.Items, l), project(result.Framework.Items, l)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
