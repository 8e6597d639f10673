package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"io"
)

// header is the first line of the file, and a second one by which programs
// that copy files know that this is no text.
const header = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"

// packSize is how many objects go into one stream of objects: enough to
// compress well, few enough to read one without reading all.
const packSize = 200

// objects is the body of a file: numbered objects, of which dictionaries are
// packed into streams (ISO 32000-1, 7.5.7), and the table of where each is.
type objects struct {
	out    bytes.Buffer
	places []place // by number; number 0 is never given out
	packed []ref   // those that wait to be packed, in the order of their numbers
	bodies [][]byte

	unpacked int // bytes of what is packed, as a reader unpacks them

	to   io.Writer // of a document that is written part by part
	sent int       // bytes that are written there
	sum  hash.Hash // of these
}

// place is where an object is: from an offset in the file, or in a stream of
// objects.
type place struct {
	offset int // 0 for what is packed, or was never written
	pack   ref
	index  int
}

func newObjects() *objects {
	o := &objects{places: make([]place, 1), sum: sha256.New()}
	o.out.WriteString(header)
	return o
}

// alloc gives out a number.
func (o *objects) alloc() ref {
	o.places = append(o.places, place{})
	return ref(len(o.places) - 1)
}

// len is how long the file is so far.
func (o *objects) len() int { return o.sent + o.out.Len() }

// put writes an object under a number that was given out.
func (o *objects) put(r ref, body []byte) {
	o.packed = append(o.packed, r)
	o.bodies = append(o.bodies, body)
}

// add writes an object and returns its number.
func (o *objects) add(d *dict) ref {
	r := o.alloc()
	o.put(r, d.bytes())
	return r
}

// stream writes a compressed stream under a number that was given out.
func (o *objects) stream(r ref, d *dict, data []byte) {
	o.plainStream(r, d.name("Filter", "FlateDecode"), deflated(data))
}

// plainStream writes a stream as it is, for readers that know nothing of
// compression, or for what is compressed already.
func (o *objects) plainStream(r ref, d *dict, data []byte) {
	o.places[r].offset = o.len()
	fmt.Fprintf(&o.out, "%d 0 obj\n%s\nstream\n", r, d.int("Length", len(data)).bytes())
	o.out.Write(data)
	o.out.WriteString("\nendstream\nendobj\n")
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	// A buffer takes whatever is written.
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// finish packs what waits, and writes the table.
func (o *objects) finish(root, info ref) {
	o.packAll()
	table := o.alloc()
	start := o.len()
	o.places[table].offset = start
	o.sum.Write(o.out.Bytes())
	id := o.sum.Sum(nil)
	d := typed("XRef").int("Size", len(o.places)).raw("W", "[1 4 2]").ref("Root", root).ref("Info", info).
		raw("ID", fmt.Sprintf("[<%x><%x>]", id[:16], id[:16]))
	o.stream(table, d, o.table())
	fmt.Fprintf(&o.out, "startxref\n%d\n%%%%EOF\n", start)
}

// pack writes a stream with some of the objects that wait.
func (o *objects) pack(from, to int) {
	var list, bodies bytes.Buffer
	r := o.alloc()
	for i := from; i < to; i++ {
		fmt.Fprintf(&list, "%d %d ", o.packed[i], bodies.Len())
		bodies.Write(o.bodies[i])
		bodies.WriteByte('\n')
		o.places[o.packed[i]] = place{pack: r, index: i - from}
	}
	o.unpacked += list.Len() + bodies.Len()
	d := typed("ObjStm").int("N", to-from).int("First", list.Len())
	o.stream(r, d, append(list.Bytes(), bodies.Bytes()...))
}

// table lists the place of every object (7.5.8.3): kind, offset or number of
// its pack, index in the pack.
func (o *objects) table() []byte {
	out := []byte{0, 0, 0, 0, 0, 0xff, 0xff} // the head of the list of free numbers
	for _, p := range o.places[1:] {
		kind, where := byte(1), p.offset
		if p.offset == 0 {
			kind, where = 2, int(p.pack)
		}
		out = append(out, kind)
		out = binary.BigEndian.AppendUint32(out, uint32(where))
		out = binary.BigEndian.AppendUint16(out, uint16(p.index))
	}
	return out
}
