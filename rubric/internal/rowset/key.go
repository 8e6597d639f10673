package rowset

import "encoding/binary"

// Key is a row's key: its parts, each after its length as a varint.
type Key []byte

// AppendPart adds a part to a key that is being built.
func (k Key) AppendPart(part []byte) Key {
	if len(part) < 0x80 { // as the varint has it, and much quicker
		return append(append(k, byte(len(part))), part...)
	}
	return append(binary.AppendUvarint(k, uint64(len(part))), part...)
}

// appendHashed adds a part and, to the hash of the parts before it, that of it.
// Behind the key it leaves bytes that the next part is written over.
func (k Key) appendHashed(h *hasher, hash uint64, part []byte) (Key, uint64) {
	at := len(k)
	if !isHandy(part) || cap(k)-at <= shortSize {
		return k.AppendPart(part), h.add(hash, part)
	}
	low, high := numbers(part)
	to := k[at : at+1+shortSize]
	to[0] = byte(len(part))
	binary.LittleEndian.PutUint64(to[1:], low)
	binary.LittleEndian.PutUint64(to[9:], high)
	return k[:at+1+len(part)], h.mix(hash, low, high, len(part))
}

// AppendText adds a part that is a string.
func (k Key) AppendText(part string) Key {
	return append(binary.AppendUvarint(k, uint64(len(part))), part...)
}

// Part is the i-th part of a key, from 0. It is the key's own bytes.
func (k Key) Part(i int) []byte {
	part, rest := k.Cut()
	for range i {
		part, rest = rest.Cut()
	}
	return part
}

// Cut returns the first part of a key, and the key of the parts behind it. Both
// are the key's own bytes.
func (k Key) Cut() (part []byte, rest Key) {
	n, size := uint64(k[0]), 1
	if n >= 0x80 {
		n, size = binary.Uvarint(k)
	}
	end := size + int(n)
	return k[size:end:end], k[end:]
}

// head is a key of the first part alone.
func (k Key) head() Key {
	_, rest := k.Cut()
	return k[:len(k)-len(rest)]
}
