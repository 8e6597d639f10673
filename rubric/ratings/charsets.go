package ratings

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rubrickit/rubric/diag"
)

// charset is an encoding that a file can be told to have.
type charset struct {
	name    string
	aliases []string
	decode  func(data []byte) (string, error)
	// open is how many bytes at the end of a piece of text belong to a character
	// that may go on; nil where none may.
	open func(data []byte) int
}

// utf8Charset is that of texts as they are kept; no piece of one is decoded.
var utf8Charset = charset{name: "utf-8", aliases: []string{"utf8"}, decode: decodeUTF8}

// charsets are the encodings, those first that files most often have.
var charsets = []charset{
	utf8Charset,
	utf16Charset("utf-16le", binary.LittleEndian),
	utf16Charset("utf-16be", binary.BigEndian),
	single("windows-1252", charmap.Windows1252, "cp1252", "ansi"),
	single("windows-1250", charmap.Windows1250, "cp1250"),
	single("windows-1251", charmap.Windows1251, "cp1251"),
	single("windows-1253", charmap.Windows1253, "cp1253"),
	single("windows-1254", charmap.Windows1254, "cp1254"),
	single("windows-1255", charmap.Windows1255, "cp1255"),
	single("windows-1256", charmap.Windows1256, "cp1256"),
	single("windows-1257", charmap.Windows1257, "cp1257"),
	single("windows-1258", charmap.Windows1258, "cp1258"),
	single("iso-8859-1", charmap.ISO8859_1, "latin1", "latin-1"),
	single("iso-8859-2", charmap.ISO8859_2, "latin2", "latin-2"),
	single("iso-8859-5", charmap.ISO8859_5),
	single("iso-8859-7", charmap.ISO8859_7),
	single("iso-8859-9", charmap.ISO8859_9, "latin5", "latin-5"),
	single("iso-8859-15", charmap.ISO8859_15, "latin9", "latin-9"),
	single("macintosh", charmap.Macintosh, "macroman", "mac-roman"),
	single("cp437", charmap.CodePage437, "ibm437"),
	single("cp850", charmap.CodePage850, "ibm850"),
	single("cp852", charmap.CodePage852, "ibm852"),
	single("cp866", charmap.CodePage866, "ibm866"),
	single("koi8-r", charmap.KOI8R),
	single("koi8-u", charmap.KOI8U),
}

// Encodings lists the names of the encodings that [Options.Encoding] takes.
func Encodings() []string {
	var names []string
	for _, c := range charsets {
		names = append(names, c.name)
	}
	return names
}

// checkEncoding refuses the name of an encoding that is not known.
func checkEncoding(name string) error {
	_, err := charsetNamed(name)
	return err
}

// charsetNamed finds an encoding by its name in any case, spaces and
// underscores being hyphens.
func charsetNamed(name string) (charset, error) {
	key := strings.NewReplacer(" ", "-", "_", "-").Replace(plainKey(name))
	for _, c := range charsets {
		if c.name == key || slices.Contains(c.aliases, key) {
			return c, nil
		}
	}
	names := Encodings()
	return charset{}, fmt.Errorf("there is no encoding %q; %s", name, diag.Suggest(name, names, "encodings: "+strings.Join(names, ", ")))
}

// single is an encoding of one byte a character.
func single(name string, table *charmap.Charmap, aliases ...string) charset {
	return charset{name: name, aliases: aliases, decode: func(data []byte) (string, error) { return decodeSingle(data, name, table) }}
}

// decodeSingle reads bytes by a table. A control character, or a byte that the
// table leaves open, says that the text was written in another encoding.
func decodeSingle(data []byte, name string, table *charmap.Charmap) (string, error) {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for _, c := range data {
		r := table.DecodeByte(c)
		if r == utf8.RuneError || r >= 0x7F && r < 0xA0 {
			return "", fmt.Errorf("%s: the byte 0x%02X is no character of %s; is the file in another encoding?", endOf(b.String()), c, name)
		}
		b.WriteRune(r)
	}
	return b.String(), nil
}
