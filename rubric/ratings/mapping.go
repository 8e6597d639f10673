package ratings

import (
	"crypto/sha256"
	"encoding/hex"

	"rubrickit/rubric/diag"
	"rubrickit/rubric/yamldoc"
)

// Mapping says how files of one layout are to be understood: how they are
// split, what each column is, which level a word means. [Inspection.WriteMapping]
// writes one down, a person reviews it, and files read with it are understood
// alike for ever. It is read-only once it was parsed.
type Mapping struct {
	File   string // the name it was read under
	SHA256 string // of the bytes that were read, in hexadecimal

	framework, version token
	dialect            dialect
	columns            []mapped           // names of columns → roles
	byName             map[string]*mapped // columns, by their clean names
	byRole             map[Role]*mapped   // columns, by a role that one column has
	items              []mapped           // names of items, in headers or cells → codes
	levels             []mapped           // texts of cells → levels
	nulls              []mapped           // texts of cells → null states
	set                map[Role]string
	dates              string
	// broken keeps what is wrong with the file, so that nobody reads by it.
	broken diag.List
}

// token is a text of the mapping with its place.
type token struct {
	text string
	at   diag.Span
}

// mapped is a line of a mapping: a text of the files, and what it means.
type mapped struct {
	name  token
	means token
	item  token // of a column of comments on one item: the item's code
}

// dialect is how files are split into rows and cells.
type dialect struct {
	encoding  string
	delimiter rune  // 0 where the mapping leaves it open
	header    []int // physical lines on which the header's rows begin, rising
	skip      []int // physical lines on which rows begin that are no data, rising
}

// ignored is what the mapping calls a column, or the name of an item, that is
// not to be read.
const ignored = "ignore"

func (m mapped) isIgnored() bool { return m.means.text == ignored }

// mappingFormat is the value of the key `mapping` that this package reads.
const mappingFormat = "v1"

// ParseMapping reads a mapping file, with every problem of the file at once.
// The file's name is used for places only. What depends on the framework is
// left to [Mapping.Check]. The mapping is nil when the text is no mapping at
// all; one with errors serves for more checks, and [Read] refuses it.
func ParseMapping(file string, data []byte) (*Mapping, diag.List) {
	root, findings := yamldoc.ParseWith(file, data, mappingMisfits)
	if root == nil {
		return nil, findings.Sorted()
	}
	r := newMappingReader(file)
	ok := r.mapping(root)
	findings = append(findings, r.Findings...).Sorted()
	if !ok {
		return nil, findings
	}
	sum := sha256.Sum256(data)
	r.m.SHA256 = hex.EncodeToString(sum[:])
	if findings.HasErrors() {
		r.m.broken = findings
	}
	return r.m, findings
}

// mappingMisfits counts what keeps a document from being a mapping; the YAML
// reader uses it to judge the repair of a syntax error.
func mappingMisfits(root *yamldoc.Node) int {
	r := newMappingReader("")
	r.mapping(root)
	return r.Findings.Count(diag.Error)
}

// mappingReader reads one mapping file.
type mappingReader struct {
	yamldoc.Reader
	m     *Mapping
	words map[string]diag.Span // of cells that were told so far
}

func newMappingReader(file string) *mappingReader {
	return &mappingReader{m: &Mapping{File: file}, words: map[string]diag.Span{}}
}

// mapping reads the whole document; false when it is no map.
func (r *mappingReader) mapping(root *yamldoc.Node) bool {
	foreign := func(yamldoc.Pair) {} // x-… keys are for other programs
	return r.Object(root, "the mapping", []yamldoc.Field{
		{Name: "mapping", Required: true, Read: r.format},
		{Name: "framework", Read: r.pin},
		{Name: "dialect", Read: r.dialect},
		{Name: "columns", Read: r.columns},
		{Name: "items", Read: r.items},
		{Name: "levels", Read: r.levels},
		{Name: "nulls", Read: r.nulls},
		{Name: "set", Read: r.set},
		{Name: "dates", Read: r.dates},
	}, foreign)
}

func (r *mappingReader) format(n *yamldoc.Node) {
	if v := r.Word(n, "`mapping`"); v != "" && v != mappingFormat {
		r.Report(n.Span, CodeMappingFormat, "this version of the tool reads `mapping: v1`", "the mapping's format is %q", v)
	}
}

// pin reads `framework`: an id, or {id, version}.
func (r *mappingReader) pin(n *yamldoc.Node) {
	id := func(n *yamldoc.Node) { r.m.framework = r.token(n, "the framework's `id`") }
	if n.Kind == yamldoc.Scalar {
		id(n)
		return
	}
	r.Object(n, "`framework`", []yamldoc.Field{
		{Name: "id", Required: true, Read: id},
		{Name: "version", Read: func(n *yamldoc.Node) { r.m.version = r.token(n, "the framework's `version`") }},
	}, nil)
}

func (r *mappingReader) token(n *yamldoc.Node, what string) token {
	return token{r.Word(n, what), n.Span}
}
