// Package meaning knows which English words are near each other in meaning: a
// table that gives each piece of a word a vector, in the program itself and
// without a network.
//
// The table, english.table, was made from a sentence model so that the sum of
// the vectors of a text's pieces points where the model's vector of the text
// does. It knows nothing of word order. build/README.md says how it is made,
// of what and by which licences, and makes it again in one step.
//
// The file is read in place. Nothing of it is looked at before the first call
// of [English], so it costs a program that does not compare texts nothing but
// its size on the disk.
//
// Format of the file: integers and floats are little-endian.
//
//	magic      8 bytes   "meaning1"
//	pieces     uint32    how many there are: n
//	dimensions uint32    256
//	offsets    (n+1) × uint32, where each piece begins and ends in spellings
//	scales     n × float32
//	vectors    n × 128 bytes: two numbers a byte, the lower half first, each plus 8
//	spellings  the pieces, ascending by byte, without anything between them
//
// A piece that continues a word is spelled with ## before it. A component of a
// vector is its number times the scale of its piece.
package meaning
