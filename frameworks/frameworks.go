// Package frameworks holds the frameworks that ship with rubric, the built-in
// scales, the JSON Schema of framework files, and the notice of whose texts
// they are. It holds files only: package load makes frameworks and scales of
// their bytes.
package frameworks

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
)

// scalesFile stands beside the frameworks and is none itself.
const scalesFile = "scales.yaml"

//go:embed *.yaml schema.json NOTICE
var files embed.FS

//go:embed scales.yaml
var scales string

//go:embed schema.json
var schema string

// IDs returns the ids of the shipped frameworks, sorted. Each framework is the
// file of its id, so that adding the file is all there is to adding one.
func IDs() []string {
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		panic(err) // only a malformed pattern fails, and this one is constant
	}
	names = slices.DeleteFunc(names, func(name string) bool { return name == scalesFile })
	for i, name := range names {
		names[i] = strings.TrimSuffix(name, ".yaml")
	}
	slices.Sort(names)
	return names
}

// Read returns the file of a shipped framework. The error for an id that does
// not ship wraps [fs.ErrNotExist].
func Read(id string) ([]byte, error) {
	if !slices.Contains(IDs(), id) {
		return nil, &fs.PathError{Op: "read", Path: id, Err: fs.ErrNotExist}
	}
	return files.ReadFile(id + ".yaml")
}

// Scales returns the file of the built-in scales.
func Scales() []byte { return []byte(scales) }

// Schema returns the JSON Schema (draft 2020-12) of framework files, by which
// editors complete keys and explain them. What it cannot see, such as a code
// that is used twice, package load reports.
func Schema() []byte { return []byte(schema) }

// FS returns everything that ships: the frameworks, scales.yaml, schema.json
// and NOTICE.
func FS() fs.FS { return files }
