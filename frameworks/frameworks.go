// Package frameworks holds what ships with rubric: frameworks, the built-in
// scales, scoring policies, the JSON Schemas of the files that people write,
// and the notice of whose texts they are. It holds files only: package load
// makes frameworks and scales of their bytes, package score policies.
package frameworks

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// scalesFile stands beside the frameworks and is none itself.
const scalesFile = "scales.yaml"

//go:embed *.yaml *.json policies NOTICE
var files embed.FS

//go:embed scales.yaml
var scales string

//go:embed schema.json
var schema string

//go:embed mapping.schema.json
var mappingSchema string

//go:embed crosswalk.schema.json
var crosswalkSchema string

// IDs returns the ids of the shipped frameworks, sorted. Each framework is the
// file of its id, so that adding the file is all there is to adding one.
func IDs() []string {
	return slices.DeleteFunc(idsIn("."), func(id string) bool { return id+extension == scalesFile })
}

// Read returns the file of a shipped framework. The error for an id that does
// not ship wraps [fs.ErrNotExist].
func Read(id string) ([]byte, error) { return readIn(".", id, IDs()) }

// Scales returns the file of the built-in scales.
func Scales() []byte { return []byte(scales) }

// Schema returns the JSON Schema (draft 2020-12) of framework files, by which
// editors complete keys and explain them. What it cannot see, such as a code
// that is used twice, package load reports.
func Schema() []byte { return []byte(schema) }

// MappingSchema returns the JSON Schema (draft 2020-12) of mapping files. What
// it cannot see, such as two columns of one role, package ratings reports.
func MappingSchema() []byte { return []byte(mappingSchema) }

// CrosswalkSchema returns the JSON Schema (draft 2020-12) of crosswalk files.
// What it cannot see, such as two rows about one pair, package crosswalk
// reports.
func CrosswalkSchema() []byte { return []byte(crosswalkSchema) }

// FS returns everything that ships: the frameworks, scales.yaml, schema.json,
// mapping.schema.json, crosswalk.schema.json, the folder policies, and NOTICE.
func FS() fs.FS { return files }

// extension ends the name of every file that is named after its id.
const extension = ".yaml"

// idsIn lists the ids of a folder's files, sorted.
func idsIn(folder string) []string {
	names, err := fs.Glob(files, path.Join(folder, "*"+extension))
	if err != nil {
		panic(err) // only a malformed pattern fails, and these are constant
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(path.Base(name), extension)
	}
	slices.Sort(names)
	return names
}

// readIn reads the file of an id, if it is one of those that ship.
func readIn(folder, id string, ids []string) ([]byte, error) {
	if !slices.Contains(ids, id) {
		return nil, &fs.PathError{Op: "read", Path: id, Err: fs.ErrNotExist}
	}
	return files.ReadFile(path.Join(folder, id+extension))
}
