package ratings

import (
	"bufio"
	"cmp"
	"errors"
	"io"
	"slices"
)

// A big file of objects, one after the other as in NDJSON or in one list, is
// read twice and held never: which columns it has, its last object may decide.
// Objects with lists of objects in them are left to the reading of whole files.

// objectFile is a file of objects that is being read from its beginning.
type objectFile struct {
	*input
	text     io.Reader
	encoding string
	kind     string // the container
}

// openObjects opens a file that is longer than a head and holds objects as
// JSON; nil for any other.
func (r *fileReader) openObjects() (*objectFile, error) {
	in, err := r.file.stream()
	if err != nil {
		return nil, err
	}
	text, err := in.text(r.options.Encoding)
	if err != nil {
		return nil, in.Close() // what is wrong with it, reading it whole will say
	}
	size := cmp.Or(r.options.head, headSize)
	from := bufio.NewReaderSize(io.TeeReader(text, text.sum), size)
	out := &objectFile{input: in, text: &plainText{from: from}, encoding: text.encoding}
	if head, err := from.Peek(size); err == nil {
		out.kind = objectsIn(r.file.Name, head)
	}
	if out.kind == "" {
		return nil, in.Close()
	}
	return out, nil
}

// objects hands the objects of the file to a function.
func (f *objectFile) objects(value func(node) error) error {
	if f.kind == "ndjson" {
		return readObjectLines(f.text, value)
	}
	return readJSON(f.text, value)
}

// objectsIn tells the container of a file by the head of its text, where that
// is JSON; else it is "".
func objectsIn(name string, head []byte) string {
	text, err := utf8Charset.text(head[:len(head)-openEnd(head)])
	if err != nil {
		return ""
	}
	for _, c := range containers() {
		if c.begins == "" && c.is(name, text) && slices.Contains([]string{"ndjson", "json"}, c.name) {
			return c.name
		}
	}
	return ""
}

// streamedObjects reads a file of objects piece by piece. It reports false, and
// has done nothing, where the file is short or must be read whole.
func (s *session) streamedObjects(file File) (bool, error) {
	if s.options.whole {
		return false, nil
	}
	r := &fileReader{session: s, index: len(s.files), file: file, report: FileReport{File: file.Name}}
	grid, plan, err := r.planObjects()
	if plan == nil || err != nil {
		return false, err
	}
	s.files = append(s.files, r)
	r.describe(plan.bare)
	if err := plan.bare.shape.read(r, plan.bare); err != nil { // no records: it notes the dimensions, or what lacks
		return false, errWhole
	}
	return true, r.readObjects(plan, grid)
}

// planObjects looks through a file for all its keys, and plans by them and by
// some of its objects.
func (r *fileReader) planObjects() (*objectGrid, *streamPlan, error) {
	in, err := r.openObjects()
	if in == nil || err != nil {
		return nil, nil, err
	}
	defer in.Close()
	scan := newKeyScan(r)
	switch err := in.objects(scan.object); {
	case errors.Is(err, errWhole):
		return nil, nil, nil
	case err != nil:
		return nil, nil, err
	}
	r.report.Container, r.report.Encoding, r.report.Packed = in.kind, in.encoding, in.packed
	return scan.grid, r.planFrom(scan.grid.grid()), nil
}

// planFrom plans by a grid that has all keys, and of its records enough to tell
// what their columns are; nil where the file must be read whole.
func (r *fileReader) planFrom(g grid) *streamPlan {
	p := &streamPlan{table: r.tableIn(g)}
	g.records = g.records[:1]
	p.bare = r.tableIn(g)
	if p.table == nil || p.bare == nil || p.table.below > 0 || !r.isSound(p.table) || !r.addVoid(p) {
		return nil
	}
	return p
}

// readObjects reads the rows of a file whose keys are known.
func (r *fileReader) readObjects(p *streamPlan, g *objectGrid) error {
	in, err := r.openObjects()
	if in == nil || err != nil {
		return cmp.Or(err, errWhole)
	}
	defer in.Close()
	rejects := len(r.rejects)
	rows := &objectRows{worker: r.newWorker(p), grid: g}
	rows.quick = nil
	if r.options.witness.streams(r, p) != nil {
		rows.tally = r.options.witness.blocks
	}
	if err := in.objects(rows.object); err != nil {
		return err
	}
	rows.sheets.Flush()
	if err := r.finish([]*worker{rows.worker}, rejects); err != nil {
		return err
	}
	r.provenance, err = in.provenance()
	return err
}

// objectRows reads objects as rows.
type objectRows struct {
	*worker
	grid   *objectGrid
	number int
	tally  *blockTally // for a witness; else nil
	cells  []cellOf    // of the last object
}

// object reads one.
func (o *objectRows) object(n node) error {
	row := rowOfObject{cells: o.cells[:0]}
	if err := row.flatten(n, ""); err != nil {
		return err
	}
	o.cells = row.cells
	rec := o.grid.record(n.line, row.cells)
	o.number++
	rec.number = o.number
	if o.tally != nil {
		o.tally.count(rec)
	}
	o.data(rec)
	return o.err
}

// keyScan collects the keys of objects, and so many of these as tell what the
// columns are: the first ones, and each that has something new.
type keyScan struct {
	*objectReader
	grid   *objectGrid
	filled map[string]bool // the keys with a text in some object of the grid
	first  int             // of the first objects, how many are in the grid
}

func newKeyScan(r *fileReader) *keyScan {
	b := newObjectReader(r)
	return &keyScan{objectReader: b, grid: b.at(""), filled: map[string]bool{}}
}

// object looks at one.
func (k *keyScan) object(n node) error {
	if n.kind != objectNode {
		return k.top(n) // it says what is wrong
	}
	row := rowOfObject{cells: k.cells[:0]}
	if err := row.flatten(n, ""); err != nil {
		return err
	}
	k.cells = row.cells
	if len(row.lists) > 0 {
		return errWhole
	}
	if !k.isNew(row.cells) && k.first >= k.options.leastRecords() {
		return nil
	}
	if err := k.add(k.grid, n.line, row.cells); err != nil {
		return errWhole // and reading it whole will say so
	}
	if slices.ContainsFunc(row.cells, func(c cellOf) bool { return clean(c.text) != "" }) {
		k.first++
	}
	return nil
}

// isNew reports whether an object has a key that no object before it had, or
// the first text under one.
func (k *keyScan) isNew(cells []cellOf) bool {
	found := false
	for _, c := range cells {
		_, known := k.grid.columns[c.key]
		first := clean(c.text) != "" && !k.filled[c.key]
		k.filled[c.key] = k.filled[c.key] || first
		found = found || !known || first
	}
	return found
}
