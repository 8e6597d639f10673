package score

import (
	"encoding/binary"
	"strings"

	"rubrickit/rubric"
	"rubrickit/rubric/exact"
)

// batch is what some ratees come to, one after the other in their order.
type batch struct {
	whose     []whose
	rows      [][]byte // by node: the packed rows, in the order of whose
	notes     []nodeNote
	ambiguous []ambiguity
}

// whose tells what a row is of.
type whose struct {
	rubric.Form
	apart bool
}

// nodeNote is a note on a row of a node.
type nodeNote struct {
	node int
	Note
}

// add packs what a ratee comes to.
func (b *batch) add(o *outcome, of whose) {
	b.whose = append(b.whose, of)
	for n := range o.nodes {
		o.packed[n] = o.pack(o.packed[n], n)
		if of.apart {
			continue
		}
		if message := o.note(n); message != "" {
			b.notes = append(b.notes, nodeNote{n, Note{of.Ratee, o.nodes[n].code, message}})
		}
	}
}

// The reasons of a packed row besides that of its cell, which has the bits
// below.
const (
	packedUndecided = 1 << 7
	packedAlone     = 1 << 6
	packedKind      = packedAlone - 1
)

// pack appends the row of a node: its reasons in a byte, their numbers, the
// band, the counts, score and coverage.
func (o *outcome) pack(to []byte, n int) []byte {
	c, v := o.final[n], o.verdicts[n]
	why := byte(c.why.kind)
	if v.undecided {
		why |= packedUndecided
		if c.why.kind == noStage {
			why = packedUndecided // no score is missed where rules decide
		}
	}
	if o.alone {
		why |= packedAlone
	}
	to = append(to, why)
	if c.why.numbered() {
		to = binary.AppendUvarint(binary.AppendUvarint(to, uint64(c.why.got)), uint64(c.why.least))
	}
	to = binary.AppendVarint(to, int64(v.rank))
	for _, count := range o.states(n) {
		to = binary.AppendUvarint(to, uint64(count))
	}
	return o.coverage[n].Pack(c.value.Pack(to))
}

// visit unpacks the rows of a node, one after the other in the same place, and
// reports whether more are wanted.
func (b *batch) visit(n int, h head, bands []string, yield func(*Row) bool) bool {
	from := unpacker(b.rows[n])
	row := Row{Item: h.item, Tier: h.tier, Title: h.title}
	for i := range b.whose {
		of := &b.whose[i]
		row.Ratee, row.Rater, row.Group, row.Occasion, row.Apart = of.Ratee, of.Rater, of.Group, of.Occasion, of.apart
		from.unpack(&row, bands)
		if !yield(&row) {
			return false
		}
	}
	return true
}

// unpack reads what pack wrote.
func (u *unpacker) unpack(row *Row, bands []string) {
	row.Reason, row.Band = u.reason(), ""
	if rank := u.signed(); rank >= 0 {
		row.Band = bands[rank]
	}
	counts := [...]*int{rubric.Rated: &row.Rated, rubric.NotApplicable: &row.NotApplicable, rubric.NotObserved: &row.NotObserved, rubric.Missing: &row.Missing}
	for _, count := range counts {
		*count = int(u.unsigned())
	}
	row.Score, row.Coverage = u.number(), u.number()
}

// unpacker is the rest of packed rows.
type unpacker []byte

func (u *unpacker) unsigned() uint64 {
	v, n := binary.Uvarint(*u)
	*u = (*u)[n:]
	return v
}

func (u *unpacker) signed() int64 {
	v, n := binary.Varint(*u)
	*u = (*u)[n:]
	return v
}

func (u *unpacker) number() exact.Number {
	v, rest := exact.Unpack(*u)
	*u = rest
	return v
}

// reason joins all that is to be said of a row.
func (u *unpacker) reason() string {
	packed := (*u)[0]
	*u = (*u)[1:]
	why := reason{kind: reasonKind(packed & packedKind)}
	if why.numbered() {
		why.got, why.least = int32(u.unsigned()), int32(u.unsigned())
	}
	if packed == byte(why.kind) {
		return why.String()
	}
	var words []string
	if why.kind != noReason {
		words = append(words, why.String())
	}
	if packed&packedUndecided != 0 {
		words = append(words, ReasonUndecided)
	}
	if packed&packedAlone != 0 {
		words = append(words, ReasonOnlySelf)
	}
	return strings.Join(words, "; ")
}
