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

// AppendText adds a part that is a string.
func (k Key) AppendText(part string) Key {
	return append(binary.AppendUvarint(k, uint64(len(part))), part...)
}

// Part is the i-th part of a key, from 0. It is the key's own bytes.
func (k Key) Part(i int) []byte {
	for ; ; i-- {
		n, size := binary.Uvarint(k)
		part := k[size : size+int(n)]
		if i == 0 {
			return part[:n:n]
		}
		k = k[size+int(n):]
	}
}

// head is a key of the first part alone.
func (k Key) head() Key {
	n, size := binary.Uvarint(k)
	return k[:size+int(n)]
}
