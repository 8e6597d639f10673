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

// The first byte of a packed row: the kind of reason in the lower bits, and what
// there is besides.
const (
	packedUndecided = 1 << 7
	packedAlone     = 1 << 6
	packedShort     = 1 << 5 // band and counts have a byte each
	packedKind      = packedShort - 1
)

// pack appends the row of a node: its reasons in a byte, their numbers, the
// band, the counts, score and coverage.
func (o *outcome) pack(to []byte, n int) []byte {
	c, counts, rank := o.final[n], o.states(n), o.verdicts[n].rank
	why, short := o.packedReason(n), isShort(rank, &counts)
	if short {
		why |= packedShort
	}
	to = append(to, why)
	if c.why.numbered() {
		to = binary.AppendUvarint(binary.AppendUvarint(to, uint64(c.why.got)), uint64(c.why.least))
	}
	if short {
		to = append(to, byte(rank-noBand), byte(counts[0]), byte(counts[1]), byte(counts[2]), byte(counts[3]))
	} else {
		to = appendLong(to, rank, &counts)
	}
	return o.coverage[n].Pack(c.value.Pack(to))
}

// packedReason is the first byte of a row, but for how the rest is packed.
func (o *outcome) packedReason(n int) byte {
	why := byte(o.final[n].why.kind)
	if o.verdicts[n].undecided {
		if why == byte(noStage) {
			why = byte(noReason) // no score is missed where rules decide
		}
		why |= packedUndecided
	}
	if o.alone {
		why |= packedAlone
	}
	return why
}

// isShort reports whether a byte holds each of the numbers of a row.
func isShort(rank int, counts *[4]int32) bool {
	const most = 1<<8 - 1
	return rank-noBand <= most && max(counts[0], counts[1], counts[2], counts[3]) <= most
}

// appendLong appends the numbers of a row that bytes do not hold.
func appendLong(to []byte, rank int, counts *[4]int32) []byte {
	to = binary.AppendUvarint(to, uint64(rank-noBand))
	for _, count := range counts {
		to = binary.AppendUvarint(to, uint64(count))
	}
	return to
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
	numbers := (*unpacker).long
	if (*u)[0]&packedShort != 0 {
		numbers = (*unpacker).short
	}
	row.Reason, row.Band = u.reason(), ""
	rank, counts := numbers(u)
	if rank >= 0 {
		row.Band = bands[rank]
	}
	row.Rated, row.NotApplicable, row.NotObserved, row.Missing = counts[rubric.Rated], counts[rubric.NotApplicable], counts[rubric.NotObserved], counts[rubric.Missing]
	row.Score, row.Coverage = u.number(), u.number()
}

// unpacker is the rest of packed rows.
type unpacker []byte

// short reads the band and the counts where they have a byte each.
func (u *unpacker) short() (rank int, counts [4]int) {
	b := (*u)[:5]
	*u = (*u)[5:]
	return int(b[0]) + noBand, [4]int{int(b[1]), int(b[2]), int(b[3]), int(b[4])}
}

// long reads what appendLong wrote.
func (u *unpacker) long() (rank int, counts [4]int) {
	rank = int(u.unsigned()) + noBand
	for i := range counts {
		counts[i] = int(u.unsigned())
	}
	return rank, counts
}

func (u *unpacker) unsigned() uint64 {
	v, n := binary.Uvarint(*u)
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
	packed := (*u)[0] &^ packedShort
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
